// Return codes: copied with one press, and taken from behind the # of a scanned address. No page needs it.
"use strict";

for (const bar of document.querySelectorAll("[data-copy]")) {
  const button = bar.querySelector("button");
  const status = bar.querySelector("[role=status]");
  const code = document.getElementById(bar.dataset.copy).textContent.trim();
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code);
      status.textContent = "Đã sao chép mã.";
    } catch {
      status.textContent = "Chưa sao chép được, em chép tay nhé.";
    }
  });
}

const field = document.getElementById("code");
if (field && !field.value && /^#[0-9A-Z]{28}$/i.test(location.hash)) {
  field.value = location.hash.slice(1).replace(/.{4}(?=.)/g, "$& ");
  // The code must stay neither in the address bar nor in the history.
  history.replaceState(null, "", location.pathname);
}
