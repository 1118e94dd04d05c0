"""Saving, conflicts, drafts and files of what staff write."""

from datetime import timedelta

import pytest

from tests import factories, staff
from tests.noticeboard.written import NEXT_MONTH, NOW
from vocational.accounts import audit
from vocational.accounts import queries as accounts
from vocational.errors import NotAcceptable, NotAllowed, NotFound
from vocational.noticeboard.items import content as contents
from vocational.noticeboard.items import queries, readiness, service
from vocational.noticeboard.items.content import Content, File
from vocational.noticeboard.uploads import Stored
from vocational.storage import db

PDF = Stored("a" * 32 + ".pdf", "a" * 64, "application/pdf", 10)
PNG = Stored("b" * 32 + ".png", "b" * 64, "image/png", 10)


@pytest.fixture
def school(app):
    return staff.unit("Trường A")


@pytest.fixture
def writer(school):
    return staff.actor(unit=school)


def text(title="Ngày hội việc làm", **more):
    return Content(**{"title": title, "topic": "news", "body": "Mời các em.", "expire_at": NEXT_MONTH} | more)


def begin(unit, by, content=None, key="k1", kind="announcement"):
    return service.begin(key=key, kind=kind, unit_id=unit.id, content=content or text(), by=by, now=NOW)


def save(item, by, content, base=1):
    return service.save(item.id, base=base, content=content, by=by, now=NOW)


def newest(item):
    return queries.version(item.id, item.number)


def test_a_new_item_is_a_draft_with_one_version(school, writer):
    item = begin(school, writer, text(body="**đậm** <script>x</script>"))

    assert (item.state, item.number, item.slug) == ("draft", 1, "ngay-hoi-viec-lam-2026-11-22")
    assert newest(item).html == "<p><strong>đậm</strong> &lt;script&gt;x&lt;/script&gt;</p>\n"
    assert newest(item).post == writer.post


def test_the_same_form_sent_twice_makes_one_item(school, writer):
    first, second = begin(school, writer), begin(school, writer)

    assert first.id == second.id
    assert second.number == 1
    assert accounts.audit_total({"verb": "notice.write"}) == 1


def test_a_new_form_sent_again_with_other_words_adds_a_version(school, writer):
    begin(school, writer)

    assert begin(school, writer, text("Tên khác")).number == 2


def test_saving_what_is_there_already_adds_nothing(school, writer):
    item = begin(school, writer)

    assert save(item, writer, text()).number == 1


def test_an_old_version_is_never_changed(school, writer):
    item = begin(school, writer)
    save(item, writer, text("Tên mới"))

    assert queries.version(item.id, 1).title == "Ngày hội việc làm"
    assert newest(queries.item(item.id)).title == "Tên mới"


def test_all_parts_of_an_event_come_back_as_they_were_saved(school, writer):
    details = {"starts": NOW, "ends": None, "area": "buon-ho", "place": "Sân", "capacity": 5, "organiser": ""}
    marks = {"audience": ("lop-9", "phu-huynh"), "area": ("buon-ho",)}
    content = text(topic="event", details=details, marks=marks, contact="Phòng tư vấn", site_wide=True)

    item = begin(school, writer, content, kind="event")
    db.session.expire_all()

    assert contents.of(newest(item)) == content


def test_the_second_of_two_writers_is_told_and_nothing_is_overwritten(school, writer):
    item, other = begin(school, writer), staff.actor(unit=school)
    save(item, writer, text("Của người thứ nhất"))

    with pytest.raises(service.Conflict) as conflict:
        save(item, other, text("Của người thứ hai"))
    assert conflict.value.number == 2
    assert newest(queries.item(item.id)).title == "Của người thứ nhất"


def test_sending_the_same_words_twice_is_no_conflict(school, writer):
    item = begin(school, writer)
    save(item, writer, text("Tên mới"))

    assert save(item, writer, text("Tên mới")).number == 2


def test_somebody_of_another_school_may_not_touch_it(school, writer):
    item, stranger = begin(school, writer), staff.actor(unit=staff.unit("Trường B"))

    with pytest.raises(NotAllowed):
        save(item, stranger, text("Của trường khác"))
    with pytest.raises(NotAllowed):
        service.open_for_writing(item.id, by=stranger)
    with pytest.raises(NotAllowed):
        begin(school, stranger, key="k2")
    with pytest.raises(NotAllowed):
        service.keep_draft(
            key="x", item_id=item.id, kind="announcement", base=1, values={}, by=stranger, now=NOW
        )


@pytest.mark.parametrize("role", ["administrator", "partner", "reporting-officer"])
def test_roles_without_the_verb_may_not_write(school, role):
    with pytest.raises(NotAllowed):
        begin(school, staff.actor(role=role))


def test_an_editor_of_the_office_may_write_for_a_school(school):
    assert begin(school, staff.actor(role="editor"))


def test_the_address_follows_the_title_until_readers_have_it(school, writer):
    item = begin(school, writer)
    save(item, writer, text("Tên khác"))
    assert item.slug == "ten-khac-2026-11-22"

    queries.item(item.id).first_public_at = NOW
    db.session.commit()
    save(item, writer, text("Tên thứ ba"), base=2)
    assert queries.item(item.id).slug == "ten-khac-2026-11-22"


def test_an_address_is_never_given_twice(school, writer):
    factories.notice("ngay-hoi-viec-lam-2026-11-22")

    assert begin(school, writer).slug == "ngay-hoi-viec-lam-2026-11-22-2"
    assert begin(school, writer, key="k2").slug == "ngay-hoi-viec-lam-2026-11-22-3"


