"""What stands on the desk: cards of the rooms, search over one's own things, what the unit did."""

import pytest

from tests import staff
from vocational.errors import NotAllowed
from vocational.noticeboard.circulars import service
from vocational.noticeboard.items import service as items
from vocational.noticeboard.items.content import Content
from vocational.web import clock
from vocational.web.cards import Card, Cards, Line

DESK = "/ban-lam-viec/"


def written(by, title="Lịch tư vấn tháng 12"):
    return service.write(title=title, text="Nội dung", confirm_by=None, by=by, now=clock.now())


def test_cards_with_something_come_first_and_by_position(app):
    cards = Cards()
    for title, count, position in (("yên", 0, 1), ("sau", 2, 9), ("trước", 1, 2)):
        card = Card(title, "/", count, position=position)
        cards.add("desk.open", lambda _actor, _now, card=card: card)

    shown = cards.of(staff.actor(role="counselor"), clock.now())

    assert [card.title for card in shown] == ["trước", "sau", "yên"]


def test_a_card_is_shown_only_to_those_who_may(app):
    cards = Cards()
    cards.add("account.manage", lambda _actor, _now: Card("Tài khoản", "/"))
    cards.add_finder("account.manage", "Tài khoản", lambda _actor, _words: [Line("a", "/")])
    counselor = staff.actor(role="counselor")

    assert cards.of(counselor, clock.now()) == []
    assert cards.found(counselor, "a") == []


def test_an_unknown_verb_is_a_mistake():
    with pytest.raises(KeyError):
        Cards().add("fly", lambda _actor, _now: None)


def test_an_empty_desk_teaches_where_to_begin(app):
    page = staff.signed_in(app, role="counselor").get(DESK).text

    assert "Bắt đầu từ đâu" in page
    assert "Viết thông báo đầu tiên" in page
    assert "Thêm đồng nghiệp" not in page


def test_the_desk_shows_drafts_and_what_the_unit_did(app):
    unit = staff.unit("Phòng Giáo dục", "education-office", "cu-ninh-thuan")
    written(staff.actor(role="editor", unit=unit))

    page = staff.signed_in(app, role="editor", unit=unit).get(DESK).text

    assert "Thông báo gửi trường đang soạn" in page
    assert "soạn thông báo gửi trường: Lịch tư vấn tháng 12" in page


def test_what_another_unit_did_is_not_shown(app):
    written(staff.actor(role="editor"))

    page = staff.signed_in(app, role="editor").get(f"{DESK}viec-da-lam").text

    assert "Lịch tư vấn" not in page


def test_search_finds_what_is_within_reach_and_nothing_else(app):
    unit = staff.unit("Phòng Giáo dục", "education-office", "cu-ninh-thuan")
    other = staff.unit("Phòng khác", "education-office", "cu-dak-lak")
    written(staff.actor(role="editor", unit=unit))

    own = staff.signed_in(app, role="editor", unit=unit).get(f"{DESK}tim?q=tư vấn").text
    strange = staff.signed_in(app, role="editor", unit=other).get(f"{DESK}tim?q=tư vấn").text

    assert "Lịch tư vấn tháng 12" in own
    assert "Lịch tư vấn tháng 12" not in strange
    assert "Không có gì tên như" in strange


def test_search_finds_texts_of_the_own_unit_wherever_they_stand(app):
    unit, other = staff.unit("Trường của tôi"), staff.unit("Trường khác")
    for one in (unit, other):
        content = Content(title=f"Lịch trực, {one.name}", topic="news", body="Nội dung")
        by = staff.actor(unit=one)
        items.begin(
            key=one.name, kind="announcement", unit_id=one.id, content=content, by=by, now=clock.now()
        )

    page = staff.signed_in(app, unit=unit).get(f"{DESK}tim?q=lịch trực").text

    assert "Lịch trực, Trường của tôi" in page
    assert "Bản nháp, Trường của tôi" in page
    assert "Lịch trực, Trường khác" not in page


def test_pages_of_the_desk_are_in_order(app, visitor):
    visitor.client = staff.signed_in(app, role="counselor")
    visitor.client.get(DESK)

    for address in (DESK, f"{DESK}tim", f"{DESK}tim?q=abc", f"{DESK}viec-da-lam"):
        visitor.opens(address)


def test_nobody_writes_for_a_unit_beyond_reach(app):
    editor = staff.actor(role="editor", unit=staff.unit("Phòng", "education-office", "cu-ninh-thuan"))
    elsewhere = staff.unit("Phòng khác", "education-office", "cu-dak-lak")

    with pytest.raises(NotAllowed):
        service.write(title="x", text="y", confirm_by=None, unit_id=elsewhere.id, by=editor, now=clock.now())
