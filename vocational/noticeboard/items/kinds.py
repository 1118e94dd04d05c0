"""Where a piece of writing stands, and what it can be marked with, as code and as people call it."""

from enum import StrEnum

from vocational.noticeboard.kinds import Board, Kind

KIND_LABELS = {Board.ANNOUNCEMENT: "Thông báo", Board.EVENT: "Sự kiện", Board.VACANCY: "Việc làm"}
TOPICS = {
    Board.ANNOUNCEMENT: (Kind.NEWS, Kind.ADMISSION, Kind.SCHOLARSHIP),
    Board.EVENT: (Kind.EVENT,),
    Board.VACANCY: (Kind.VACANCY,),
}
ADDRESSES = {Board.ANNOUNCEMENT: "thong-bao", Board.EVENT: "su-kien", Board.VACANCY: "viec-lam"}
GRADES = ("6", "7", "8", "9", "10", "11", "12")


class State(StrEnum):
    """What was last done to an item: what is kept of it."""

    DRAFT = "draft"
    REVIEW = "review"
    RETURNED = "returned"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


class Standing(StrEnum):
    """Where an item stands at a moment: its state, and what the clock makes of an approved one."""

    DRAFT = "draft"
    REVIEW = "review"
    RETURNED = "returned"
    SCHEDULED = "scheduled"
    PUBLIC = "public"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The standing as people call it."""
        return STANDING_LABELS[self]


class Facet(StrEnum):
    """What a version can be marked with, several values each."""

    AUDIENCE = "audience"
    GRADE = "grade"
    AREA = "area"
    INSTITUTION = "institution"


STANDING_LABELS = {
    Standing.DRAFT: "Bản nháp",
    Standing.REVIEW: "Chờ duyệt",
    Standing.RETURNED: "Trả lại để sửa",
    Standing.SCHEDULED: "Hẹn giờ đăng",
    Standing.PUBLIC: "Đang đăng",
    Standing.EXPIRED: "Đã hết hạn",
    Standing.WITHDRAWN: "Đã gỡ",
}
