"""The levels of training and the grades they take pupils from: one word for each, everywhere."""

LEVELS = {
    "so-cap": "Sơ cấp",
    "thuong-xuyen": "Ngắn hạn, thường xuyên",
    "lai-xe": "Đào tạo lái xe",
    "trung-hoc-nghe": "Trung học nghề",
    "trung-cap": "Trung cấp",
    "cao-dang": "Cao đẳng",
    "dai-hoc": "Đại học",
    "thpt": "Trung học phổ thông",
    "tat-ca": "Tất cả trình độ",
}
"""Codes of levels in words, from the shortest training upwards."""

ENTRIES = {"lop-9": "Học xong lớp 9", "lop-12": "Học xong lớp 12", "khac": "Đối tượng khác"}
"""Codes of what somebody has finished before, in words."""
