"""The kinds of pages that rest on sources, in the order in which a source's page lists them."""

PAGE_KINDS = {
    "truong": "Trường, trung tâm",
    "nganh": "Ngành",
    "nghe": "Nghề",
    "chinh-sach": "Chính sách",
    "van-ban": "Văn bản",
    "lo-trinh": "Lộ trình",
    "thi-truong": "Thị trường lao động",
    "muc-tieu": "Mục tiêu",
    "thong-bao": "Thông báo",
    "su-kien": "Sự kiện",
    "viec-lam": "Việc làm",
    "ket-noi": "Kết nối",
    "huong-dan": "Hướng dẫn",
}
