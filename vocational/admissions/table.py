"""The lines of seats as a table for spreadsheets."""

from collections.abc import Iterable, Iterator

from vocational.admissions.words import COVERS

HEADER = (
    "Mã dòng",
    "Năm",
    "Năm học",
    "Mã trường",
    "Trường",
    "Loại số",
    "Tính cho",
    "Trình độ",
    "Ngành",
    "Phạm vi",
    "Đầu vào",
    "Số lượng",
    "Tình trạng số liệu",
    "Từ đi kèm số",
    "Đơn vị",
    "Mở nhận hồ sơ",
    "Hết hạn",
    "Cách xét",
    "Mã nguồn",
    "Nguồn",
    "Thời điểm của số liệu",
    "Độ tin cậy",
    "Ngày kiểm tra",
    "Ghi chú",
)
STATES = {"known": "có số", "unknown": "chưa có thông tin", "withheld": "không công bố"}
CONFIDENCES = {
    "high": "cao",
    "medium": "trung bình",
    "low": "thấp",
    "inferred": "suy luận",
    "memory": "chưa có nguồn",
    "unknown": "chưa rõ",
}


def rows(quotas: Iterable, sources: dict) -> Iterator[tuple]:
    """Yield one row for each line, in the order of `HEADER`; an empty cell is «not known», never nought."""
    for quota in quotas:
        group = quota.group
        yield (
            quota.id,
            quota.year,
            quota.school_year,
            group.institution,
            group.school,
            group.kind_name,
            COVERS[group.covers],
            group.level_name,
            quota.programme_name,
            quota.scope,
            quota.entry_name,
            quota.seats,
            STATES[quota.state],
            quota.qualifier,
            group.unit,
            quota.opens,
            quota.closes,
            quota.method,
            " ".join(quota.sources),
            "; ".join(_named(sources[key]) for key in quota.sources if key in sources),
            quota.as_of,
            CONFIDENCES[quota.confidence],
            quota.checked_on,
            quota.note,
        )


def _named(source) -> str:
    return " ".join([source.title, *source.urls])
