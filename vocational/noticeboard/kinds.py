"""The kinds of notices, where each hangs, and the words readers see for them."""

from enum import StrEnum


class Board(StrEnum):
    """One list of notices; each has its own address."""

    ANNOUNCEMENT = "announcement"
    EVENT = "event"
    VACANCY = "vacancy"


class Kind(StrEnum):
    """What a notice is about."""

    ADMISSION = "admission"
    NEWS = "news"
    SCHOLARSHIP = "scholarship"
    EVENT = "event"
    VACANCY = "vacancy"

    @property
    def label(self) -> str:
        """The kind as readers see it."""
        return KIND_LABELS[self]

    @property
    def board(self) -> Board:
        """The list that notices of this kind hang on."""
        return next(board for board, kinds in BOARD_KINDS.items() if self in kinds)


class Area(StrEnum):
    """The area a notice speaks of, as its source names it; not the same as a present province."""

    BUON_HO = "buon-ho"
    DAK_LAK = "dak-lak"
    NINH_THUAN = "ninh-thuan"
    KHANH_HOA = "khanh-hoa"
    PHU_YEN = "phu-yen"
    NEARBY = "lan-can"

    @property
    def label(self) -> str:
        """The area as readers see it."""
        return AREA_LABELS[self]


class Audience(StrEnum):
    """Whom a notice is for."""

    GRADE_9 = "lop-9"
    GRADE_12 = "lop-12"
    PARENTS = "phu-huynh"

    @property
    def label(self) -> str:
        """The readers as they are called on the page."""
        return AUDIENCE_LABELS[self]


BOARD_KINDS = {
    Board.ANNOUNCEMENT: (Kind.ADMISSION, Kind.SCHOLARSHIP, Kind.NEWS),
    Board.EVENT: (Kind.EVENT,),
    Board.VACANCY: (Kind.VACANCY,),
}
KIND_LABELS = {
    Kind.ADMISSION: "Tuyển sinh",
    Kind.NEWS: "Tin",
    Kind.SCHOLARSHIP: "Học bổng",
    Kind.EVENT: "Sự kiện",
    Kind.VACANCY: "Việc làm",
}
AREA_LABELS = {
    Area.BUON_HO: "Thị xã Buôn Hồ cũ",
    Area.DAK_LAK: "Đắk Lắk",
    Area.NINH_THUAN: "Ninh Thuận cũ",
    Area.KHANH_HOA: "Khánh Hòa",
    Area.PHU_YEN: "Phú Yên cũ",
    Area.NEARBY: "Tỉnh lân cận, TP. Hồ Chí Minh",
}
AUDIENCE_LABELS = {
    Audience.GRADE_9: "Học sinh lớp 9",
    Audience.GRADE_12: "Học sinh lớp 12",
    Audience.PARENTS: "Phụ huynh",
}
