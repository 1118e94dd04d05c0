"""The fixed words of the room: topics, and the kinds of figures that must never share a line."""

TOPICS = {
    "sau-lop-9": "Sau lớp 9",
    "sau-lop-12": "Sau lớp 12",
    "thu-nhap": "Thu nhập, tiền lương",
    "viec-lam": "Việc làm",
    "that-nghiep": "Thất nghiệp, thanh niên chưa có việc",
    "nhu-cau": "Nhu cầu tuyển dụng",
    "trinh-do": "Trình độ của người lao động",
    "hoc-nghe": "Học nghề",
    "nuoc-ngoai": "Đi làm việc ở nước ngoài",
    "truong-lop": "Trường lớp",
}
KINDS = {
    "thuc-te": "số thực tế",
    "ke-hoach": "kế hoạch",
    "du-kien": "dự kiến",
    "du-bao": "dự báo",
    "muc-tieu": "mục tiêu",
    "quy-dinh": "mức quy định",
}
NOTES = {
    "chinh-sach": "chính sách",
    "khu-cong-nghiep": "khu, cụm công nghiệp",
    "doanh-nghiep": "doanh nghiệp",
    "quy-hoach": "quy hoạch",
    "khao-sat": "khảo sát",
}
# Areas wider than a province, which have no official code.
WIDER_AREAS = {"viet-nam": "Việt Nam", "tay-nguyen": "Tây Nguyên"}
