"""Files that nothing came to refer to go away; whatever a kept version refers to stays."""

import os
from datetime import timedelta
from io import BytesIO

import pytest

from tests import staff
from tests.noticeboard import written
from tests.noticeboard.written import NOW
from vocational.accounts.models import AuditEntry
from vocational.accounts.roles import SERVER
from vocational.noticeboard import abandoned, uploads
from vocational.noticeboard.circulars.models import Circular, CircularVersion
from vocational.noticeboard.items import service
from vocational.noticeboard.items.models import Attachment, Draft
from vocational.storage import db

LATER = NOW + abandoned.KEPT + timedelta(minutes=1)


@pytest.fixture
def teacher(app):
    return staff.actor(unit=staff.unit("Trường A"))


@pytest.fixture
def sent(teacher, tmp_path):
    """A maker of files that somebody sent and has not saved with a text yet."""

    def send(words="một", at=NOW):
        stored = uploads.keep(BytesIO(b"%PDF-1.7 " + words.encode()), words, tmp_path)
        os.utime(tmp_path / stored.name, (at.timestamp(), at.timestamp()))
        return service.attach(stored, title=words, by=teacher, now=at)

    return send


@pytest.fixture
def clear(app, tmp_path):
    """Clear up at some moment; return the names of the files that are left."""

    def cleared(now=LATER):
        abandoned.clear(tmp_path, by=SERVER, now=now)
        db.session.expire_all()
        return {path.name for path in tmp_path.iterdir()}

    return cleared


def test_a_file_that_nothing_refers_to_goes_with_its_row(sent, clear):
    sent()

    assert clear() == set()
    assert db.session.query(Attachment).count() == 0


def test_a_young_file_stays_for_the_form_that_is_still_open(sent, clear):
    name = sent().stored_name

    assert clear(NOW + timedelta(days=6)) == {name}


def test_a_file_of_any_version_stays_however_old(sent, clear, teacher):
    row = sent()
    item = written.item("tin", by=teacher, attachments=[row])
    written.version(item, by=teacher)

    assert clear(NOW + timedelta(days=900)) == {row.stored_name}


@pytest.mark.parametrize("sent_at", [None, NOW])
def test_a_file_of_a_notice_to_schools_stays(sent, clear, sent_at):
    row, unit = sent(), staff.unit("Phòng", "office", "")
    notice = Circular(unit_id=unit.id, unit_name="Phòng", created_at=NOW)
    version = CircularVersion(number=1, title="a", text="a", html="", change_note="", areas=[], revision=1)
    version.edited_at, version.edited_by, version.sent_at = NOW, "a", sent_at
    version.attachments = [row]
    notice.versions.append(version)
    db.session.add(notice)
    db.session.commit()

    assert clear() == {row.stored_name}


def test_a_file_that_a_kept_draft_names_stays(sent, clear, teacher):
    row = sent()
    values = {"title": ["Tin"], "file": [str(row.id), "x", "²"]}
    draft = Draft(account_id=teacher.account_id, key="k", kind="announcement", base=0, values=values, at=NOW)
    db.session.add(draft)
    db.session.commit()
    assert clear() == {row.stored_name}

    service.drop_draft("k", by=teacher)
    assert clear() == set()


def test_the_same_file_with_other_words_in_a_version_stays(sent, clear, teacher):
    """Two rows, one file: dropping the loose row must not take the file of the other."""
    loose, kept = sent("một"), sent("một")
    written.item("tin", by=teacher, attachments=[kept])

    assert loose.stored_name == kept.stored_name
    assert clear() == {kept.stored_name}


def test_what_was_left_half_written_goes(clear, tmp_path):
    for name, age in ((".0123abcd", 8), ("khong-co-hang.pdf", 8), (".moi", 1)):
        (tmp_path / name).write_bytes(b"x")
        moment = (LATER - timedelta(days=age)).timestamp()
        os.utime(tmp_path / name, (moment, moment))

    assert clear() == {".moi"}


def test_the_same_file_sent_again_just_now_is_not_taken_away(sent, clear, tmp_path):
    """Its row is dropped while the form of somebody else writes it down anew."""
    name = sent().stored_name
    os.utime(tmp_path / name, (LATER.timestamp(), LATER.timestamp()))

    assert clear() == {name}


def test_clearing_is_written_down_once_and_only_when_something_went(sent, clear):
    sent()
    clear()
    clear()

    verbs = [verb for (verb,) in db.session.query(AuditEntry.verb)]
    assert verbs.count("notice.forget-files") == 1
