// Counts the schools that a notice goes to while somebody ticks, and copies texts for a chat. Pages work without it.

function count() {
  const list = document.querySelector("#danh-sach");
  const shown = list?.querySelector("[data-count]");
  if (shown) shown.textContent = list.querySelectorAll("input[name=truong]:checked").length.toLocaleString("vi-VN");
}

const choice = document.querySelector("[data-schools]");
const leftOut = new Set(); // kept while lists come and go
let asked = 0;

async function renew() {
  const mine = (asked += 1);
  const list = document.querySelector("#danh-sach");
  const address = `?${new URLSearchParams(new FormData(choice))}`;
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected || mine !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("#danh-sach");
  for (const box of fresh.querySelectorAll("input[name=truong]")) box.checked = !leftOut.has(box.value);
  list.replaceChildren(...fresh.childNodes);
  history.replaceState(null, "", address);
  count();
}

function remember(box) {
  if (box.checked) leftOut.delete(box.value);
  else leftOut.add(box.value);
}

if (choice) {
  document.querySelectorAll("input[name=truong]").forEach(remember);
  choice.addEventListener("change", () => renew().catch(() => {}));
  document.addEventListener("change", (event) => {
    if (event.target.name !== "truong") return;
    remember(event.target);
    count();
  });
}

for (const part of document.querySelectorAll("[data-copy]")) {
  const button = part.querySelector("button");
  const field = part.querySelector("textarea");
  button.hidden = false;
  button.addEventListener("click", () => {
    field.select();
    const done = document.execCommand("copy");
    part.querySelector("[role=status]").textContent = done ? "Đã sao chép." : "Hãy bấm Ctrl+C.";
  });
}
