"""Answers for all: written, approved, found, withdrawn."""

import json
import re

import pytest
from sqlalchemy import select

from tests import factories, staff
from tests.questions.conftest import AREA
from vocational.accounts import queries as accounts
from vocational.accounts.models import AuditEntry
from vocational.errors import NotAcceptable, NotAllowed
from vocational.questions import faqs, queries, service
from vocational.questions.faqs import Words
from vocational.questions.kinds import Topic
from vocational.search import changes
from vocational.search import queries as search
from vocational.search import service as index
from vocational.search.engine.answers import Request
from vocational.storage import db
from vocational.web import clock

LIST = "/ban-lam-viec/hoi-dap/cau-chung"
FIELDS = {
    "version": "0",
    "topic": "ho-tro",
    "area": "",
    "question": "Học nghề sau lớp 9 có mất tiền không?",
    "answer": "Không mất học phí.\n\n- Có trợ cấp",
    "links": "Nghị định 238 | /van-ban/nd-238\nCổng | https://chinhphu.vn/x",
}


def moment():
    return {"now": clock.now(), "today": clock.today()}


def words(**more):
    values = {"topic": Topic.MONEY, "area": "", "question": "Học nghề có mất tiền không?", "answer": "Không."}
    return Words(**values | more)


@pytest.fixture
def office(app):
    return staff.actor(role="editor")


@pytest.fixture
def published(office):
    row = faqs.write(words(), by=office, **moment())
    return faqs.publish(row.id, version=1, by=office, **moment())


def test_a_counselor_writes_an_editor_publishes_and_everybody_reads(app, visitor):
    staff.signed_in(app).post(f"{LIST}/moi", data=FIELDS)
    [row] = queries.faq_drafts(_everywhere(), "waiting")
    assert visitor.opens("/hoi-dap/hoc-nghe-sau-lop-9-co-mat-tien-khong", status=404)

    staff.signed_in(app, role="editor").post(f"{LIST}/{row.id}/dang", data={"version": "1"})

    page = visitor.opens("/hoi-dap/hoc-nghe-sau-lop-9-co-mat-tien-khong")
    assert "<li>Có trợ cấp</li>" in page.html
    assert {"/van-ban/nd-238", "https://chinhphu.vn/x"} <= set(page.hrefs)
    assert "Học nghề sau lớp 9 có mất tiền không?" in visitor.opens("/hoi-dap/").links


def _everywhere():
    return staff.roles.Reach(True, frozenset(), frozenset())


def test_a_counselor_cannot_publish_nor_change_what_is_public(app, published):
    client = staff.signed_in(app)
    by = accounts.actor(accounts.account(client.account_id), clock.today())

    assert client.post(f"{LIST}/{published.id}/dang", data={"version": "2"}).status_code == 403
    with pytest.raises(NotAllowed):
        faqs.change(published.id, words(), version=2, by=by, **moment())


def test_the_page_tells_machines_only_what_it_shows(published, visitor):
    page = visitor.opens(f"/hoi-dap/{published.slug}")
    [data] = [json.loads(one) for one in re.findall(r"ld\+json\">(.*?)</script>", page.html, re.S)]

    assert data["@type"] == "FAQPage"
    assert data["mainEntity"][0]["acceptedAnswer"]["text"].strip() in page.text


def test_it_is_found_by_search_and_gone_when_withdrawn(app, office, published):
    folder = app.config["SEARCH_INDEX_DIR"]
    factories.institution("a")
    index.build(folder, today=clock.today())
    asked = Request(q="hoc nghe co mat tien khong", today=clock.today().isoformat())
    assert [hit.id for hit in search.answer(folder, asked).hits] == [published.page]

    faqs.withdraw(published.id, version=2, note="Quy định đã đổi", by=office, now=clock.now())
    changes.apply(folder, today=clock.today())

    assert not search.answer(folder, asked).hits


def test_what_is_published_is_searchable_after_the_request(app):
    index.build(app.config["SEARCH_INDEX_DIR"], today=clock.today())
    client = staff.signed_in(app, role="editor")
    client.post(f"{LIST}/moi", data=FIELDS)
    [row] = queries.faq_drafts(_everywhere(), "waiting")
    client.post(f"{LIST}/{row.id}/dang", data={"version": "1"})

    page = app.test_client().get("/tim-kiem?q=học nghề sau lớp 9 có mất tiền không")

    assert "/hoi-dap/hoc-nghe-sau-lop-9-co-mat-tien-khong" in page.text


def test_a_withdrawn_answer_says_why_at_its_address(office, published, visitor):
    faqs.withdraw(published.id, version=2, note="Quy định đã đổi", by=office, now=clock.now())

    page = visitor.opens(f"/hoi-dap/{published.slug}")

    assert "Quy định đã đổi" in page.text
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "Không." not in page.text


def test_the_list_is_searched_and_filtered(app, office, published, visitor):
    index.build(app.config["SEARCH_INDEX_DIR"], today=clock.today())
    other = faqs.write(words(question="Lớp 10 thi môn gì?", topic=Topic.GRADE_10), by=office, **moment())
    faqs.publish(other.id, version=1, by=office, **moment())
    changes.apply(app.config["SEARCH_INDEX_DIR"], today=clock.today())

    assert "Lớp 10 thi môn gì?" not in visitor.opens("/hoi-dap/?chu-de=ho-tro").links
    found = visitor.opens("/hoi-dap/?q=mat tien").links
    assert published.question in found
    assert other.question not in found


