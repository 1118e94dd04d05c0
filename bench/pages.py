"""Which pages are measured, and what the peer is asked for beside them."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

# The same rows on a page on both sides.
PAGE_SIZE = 20
DETAILS = 8
WORDS = ("o to", "điều dưỡng", "dien lanh", "học phí", "trường cao đẳng y tế", "sua may tinh")


@dataclass(frozen=True)
class Pair:
    """Addresses of the site, and those of Datasette that show the same rows.

    `demanded`: must be 3 times as fast. The front page and the search have no counterpart at the peer; the
    nearest thing stands beside them.
    """

    name: str
    ours: list[str]
    theirs: list[str]
    demanded: bool = True


def pairs(database: Path) -> list[Pair]:
    """Return the pairs for a loaded database."""
    return [
        Pair("Home", ["/"], ["/peer"], demanded=False),
        Pair(
            "School list",
            ["/truong/", "/truong/?loai=cao-dang", "/truong/?trang=2"],
            ["/peer/institution", "/peer/institution?kind=cao-dang", "/peer/institution?_next=cao-dang-y-te"],
        ),
        _details("School page", "/truong/", "institution", database, where="public"),
        Pair(
            "Seats of a year",
            ["/tuyen-sinh/2026", "/tuyen-sinh/2025", "/tuyen-sinh/2025?bac=trung-cap"],
            ["/peer/quota?year=2026", "/peer/quota?year=2025", "/peer/quota?year=2025&seats__gt=100"],
        ),
        Pair("Programme list", ["/nganh/"], ["/peer/programme?_size=150"]),
        _details("Programme page", "/nganh/", "programme", database, where="institution_count > 0"),
        Pair("Occupation list", ["/nghe/"], ["/peer/career"]),
        _details("Occupation page", "/nghe/", "career", database),
        Pair("Policy list", ["/chinh-sach/"], ["/peer/policy?_size=40"]),
        _details("Policy page", "/chinh-sach/", "policy", database),
        Pair(
            "Search",
            [f"/tim-kiem?q={quote(words)}" for words in WORDS],
            [f"/peer/institution?words__contains={quote(words)}" for words in WORDS],
            demanded=False,
        ),
    ]


def _details(name, address, table, database, where="1"):
    slugs = slugs_of(database, table, where)
    return Pair(name, [f"{address}{slug}" for slug in slugs], [f"/peer/{table}/{slug}" for slug in slugs])


def slugs_of(database: Path, table: str, where: str = "1", limit: int = DETAILS) -> list[str]:
    """Return some slugs of a table, evenly spread."""
    with closing(sqlite3.connect(database)) as connection:
        # Names of tables and conditions stand in this file; nothing comes from outside.
        slugs = [
            slug for (slug,) in connection.execute(f"SELECT slug FROM {table} WHERE {where} ORDER BY slug")
        ]
    return slugs[:: max(1, len(slugs) // limit)][:limit]


LISTS = (
    *(
        "/truong/",
        "/truong/?q=cao",
        "/truong/?bac=trung-cap&vao=lop-9",
        "/truong/?khu-vuc=66",
        "/truong/?trang=2",
    ),
    *("/truong/?sap-xep=ten", "/nganh/", "/nganh/?bac=cao-dang", "/tuyen-sinh/", "/tuyen-sinh/2025"),
    *(
        "/tuyen-sinh/2025?bac=trung-cap",
        "/tuyen-sinh/2025?khu-vuc=66&sap-xep=so-giam",
        "/tuyen-sinh/2025?trang=2",
    ),
    *("/nghe/", "/chinh-sach/", "/van-ban/", "/lo-trinh/", "/thi-truong/", "/thi-truong/sau-lop-9"),
    *(
        "/viec-lam/",
        "/thong-bao/",
        "/su-kien/",
        "/ket-noi/",
        "/ket-noi/truong-pho-thong",
        "/muc-tieu",
        "/nguon/",
    ),
    *("/tim-kiem?q=o+to", "/tim-kiem?q=truong+cao+dang", "/tim-kiem"),
)
"""Every list that could grow with the content."""

OTHERS = ("/", "/lop-9", "/nganh/cong-nghe-o-to", "/truong/cao-dang-dak-lak", "/nghe/tho-sua-chua-o-to")
"""Single pages that draw on tables which grow."""
