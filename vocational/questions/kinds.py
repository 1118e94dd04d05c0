"""What questions are about, and where a question, an answer for all and a report stand."""

from enum import StrEnum


class Topic(StrEnum):
    """What a question is about."""

    SCHOOL = "truong"
    TRADE = "nganh-nghe"
    ADMISSION = "tuyen-sinh"
    GRADE_10 = "lop-10"
    MONEY = "ho-tro"
    WORK = "viec-lam"
    FAMILY = "gia-dinh"
    OTHER = "khac"

    @property
    def label(self) -> str:
        """The topic as people call it."""
        return TOPICS[self]


TOPICS = {
    Topic.SCHOOL: "Chọn trường, chỗ ở, đi lại",
    Topic.TRADE: "Chọn ngành, chọn nghề",
    Topic.ADMISSION: "Hồ sơ, hạn nộp, tuyển sinh trường nghề",
    Topic.GRADE_10: "Thi và học lớp 10",
    Topic.MONEY: "Học phí, học bổng, vay vốn",
    Topic.WORK: "Việc làm sau khi học",
    Topic.FAMILY: "Em và cha mẹ nghĩ khác nhau",
    Topic.OTHER: "Chuyện khác",
}


class State(StrEnum):
    """Where a question stands. FORGOTTEN is one that nobody answered in time."""

    WAITING = "waiting"
    ANSWERED = "answered"
    REFUSED = "refused"
    FORGOTTEN = "forgotten"

    @property
    def label(self) -> str:
        """The state in words."""
        return STATES[self]


STATES = {
    State.WAITING: "Chờ trả lời",
    State.ANSWERED: "Đã trả lời",
    State.REFUSED: "Đã từ chối",
    State.FORGOTTEN: "Quá 90 ngày, đã xóa nội dung",
}


class FaqState(StrEnum):
    """Where an answer for all stands."""

    WAITING = "waiting"
    RETURNED = "returned"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The state in words."""
        return FAQ_STATES[self]


FAQ_STATES = {
    FaqState.WAITING: "Chờ duyệt",
    FaqState.RETURNED: "Trả lại để sửa",
    FaqState.PUBLISHED: "Đang đăng",
    FaqState.WITHDRAWN: "Đã gỡ",
}


class ReportState(StrEnum):
    """Where a report of something wrong stands."""

    NEW = "new"
    CHECKED = "checked"
    FIXED = "fixed"
    DECLINED = "declined"
    FORGOTTEN = "forgotten"

    @property
    def label(self) -> str:
        """The state in words."""
        return REPORT_STATES[self]

    @property
    def is_closed(self) -> bool:
        """Whether nothing is left to do."""
        return self not in {ReportState.NEW, ReportState.CHECKED}


REPORT_STATES = {
    ReportState.NEW: "Mới nhận",
    ReportState.CHECKED: "Đang kiểm tra",
    ReportState.FIXED: "Đã sửa",
    ReportState.DECLINED: "Không sửa",
    ReportState.FORGOTTEN: "Quá 90 ngày, đã xóa nội dung",
}
KIND_REASONS = (
    "Câu hỏi có thông tin riêng của một người nên trang không trả lời ở đây. Em hỏi lại và bỏ phần ấy nhé.",
    "Trang chưa hiểu rõ điều em cần. Em hỏi lại, kể thêm em đang học lớp mấy và muốn biết điều gì nhé.",
    "Việc này ngoài hướng nghiệp, trang không trả lời đúng được. Em hỏi thầy cô chủ nhiệm hoặc người em tin.",
    "Câu này cần gặp và nói chuyện trực tiếp. Em đến gặp thầy cô tư vấn của trường em nhé.",
)
"""What a refusal can say; whoever refuses may change the words."""
