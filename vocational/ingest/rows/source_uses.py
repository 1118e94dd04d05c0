"""Which public pages rest on which source, read off the references that entries make."""

from collections.abc import Callable, Iterator

from vocational.ingest.references import references
from vocational.search.kinds import BOARD_KINDS, GUIDE_ADDRESSES
from vocational.sources.kinds import PAGE_KINDS
from vocational.sources.models import SourceUse
from vocational.vietnamese import sort_text

TABLES = (SourceUse,)

# (kind of page, address without the first slash, title)
Page = tuple[str, str, str]
# The page that an entry of a kind stands on, alone or with others; None for an entry without a public page.
PAGES: dict[str, Callable[..., Page | None]] = {
    "institutions": lambda entry: _page("truong", entry) if entry.public else None,
    "programmes": lambda entry: _page("nganh", entry),
    "careers": lambda entry: _page("nghe", entry),
    "policies": lambda entry: _page("chinh-sach", entry),
    "policy_changes": lambda _entry: ("chinh-sach", "chinh-sach/", "Chính sách hỗ trợ"),
    "legal_documents": lambda entry: _page("van-ban", entry, f"{entry.number}: {entry.title}"),
    "pathways": lambda entry: _page("lo-trinh", entry),
    "indicators": lambda entry: _series(entry),
    "student_flow": lambda entry: _series(entry),
    "labour_market_notes": lambda entry: ("thi-truong", f"thi-truong/ghi-chu/{entry.slug}", entry.title),
    "targets": lambda _entry: ("muc-tieu", "muc-tieu", "Mục tiêu hướng nghiệp"),
    "reporting_duties": lambda _entry: ("muc-tieu", "muc-tieu", "Mục tiêu hướng nghiệp"),
    "framework_notes": lambda _entry: ("muc-tieu", "muc-tieu", "Mục tiêu hướng nghiệp"),
    "discrepancies": lambda _entry: ("muc-tieu", "muc-tieu", "Mục tiêu hướng nghiệp"),
    "notices": lambda entry: _page(BOARD_KINDS[entry.kind.board], entry, entry.title),
    "partners": lambda _entry: ("ket-noi", "ket-noi/", "Đơn vị làm cùng trường"),
    "secondary_schools": lambda _entry: ("ket-noi", "ket-noi/truong-pho-thong", "Trường phổ thông"),
    "guides": lambda entry: _guide(entry),
}
# Kinds whose entries are figures on the page of a school.
OF_SCHOOLS = ("outcomes", "quotas", "rounds", "admission_progress")


def rows(content) -> Iterator[tuple[type, dict]]:
    """Yield each page of each source once, by kind of page and title."""
    pages: dict[tuple[str, str], Page] = {}
    for page, source in _uses(content):
        pages.setdefault((source, page[1]), page)
    kinds = list(PAGE_KINDS)
    order = sorted(pages.items(), key=lambda use: (kinds.index(use[1][0]), sort_text(use[1][2]), use[0]))
    for position, ((source, address), (kind, _address, title)) in enumerate(order):
        own = {"source_id": source, "kind": kind, "address": address, "title": title}
        yield SourceUse, own | {"position": position}


def _uses(content) -> Iterator[tuple[Page, str]]:
    for kind, page_of in PAGES.items():
        for entry in content.entries(kind):
            if page := page_of(entry):
                yield from ((page, key) for _path, of, key in references(entry) if of == "sources")
    schools = {
        entry.slug: _page("truong", entry) for entry in content.entries("institutions") if entry.public
    }
    for kind in OF_SCHOOLS:
        for entry in content.entries(kind):
            if page := schools.get(entry.institution):
                yield from ((page, source) for source in entry.sources)


def _page(kind, entry, title="") -> Page:
    return kind, f"{kind}/{entry.slug}", title or entry.name


def _series(entry) -> Page:
    where = ", ".join(filter(None, (entry.place, entry.scope)))
    return "thi-truong", f"thi-truong/{entry.series}", f"{entry.indicator} – {where}"


def _guide(entry) -> Page | None:
    address = "en" if entry.lang == "en" else GUIDE_ADDRESSES.get(entry.slug, "").strip("/")
    return ("huong-dan", address, entry.title) if address else None
