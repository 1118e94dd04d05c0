from types import SimpleNamespace

import pytest

from vocational.places.naming import former_name


@pytest.mark.parametrize(
    "unit, words",
    [
        (("cu-dak-lak", "Đắk Lắk", "tinh"), "tỉnh Đắk Lắk"),
        (("cu-ho-chi-minh", "Hồ Chí Minh", "tinh"), "thành phố Hồ Chí Minh"),
        (("cu-dak-lak-thi-xa-buon-ho", "Thị xã Buôn Hồ", "huyen"), "thị xã Buôn Hồ"),
    ],
)
def test_a_former_unit_is_called_what_it_was(unit, words):
    assert former_name(SimpleNamespace(**dict(zip(("id", "name", "kind"), unit, strict=True)))) == words
