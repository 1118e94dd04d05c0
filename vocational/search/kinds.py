"""How the words of other rooms (audiences, boards, stages) stand in search documents."""

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
