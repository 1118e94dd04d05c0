"""Searching: what a visitor typed and chose in, found pages out."""

from pathlib import Path

from sqlalchemy import select

from vocational.errors import SearchUnavailable
from vocational.search.engine import api
from vocational.search.engine.answers import IndexUnusable, Request, Results
from vocational.search.models import Vocabulary
from vocational.storage import db

KINDS = {
    "truong": "Trường, trung tâm",
    "nganh": "Ngành đào tạo",
    "nghe": "Nghề nghiệp",
    "chinh-sach": "Chính sách hỗ trợ",
    "lo-trinh": "Lộ trình học",
    "van-ban": "Văn bản",
    "thi-truong": "Số liệu thị trường",
    "ghi-chu": "Doanh nghiệp, khu công nghiệp",
    "thong-bao": "Thông báo",
    "su-kien": "Sự kiện",
    "viec-lam": "Việc làm",
    "huong-dan": "Hướng dẫn",
}


def search(folder: Path, *, words: str, filters: dict, offset: int, limit: int, sort: str) -> Results:
    """Return what answers the words within the chosen options; raises SearchUnavailable."""
    request = Request(q=words, filters=filters, offset=offset, limit=limit, sort=sort)
    try:
        return api.search(folder, request)
    except IndexUnusable as error:
        raise SearchUnavailable(str(error)) from error


def index_state(folder: Path) -> str:
    """Return «ok», «missing» or «damaged»."""
    state = api.status(folder).state
    return "ok" if state == "ready" else state


def index_size(folder: Path) -> int:
    """Return how many pages the index holds."""
    return api.status(folder).documents


def vocabulary() -> dict:
    """Return what the search knows of how people type; empty before the first load."""
    return db.session.scalar(select(Vocabulary.data)) or {}