@pytest.mark.parametrize("title", ["!!!", "漢字", "a" * 200, "Rất " * 40])
def test_any_title_gives_an_address(school, writer, title):
    slug = begin(school, writer, text(title)).slug

    assert slug.endswith("-2026-11-22")
    assert len(slug) <= 110


def test_every_change_leaves_an_audit_entry_with_what_changed(school, writer):
    item = begin(school, writer)
    save(item, writer, text("Tên mới"))

    entry = accounts.audit_entries({"verb": "notice.write"})[0]
    assert (entry.object, entry.before) == (f"item:{item.id}", {"title": "Ngày hội việc làm"})
    assert entry.after == {"title": "Tên mới", "number": 2}
    assert not list(audit.faults())


def test_rewriting_what_was_approved_makes_it_a_draft_again(school, writer):
    item = begin(school, writer)
    item.state, item.public_number = "approved", 1
    db.session.commit()

    assert save(item, writer, text("Tên mới")).state == "draft"
    assert queries.item(item.id).public_number == 1


def test_a_draft_is_kept_for_its_writer_alone_and_gone_once_saved(school, writer):
    values = {"title": ["Đang viết"]}
    service.keep_draft(key="k1", item_id=None, kind="event", base=0, values=values, by=writer, now=NOW)

    assert queries.draft("k1", writer).values == values
    assert queries.draft("k1", staff.actor(unit=school)) is None
    begin(school, writer)
    assert not queries.drafts(writer)


def test_no_more_drafts_are_kept_than_anybody_needs(school, writer):
    for number in range(service.MOST_DRAFTS + 2):
        at = NOW + timedelta(minutes=number)
        service.keep_draft(key=f"k{number}", item_id=None, kind="event", base=0, values={}, by=writer, now=at)

    assert queries.draft_total(writer) == service.MOST_DRAFTS
    assert queries.drafts(writer)[-1].key == "k2"


def test_a_draft_without_end_is_refused(school, writer):
    with pytest.raises(NotAcceptable):
        values = {"body": ["x" * (service.LONGEST_DRAFT + 1)]}
        service.keep_draft(key="k", item_id=None, kind="event", base=0, values=values, by=writer, now=NOW)


def test_a_file_is_shown_by_the_version_that_names_it(school, writer):
    row = service.attach(PDF, title="Kế hoạch", by=writer, now=NOW)
    item = begin(school, writer, text(files=(File(row.id, "Kế hoạch"),)))
    save(item, writer, text())

    assert [one.title for one in queries.version(item.id, 1).attachments] == ["Kế hoạch"]
    assert not queries.version(item.id, 2).attachments


def test_new_words_for_a_file_leave_those_of_old_versions(school, writer):
    row = service.attach(PNG, title="Ảnh", by=writer, now=NOW)
    item = begin(school, writer, text(files=(File(row.id, "Ảnh"),)))
    save(item, writer, text(files=(File(row.id, "Ảnh", "Sân trường"),)))

    assert queries.version(item.id, 1).attachments[0].alt == ""
    assert queries.version(item.id, 2).attachments[0].alt == "Sân trường"


def test_a_file_of_somebody_else_cannot_be_taken(school, writer):
    row = service.attach(PDF, title="Riêng", by=staff.actor(unit=staff.unit("Trường B")), now=NOW)

    with pytest.raises(NotFound):
        begin(school, writer, text(files=(File(row.id, "Riêng"),)))
    assert queries.item_begun_with("k1") is None


def test_a_file_is_for_readers_only_while_a_page_that_they_have_shows_it(school, writer):
    row = service.attach(PDF, title="Kế hoạch", by=writer, now=NOW)
    item = begin(school, writer, text(files=(File(row.id, "Kế hoạch"),)))

    with pytest.raises(NotFound):
        service.file_for(PDF.name, by=None, now=NOW)
    with pytest.raises(NotFound):
        service.file_for(PDF.name, by=staff.actor(unit=staff.unit("Trường B")), now=NOW)
    assert service.file_for(PDF.name, by=staff.actor(unit=school), now=NOW)
    item.state, item.public_number, item.publish_at, item.expire_at = "approved", 1, NOW, NEXT_MONTH
    db.session.commit()
    assert service.file_for(PDF.name, by=None, now=NOW)
    assert service.file_for(PDF.name, by=None, now=NEXT_MONTH)
    item.withdrawn_at = NOW
    db.session.commit()
    with pytest.raises(NotFound):
        service.file_for(PDF.name, by=None, now=NOW)


def test_more_than_eight_files_are_refused(school, writer):
    rows = [service.attach(PDF, title=str(number), by=writer, now=NOW) for number in range(9)]

    with pytest.raises(NotAcceptable):
        begin(school, writer, text(files=tuple(File(row.id, row.title) for row in rows)))


def test_what_readers_must_not_see_is_not_ready(school, writer):
    item = begin(school, writer, text("Đơn xin không thi lớp 10"))

    with pytest.raises(NotAcceptable):
        readiness.require_ready(newest(item), now=NOW)


def test_an_address_typed_alone_becomes_a_link(school, writer):
    item = begin(school, writer, text(body="Xem https://truong.edu.vn/a. Hoặc [đây](https://b.vn)"))

    assert newest(item).html == (
        '<p>Xem <a href="https://truong.edu.vn/a">https://truong.edu.vn/a</a>. '
        'Hoặc <a href="https://b.vn">đây</a></p>\n'
    )
