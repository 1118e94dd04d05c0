"""How long a teacher who is new here needs from the door to an announcement that readers have.

Nobody waits: what a person with an ordinary hand needs is added up from what she reads, presses and types.
"""

import pytest

from tests import staff
from tests.journeys.office import IN_ALL_WAYS, SIGN_IN, Office

READS_PAGE, PRESSES, LETTERS = 3.0, 1.0, 5.0
"""Seconds to look at a page and to press something; letters typed in a second."""
MOST = 180
TITLE = "Buổi tư vấn chọn nghề cho cha mẹ học sinh lớp 9"
BODY = (
    "Trường mời cha mẹ học sinh lớp 9 đến nghe tư vấn chọn nghề, chọn trường lúc 7 giờ 30 thứ Bảy, ngày "
    "05/12/2026, tại hội trường.\n\nBa trường nghề đến trả lời câu hỏi. Ghi danh với cô Hà ở phòng tư vấn "
    "đến hết ngày 03/12/2026."
)


class Newcomer:
    """Somebody at a page, with the list of what she did and how long it took."""

    def __init__(self, page):
        self.page, self.did = page, []

    def reads(self):
        """Look at a page that is new."""
        self.page.wait_for_load_state()
        self._notes(f"reads {self.page.title()}", READS_PAGE)

    def types(self, label, text):
        """Press a field and type into it."""
        self.page.get_by_label(label, exact=True).fill(text)
        self._notes(f"types {len(text)} letters: {label}", PRESSES + len(text) / LETTERS)

    def presses(self, role, name):
        """Press what leads to the next page, and look at that."""
        with self.page.expect_event("load"):
            self.page.locator("main").get_by_role(role, name=name).first.click()
        self._notes(f"presses {name}", PRESSES)
        self.reads()

    @property
    def seconds(self):
        """How long all of it took."""
        return sum(seconds for _what, seconds in self.did)

    def _notes(self, what, seconds):
        self.did.append((what, seconds))


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """The site of an office; a school there needs nobody's approval."""
    office = Office(tmp_path_factory.mktemp("minutes"))
    with office.app.app_context():
        school = staff.unit("THCS Cư Bao", needs_approval=False)
    office.indexes()
    office.counselor = office.person("counselor", unit=school)
    yield office
    office.close()


@IN_ALL_WAYS
def test_a_newcomer_has_her_announcement_out_within_three_minutes(browser, office, way):
    reader = office.comes(browser, way)
    reader.page.goto(office.address + SIGN_IN)
    newcomer = Newcomer(reader.page)
    newcomer.reads()
    newcomer.types("Tên đăng nhập", office.counselor)
    newcomer.types("Mật khẩu", staff.PASSWORD)
    newcomer.presses("button", "Đăng nhập")
    newcomer.presses("link", "Viết thông báo")
    newcomer.types("Tiêu đề", TITLE)
    newcomer.types("Nội dung", BODY)
    newcomer.presses("button", "Gửi đăng")
    assert reader.page.get_by_text("Bài đã lên trang.").is_visible()
    newcomer.presses("link", "Xem như người đọc")

    assert reader.page.get_by_role("heading", name=TITLE).is_visible()
    assert newcomer.seconds < MOST, newcomer.did
    reader.page.context.close()
