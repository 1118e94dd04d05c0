"""Everything can be reached and used with keys alone, and one sees where one is."""

import pytest

from tests.journeys.conftest import DESKTOP, PHONE
from tests.pages import PAGES

HERE = """() => {
  const at = document.activeElement, look = getComputedStyle(at), box = at.getBoundingClientRect();
  return {name: (at.innerText || at.name || "").trim(), tag: at.tagName,
          ring: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
          seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight};
}"""


def presses(page, key="Tab"):
    """Press a key and return what has the focus then."""
    page.keyboard.press(key)
    return page.evaluate(HERE)


def tabs_to(page, name, steps=80):
    """Press Tab until something of that name has the focus."""
    for _step in range(steps):
        at = presses(page)
        if at["name"].startswith(name):
            return at
    raise AssertionError(f"no way to «{name}»")


@pytest.mark.parametrize("javascript", [True, False])
def test_the_first_key_offers_the_way_past_the_menu(reader, javascript):
    page = reader(javascript=javascript).opens("/truong/")

    assert presses(page)["name"] == "Đến nội dung chính"
    page.keyboard.press("Enter")
    page.wait_for_url("**#noi-dung")

    assert presses(page)["name"] == "Lọc"


@pytest.mark.parametrize("javascript", [True, False])
def test_the_menu_of_a_phone_opens_with_a_key(reader, javascript):
    person = reader(PHONE, javascript=javascript)
    page = person.opens("/")
    tabs_to(page, "Mục lục")
    page.keyboard.press("Enter")
    tabs_to(page, "Chính sách", steps=8)
    page.keyboard.press("Enter")
    page.wait_for_url("**/chinh-sach/")

    person.looks_over()


@pytest.mark.parametrize("javascript", [True, False])
def test_filters_of_a_phone_work_with_keys(reader, javascript):
    person = reader(PHONE, javascript=javascript)
    page = person.opens("/truong/")
    tabs_to(page, "Lọc")
    page.keyboard.press("Enter")
    page.wait_for_url("**#bo-loc")
    assert tabs_to(page, "Đóng bộ lọc", steps=2)["seen"]
    while presses(page)["name"] != "khu-vuc":
        pass
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**khu-vuc=**")

    person.looks_over()
    assert page.get_by_role("link", name="Lọc (1)").is_visible()


@pytest.mark.parametrize(
    "path", PAGES[:2] + ["/", "/truong/cao-dang-bach-khoa-tay-nguyen", "/tim-kiem?q=sua o to"]
)
def test_no_key_is_caught_and_every_stop_is_seen(reader, path):
    page = reader(DESKTOP).opens(path)
    expected = page.evaluate(
        "[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')]"
        ".filter(one => one.checkVisibility() && !one.disabled && one.type !== 'hidden').length"
    )
    stops = [presses(page) for _step in range(expected)]

    assert stops[0]["name"] == "Đến nội dung chính"
    assert not [stop for stop in stops if not (stop["ring"] and stop["seen"])]
    assert presses(page)["tag"] == "BODY" or page.evaluate(HERE)["name"] == "Đến nội dung chính"
