"""What happens to a report that something on a page is wrong: sent, checked, put right or declined."""

import re
from datetime import date, datetime
from urllib.parse import unquote, urlsplit

from vocational.accounts import audit
from vocational.accounts import queries as accounts
from vocational.accounts.roles import Actor, require
from vocational.errors import NotAcceptable
from vocational.noticeboard.items import public as items
from vocational.noticeboard.items.kinds import ADDRESSES
from vocational.questions import codes, queries
from vocational.questions.kinds import ReportState
from vocational.questions.models import Report
from vocational.questions.service import CONFLICT, put
from vocational.storage import writing

MOST_OF_A_PAGE = 200
"""Open reports of one page; more of them tell the desk nothing new."""
BOARDS = {address: board for board, address in ADDRESSES.items()}
PAGE = re.compile(r"(?!.*//)/[\w\-./~]{0,250}")


def own_page(typed: str, site: str) -> str | None:
    """Return the page that somebody named, as an address of this site without parameters; None for others.

    `site` is where the site lives: «https://huongnghiep.vn/nghe».
    """
    text = typed.strip().removeprefix(site) or "/"
    path = unquote(urlsplit(text).path) if text.startswith("/") and not text.startswith("//") else ""
    return path if PAGE.fullmatch(path) else None


def send(*, page: str, text: str, right_source: str, code: str, today: date) -> Report:
    """Lay a report on the desk of who keeps the page, once for each code."""
    unit = keeper(page)
    row = Report(
        key=codes.key_of(code),
        page=page,
        text=text,
        right_source=right_source,
        asked_on=today,
        unit_id=unit.id if unit else None,
        area=unit.area if unit else "",
    )
    full = queries.open_reports_of(page, today=today) >= MOST_OF_A_PAGE
    return put(row, code, full=full, today=today)


def keeper(page: str):
    """Return the unit that keeps what a page tells; None when the office does."""
    kind, _slash, slug = page.strip("/").partition("/")
    if kind in BOARDS and slug:
        return items.unit_of(BOARDS[kind], slug)
    return accounts.unit_of_institution(slug) if kind == "truong" and slug else None


def handle(
    id: int, *, version: int, state: ReportState, reason: str, by: Actor, now: datetime, today: date
) -> Report:
    """Say what became of a report; whoever sent it reads the reason by her code."""
    with writing():
        row = queries.report(id)
        require(by, "correction.handle", row.place)
        if row.version != version:
            raise NotAcceptable([CONFLICT])
        if row.state_on(today) is ReportState.FORGOTTEN:
            raise NotAcceptable(["Nội dung báo này đã hết hạn giữ và đã xóa; không xử lý tiếp được."])
        if state is ReportState.DECLINED and not reason:
            raise NotAcceptable(["reason: Hãy nói vì sao không sửa, để người báo hiểu."])
        before = told(row)
        row.state, row.reason, row.version = state.value, reason, row.version + 1
        row.closed_on = (row.closed_on or today) if state.is_closed else None
        audit.record(by, "correction.handle", f"report:{id}", *audit.changes(before, told(row)), now)
    return row


def hand_on(id: int, *, version: int, unit_id: int | None, by: Actor, now: datetime) -> Report:
    """Lay a report on the desk of a unit, or of the office (None)."""
    with writing():
        row = queries.report(id)
        require(by, "correction.handle", row.place)
        if row.version != version:
            raise NotAcceptable([CONFLICT])
        before, unit = told(row), accounts.unit(unit_id) if unit_id else None
        row.unit_id, row.area = (unit.id, unit.area) if unit else (None, "")
        row.version += 1
        audit.record(by, "correction.hand-on", f"report:{id}", *audit.changes(before, told(row)), now)
    return row


def told(row: Report) -> dict:
    """Return what the audit keeps of a report: nothing of what was sent."""
    return {"state": row.state, "reason": row.reason, "unit": row.unit_id, "page": row.page}
