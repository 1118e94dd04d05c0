"""Suggestions while typing: with keys, a finger, a screen reader, and out of the way of everybody else."""

import pytest

from tests.journeys.conftest import DESKTOP, PHONE

EVERY_BOX = pytest.mark.parametrize("path", ["/", "/tim-kiem?q=may"])
OPTIONS = "[role=option]"
WATCH_MOVES = """async () => {
  await document.fonts.ready;
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  window.moved = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => { moved += one.value; }))
    .observe({type: "layout-shift"});
}"""
"""Begins when the letters of the page are there: their coming late moves the page, but is another matter."""


def types(page, words, ready=True):
    """Type into the search box of the page as somebody does, and wait for what is suggested."""
    box = page.locator("main").get_by_label("Tìm trường, ngành, nghề, chính sách")
    box.fill("")
    box.press_sequentially(words, delay=20)
    if ready:
        page.get_by_role("option", name=f"Tìm “{words}”").wait_for()
    return box


def chosen(page):
    """Return the words of the option that a screen reader would read; nothing when none is chosen."""
    return page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.innerText"
    )


@EVERY_BOX
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_an_open_list_is_whole_named_and_moves_nothing(reader, path, width):
    person = reader(width)
    page = person.opens(path)
    page.evaluate(WATCH_MOVES)
    box = types(page, "cao dang")
    box.press("ArrowDown")

    person.looks_over()
    person.passes_axe()
    assert box.get_attribute("aria-expanded") == "true"
    assert page.get_by_role("listbox", name="Gợi ý").is_visible()
    assert page.locator("[aria-live=polite]").inner_text().startswith("8 gợi ý")
    assert page.locator(OPTIONS).count() == 9
    assert page.evaluate("moved") == 0


def test_keys_go_through_the_list_and_round(reader):
    page = reader(DESKTOP).opens("/")
    box = types(page, "dien cong nghiep")
    first, last = page.locator(OPTIONS).first.inner_text(), "Tìm “dien cong nghiep”"
    seen = []
    for key in ("ArrowDown", "End", "ArrowDown", "ArrowUp", "Home", "ArrowUp"):
        box.press(key)
        seen.append(chosen(page))

    assert seen == [first, last, None, last, first, None]
    assert box.input_value() == "dien cong nghiep"


def test_enter_opens_the_chosen_page(reader):
    person = reader(PHONE)
    box = types(person.opens("/"), "cao dang bach khoa tay nguyen")
    name = person.page.locator(OPTIONS).filter(has_text="Trường").first
    while chosen(person.page) != name.inner_text():
        box.press("ArrowDown")
    box.press("Enter")
    person.page.wait_for_url("**/truong/**")

    person.looks_over()
    assert person.at("/truong/cao-dang-bach-khoa-tay-nguyen")


def test_enter_without_a_choice_and_the_last_option_both_search(reader):
    person = reader(PHONE)
    types(person.opens("/"), "thu y").press("Enter")
    person.page.wait_for_url("**/tim-kiem?q=thu+y")
    box = types(person.page, "may")
    box.press("ArrowUp")
    assert chosen(person.page) == "Tìm “may”"

    box.press("Enter")
    person.page.wait_for_url("**/tim-kiem?q=may")

    person.looks_over()


def test_escape_closes_the_list_and_keeps_the_words(reader):
    page = reader().opens("/")
    box = types(page, "thu y")
    box.press("Escape")

    assert box.input_value() == "thu y" and box.get_attribute("aria-expanded") == "false"
    assert not page.locator(OPTIONS).first.is_visible()

    box.press("ArrowDown")

    assert page.locator(OPTIONS).first.is_visible()


def test_tab_leaves_the_box_and_takes_the_list_along(reader):
    page = reader(DESKTOP).opens("/")
    types(page, "thu y").press("Tab")

    assert page.evaluate("document.activeElement.innerText.trim()") == "Tìm"
    assert not page.locator(OPTIONS).first.is_visible()


def test_a_finger_opens_a_page(reader):
    person = reader(PHONE, has_touch=True)
    types(person.opens("/"), "thu y")
    option = person.page.locator(OPTIONS).first
    assert option.bounding_box()["height"] >= 44
    href = option.get_attribute("href")

    option.tap()
    person.page.wait_for_url(f"**{href}")

    person.looks_over()


def test_keys_of_a_word_being_composed_are_left_alone(reader):
    page = reader(DESKTOP).opens("/")
    box = types(page, "thu y")
    box.dispatch_event("keydown", {"key": "ArrowDown", "isComposing": True})
    box.dispatch_event("keydown", {"key": "Enter", "isComposing": True})

    assert chosen(page) is None and page.url.endswith("/")


def test_letters_of_a_composed_word_are_suggested_for_at_once(reader):
    page = reader(PHONE).opens("/")
    page.locator("main").get_by_label("Tìm trường").focus()
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "điện", "selectionStart": 4, "selectionEnd": 4})

    page.get_by_role("option", name="Tìm “điện”").wait_for()


def test_fast_typing_asks_once(reader):
    person = reader(DESKTOP)
    page = person.opens("/")
    asked = []
    page.on("request", lambda request: "/goi-y" in request.url and asked.append(request.url))
    types(page, "cong nghe")

    assert len(asked) == 1 and asked[0].endswith("q=cong%20nghe")


def test_after_a_refusal_the_script_keeps_quiet(reader):
    person = reader(DESKTOP)
    page = person.opens("/")
    asked = []
    refusal = {"status": 429, "headers": {"Retry-After": "60"}, "body": "{}"}
    page.route("**/goi-y?*", lambda route: (asked.append(1), route.fulfill(**refusal)))
    types(page, "thu y", ready=False)
    page.wait_for_timeout(400)
    box = types(page, "han dien", ready=False)
    page.wait_for_timeout(400)

    assert len(asked) == 1 and not page.locator(OPTIONS).count()

    box.press("Enter")
    page.wait_for_url("**/tim-kiem?q=han+dien")


def test_who_saves_data_is_not_asked_for(reader):
    person = reader(PHONE)
    person.page.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}, configurable: true})"
    )
    page = person.opens("/")
    asked = []
    page.on("request", lambda request: "/goi-y" in request.url and asked.append(request.url))
    box = types(page, "thu y", ready=False)
    page.wait_for_timeout(400)

    assert not asked and box.get_attribute("role") is None

    box.press("Enter")
    page.wait_for_url("**/tim-kiem?q=thu+y")
