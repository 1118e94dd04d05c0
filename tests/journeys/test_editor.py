"""The script of the form in which staff write: pasting, toolbar, preview, keeping what is typed."""

import pytest

from tests.journeys.conftest import PHONE
from tests.journeys.office import Office, Way

WORD = """<html><head><style>p {color: red}</style></head><body><!--StartFragment-->
<p class=MsoNormal style='margin:0'><b>Kính gửi</b> các em<o:p></o:p></p><script>window.ran = 1</script>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;
</span></span>Mục một</p><p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span>Mục hai</p>
<table onclick="window.ran = 1"><tr><td><p>Trường</p></td><td>Chỗ</td></tr>
<tr><td>A | B</td><td>20</td></tr></table>
<ol><li>Một<ul><li>Con</li></ul></li><li>Hai</li></ol>
<p>Xem <a href="https://a.vn/x">trang</a>, <a href="javascript:window.ran=1">đừng</a>
<img src=x onerror="window.ran=1"></p>
<h1>Đầu đề</h1><p>2 * 3 [x]</p><!--EndFragment--></body></html>"""
GIVES = """**Kính gửi** các em

- Mục một
- Mục hai

| Trường | Chỗ |
| --- | --- |
| A \\| B | 20 |

1. Một
   - Con
2. Hai

Xem [trang](https://a.vn/x), đừng

## Đầu đề

2 \\* 3 \\[x\\]"""
PASTE = """html => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  document.querySelector("[name=body]").dispatchEvent(event);
}"""


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """The site of an office, with one counselor."""
    office = Office(tmp_path_factory.mktemp("editor"))
    office.counselor = office.person("counselor")
    yield office
    office.close()


@pytest.fixture
def form(browser, office):
    """The form of a new announcement, on a phone whose clock stands until somebody moves it on."""
    page = office.comes(browser, Way(PHONE, True, ""), office.counselor).page
    page.clock.install()
    page.goto(f"{office.address}/ban-lam-viec/bai/moi")
    yield page
    page.context.close()


def test_what_comes_from_word_keeps_its_structure_and_loses_the_rest(form):
    form.get_by_label("Nội dung").focus()
    form.evaluate(PASTE, WORD)

    assert form.get_by_label("Nội dung").input_value() == GIVES
    form.wait_for_selector("[data-shown] table")
    assert form.locator("[data-shown] a").count() == 1
    assert form.evaluate("window.ran") is None


def test_what_was_pasted_can_be_undone(form):
    form.get_by_label("Nội dung").fill("Trước ")
    form.get_by_label("Nội dung").press("End")
    form.evaluate(PASTE, WORD)
    form.keyboard.press("Control+z")

    assert form.get_by_label("Nội dung").input_value() == "Trước "


def test_the_toolbar_marks_what_is_chosen(form):
    form.get_by_label("Nội dung").fill("đậm")
    form.get_by_label("Nội dung").select_text()
    form.get_by_role("button", name="Đậm").click()

    assert form.get_by_label("Nội dung").input_value() == "**đậm**"


def test_the_preview_follows_what_is_typed(form):
    form.get_by_label("Nội dung").fill("Chào **các em**")
    form.clock.fast_forward(1000)

    form.locator("[data-shown] strong", has_text="các em").wait_for()


def test_what_is_typed_is_kept_when_its_tab_is_closed(form, office):
    form.get_by_label("Tiêu đề", exact=True).fill("Chưa kịp lưu")
    form.clock.fast_forward(6000)
    form.get_by_text("Đã tự lưu lúc").wait_for()
    other = form.context.new_page()
    form.close()

    other.goto(f"{office.address}/ban-lam-viec/")
    other.get_by_role("link", name="Chưa kịp lưu").click()

    assert other.get_by_text("Đây là phần anh chị viết dở").is_visible()
    assert other.get_by_label("Tiêu đề", exact=True).input_value() == "Chưa kịp lưu"


def test_a_lost_line_is_said_and_the_text_stays(form):
    form.context.set_offline(True)
    form.get_by_label("Tiêu đề", exact=True).fill("Mất mạng")
    form.clock.fast_forward(6000)
    form.get_by_text("Chưa tự lưu được").wait_for()

    form.get_by_role("button", name="Gửi đăng").click()
    form.get_by_text("Đang mất mạng, chưa gửi.").wait_for()
    assert form.get_by_label("Tiêu đề", exact=True).input_value() == "Mất mạng"

    form.context.set_offline(False)
    form.clock.fast_forward(6000)
    form.get_by_text("Đã tự lưu lúc").wait_for()
