"""All that a version says, field by field in words, for comparing two of them."""

from vocational.catalogue import queries as catalogue
from vocational.noticeboard.dates import ZONE
from vocational.noticeboard.items.kinds import Facet
from vocational.noticeboard.items.models import Version
from vocational.noticeboard.kinds import Area
from vocational.noticeboard.sharing.plain import lines_of
from vocational.noticeboard.sharing.telling import wage


def fields_of(version: Version) -> list[tuple[str, str]]:
    """Return (name, text) of all fields that were filled in."""
    told = [*_texts(version), *_event(version), *_vacancy(version), *_marks(version)]
    return [(name, text) for name, text in told if text]


def for_readers(version: Version) -> list[tuple[str, str]]:
    """Return (name, text) of the fields that readers see, the body as they read it."""
    hidden = {"Phạm vi", "Hẹn đăng", "Hết hạn"}
    told = [(name, text) for name, text in fields_of(version) if name not in hidden]
    body = "\n".join(lines_of(version.html))
    return [(name, body if name == "Nội dung" else text) for name, text in told]


def _texts(version: Version):
    yield "Tiêu đề", version.title
    yield "Loại tin", version.topic_label
    yield "Tóm tắt", version.summary
    yield "Nội dung", version.body
    yield "Phạm vi", "Cả trang" if version.site_wide else "Riêng đơn vị"
    yield "Liên hệ", version.contact
    yield "Nguồn", version.source
    yield "Hẹn đăng", _moment(version.publish_at)
    yield "Hết hạn", _moment(version.expire_at)
    yield "Tệp kèm", "\n".join(f"{file.title}: {file.alt}".strip(": ") for file in version.attachments)


def _event(version: Version):
    if event := version.event:
        yield "Bắt đầu", _moment(event.starts)
        yield "Kết thúc", _moment(event.ends)
        yield "Khu vực tổ chức", Area(event.area).label if event.area else ""
        yield "Địa điểm", event.place
        yield "Số chỗ", str(event.capacity or "")
        yield "Đơn vị tổ chức", event.organiser


def _vacancy(version: Version):
    if vacancy := version.vacancy:
        yield "Nơi tuyển", vacancy.employer
        yield "Nơi làm việc", vacancy.place
        yield "Công việc", vacancy.occupation
        yield "Số người", str(vacancy.count or "")
        yield "Lương", wage(vacancy)
        yield "Hạn nộp", f"{vacancy.deadline:%d/%m/%Y}" if vacancy.deadline else ""
        yield "Yêu cầu", vacancy.requirements


def _marks(version: Version):
    yield "Dành cho", ", ".join(version.audience_labels)
    yield "Khu vực", ", ".join(version.area_labels)
    slugs = version.marked(Facet.INSTITUTION)
    schools = catalogue.institutions_by_slug(slugs)
    yield "Trường liên quan", ", ".join(schools[slug].name if slug in schools else slug for slug in slugs)


def _moment(moment) -> str:
    return f"{moment.astimezone(ZONE):%H:%M ngày %d/%m/%Y}" if moment else ""
