"""Makers of valid records; a test names only the values it is about."""

from datetime import date

from vocational.guides.models import Guide
from vocational.places.models import Commune, Province
from vocational.sources.models import Source
from vocational.storage import db

SOURCED = {
    "sources": ["inst-1"],
    "as_of": "2026-10-01",
    "confidence": "high",
    "checked_on": date(2026, 11, 1),
}


def keep(row):
    """Write a row and return it."""
    db.session.add(row)
    db.session.commit()
    return row


def source(id="inst-1", **values):
    return keep(Source(**{"id": id, "position": 0, "title": f"Bài báo {id}", "urls": []} | values))


def province(code="66", **values):
    return keep(
        Province(
            **{"code": code, "name": "Đắk Lắk", "kind": "tỉnh", "valid_from": date(2025, 7, 1)}
            | SOURCED
            | values
        )
    )


def commune(code="24305", **values):
    common = {
        "code": code,
        "name": "Buôn Hồ",
        "kind": "phường",
        "province_code": "66",
        "valid_from": date(2025, 7, 1),
    }
    return keep(Commune(**common | SOURCED | values))


def guide(slug="lop-9", **values):
    common = {
        "slug": slug,
        "title": "Em học lớp 9",
        "summary": "Bốn đường đi tiếp.",
        "audience": "lop-9",
        "html": "<p>Chào em.</p>",
    }
    return keep(Guide(**common | SOURCED | values))
