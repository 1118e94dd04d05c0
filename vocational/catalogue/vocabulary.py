"""What readers see for the codes in the files of schools and programmes, in the order to show it."""

from vocational.levels import LEVELS

KINDS = {
    "cao-dang": "Trường cao đẳng",
    "cao-dang-su-pham": "Trường cao đẳng sư phạm",
    "trung-cap": "Trường trung cấp",
    "trung-tam-gdnn-gdtx": "Trung tâm giáo dục nghề nghiệp – giáo dục thường xuyên",
    "trung-tam-gdnn": "Trung tâm giáo dục nghề nghiệp",
    "trung-tam-gdtx": "Trung tâm giáo dục thường xuyên",
}
OWNERSHIPS = {"cong-lap": "Công lập", "tu-thuc": "Tư thục", "chua-ro": "Chưa rõ công hay tư"}
STATUSES = {
    "dang-hoat-dong": "Đang hoạt động theo nguồn gần nhất",
    "can-kiem-tra": "Hiện trạng cần kiểm tra",
    "lich-su": "Chỉ còn trong lịch sử",
}
CODE_STATUSES = {"sourced": "có nguồn", "memory": "chưa kiểm chứng"}
MEASURES = {
    "dang-hoc": "Số người học",
    "tuyen-moi": "Số người mới tuyển",
    "dat-ke-hoach": "Tuyển được so với kế hoạch",
    "tot-nghiep": "Tỉ lệ tốt nghiệp",
    "co-viec": "Tỉ lệ có việc làm",
    "nhan-viec": "Số người được nhận vào làm",
    "thu-nhap": "Thu nhập",
    "so-nganh": "Số ngành, nghề",
    "suc-dao-tao": "Sức đào tạo",
}
DETAILS = {
    "former-name": "Tên cũ",
    "founded": "Thành lập",
    "history": "Lịch sử",
    "nine-plus": "Vừa học nghề vừa học văn hóa",
    "dormitory": "Ký túc xá",
    "facilities": "Cơ sở vật chất",
    "scholarship": "Học bổng",
    "quality": "Chất lượng",
    "duration": "Thời gian học",
    "field": "Lĩnh vực đào tạo",
    "campus": "Cơ sở khác",
    "partner": "Nơi phối hợp",
}


def level_words(levels: list[str]) -> str:
    """Return «Sơ cấp hoặc ngắn hạn, thường xuyên»: the source does not tell several levels apart."""
    names = [LEVELS.get(level, level) for level in levels]
    return " hoặc ".join([names[0], *(name.lower() for name in names[1:])]) if names else "Chưa rõ trình độ"
