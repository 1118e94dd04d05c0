"""The fixed words of the room."""

TARGET_STATUSES = {"ban-hanh": "đã ban hành", "du-thao": "chỉ có trong dự thảo"}
MEASURES = {"truong": "trường", "giao-vien": "giáo viên", "tinh": "tỉnh", "co-so-dao-tao": "cơ sở đào tạo"}
FREQUENCIES = {"hang-nam": "hằng năm"}
SCHOOL_LEVELS = {"thpt": "THPT", "thcs": "THCS", "tieu-hoc": "tiểu học"}
OPERATORS = {">=": "ít nhất", "<=": "nhiều nhất"}
DUTY_STATUSES = {"hieu-luc": "đang áp dụng", "het-ky": "đã hết kỳ", "can-xac-minh": "cần xác minh"}
