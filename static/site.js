// Makes pages nicer; no page needs it. Buttons that only a script can serve are shown by the script.
"use strict";

function say(bar, words) {
  const status = bar.querySelector("[role=status]");
  status.textContent = words;
  setTimeout(() => { status.textContent = ""; }, 6000);
}

// Pages without https have no clipboard of their own.
function copyFromField(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (!copied) throw new Error("not copied");
}

async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  return copyFromField(text);
}

// The address as it stands, filters and all, under the name that the site publishes.
function addressOf(bar) {
  return bar.dataset.share.split(/[?#]/)[0] + location.search;
}

const ACTIONS = {
  async share(bar) {
    try {
      await navigator.share({ title: document.title, url: addressOf(bar) });
    } catch (error) {
      if (error.name !== "AbortError") await ACTIONS.copy(bar);
    }
  },
  async copy(bar) {
    try {
      await copy(addressOf(bar));
      say(bar, "Đã sao chép liên kết.");
    } catch {
      say(bar, "Chưa sao chép được. Hãy chép từ thanh địa chỉ: " + addressOf(bar));
    }
  },
  print() {
    window.print();
  },
};

function offers(action) {
  return action === "share" ? Boolean(navigator.share) : action !== "copy" || !navigator.share;
}

for (const bar of document.querySelectorAll("[data-share]")) {
  for (const button of bar.querySelectorAll("[data-action]")) {
    button.hidden = !offers(button.dataset.action);
    button.addEventListener("click", () => ACTIONS[button.dataset.action](bar));
  }
}

// Texts made to be pasted elsewhere.
for (const button of document.querySelectorAll("[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await copy(field.value);
      say(button.parentElement, "Đã sao chép.");
    } catch {
      field.select();
      say(button.parentElement, "Chưa sao chép được. Chữ đã chọn sẵn, hãy bấm giữ để chép.");
    }
  });
}

// Paper shows what is folded on the screen.
const folded = [];
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("main details:not([open])")) {
    part.open = true;
    folded.push(part);
  }
});
addEventListener("afterprint", () => {
  for (const part of folded.splice(0)) part.open = false;
});

// The menu folds up again with Escape or a click beside it.
const menu = document.querySelector(".site-menu");
if (menu) {
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}
