"""What a curator has to put right, in words that help."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError


@dataclass(frozen=True, order=True)
class Problem:
    """One thing a curator has to put right."""

    file: str
    line: int
    field: str
    says: str

    def __str__(self):
        return f"{self.file}:{self.line}: {self.field}: {self.says}"


# Pydantic's error types in plain Vietnamese; {…} are taken from the error's context.
WORDS = {
    "missing": "thiếu mục này; hãy thêm vào",
    "extra_forbidden": "không có mục nào tên như vậy; xem lại chính tả hoặc bỏ đi",
    "string_type": "phải là chữ; hãy đặt trong dấu nháy, ví dụ '2025'",
    "string_too_short": "không được để trống; hãy viết ít nhất {min_length} ký tự",
    "string_too_long": "dài quá {max_length} ký tự; hãy viết ngắn lại",
    "string_pattern_mismatch": "viết sai dạng; mẫu đúng: {pattern}",
    "int_type": "phải là số nguyên, ví dụ 120",
    "int_parsing": "phải là số nguyên, ví dụ 120",
    "int_from_float": "phải là số nguyên, ví dụ 120",
    "float_type": "phải là số, ví dụ 12.5",
    "float_parsing": "phải là số, ví dụ 12.5",
    "finite_number": "phải là số hữu hạn, ví dụ 12.5",
    "bool_type": "phải là true hoặc false",
    "bool_parsing": "phải là true hoặc false",
    "date_type": "phải là ngày, viết theo dạng 2027-08-30",
    "date_parsing": "phải là ngày có thật, viết theo dạng 2027-08-30",
    "date_from_datetime_parsing": "phải là ngày có thật, viết theo dạng 2027-08-30",
    "date_from_datetime_inexact": "chỉ ghi ngày, không ghi giờ, ví dụ 2027-08-30",
    "enum": "chỉ được chọn một trong: {expected}",
    "literal_error": "chỉ được chọn một trong: {expected}",
    "list_type": "phải là danh sách; mỗi dòng bắt đầu bằng dấu gạch ngang",
    "too_short": "phải có ít nhất {min_length} dòng",
    "dict_type": "phải là các cặp «tên: giá trị»",
    "model_type": "phải là các cặp «tên: giá trị»",
    "model_attributes_type": "phải là các cặp «tên: giá trị»",
    "greater_than_equal": "phải từ {ge} trở lên",
    "greater_than": "phải lớn hơn {gt}",
    "less_than_equal": "không được quá {le}",
}


def worded(file: str, line_of, error: ValidationError) -> Iterator[Problem]:
    """Yield one problem for each fault a schema found; `line_of` gives the line of a path in the entry."""
    for fault in error.errors(include_url=False):
        path = tuple(
            part
            for part in fault["loc"]
            if not str(part).startswith(("function-", "tagged-", "constrained-"))
        )
        name = ".".join(str(part + 1) if isinstance(part, int) else part for part in path) or "(cả mục)"
        yield Problem(file, line_of(path), name, _says(fault))


def _says(fault: dict) -> str:
    if fault["type"] == "too_short" and fault["input"] == "":
        return "không được để trống"
    if fault["type"] == "too_long":
        return f"dài quá {fault['ctx']['max_length']} ký tự; hãy viết ngắn lại"
    if fault["type"] == "value_error":
        return str(fault["ctx"]["error"])
    words = WORDS.get(fault["type"], "giá trị không hợp lệ ({type})")
    context = {"type": fault["type"], **fault.get("ctx", {})}
    return words.format_map(context).replace("' or '", "', '").replace(" or ", ", ")
