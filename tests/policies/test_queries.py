from datetime import date

import pytest
from sqlalchemy import event

from tests import factories
from vocational.errors import NotFound
from vocational.policies import queries
from vocational.storage import db

TODAY = date(2026, 11, 22)


@pytest.fixture
def salary(app):
    """The base salary as it was until July 2026 and as it is since."""
    factories.legal_document("nd-73")
    factories.legal_document("nd-161", replaces=["nd-73"])
    factories.base_salary(2_340_000, since=date(2024, 7, 1), until=date(2026, 6, 30), document="nd-73")
    factories.base_salary(2_530_000, since=date(2026, 7, 1), document="nd-161")


def share(percent, **values):
    own = {
        "kind": "monthly_scholarship",
        "percent_of": "luong-co-so",
        "unit": "VND/tháng",
        "percent": percent,
    }
    return own | values


def statements(action):
    """Return how many statements an action sends."""
    sent = []

    def note(*given):
        sent.append(given[2])

    event.listen(db.engine, "before_cursor_execute", note)
    db.session.expire_all()
    action()
    event.remove(db.engine, "before_cursor_execute", note)
    return len(sent)


def test_an_amount_follows_the_salary_of_the_day(salary):
    factories.eligibility_field()
    factories.policy(benefits=[share(80)])

    (now,) = queries.answer("mien-hoc-phi", TODAY).offers
    (before,) = queries.answer("mien-hoc-phi", date(2026, 6, 30)).offers

    assert (now.figure.value, now.base.document_slug) == (2_024_000, "nd-161")
    assert (before.figure.value, before.base.document_slug) == (1_872_000, "nd-73")


def test_without_a_salary_for_the_day_the_amount_is_not_known(salary):
    factories.eligibility_field()
    factories.policy(benefits=[share(80)])

    (offer,) = queries.answer("mien-hoc-phi", date(2020, 1, 1)).offers

    assert offer.figure.value is None


def test_a_list_shows_the_span_of_amounts_that_differ_only_in_height(salary):
    factories.policy(benefits=[share(100), share(80), share(60), {"value": 300_000, "unit": "VND/năm"}])

    (item,) = queries.listed(TODAY, {}).items

    assert (item.figure.value, item.figure.value_to) == (1_518_000, 2_530_000)
    assert len(item.alike) == 3


def test_a_list_never_joins_amounts_for_different_things(app):
    meals = {"name": "Tiền ăn", "value": 936_000, "unit": "VND/tháng"}
    factories.policy(benefits=[meals, {"name": "Tiền ở", "value": 360_000, "unit": "VND/tháng"}])

    (item,) = queries.listed(TODAY, {}).items

    assert (item.figure.value, item.figure.value_to) == (936_000, None)


def test_the_base_salary_of_a_day_carries_its_document(salary):
    assert queries.base_salary(TODAY).value == 2_530_000
    assert queries.base_salary(date(2026, 6, 30)).document.slug == "nd-73"
    assert queries.base_salary(date(2019, 1, 1)) is None


def test_policies_are_found_by_audience(app):
    factories.policy("a", audience=["hs-lop-9", "phu-huynh"])
    factories.policy("b", audience=["hs-lop-12"])

    assert [policy.slug for policy in queries.policies_for("phu-huynh")] == ["a"]


def test_filters_narrow_policies_and_count_their_options(app):
    factories.policy("a", audience=["hs-lop-9"])
    factories.policy("b", audience=["hs-lop-12"], group="tin-dung")

    found = queries.listed(TODAY, {"audience": ["hs-lop-12"]})

    assert [item.policy.slug for item in found.items] == ["b"]
    assert found.counts == {"audience": {"hs-lop-9": 1, "hs-lop-12": 1}, "group": {"tin-dung": 1}}


def test_policies_of_a_document_come_with_the_provision(app):
    factories.legal_document("nd-238")
    factories.policy("a", document="nd-238")

    ((policy, basis),) = queries.policies_of_document("nd-238")

    assert (policy.slug, basis.ref) == ("a", "Điều 15")


def test_documents_are_linked_both_ways(app):
    factories.legal_document("cu")
    factories.legal_document("moi", replaces=["cu"])

    (ahead,), (back,) = queries.related("moi"), queries.related("cu")

    assert (ahead.label, ahead.documents[0].slug) == ("Thay thế cho", "cu")
    assert (back.label, back.documents[0].slug) == ("Được thay bằng", "moi")


def test_documents_are_found_by_number_and_by_words_without_accents(app):
    factories.legal_document("a", number="238/2025/NĐ-CP", title="Chính sách học phí")
    factories.legal_document("b", number="81/2021/NĐ-CP", title="Mức lương")

    def slugs(words):
        return [document.slug for document in queries.documents(TODAY, {}, words).items]

    assert slugs("238/2025") == slugs("hoc phi") == slugs("Học phí chính phủ") == ["a"]
    assert slugs("") == ["a", "b"]


def test_documents_are_counted_by_where_they_stand_today(app):
    factories.legal_document("a", status="replaced", valid_to=date(2027, 6, 30))
    factories.legal_document("b", effective="2027-01-01")

    found = queries.documents(TODAY, {"status": ["until"]})

    assert [document.slug for document in found.items] == ["a"]
    assert found.counts["status"] == {"until": 1, "not_yet": 1}


def test_what_does_not_exist_is_not_found(app):
    with pytest.raises(NotFound):
        queries.answer("khong-co", TODAY)
    with pytest.raises(NotFound):
        queries.document("khong-co")


def test_lists_take_as_many_statements_for_many_rows_as_for_few(salary):
    factories.policy("a", benefits=[share(80)])
    policies, documents = (
        lambda: queries.listed(TODAY, {}),
        lambda: queries.documents(TODAY, {}),
    )
    few = statements(policies), statements(documents)
    for number in range(10):
        factories.policy(f"p-{number}", benefits=[share(80), {}])
        factories.legal_document(f"d-{number}")

    assert (statements(policies), statements(documents)) == few
