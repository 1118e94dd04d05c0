"""The audit: no entry can be changed, taken out, put in or moved without that being noticed."""

from datetime import UTC, date, datetime

import flask_migrate
import pytest
from sqlalchemy import delete, func, select, text, update
from sqlalchemy.exc import DBAPIError

from tests import staff
from tests.test_migrations import empty  # noqa: F401 – a fixture
from vocational.accounts import audit
from vocational.accounts.models import AuditEntry, AuditHead
from vocational.accounts.roles import SERVER
from vocational.storage import db, writing

NOW = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)


def write(times=5):
    for number in range(times):
        with writing():
            audit.record(SERVER, "unit.change", f"unit:{number}", {"name": "cũ"}, {"name": "mới"}, NOW)


def faults():
    db.session.expire_all()
    return [(fault.id, fault.says) for fault in audit.faults()]


@pytest.fixture
def chain(app):
    """Five entries of an audit in order."""
    write()
    assert faults() == []


def test_an_entry_says_who_what_before_and_after(app):
    with writing():
        audit.record(SERVER, "unit.change", "unit:1", {"since": date(2026, 1, 2)}, {"names": {"a"}}, NOW)

    [entry] = db.session.scalars(select(AuditEntry))
    assert (entry.post, entry.verb, entry.object) == ("Máy chủ (dòng lệnh)", "unit.change", "unit:1")
    assert (entry.before, entry.after) == ({"since": "2026-01-02"}, {"names": ["a"]})


def test_an_empty_audit_is_sound(app):
    assert faults() == []


@pytest.mark.parametrize(
    "values",
    [
        {"post": "Ai đó khác"},
        {"verb": "unit.add"},
        {"object": "unit:99"},
        {"before": None},
        {"after": {"name": "khác"}},
        {"at": datetime(2020, 1, 1, tzinfo=UTC)},
        {"account_id": 7},
    ],
)
def test_a_changed_entry_is_found(chain, values):
    db.session.execute(update(AuditEntry).where(AuditEntry.id == 3).values(values))
    db.session.commit()

    assert faults() == [(3, "nội dung đã bị sửa")]


def test_a_changed_entry_with_a_fitting_mark_is_found_by_the_next(chain):
    entry = db.session.get(AuditEntry, 3)
    entry.post = "Ai đó khác"
    entry.hash = audit.fingerprint(entry)
    db.session.commit()

    assert faults() == [(4, "không nối tiếp mục trước")]


def test_an_entry_taken_out_is_missed(chain):
    db.session.execute(delete(AuditEntry).where(AuditEntry.id == 3))
    db.session.commit()

    assert faults() == [(3, "thiếu mục 3 đến 3")]


def test_the_last_entry_taken_out_is_missed(chain):
    db.session.execute(delete(AuditEntry).where(AuditEntry.id == 5))
    db.session.commit()

    assert faults() == [(5, "nhật ký phải có 5 mục, nay hết ở mục 4")]


def test_two_entries_that_changed_places_are_found(chain):
    for before, after in ((2, 99), (3, 2), (99, 3)):
        db.session.execute(update(AuditEntry).where(AuditEntry.id == before).values(id=after))
    db.session.commit()

    assert {id for id, _says in faults()} == {2, 3, 4}


def test_an_entry_put_in_at_the_end_is_found(chain):
    last = db.session.get(AuditEntry, 5)
    fresh = AuditEntry(id=6, at=NOW, post="Kẻ khác", verb="x", object="y", previous=last.hash)
    fresh.hash = audit.fingerprint(fresh)
    db.session.add(fresh)
    db.session.commit()

    assert faults() == [(7, "nhật ký phải có 5 mục, nay hết ở mục 6")]


def test_a_rewritten_chain_is_found_by_a_mark_noted_elsewhere(chain):
    mark = audit.seal()[1]
    db.session.execute(delete(AuditEntry))
    db.session.execute(delete(AuditHead))
    db.session.commit()
    write()
    with writing():
        db.session.get(AuditEntry, 1).post = "x"

    assert audit.has_mark(5, mark)
    assert not audit.has_mark(4, mark)


def test_what_is_undone_leaves_no_entry(app):
    with pytest.raises(ZeroDivisionError), writing():
        audit.record(SERVER, "unit.change", "unit:1", None, None, NOW)
        raise ZeroDivisionError

    assert db.session.scalar(select(func.count()).select_from(AuditEntry)) == 0
    assert audit.seal() == (0, audit.START)


def test_the_command_tells_that_all_is_sound(app):
    write()
    said = app.test_cli_runner().invoke(args=["audit", "verify"])

    assert said.exit_code == 0
    assert "Nhật ký còn nguyên: 5 mục." in said.output


def test_the_command_fails_when_something_was_changed(chain, app):
    db.session.execute(update(AuditEntry).where(AuditEntry.id == 2).values(post="x"))
    db.session.commit()
    said = app.test_cli_runner().invoke(args=["audit", "verify"])

    assert said.exit_code == 1
    assert "Mục 2: nội dung đã bị sửa" in said.output


@pytest.fixture
def migrated(empty):  # noqa: F811 – the fixture
    """A site whose tables came from the migrations, so that the database itself keeps watch."""
    flask_migrate.upgrade()
    write(2)
    return empty


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE audit_entry SET post = 'x' WHERE id = 1",
        "DELETE FROM audit_entry WHERE id = 2",
        "DELETE FROM audit_entry",
    ],
)
def test_the_database_itself_refuses_to_change_or_delete(migrated, deed):
    with pytest.raises(DBAPIError, match="never changed"):
        db.session.execute(text(deed))
    db.session.rollback()

    assert faults() == []


def test_administrators_read_it_narrowed_and_take_it_along(app):
    client = staff.signed_in(app, role="administrator")
    write(60)
    root = "/ban-lam-viec/quan-tri/nhat-ky"

    assert "60 mục" in client.get(f"{root}?viec=unit.change").text
    assert "1 mục" in client.get(f"{root}?doi-tuong=unit:59").text
    assert "0 mục" in client.get(f"{root}?tu=23/11/2026").text
    assert "mục 13" in client.get(f"{root}?viec=unit.change&trang=2").text
    table = client.get(f"{root}.csv?viec=unit.change").get_data(as_text=True)
    assert table.count("unit.change") == 60


def test_taking_it_along_is_written_down(app):
    client = staff.signed_in(app, role="administrator")
    client.get("/ban-lam-viec/quan-tri/nhat-ky.csv")

    last = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert last.verb == "audit.export"
    assert faults() == []


def test_values_are_shown_as_text_whatever_they_hold(app):
    client = staff.signed_in(app, role="administrator")
    with writing():
        audit.record(SERVER, "unit.change", "unit:1", {"<b>": "<script>"}, {"<b>": ["<i>"]}, NOW)

    page = client.get("/ban-lam-viec/quan-tri/nhat-ky").text
    assert "<script>" not in page.replace('<script src="', "")
    assert "&lt;script&gt;" in page
