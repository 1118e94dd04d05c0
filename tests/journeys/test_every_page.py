"""Each kind of page, on a phone and on a desk: axe finds nothing, nothing is too wide."""

import pytest

from tests.journeys.conftest import DESKTOP, PHONE
from tests.pages import PAGES


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_sound(reader, path, width):
    person = reader(width)
    person.opens(path)

    person.passes_axe()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_keeps_to_a_narrow_screen_without_scripts(reader, path):
    page = reader(320, javascript=False).opens(path)

    assert page.locator("h1").count() == 1
