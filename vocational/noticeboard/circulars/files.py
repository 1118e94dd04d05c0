"""What is taken away of a notice: its schools as rows of a file, and what the columns are called."""

from collections.abc import Iterable, Iterator

from vocational.noticeboard.circulars.following import Row

HEADER = (
    "Trường",
    "Loại",
    "Địa bàn",
    "Tình trạng",
    "Người nhận",
    "Mở lúc",
    "Tải lúc",
    "Xác nhận bởi",
    "Xác nhận lúc",
    "Lời nhắn",
    "Số lần nhắc",
    "Giao bản giấy ngày",
    "Giao cho",
)
HISTORY_HEADER = ("Lúc", "Chức danh", "Việc")


def rows(found: Iterable[Row], moment) -> Iterator[tuple]:
    """Yield one row a school; `moment` words a point in time."""
    for row in found:
        recipient, done = row.recipient, row.confirmation
        yield (
            recipient.name,
            recipient.kind,
            recipient.place,
            row.standing.label,
            "; ".join(person.post for person in row.people),
            moment(row.opened_at),
            moment(row.downloaded_at),
            done.post if done else "",
            moment(done.confirmed_at if done else None),
            " | ".join(f"{one.post}: {one.note}" for one in row.notes),
            recipient.reminded,
            recipient.paper_on,
            recipient.paper_to,
        )
