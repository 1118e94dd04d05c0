"""A small index that the tests of the engine search."""

import pytest

from vocational.search.engine import api
from vocational.search.engine.answers import Request

VOCABULARY = {
    "synonyms": [
        {"words": ["ô tô", "xe hơi"]},
        {"words": ["thợ hồ", "phụ hồ"], "means": ["thợ xây"]},
    ],
    "abbreviations": [
        {"short": "CNTT", "means": ["công nghệ thông tin"]},
        {"short": "BMT", "means": ["Buôn Ma Thuột"]},
        {"short": "NĐ", "means": ["nghị định"]},
        {"short": "SC", "means": ["sơ cấp"], "capitals": True},
    ],
    "role_words": [
        {"words": ["thợ", "nghề"], "kinds": ["nghe"]},
        {"words": ["trường"], "kinds": ["truong"]},
        {"words": ["học", "sửa", "ngành"]},
    ],
    "about": [{"words": ["hết lớp 9"], "entry": ["lop-9"], "kinds": ["lo-trinh"], "label": "sau lớp 9"}],
    "whole_words": ["kim loại"],
    "not_here": ["vé số"],
    "stop_words": [
        {"words": ["ở", "thì", "là gì", "có"]},
        {"words": ["không"], "at_end": True},
    ],
}


def document(page, title, **rest):
    return {"id": page, "kind": page.split("/")[0], "title": title, "url": f"/{page}", **rest}


DOCUMENTS = [
    document(
        "truong/cao-dang-dak-lak",
        "Trường Cao đẳng Đắk Lắk",
        body="Dạy hàn, công nghệ ô tô, kế toán. Có ký túc xá.",
        other_titles=["Trường Cao đẳng Nghề Tây Nguyên"],
        places=["Đắk Lắk", "Buôn Ma Thuột"],
        levels=["cao-dang", "trung-cap"],
        areas=["dak-lak"],
        popularity=1.0,
    ),
    document(
        "truong/trung-cap-tuy-hoa",
        "Trường Trung cấp Tuy Hòa",
        body="Dạy may công nghiệp, điện lạnh.",
        places=["Tuy Hòa", "Phú Yên"],
        levels=["trung-cap"],
        areas=["phu-yen"],
        codes=["TTH"],
    ),
    document("nganh/cong-nghe-o-to", "Công nghệ ô tô", codes=["6510216"], levels=["cao-dang"]),
    document("nganh/cong-nghe-thong-tin", "Công nghệ thông tin", levels=["cao-dang"]),
    document("nganh/may-thoi-trang", "May thời trang", levels=["trung-cap"]),
    document("nganh/ke-toan", "Kế toán", summary="Ghi chép sổ sách, tính thuế cho doanh nghiệp."),
    document("nganh/dien-lanh", "Điện lạnh", body="Lắp đặt, sửa chữa máy lạnh và tủ lạnh."),
    document("nghe/tho-han", "Thợ hàn", other_titles=["hàn xì"], body="Nối kim loại bằng nhiệt."),
    document("nghe/tho-xay", "Thợ xây", body="Xây tường, trộn vữa."),
    document("nghe/tho-moc", "Thợ mộc", body="Đóng tủ, bàn ghế gỗ."),
    document("nghe/sua-may-tinh", "Sửa chữa máy tính", body="Thay ổ cứng, cài phần mềm."),
    document("nghe/huong-dan-du-lich", "Hướng dẫn viên du lịch", body="Đưa khách đi thăm các điểm du lịch."),
    document("nghe/bao-ve", "Bảo vệ", body="Kiểm tra vé, giữ số xe. Thời hạn hợp đồng một năm."),
    document(
        "van-ban/nd-238-2025",
        "Nghị định 238/2025/NĐ-CP: học phí, miễn giảm học phí",
        codes=["238/2025/NĐ-CP"],
        date="2025-09-03",
    ),
    document(
        "van-ban/nd-81-2021",
        "Nghị định 81/2021/NĐ-CP: cơ chế thu học phí",
        codes=["81/2021/NĐ-CP"],
        date="2021-08-27",
        body="Được thay bằng 238/2025/NĐ-CP.",
        archived=True,
    ),
    document(
        "chinh-sach/mien-hoc-phi",
        "Miễn học phí cho người học trung cấp",
        body="Theo Nghị định 238/2025/NĐ-CP, người tốt nghiệp THCS học trung cấp được miễn học phí.",
        entries=["lop-9"],
        covers=["chinh-sach/mien-giam"],
    ),
    document("lo-trinh/trung-cap", "Trung cấp", entries=["lop-9"]),
    document("lo-trinh/dai-hoc", "Đại học", entries=["lop-12"]),
]


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("index")
    api.build(made, DOCUMENTS, VOCABULARY)
    return made


@pytest.fixture
def search(folder):
    return lambda q, **rest: api.search(folder, Request(q=q, **rest))


@pytest.fixture
def found(search):
    return lambda q, **rest: [hit.id for hit in search(q, **rest).hits]
