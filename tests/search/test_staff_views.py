"""The desk of those who look after the words of the search."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests import staff
from tests.conftest import TODAY
from vocational.accounts.models import AuditEntry
from vocational.search import queries, service
from vocational.storage import db

ROOT = "/ban-lam-viec/tim-kiem"


@pytest.fixture
def editor(app):
    """The browser of an editor; people looked for a few things."""
    counts = {
        (TODAY, "sửa xe"): (9, 0),
        (TODAY, "học lái máy cày"): (5, 5),
        (TODAY - timedelta(days=20), "nấu ăn"): (4, 0),
        (TODAY, "một lần thôi"): (1, 1),
    }
    service.record(counts)
    return staff.signed_in(app, role="editor")


def test_the_most_frequent_words_are_shown_and_rare_ones_are_not(editor):
    page = editor.get(ROOT).text

    assert page.index("sửa xe") < page.index("học lái máy cày") < page.index("nấu ăn")
    assert "một lần thôi" not in page


def test_words_without_result_can_be_looked_at_alone(editor):
    page = editor.get(f"{ROOT}?tu=khong-thay").text

    assert "học lái máy cày" in page
    assert "sửa xe" not in page


def test_days_can_be_chosen(editor):
    assert "nấu ăn" not in editor.get(f"{ROOT}?ngay=7").text


def test_a_word_leads_to_a_form_that_has_it_already(editor):
    assert "học lái máy cày</textarea>" in editor.get(f"{ROOT}/tu-dong-nghia/moi?q=học lái máy cày").text


def test_ways_to_say_the_same_are_added_and_withdrawn(editor):
    data = {"words": "máy cày\r\n cơ giới hóa \r\n\r\n", "means": "", "note": "bà con gọi thế"}
    assert editor.post(f"{ROOT}/tu-dong-nghia/moi", data=data).status_code == 303
    [added] = queries.additions()
    assert added.data["words"] == ["máy cày", "cơ giới hóa"]
    assert added.post.startswith("Biên tập viên")

    editor.post(f"{ROOT}/bo-sung/{added.id}/rut")
    assert queries.additions()[0].withdrawn_on == TODAY


def test_a_short_form_is_added(editor):
    data = {"short": "CĐN", "means": "cao đẳng nghề", "capitals": "y", "note": ""}
    editor.post(f"{ROOT}/viet-tat/moi", data=data)

    assert "cao đẳng nghề" in editor.get(ROOT).text


def test_what_cannot_be_is_refused_and_stays_typed(editor):
    answer = editor.post(f"{ROOT}/tu-dong-nghia/moi", data={"words": "một mình", "means": "", "note": "x"})

    assert answer.status_code == 422
    assert "một mình" in answer.text


def test_teaching_and_taking_along_are_written_down(editor):
    editor.post(f"{ROOT}/tu-dong-nghia/moi", data={"words": "a b\nc d", "means": "", "note": ""})
    editor.post(f"{ROOT}/bo-sung/{queries.additions()[0].id}/rut")
    editor.get(f"{ROOT}.csv")

    verbs = list(db.session.scalars(select(AuditEntry.verb).order_by(AuditEntry.id)))
    assert verbs[-3:] == ["search.teach", "search.withdraw", "search.export"]


def test_the_words_go_into_a_spreadsheet(editor):
    table = editor.get(f"{ROOT}.csv").get_data(as_text=True)

    assert "học lái máy cày,5,5,1.0" in table


def test_additions_go_into_the_form_of_the_content(editor):
    editor.post(f"{ROOT}/tu-dong-nghia/moi", data={"words": "a b\nc d", "means": "", "note": ""})

    assert "words: [a b, c d]" in editor.get(f"{ROOT}/bo-sung.yaml").text


def test_counselors_do_not_see_what_is_looked_for(app):
    assert staff.signed_in(app, role="counselor").get(ROOT).status_code == 403
