// Helps writing a longer text: toolbar, preview, paste from Word. The form works without it.
"use strict";

// --- Clipboard HTML as Markdown: paragraphs, lists, tables, links, bold and italic stay, the rest goes.
const GONE = /^(style|script|title|meta|link|xml|o:p|img|svg|iframe|object|button|input|select)$/;
const BLOCK = /^(p|div|section|article|main|blockquote|pre|dd|dt|figure|li)$/;
const BULLET = /^[\s\u00a0]*([·•○▪§o\-–*+]|\d{1,3}[.)]|[a-z][.)])[\s\u00a0]+/;

function words(text) {
  return text.replace(/[\s\u00a0]+/g, " ").replace(/([\\`*_[\]<>])/g, "\\$1");
}

function wrapped(mark, text) {
  return text.trim() ? text.replace(/^(\s*)([\s\S]*?)(\s*)$/, `$1${mark}$2${mark}$3`) : text;
}

function inline(node) {
  if (node.nodeType === 3) return words(node.data);
  if (node.nodeType !== 1) return "";
  const name = node.localName;
  if (GONE.test(name)) return "";
  if (name === "br") return "\n";
  if (/^(ul|ol|table)$/.test(name)) return "\n\n" + block(node) + "\n\n";
  let text = [...node.childNodes].map(inline).join("");
  const plain = /font-weight:\s*normal/i.test(node.dataset.style);
  if (/^(b|strong)$/.test(name) && !plain) text = wrapped("**", text);
  else if (/^(i|em)$/.test(name)) text = wrapped("*", text);
  else if (name === "a" && /^(https?:|mailto:|tel:)/i.test(node.getAttribute("href") || "")) {
    const label = text.trim(), target = node.href.replace(/[()\s<>]/g, encodeURIComponent);
    if (label) text = `[${label}](${target})`;
  }
  return BLOCK.test(name) || /^h[1-6]$/.test(name) ? `\n\n${text}\n\n` : text;
}

function list(node, depth) {
  let number = 0;
  return [...node.children].map((item) => {
    if (/^(ul|ol)$/.test(item.localName)) return list(item, depth + 1);
    const mark = node.localName === "ol" ? `${++number}. ` : "- ", pad = "   ".repeat(depth);
    const own = [...item.childNodes].filter((one) => !/^(ul|ol)$/.test(one.localName));
    const text = own.map(inline).join("").replace(/\s+/g, " ").trim();
    const inner = [...item.children].filter((one) => /^(ul|ol)$/.test(one.localName));
    return [pad + mark + text, ...inner.map((one) => list(one, depth + 1))].join("\n");
  }).join("\n");
}

function table(node) {
  const rows = [...node.rows].map((row) => [...row.cells].map((cell) =>
    inline(cell).replace(/\s+/g, " ").trim().replace(/\|/g, "\\|")));
  if (!rows.length) return "";
  const width = Math.max(...rows.map((row) => row.length));
  if (width === 1) return rows.map((row) => row[0]).join("\n\n");
  const line = (row) => `| ${Array.from({ length: width }, (_, at) => row[at] || "").join(" | ")} |`;
  return [line(rows[0]), line(Array(width).fill("---")), ...rows.slice(1).map(line)].join("\n");
}

function block(node) {
  const name = node.localName;
  if (node.nodeType !== 1 || GONE.test(name)) return node.nodeType === 3 ? words(node.data) : "";
  if (/^(ul|ol)$/.test(name)) return `\n\n${list(node, 0)}\n\n`;
  if (name === "table") return `\n\n${table(node)}\n\n`;
  if (/^h[1-6]$/.test(name)) return `\n\n## ${inline(node).replace(/\*\*/g, "").trim()}\n\n`;
  if (/mso-list/i.test(node.dataset.style) || /MsoListParagraph/.test(node.className)) {
    const text = inline(node).replace(/\\([*])/g, "$1").replace(/\s+/g, " ").trim();
    const mark = BULLET.exec(text);
    return `\n${mark && /\d/.test(mark[1]) ? "1. " : "- "}${text.replace(BULLET, "")}\n`;
  }
  if ([...node.children].some((one) => BLOCK.test(one.localName) || /^(h[1-6]|ul|ol|table)$/.test(one.localName)))
    return `\n\n${[...node.childNodes].map(block).join("")}\n\n`;
  return BLOCK.test(name) ? `\n\n${inline(node).trim()}\n\n` : inline(node);
}

function markdown(html) {
  // Renamed: no handler, no style takes effect.
  const page = new DOMParser().parseFromString(html.replace(/\s(on\w+|style)\s*=/gi, " data-$1="), "text/html");
  return [...page.body.childNodes].map(block).join("")
    .replace(/[ \t]+\n/g, "\n").replace(/\n{3,}/g, "\n\n")
    .replace(/^((?:- |1\. ).*)\n\n(?=- |1\. )/gm, "$1\n").trim();
}

function insert(field, text) {
  field.focus();
  // Only this way can it be undone with Ctrl+Z.
  if (!document.execCommand("insertText", false, text)) {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

// --- Toolbar
function mark(field, sign) {
  const from = field.selectionStart, to = field.selectionEnd;
  const chosen = field.value.slice(from, to);
  if (sign === "[") return insert(field, /^https?:/.test(chosen) ? `[chữ](${chosen})` : `[${chosen || "chữ"}](https://)`);
  if (sign === "|") return insert(field, "\n\n| Cột 1 | Cột 2 |\n| --- | --- |\n|  |  |\n\n");
  if (sign.startsWith("*")) return insert(field, sign + (chosen || "chữ") + sign);
  const start = field.value.lastIndexOf("\n", from - 1) + 1;
  field.setSelectionRange(start, to);
  return insert(field, field.value.slice(start, to).split("\n").map((line) => sign + line).join("\n"));
}

function help(editor) {
  const field = editor.querySelector("textarea");
  const tools = editor.querySelector(".writing-tools");
  const live = editor.querySelector("[data-live]");
  const shown = editor.querySelector("[data-shown]");
  let soon;

  async function preview() {
    if (!live.open) return;
    const data = new FormData();
    data.set("csrf_token", field.form.elements.csrf_token.value);
    data.set("body", field.value);
    try {
      const answer = await fetch(editor.dataset.editor, { method: "POST", body: data, redirect: "error" });
      // Cleaned by the server.
      if (answer.ok) shown.innerHTML = await answer.text();
    } catch {
      // The last preview stays.
    }
  }

  field.addEventListener("paste", (event) => {
    const html = event.clipboardData && event.clipboardData.getData("text/html");
    const text = html && markdown(html);
    if (!text) return;
    event.preventDefault();
    insert(field, text);
  });
  tools.hidden = live.hidden = false;
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("[data-mark]");
    if (button) mark(field, button.dataset.mark);
  });
  field.addEventListener("input", () => {
    clearTimeout(soon);
    soon = setTimeout(preview, 700);
  });
  live.addEventListener("toggle", preview);
  if (field.value.trim()) preview();
}

document.querySelectorAll("[data-editor]").forEach(help);
