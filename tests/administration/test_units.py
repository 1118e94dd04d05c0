"""Units: added by hand or from the content, with settings of their own."""

import pytest
from sqlalchemy import delete

from tests import staff
from tests.conftest import TODAY
from vocational.accounts import queries, units
from vocational.accounts.kinds import UnitKind
from vocational.accounts.models import AuditEntry, AuditHead, Unit
from vocational.accounts.roles import SERVER
from vocational.storage import db
from vocational.web import clock

ROOT = "/ban-lam-viec/quan-tri/don-vi"
DESK = "/ban-lam-viec/"


@pytest.fixture
def administrator(app):
    """The browser of an administrator, where two areas are served."""
    app.extensions.pop("site", None)
    return staff.signed_in(app, role="administrator")


def test_an_office_is_added_by_hand(administrator):
    data = {"name": "Sở Giáo dục", "kind": "education-office", "area": "", "needs_approval": "y"}
    answer = administrator.post(f"{ROOT}/moi", data=data)

    assert "Sở Giáo dục" in administrator.get(answer.location).text


def test_a_school_needs_its_area(administrator):
    answer = administrator.post(f"{ROOT}/moi", data={"name": "THPT X", "kind": "school", "area": ""})

    assert answer.status_code == 422
    assert "Hãy chọn địa bàn" in answer.text


def test_a_setting_decides_whether_items_wait_for_approval(administrator):
    row = staff.unit(kind="office", area="")
    data = {"name": row.name, "kind": row.kind, "area": ""}
    administrator.post(f"{ROOT}/{row.id}/sua", data=data)

    assert not queries.unit(row.id).needs_approval
    assert "Đăng ngay" in administrator.get(f"{ROOT}/{row.id}").text


def test_asking_for_a_second_step_signs_those_without_one_out(app):
    row = staff.unit()
    teacher = staff.signed_in(app, unit=row)
    units.change_unit(
        row.id,
        name=row.name,
        kind=UnitKind.SCHOOL,
        area=row.area,
        needs_second_step=True,
        by=SERVER,
        now=clock.now(),
    )

    assert teacher.get(DESK).status_code == 303


def test_what_a_unit_is_stays_while_somebody_works_there(administrator):
    row = staff.unit(kind="office", area="")
    staff.account(role="editor", unit=row)
    data = {"name": row.name, "kind": "agency", "area": ""}

    assert "Đơn vị đã có người làm việc" in administrator.post(f"{ROOT}/{row.id}/sua", data=data).text


def test_two_units_never_share_name_kind_and_area(administrator):
    row = staff.unit(kind="office", area="")
    data = {"name": row.name, "kind": "office", "area": ""}

    assert "Đã có đơn vị" in administrator.post(f"{ROOT}/moi", data=data).text


@pytest.fixture
def real(published):
    """The site with the real content, left as it was found."""
    with published.app_context():
        yield published
        for table in (Unit, AuditEntry, AuditHead):
            db.session.execute(delete(table))
        db.session.commit()


def test_the_content_knows_schools_institutions_and_communes(real):
    added = units.add_known(by=SERVER, now=clock.now())

    assert added > 50
    assert {row.kind for row in queries.units(queries.EVERYWHERE, day=TODAY)} == set(units.KEYS.values())
    assert units.add_known(by=SERVER, now=clock.now()) == 0
