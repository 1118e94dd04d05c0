import pytest

from vocational.places.gazetteer import Gazetteer, kilometres, rounded
from vocational.places.queries import Area

AREAS = [
    Area("66", "tỉnh Đắk Lắk", "tinh"),
    Area("56", "tỉnh Khánh Hòa", "tinh"),
    Area("68", "tỉnh Lâm Đồng", "tinh"),
    Area("1", "phường Buôn Hồ", "phường", ("66",), frozenset({"1"})),
    Area("2", "phường Cư Bao", "phường", ("66",), frozenset({"2"})),
    Area("3", "xã Ea Kar", "xã", ("66",), frozenset({"3"})),
    Area("4", "phường Nha Trang", "phường", ("56",), frozenset({"4"})),
    Area("5", "xã Tân Lập", "xã", ("66",), frozenset({"5"})),
    Area("6", "xã Tân Lập", "xã", ("56",), frozenset({"6"})),
    Area("cu-phu-yen", "tỉnh Phú Yên (cũ)", "tinh"),
    Area("cu-buon-ho", "thị xã Buôn Hồ (cũ)", "huyen", ("cu-dak-lak",), frozenset({"1", "2"})),
]
CENTRES = {"1": (12.9, 108.3), "2": (12.8, 108.3), "3": (12.8, 108.5), "4": (12.25, 109.2)}


@pytest.fixture
def gazetteer():
    return Gazetteer({area.id: area for area in AREAS}, {"cu-phu-yen": ["66"]}, CENTRES)


@pytest.mark.parametrize(
    "name, id",
    [
        ("Đắk Lắk", "66"),
        ("tinh dak lak", "66"),
        ("Buôn Hồ", "cu-buon-ho"),
        ("phường Buôn Hồ", "1"),
        ("ea kar", "3"),
        ("Tân Lập", None),
        ("Nơi không có", None),
        ("", None),
    ],
)
def test_a_name_means_the_widest_place_that_bears_it(gazetteer, name, id):
    found = gazetteer.named(name)

    assert (found and found.id) == id


def test_a_former_place_is_told_by_what_it_is_today(gazetteer):
    def today(name):
        return [area.name for area in gazetteer.today_of(gazetteer.named(name))]

    assert today("Buôn Hồ") == ["phường Buôn Hồ", "phường Cư Bao"]
    assert today("Phú Yên") == ["tỉnh Đắk Lắk"]
    assert today("Ea Kar") == []


def test_distances_are_told_in_words_the_nearest_first(gazetteer):
    seen = gazetteer.around("1")

    told = [seen.told(seen.steps[id]) for id in ("1", "2", "3", "4", "68")]
    assert told == [
        "tại phường Buôn Hồ",
        "cùng thị xã Buôn Hồ (cũ), khoảng 10 km",
        "cách khoảng 25 km đường chim bay",
        "tỉnh khác, cách khoảng 120 km đường chim bay",
        "tỉnh khác",
    ]
    assert [seen.steps[id] for id in ("1", "2", "3", "4", "68")] == sorted(
        seen.steps[id] for id in ("1", "2", "3", "4", "68")
    )
    assert seen.told(None) == ""


def test_what_is_known_of_a_province_only_is_never_nearer_than_what_is_known_better(gazetteer):
    seen = gazetteer.around("1")

    assert seen.steps["66"] >= seen.steps["3"]
    assert seen.told(seen.steps["66"]) == "cùng tỉnh, chưa rõ cách bao xa"


def test_from_a_whole_province_nothing_is_measured(gazetteer):
    seen = gazetteer.around("66")

    assert seen.told(seen.steps["3"]) == "tại tỉnh Đắk Lắk"
    assert seen.told(seen.steps["4"]) == "tỉnh khác"


def test_one_can_start_from_districts_of_before_and_communes_of_today(gazetteer):
    assert [name for _id, name in gazetteer.starting_points][:2] == [
        "thị xã Buôn Hồ (cũ)",
        "phường Buôn Hồ",
    ]


def test_kilometres_are_those_of_the_great_circle():
    assert kilometres((12.68, 108.04), (12.24, 109.19)) == pytest.approx(134, abs=2)
    assert [rounded(km) for km in (0, 1, 12, 13, 104, 106)] == [5, 5, 10, 15, 100, 110]
