"""What made-up people write for readers: texts of every kind, in every state, marked «Mẫu»."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from vocational.noticeboard.dates import ZONE, day_of, end_of
from vocational.noticeboard.items.content import Content
from vocational.noticeboard.items.kinds import Standing
from vocational.noticeboard.kinds import Board

MARK = "**Mẫu:** bài này dựng ra để dùng thử trang, không phải tin thật."
NOBODY = "Mẫu – không có số điện thoại thật"


@dataclass(frozen=True)
class Text:
    """One made-up text: who writes it, where it gets to, and what it says. `days` are counted from today.

    `ago` is how many days before today it was written; it is shown for `shows` days from then. What
    is not `for_all` is of its own school alone.
    """

    board: Board
    by: str
    unit: str
    ends: Standing
    title: str
    body: str
    topic: str
    why: str = ""
    ago: int = 0
    shows: int = 60
    in_days: int | None = None
    correction: str = ""
    for_all: bool = False
    files: bool = False
    marks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    details: dict = field(default_factory=dict)

    def content(self, written: datetime, **more) -> Content:
        """Return what it says, written at a moment."""
        details = dict(self.details)
        if self.in_days is not None:
            day = day_of(written) + timedelta(days=self.in_days)
            if self.board is Board.EVENT:
                start = datetime.combine(day, time(8), ZONE)
                details |= {"starts": start, "ends": start + timedelta(hours=3)}
            else:
                details |= {"deadline": day}
        said = {
            "title": f"Mẫu – {self.title}",
            "body": f"{MARK}\n\n{self.body}",
            "topic": self.topic,
            "site_wide": self.for_all,
            "contact": NOBODY,
            "source": "Mẫu – dữ liệu dùng thử",
            "expire_at": end_of(day_of(written) + timedelta(days=self.shows)),
            "marks": self.marks,
            "details": details,
        }
        return Content(**said | more)


FOR_9 = {"audience": ("lop-9", "phu-huynh"), "area": ("ninh-thuan",)}
AT_SCHOOL = {"area": "ninh-thuan", "place": "Mẫu – sân trường THCS Hai", "organiser": "Mẫu – THCS Hai"}
WORKSHOP = {"area": "ninh-thuan", "place": "Mẫu – xưởng số 2", "organiser": "Mẫu – Trường Trung cấp"}
JOINER = {
    "employer": "Mẫu – Xưởng mộc Bình Minh",
    "place": "Mẫu – phường Bảo An",
    "occupation": "Thợ mộc",
    "count": 2,
    "wage_low": 6_000_000,
    "wage_high": 8_000_000,
    "requirements": "Đã học nghề mộc hoặc chịu học việc ba tháng.",
}
WELDER = JOINER | {"employer": "Mẫu – Cơ khí Hòa Phát Mẫu", "occupation": "Thợ hàn", "count": 4}
TEXTS = (
    Text(
        Board.ANNOUNCEMENT,
        "tuvan1",
        "school-1",
        Standing.PUBLIC,
        "Đăng ký buổi tư vấn chọn nghề cho lớp 9",
        "Trường tư vấn cho học sinh lớp 9 và phụ huynh vào chiều thứ sáu.\n\n"
        "- Đại diện bốn trường nghề trả lời tại chỗ\n- Học sinh được thử việc của thợ điện, thợ may",
        "news",
        for_all=True,
        files=True,
        marks=FOR_9,
        correction="Buổi tư vấn dời sang chiều thứ bảy.",
    ),
    Text(
        Board.ANNOUNCEMENT,
        "tuvan1",
        "school-1",
        Standing.DRAFT,
        "Lịch trực phòng tư vấn tuần tới",
        "Thứ hai và thứ tư, sau tiết năm.",
        "news",
        marks=FOR_9,
    ),
    Text(
        Board.ANNOUNCEMENT,
        "tuvan1",
        "school-1",
        Standing.RETURNED,
        "Lớp 9 đi thăm trường nghề",
        "Các lớp 9 đi thăm xưởng thực hành của trường trung cấp.",
        "news",
        why="Thiếu giờ xe chạy và nơi tập trung. Ghi thêm hai điều ấy rồi gửi lại.",
        marks=FOR_9,
    ),
    Text(
        Board.ANNOUNCEMENT,
        "tuvan2",
        "school-2",
        Standing.REVIEW,
        "Học bổng cho học sinh học nghề năm nay",
        "Quỹ khuyến học của xã tặng mười suất cho học sinh vào trường nghề.",
        "scholarship",
        marks=FOR_9,
    ),
    Text(
        Board.ANNOUNCEMENT,
        "tuvan3",
        "school-3",
        Standing.WITHDRAWN,
        "Nhận hồ sơ tại trường",
        "Trường nhận hộ hồ sơ vào trường nghề.",
        "admission",
        why="Trùng với thông báo của phòng; hồ sơ nộp thẳng ở trường nghề.",
        marks={"audience": ("lop-9",), "area": ("buon-ho",)},
    ),
    Text(
        Board.ANNOUNCEMENT,
        "tuvan2",
        "school-2",
        Standing.EXPIRED,
        "Nộp phiếu khảo sát nguyện vọng",
        "Học sinh lớp 9 nộp phiếu cho giáo viên chủ nhiệm.",
        "news",
        ago=20,
        shows=10,
        marks=FOR_9,
    ),
    Text(
        Board.EVENT,
        "tuvan2",
        "school-2",
        Standing.PUBLIC,
        "Ngày hội hướng nghiệp",
        "Học sinh gặp các trường nghề, hỏi và thử nghề tại chỗ.",
        "event",
        for_all=True,
        in_days=12,
        marks=FOR_9,
        details=AT_SCHOOL,
    ),
    Text(
        Board.EVENT,
        "truongnghe",
        "institution",
        Standing.SCHEDULED,
        "Ngày mở cửa xưởng thực hành",
        "Phụ huynh và học sinh vào xem xưởng, hỏi thầy dạy nghề.",
        "event",
        for_all=True,
        in_days=25,
        details=WORKSHOP,
    ),
    Text(
        Board.VACANCY,
        "truongnghe",
        "institution",
        Standing.PUBLIC,
        "Xưởng mộc tuyển hai thợ phụ",
        "Xưởng nhận người mới học xong nghề mộc.",
        "vacancy",
        for_all=True,
        in_days=30,
        details=JOINER,
    ),
    Text(
        Board.VACANCY,
        "truongnghe",
        "institution",
        Standing.REVIEW,
        "Tuyển bốn thợ hàn",
        "Làm ở xưởng, có chỗ ở.",
        "vacancy",
        for_all=True,
        in_days=40,
        details=WELDER,
    ),
)
