"""A posted item as the texts to share take it: its dates and facts in words."""

from datetime import date, datetime

from vocational.noticeboard.dates import ZONE, day_of
from vocational.noticeboard.items.posted import WEEKDAYS, Posted
from vocational.noticeboard.kinds import Board
from vocational.noticeboard.sharing.plain import lines_of
from vocational.noticeboard.sharing.texts import Told
from vocational.web.formatting import number

KINDS = {Board.ANNOUNCEMENT: "Thông báo", Board.EVENT: "Sự kiện", Board.VACANCY: "Việc làm"}


def told(posted: Posted, address: str) -> Told:
    """Return what is told of a posted item."""
    version = posted.version
    return Told(
        kind=KINDS[posted.board],
        title=version.title,
        unit=posted.item.unit.name,
        address=address,
        summary=" ".join(version.summary.split()),
        facts=tuple((name, value) for name, value in _facts(posted) if value),
        lines=tuple([*lines_of(version.html), *_requirements(posted)]),
        contact=" ".join(version.contact.split()),
        over=posted.is_over,
    )


def day_words(day: date) -> str:
    """Return «thứ bảy, ngày 5 tháng 12 năm 2026»."""
    return f"{WEEKDAYS[day.weekday()]}, ngày {day.day} tháng {day.month} năm {day.year}"


def moment_words(moment: datetime) -> str:
    """Return «7 giờ 30, thứ bảy, ngày 5 tháng 12 năm 2026»."""
    return f"{clock_words(moment)}, {day_words(day_of(moment))}"


def clock_words(moment: datetime) -> str:
    """Return «7 giờ 30»."""
    local = moment.astimezone(ZONE)
    return f"{local.hour} giờ {local.minute:02}" if local.minute else f"{local.hour} giờ"


def facts(posted: Posted) -> list[tuple[str, str]]:
    """Return the facts of a posted item with their names, those that nobody gave left out."""
    return [(name, value) for name, value in _facts(posted) if value]


def _facts(posted: Posted):
    event, vacancy = posted.version.event, posted.version.vacancy
    if posted.is_timed:
        yield "Thời gian", _span(posted)
    if event:
        yield "Địa điểm", event.place
        yield "Số chỗ", f"{event.capacity} người" if event.capacity else ""
        yield "Đơn vị tổ chức", event.organiser
    if vacancy:
        yield "Nơi tuyển", vacancy.employer
        yield "Công việc", vacancy.occupation
        yield "Nơi làm việc", vacancy.place
        yield "Số người cần", f"{vacancy.count} người" if vacancy.count else ""
        yield "Lương", wage(vacancy)
        yield "Hạn nộp hồ sơ", day_words(vacancy.deadline) if vacancy.deadline else ""
    yield "Dành cho", ", ".join(posted.audience_labels)


def _span(posted: Posted) -> str:
    starts = moment_words(posted.starts)
    if posted.ends is None:
        return starts
    if day_of(posted.ends) != posted.starts_on:
        return f"từ {starts} đến {moment_words(posted.ends)}"
    return f"từ {clock_words(posted.starts)} đến {clock_words(posted.ends)}, {day_words(posted.starts_on)}"


def wage(vacancy) -> str:
    """Return the wages of a vacancy in figures, as far as they are known."""
    low, high = (number(value or None) for value in (vacancy.wage_low, vacancy.wage_high))
    if low and high and low != high:
        return f"{low}–{high} đồng/tháng"
    if low or high:
        return f"{'từ ' if low and not high else 'đến ' if high and not low else ''}{low or high} đồng/tháng"
    return ""


def _requirements(posted: Posted) -> list[str]:
    text = posted.version.vacancy.requirements if posted.version.vacancy else ""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return ["Yêu cầu:", *(line for line in lines if line)] if any(lines) else []
