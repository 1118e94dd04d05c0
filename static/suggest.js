// Names of pages to choose from while somebody types in a search box (the «combobox» of WAI-ARIA). Searching works
// without it; those who save data never ask for it.

const WAIT = 200; // milliseconds after the last key
const FEWEST = 2; // letters before anything is asked
const QUIET = 30; // seconds to ask no more after a failure that does not say how long

const known = new Map();
let quietUntil = 0;

function element(name, attributes, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

function option(id, href, name, note) {
  const pieces = name.map(([text, isTyped]) => (isTyped ? element("b", {}, text) : text));
  const attributes = { id, href, role: "option", tabindex: -1, "aria-selected": false };
  return element("a", attributes, element("span", {}, ...pieces), " ", element("small", {}, note));
}

async function suggestions(address, words, signal) {
  if (!known.has(words)) {
    const answer = await fetch(`${address}?q=${encodeURIComponent(words)}`, { signal });
    if (!answer.ok) throw answer;
    known.set(words, await answer.json());
  }
  return known.get(words);
}

function attach(box) {
  const form = box.form;
  const list = element("div", { id: `${box.id}-goi-y`, class: "suggestions", role: "listbox", "aria-label": "Gợi ý" });
  const status = element("span", { class: "visually-hidden", "aria-live": "polite" });
  let active = -1, timer = 0, asking = null;

  function choose(place) {
    list.children[active]?.setAttribute("aria-selected", false);
    active = place;
    const chosen = list.children[active];
    if (!chosen) return box.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", true);
    chosen.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", chosen.id);
  }

  function close() {
    clearTimeout(timer);
    asking?.abort();
    choose(-1);
    list.hidden = true;
    box.setAttribute("aria-expanded", false);
    status.textContent = "";
  }

  // The keyboard of a phone covers the lower half of the page without making it smaller.
  function fit() {
    const screen = window.visualViewport ?? { height: innerHeight, offsetTop: 0 };
    const room = screen.height + screen.offsetTop - list.getBoundingClientRect().top - 8;
    list.style.maxHeight = `${Math.max(room, 180)}px`;
  }

  function show(words, found) {
    if (!found.length) return close();
    choose(-1);
    const options = found.map((one, place) =>
      option(`${list.id}-${place}`, one.url, one.text, one.page ? `${one.kind}: ${one.page}` : one.kind));
    const search = `${form.action}?${new URLSearchParams({ q: words })}`;
    options.push(option(`${list.id}-tim`, search, [[`Tìm “${words}”`, 0]], ""));
    list.replaceChildren(...options);
    list.hidden = false;
    list.scrollTop = 0;
    fit();
    box.setAttribute("aria-expanded", true);
    status.textContent = `${found.length} gợi ý, chọn bằng phím mũi tên.`;
  }

  async function ask() {
    const words = box.value.trim();
    asking?.abort();
    if (words.length < FEWEST || Date.now() < quietUntil) return close();
    const { signal } = (asking = new AbortController());
    try {
      const found = await suggestions(form.dataset.suggestions, words, signal);
      if (!signal.aborted && document.activeElement === box) show(words, found);
    } catch (error) {
      if (error.name === "AbortError") return;
      quietUntil = Date.now() + 1000 * (Number(error.headers?.get("Retry-After")) || QUIET);
      close();
    }
  }

  // Phones compose each word, so one does not wait for the end of a composition; its keys are left alone, though.
  function later() {
    clearTimeout(timer);
    choose(-1);
    timer = setTimeout(ask, WAIT);
  }

  const KEYS = {
    ArrowDown: () => (list.hidden ? ask() : choose(active < list.children.length - 1 ? active + 1 : -1)),
    ArrowUp: () => !list.hidden && choose(active < 0 ? list.children.length - 1 : active - 1),
    Home: () => active >= 0 && choose(0),
    End: () => active >= 0 && choose(list.children.length - 1),
    Escape: () => !list.hidden && close(),
    Enter: () => active >= 0 && list.children[active].click(),
  };

  function press(event) {
    const plain = !(event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey);
    if (plain && !event.shiftKey && KEYS[event.key] && KEYS[event.key]() !== false) event.preventDefault();
  }

  list.hidden = true;
  form.querySelector("div").append(list, status);
  box.autocomplete = "off";
  const says = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": false, "aria-controls": list.id };
  for (const [name, value] of Object.entries(says)) box.setAttribute(name, value);
  box.addEventListener("input", later);
  box.addEventListener("compositionend", later);
  box.addEventListener("keydown", press);
  box.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", close);
}

if (!navigator.connection?.saveData) {
  for (const form of document.querySelectorAll("form[data-suggestions]")) attach(form.elements.q);
}