def test_what_holds_for_all_areas_is_counted_in_each(writer, published):
    page = writer.client.get("/hoi-dap/").text

    assert re.search(r"tỉnh Ninh Thuận \(cũ\)[^<]*(<[^>]+>)*\s*\(1\)", page)


def test_without_an_index_the_list_is_still_searched(app, published, visitor):
    app.config["SEARCH_INDEX_DIR"] = app.config["SEARCH_INDEX_DIR"] / "gone"
    try:
        assert published.question in visitor.opens("/hoi-dap/?q=mat tien").links
        assert published.question not in visitor.opens("/hoi-dap/?q=xe buyt").links
    finally:
        app.config["SEARCH_INDEX_DIR"] = app.config["SEARCH_INDEX_DIR"].parent


def test_who_asked_reads_the_answer_for_all_by_her_code(writer, asked, office):
    row, code = asked()
    number = row.id
    faq = faqs.write(words(), question_id=number, by=office, **moment())
    assert queries.question(number).state == "waiting"

    faqs.publish(faq.id, version=1, by=office, **moment())

    page = writer.sends("/hoi-dap/tra-loi", code=code).text
    assert "Học nghề có mất tiền không?" in page
    assert queries.question(number).state == "answered"


def test_a_question_is_answered_by_what_stands_there_already(writer, asked, published):
    row, code = asked()
    data, words_shown = {"version": "1", "faq_id": str(published.id)}, published.question

    staff.signed_in(writer.site).post(f"/ban-lam-viec/hoi-dap/{row.id}/gop", data=data)

    assert words_shown in writer.sends("/hoi-dap/tra-loi", code=code).text


def test_the_words_of_who_asked_are_not_published(asked, office):
    row, _code = asked("Nhà em nghèo, cha em mất rồi, em muốn học nghề thì có mất tiền không?")

    with pytest.raises(NotAcceptable, match="Đừng chép nguyên câu"):
        faqs.write(words(question=row.text), question_id=row.id, by=office, **moment())


def test_what_tells_who_asked_must_be_looked_at_again(office):
    with pytest.raises(NotAcceptable, match="THPT Buôn Hồ"):
        faqs.write(words(question="Trường THPT Buôn Hồ tuyển mấy lớp?"), by=office, **moment())

    assert faqs.write(
        words(question="Trường THPT Buôn Hồ tuyển mấy lớp?", is_reread=True), by=office, **moment()
    )


def test_pushing_pupils_away_from_grade_10_is_refused(office):
    with pytest.raises(NotAcceptable, match="lớp 10"):
        faqs.write(words(answer="Em viết đơn xin không thi lớp 10."), by=office, **moment())


def test_what_is_not_approved_stays_out_of_the_audit(office):
    row = faqs.write(words(), by=office, **moment())
    faqs.publish(row.id, version=1, by=office, **moment())

    entries = db.session.scalars(select(AuditEntry).where(AuditEntry.object == f"faq:{row.id}")).all()
    assert [entry.verb for entry in entries] == ["faq.write", "faq.publish"]
    assert "mất tiền" not in str(entries[0].after)
    assert entries[1].after["question"] == row.question


def test_a_returned_answer_says_why_and_waits_again_when_changed(office):
    row = faqs.write(words(), by=office, **moment())
    faqs.give_back(row.id, version=1, note="Thiếu nguồn", by=office, now=clock.now())
    assert (row.state, row.note) == ("returned", "Thiếu nguồn")

    faqs.change(row.id, words(answer="Có nguồn."), version=2, by=office, **moment())

    assert queries.faq_by_id(row.id).state == "waiting"


def test_an_older_version_is_not_saved_over_a_newer_one(app, published):
    data = FIELDS | {"version": "1", "answer": "Bản cũ của người khác"}

    answer = staff.signed_in(app, role="editor").post(f"{LIST}/{published.id}", data=data)

    assert answer.status_code == 422
    assert "Bản cũ của người khác" in answer.text


def test_addresses_of_own_pages_are_never_taken(office):
    rows = [faqs.write(words(question=text), by=office, **moment()) for text in ("Hỏi", "Trả lời", "Hỏi")]

    assert [row.slug for row in rows] == ["hoi-2", "tra-loi-2", "hoi-3"]


def test_links_lead_nowhere_but_to_pages(app):
    answer = staff.signed_in(app).post(f"{LIST}/moi", data=FIELDS | {"links": "x | javascript:alert(1)"})

    assert answer.status_code == 422
    assert "tên | địa chỉ" in answer.text


def test_a_question_of_another_area_cannot_be_drawn_into_an_answer(app, asked):
    row, _code = asked(area="cu-dak-lak-thi-xa-buon-ho")
    client = staff.signed_in(app, unit=staff.unit("Trường khác", area=AREA))

    assert client.get(f"{LIST}/moi?cau-hoi={row.id}").status_code == 403
    assert client.post(f"{LIST}/moi?cau-hoi={row.id}", data=FIELDS).status_code == 403
    assert service.queries.question(row.id).faq_id is None
