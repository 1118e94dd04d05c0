// Keeps what is typed into the form of an item, so that a lost connection costs nothing. The form works without it.
"use strict";

const sheet = document.querySelector("form.writing");
const status = sheet.querySelector("[data-status]");
const LARGEST = 10 * 1024 * 1024;
let changed = false, leaving = false;

async function keep() {
  if (!changed || leaving) return;
  changed = false;
  const data = new FormData(sheet);
  data.delete("files");
  try {
    const answer = await fetch(sheet.dataset.keep, { method: "POST", body: data, redirect: "error" });
    if (!answer.ok) throw new Error(answer.status);
    status.textContent = `Đã tự lưu lúc ${(await answer.json()).at}.`;
  } catch {
    changed = true;
    status.textContent = "Chưa tự lưu được: mất mạng hoặc đã hết phiên. Đừng đóng trang này.";
  }
}

sheet.addEventListener("input", () => { changed = true; });
setInterval(keep, 5000);
addEventListener("visibilitychange", () => { if (document.hidden) keep(); });
addEventListener("beforeunload", (event) => { if (changed && !leaving) event.preventDefault(); });

sheet.elements.files.addEventListener("change", ({ target }) => {
  const large = [...target.files].filter((file) => file.size > LARGEST).map((file) => file.name);
  if (!large.length) return;
  target.value = "";
  alert(`Lớn hơn 10 MB, chưa thêm: ${large.join(", ")}`);
});
sheet.addEventListener("submit", (event) => {
  if (!navigator.onLine) {
    // The browser would leave the page, and what was typed, for one of its own.
    event.preventDefault();
    status.textContent = "Đang mất mạng, chưa gửi. Bài vẫn ở đây: có mạng lại thì bấm lần nữa.";
    return;
  }
  if (leaving && event.submitter?.value !== "preview") event.preventDefault();
  leaving = true;
  setTimeout(() => { leaving = false; }, 8000);
});
