"""An office of Ninh Thuận, three schools there and one elsewhere, and a notice sent to some."""

from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import event

from tests import factories, staff
from vocational.noticeboard.circulars import schools, service
from vocational.places.models import FormerUnit, UnitLink
from vocational.storage import db
from vocational.web import clock

AREA = "cu-ninh-thuan"


@pytest.fixture
def places(app):
    """Former provinces with what they became."""
    for code, name, former, old in (
        ("56", "Khánh Hòa", AREA, "Ninh Thuận"),
        ("66", "Đắk Lắk", "cu-dak-lak", "Đắk Lắk"),
    ):
        factories.province(code, name=name)
        day = date(2025, 7, 1)
        factories.keep(FormerUnit(id=former, name=old, kind="tinh", valid_to=day, **factories.SOURCED))
        factories.keep(UnitLink(former_id=former, province_code=code, is_split=False, valid_from=day))


@pytest.fixture
def office(places):
    """The office of Ninh Thuận."""
    return staff.unit("Phòng Giáo dục Ninh Thuận", "education-office", AREA)


@pytest.fixture
def editor(office):
    """Its editor, as services take her."""
    return staff.actor(role="editor", unit=office)


@pytest.fixture
def school_a(places):
    """A school with a unit."""
    return staff.unit("THCS An Hải", "school", AREA)


@pytest.fixture
def school_b(places):
    """Another."""
    return staff.unit("THCS Bắc Sơn", "school", AREA)


@pytest.fixture
def write():
    """A maker of drafts: by whom, with what."""

    def make(by, **values):
        common = {"title": "Chỉ tiêu năm 2027", "text": "Kính gửi **các trường**.", "confirm_by": None}
        return service.write(**common | values, by=by, now=clock.now())

    return make


@pytest.fixture
def send(write):
    """A maker of notices that were sent: by whom, to what, with what."""

    def make(by, areas=(AREA,), left_out=(), **values):
        row = write(by, **values)
        service.choose(row.id, areas=areas, kinds=(), left_out=left_out, by=by, now=clock.now())
        return send_draft(row.id, by)

    return make


def send_draft(id, by):
    """Send a draft as somebody does who has just looked at the list."""
    _row, draft = service.draft_of(id, by)
    expected = schools.fingerprint(service.chosen_for(draft, by, day=clock.today()))
    return service.send(id, expected=expected, by=by, now=clock.now(), today=clock.today())


@pytest.fixture
def statements(app):
    """A maker of lists into which every statement that the database gets is written meanwhile."""

    @contextmanager
    def noted():
        seen = []

        def note(_connection, _cursor, statement, *_more):
            seen.append(statement)

        event.listen(db.engine, "before_cursor_execute", note)
        yield seen
        event.remove(db.engine, "before_cursor_execute", note)

    return noted
