"""Beside every way other than grade 10 the real site says that each eligible pupil may register for it."""

import pytest

RIGHT = "Quyền vào lớp 10 của em"


@pytest.mark.parametrize(
    "address",
    [
        "/truong/cao-dang-bach-khoa-tay-nguyen",
        "/nganh/cong-nghe-o-to",
        "/nghe/tho-han",
        "/lo-trinh/trung-cap",
        "/lo-trinh/so-cap",
        "/chinh-sach/mien-hoc-phi-thcs-hoc-trung-cap",
        "/chinh-sach/giam-70-nghe-nang-nhoc-doc-hai",
        "/thi-truong/sau-lop-9",
        "/thi-truong/dl-khong-thi-lop10",
        "/thi-truong/buon-ho-thcs-vao-nghe-muc-tieu",
        "/thong-bao/bmtc-trung-cap-2025",
    ],
)
def test_the_right_stands_beside_each_alternative(published, address):
    assert RIGHT in published.test_client().get(address).text


@pytest.mark.parametrize("address", ["/thi-truong/vn-llld", "/nghe/", "/chinh-sach/tin-dung-nganh-stem"])
def test_it_does_not_stand_where_nobody_chooses(published, address):
    assert RIGHT not in published.test_client().get(address).text
