"""Suggestions while typing, as the script of the search box shows them."""

from collections.abc import Iterable

KINDS = {
    "truong": "Trường",
    "nganh": "Ngành",
    "nghe": "Nghề",
    "chinh-sach": "Chính sách",
    "lo-trinh": "Lộ trình",
    "van-ban": "Văn bản",
    "thi-truong": "Số liệu",
    "ghi-chu": "Doanh nghiệp",
    "thong-bao": "Thông báo",
    "su-kien": "Sự kiện",
    "viec-lam": "Việc làm",
    "huong-dan": "Hướng dẫn",
}
"""The kinds of pages in one or two words."""


def as_json(found: Iterable, root: str) -> list[dict]:
    """Return completions for the script; addresses begin with `root`, where the site is mounted.

    `text` is the name in pieces, each with 1 where it repeats what was typed; `page` is the title of the page
    where that is another.
    """
    return [
        {
            "text": [[piece, int(is_marked)] for piece, is_marked in one.segments],
            "kind": KINDS.get(one.kind, ""),
            "url": root + one.url,
            "page": "" if one.title == one.text else one.title,
        }
        for one in found
    ]
