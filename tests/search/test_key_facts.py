"""What a result tells at once when the words name its page."""

from datetime import date

import pytest

from tests import factories
from tests.conftest import TODAY
from vocational.places.gazetteer import Surroundings
from vocational.search.key_facts import key_facts


def facts_of(id, around=None):
    return key_facts(id, today=TODAY, around=around)


def test_a_school_tells_seats_the_next_deadline_and_its_contacts(app):
    factories.institution("truong-a")
    factories.quota("truong-a", seats=40, year=2026)
    factories.admission_round("truong-a", id="nay", closes=date(2026, 12, 1))
    factories.admission_round("truong-a", id="sau", closes=date(2027, 5, 1))
    factories.school_contact("truong-a", phone=["02623855155"])
    factories.school_detail("former-name", "Trường Nghề Cũ")

    told = facts_of("truong/truong-a").values

    assert (told["year"], told["seats"][0].seats) == (2026, 40)
    assert told["deadline"].closes == date(2026, 12, 1)
    assert told["contacts"][0].phone == ["02623855155"]
    assert told["former_names"] == ["Trường Nghề Cũ"]


def test_a_school_of_which_little_is_known_tells_nothing_made_up(app):
    factories.institution("truong-a")

    told = facts_of("truong/truong-a").values

    assert (told["seats"], told["deadline"], told["passed"], told["contacts"]) == ([], None, None, [])


def test_a_programme_tells_the_nearest_schools_first(app):
    factories.programme("han")
    for slug, name, area in (("xa", "Trường A", "56"), ("gan", "Trường B", "66")):
        factories.institution(slug, name=name)
        factories.offering(slug, programme="han")
        factories.school_facets(slug, **{"khu-vuc": [area]})
    around = Surroundings("Buôn Hồ", {"66": 0, "56": 1}, ("tại đây", "tỉnh khác"))

    told = facts_of("nganh/han", around).values["schools"]

    assert [(school.slug, distance) for school, distance in told] == [("gan", "tại đây"), ("xa", "tỉnh khác")]


def test_a_document_tells_what_took_its_place_but_not_what_it_replaced(app):
    factories.legal_document("cu-hon")
    factories.legal_document("cu", replaces=("cu-hon",))
    factories.legal_document("moi", replaces=("cu",))

    changed = facts_of("van-ban/cu").values["changed"]

    assert [(group.label, [row.slug for row in group.documents]) for group in changed] == [
        ("Được thay bằng", ["moi"])
    ]


def test_a_support_and_an_occupation_have_facts_too(app):
    factories.eligibility_field()
    factories.policy("mien-hoc-phi")
    factories.career("tho-xay")
    factories.career_wage("tho-xay")

    assert facts_of("chinh-sach/mien-hoc-phi").about == "policy"
    assert facts_of("nghe/tho-xay").values["career"].wages


@pytest.mark.parametrize("id", ["truong/khong-co", "van-ban/khong-co", "huong-dan/lop-9", "la"])
def test_a_page_without_facts_or_no_longer_there_has_none(app, id):
    assert facts_of(id) is None
