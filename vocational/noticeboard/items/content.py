"""What one version of an item says, as a value: compared, told to the audit, handed to the checks."""

from dataclasses import asdict, dataclass, field, fields
from datetime import datetime

from vocational.noticeboard import checks
from vocational.noticeboard.items import rendering
from vocational.noticeboard.items.kinds import Facet
from vocational.noticeboard.items.models import EventDetails, VacancyDetails, Version

LONGEST_BODY = 60_000
EVENT = ("starts", "ends", "area", "place", "capacity", "organiser")
VACANCY = (
    "employer",
    "place",
    "occupation",
    "count",
    "wage_low",
    "wage_high",
    "deadline",
    "requirements",
)


@dataclass(frozen=True)
class File:
    """A file beside the text: the id of its attachment, and the words that stand with it."""

    id: int
    title: str
    alt: str = ""


@dataclass(frozen=True)
class Content:
    """All fields of a version: `marks` are values by `kinds.Facet`, `details` what only its kind has."""

    title: str
    topic: str
    summary: str = ""
    body: str = ""
    site_wide: bool = False
    contact: str = ""
    source: str = ""
    publish_at: datetime | None = None
    expire_at: datetime | None = None
    marks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    details: dict = field(default_factory=dict)
    files: tuple[File, ...] = ()

    def told(self) -> dict:
        """Return what the audit keeps."""
        told = asdict(self) | {"files": [f"{file.id}: {file.title}" for file in self.files]}
        return {name: value for name, value in told.items() if value not in ("", None, [], {}, ())}


COLUMNS = [one.name for one in fields(Content) if one.name not in {"marks", "details", "files"}]


def of(version: Version) -> Content:
    """Return what a version says."""
    marks = {facet.value: tuple(version.marked(facet)) for facet in Facet if version.marked(facet)}
    details = version.event or version.vacancy
    names = EVENT if version.event else VACANCY
    return Content(
        **{name: getattr(version, name) for name in COLUMNS},
        marks=marks,
        details={name: getattr(details, name) for name in names} if details else {},
        files=tuple(File(row.id, row.title, row.alt) for row in version.attachments),
    )


def details_of(kind: str, content: Content) -> EventDetails | VacancyDetails | None:
    """Return the row of what only events or vacancies have; None for announcements."""
    table = {"event": EventDetails, "vacancy": VacancyDetails}.get(kind)
    return table(**content.details) if table else None


def for_checks(content: Content, images: frozenset[int]) -> checks.Text:
    """Return what is checked of a text; `images` are the ids of those attachments that are pictures."""
    words = {"title": content.title, "summary": content.summary, "body": content.body}
    words |= {"contact": content.contact, "source": content.source}
    words |= {name: value for name, value in content.details.items() if isinstance(value, str)}
    words["files"] = "\n".join(f"{file.title} {file.alt}" for file in content.files)
    times = {name: content.details.get(name) for name in ("starts", "ends", "deadline")}
    pictures = tuple(checks.Picture(file.title, file.alt) for file in content.files if file.id in images)
    return checks.Text(
        words=words,
        html=rendering.html_of(content.body),
        contact=content.contact,
        publish_at=content.publish_at,
        expire_at=content.expire_at,
        pictures=pictures,
        **times,
    )
