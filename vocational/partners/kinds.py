"""The fixed words of the room."""

TYPES = {
    "quan-ly": "cơ quan quản lý",
    "dich-vu-viec-lam": "trung tâm dịch vụ việc làm",
    "doanh-nghiep": "doanh nghiệp",
    "co-so-dao-tao": "cơ sở đào tạo",
    "dai-hoc": "trường đại học",
    "quoc-te": "tổ chức quốc tế",
    "quy-hoc-bong": "quỹ học bổng",
    "hoi": "hội",
    "doan-the": "tổ chức đoàn thể",
    "du-bao": "cơ quan dự báo nhu cầu",
    "bao-chi": "cơ quan báo chí",
}
OWNERSHIPS = {"cong-lap": "công lập", "tu-thuc": "tư thục", "": "chưa rõ loại hình"}
