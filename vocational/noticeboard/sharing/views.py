"""Feeds, calendars, and the texts and sheets with which people pass an item on."""

from flask import Blueprint, Response, render_template, request, url_for

from vocational.errors import NotFound
from vocational.noticeboard import boards
from vocational.noticeboard.items import public
from vocational.noticeboard.items.kinds import ADDRESSES
from vocational.noticeboard.items.posted import Posted
from vocational.noticeboard.kinds import Area
from vocational.noticeboard.queries import Asked
from vocational.noticeboard.sharing import entries, telling, texts
from vocational.noticeboard.sharing.atom import Feed, all_of, xml_of
from vocational.web import clock
from vocational.web.access import public as open_to_all
from vocational.web.calendars import calendar_response
from vocational.web.pages import absolute
from vocational.web.qr import qr
from vocational.web.site import site

bp = Blueprint("sharing", __name__)
BOARDS = {address: board for board, address in ADDRESSES.items()}
ON_BOARD = '/<any("thong-bao","su-kien","viec-lam"):board>'
MOST_ENTRIES = 50
MOST_DAYS = 300


@bp.route(f"{ON_BOARD}.atom")
@open_to_all
def feed(board):
    now, asked = clock.now(), _asked()
    found = boards.latest(BOARDS[board], asked, now=now, limit=MOST_ENTRIES)
    made = Feed(
        address=absolute(url_for("sharing.feed", board=board, **_parameters(asked))),
        page=absolute(url_for(f"noticeboard.{BOARDS[board]}_list", **_parameters(asked))),
        title=f"{telling.KINDS[BOARDS[board]]} – {site.name}",
        author=site.name,
        entries=all_of((entries.of(one, _address(one)) for one in found), MOST_ENTRIES),
    )
    return Response(xml_of(made, now=now), content_type="application/atom+xml; charset=utf-8")


@bp.route("/lich.ics")
@open_to_all
def calendar():
    now = clock.now()
    found = boards.dated(now=now, limit=MOST_DAYS)
    days = [day for one in found for day in entries.days_of(one, _address(one))]
    return calendar_response("lich", f"Lịch – {site.short_name}", days, today=clock.today())


# With the name of each board spelled out: else the pages of the boards would take «….ics» for a name.
@bp.route("/thong-bao/<string:slug>.ics", defaults={"board": "thong-bao"})
@bp.route("/su-kien/<string:slug>.ics", defaults={"board": "su-kien"})
@bp.route("/viec-lam/<string:slug>.ics", defaults={"board": "viec-lam"})
@open_to_all
def item_calendar(board, slug):
    posted = _posted(board, slug)
    days = entries.days_of(posted, _address(posted))
    if not days:
        raise NotFound(slug)
    return calendar_response(slug, posted.title, days, today=clock.today())


@bp.route(f"{ON_BOARD}/<string:slug>/chia-se")
@open_to_all
def share(board, slug):
    posted = _posted(board, slug)
    told = telling.told(posted, absolute(_address(posted)))
    return render_template(
        "sharing/share.html",
        posted=posted,
        message=texts.message(told),
        speech=texts.speech(told, contact_at_site=site.counselling_phone),
        doubtful=texts.doubtful(told),
    )


@bp.route(f"{ON_BOARD}/<string:slug>/to-in")
@open_to_all
def sheet(board, slug):
    posted = _posted(board, slug)
    address = absolute(f"{_address(posted)}?ban={posted.version.number}")
    return render_template(
        "sharing/sheet.html",
        posted=posted,
        facts=telling.facts(posted),
        address=address,
        code=qr(address, "Mã QR dẫn đến bài này trên trang"),
    )


def _posted(board: str, slug: str) -> Posted:
    """Return what readers have under an address; raises NotFound also for what was taken down."""
    found = public.page(BOARDS[board], slug, now=clock.now())
    if not isinstance(found, Posted):
        raise NotFound(slug)
    return found


def _asked() -> Asked:
    """Return the unit and area that a feed is narrowed to; what does not exist is left out."""
    area, unit = request.args.get("khu-vuc", ""), request.args.get("don-vi", "")
    areas = [area] if area in set(Area) else []
    return Asked(area=areas, unit=[unit] if unit.isascii() and unit.isdigit() and len(unit) < 10 else [])


def _parameters(asked: Asked) -> dict:
    return {"khu-vuc": list(asked.area) or None, "don-vi": list(asked.unit) or None}


def _address(entry) -> str:
    return url_for(f"noticeboard.{entry.board}", slug=entry.slug)
