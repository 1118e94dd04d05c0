"""Whether a text may go to readers as it is."""

from collections.abc import Callable
from datetime import datetime

from vocational.errors import NotAcceptable
from vocational.noticeboard import checks
from vocational.noticeboard.checks import Finding, Weight
from vocational.noticeboard.dates import day_of
from vocational.noticeboard.items import content as contents
from vocational.noticeboard.items import queries
from vocational.noticeboard.items.content import Content
from vocational.noticeboard.items.models import Version


def _any(_path: str) -> bool:
    return True


def findings(content: Content, *, now: datetime, is_own: Callable[[str], bool] = _any) -> list[Finding]:
    """Return what is to be put right in a text, or looked at once more; `is_own` knows paths of the site."""
    text = contents.for_checks(content, queries.images(file.id for file in content.files))
    found = checks.findings(text, now=now, today=day_of(now), is_own=is_own)
    if not content.body.strip():
        found.insert(0, Finding(Weight.STOP, "body", "Hãy viết nội dung."))
    if "starts" in content.details and not content.details["starts"]:
        found.insert(0, Finding(Weight.STOP, "starts", "Hãy chọn ngày giờ bắt đầu."))
    return found


def require_ready(version: Version, *, now: datetime) -> None:
    """Raise NotAcceptable with all that has to be put right before readers may see a version."""
    if said := checks.stops(findings(contents.of(version), now=now)):
        raise NotAcceptable(said)
