"""The kinds of pages in search, and how the words of other rooms (audiences, boards, stages) stand there."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of pages: its name, the name in one or two words, and the drawing beside it, if it has one."""

    name: str
    short: str
    icon: str = ""


AUDIENCE_ENTRIES = {"lop-9": "lop-9", "hs-lop-9": "lop-9", "lop-12": "lop-12", "hs-lop-12": "lop-12"}
BOARD_KINDS = {"announcement": "thong-bao", "event": "su-kien", "vacancy": "viec-lam"}
# The stages of the pathways at which somebody has just finished a grade.
AFTER_9 = {"lop-9", "tot-nghiep-thcs"}
AFTER_12 = {"lop-12", "tot-nghiep-thpt", "hoan-thanh-thpt"}
GUIDE_ADDRESSES = {
    "lop-9": "/lop-9",
    "lop-12": "/lop-12",
    "phu-huynh": "/phu-huynh",
    "tu-van-vien": "/tu-van-vien",
    "gioi-thieu": "/gioi-thieu",
    "cach-lam": "/nguon/",
    "ho-tro-tiep-can": "/ho-tro-tiep-can",
    "quyen-rieng-tu": "/quyen-rieng-tu",
    "lien-he": "/lien-he",
}
KINDS = {
    "truong": Kind("Trường, trung tâm", "Trường", "school"),
    "nganh": Kind("Ngành đào tạo", "Ngành", "book"),
    "nghe": Kind("Nghề nghiệp", "Nghề", "work"),
    "chinh-sach": Kind("Chính sách hỗ trợ", "Chính sách", "money"),
    "lo-trinh": Kind("Lộ trình học", "Lộ trình", "compass"),
    "van-ban": Kind("Văn bản", "Văn bản", "document"),
    "thi-truong": Kind("Số liệu thị trường", "Số liệu"),
    "ghi-chu": Kind("Ghi chú thị trường, doanh nghiệp", "Ghi chú"),
    "thong-bao": Kind("Thông báo", "Thông báo"),
    "su-kien": Kind("Sự kiện", "Sự kiện", "calendar"),
    "viec-lam": Kind("Việc làm", "Việc làm", "people"),
    "huong-dan": Kind("Hướng dẫn", "Hướng dẫn"),
    "hoi-dap": Kind("Hỏi đáp", "Hỏi đáp", "question"),
}
"""The kinds of pages that can be found, in the order to show them."""
DISTANCES = {
    "truong": "",
    "nganh": "Nơi dạy gần nhất: ",
    "ghi-chu": "",
    "thong-bao": "",
    "su-kien": "",
    "viec-lam": "",
}
"""The kinds of pages that lie somewhere, with the words before their distance."""
