"""Today's date where the readers live, and the time."""

from datetime import UTC, date, datetime, time

from flask import current_app

from vocational.web.formatting import ZONE


def today() -> date:
    """Return today's date in Việt Nam, or the date that the settings fix (`TODAY`, tests only)."""
    return current_app.config.get("TODAY") or datetime.now(ZONE).date()


def now() -> datetime:
    """Return this moment in UTC, or the one that the settings fix (`NOW`, or nine on `TODAY`; tests only)."""
    fixed = current_app.config.get("NOW")
    if fixed is None and (day := current_app.config.get("TODAY")):
        fixed = datetime.combine(day, time(9), ZONE)
    return (fixed or datetime.now(UTC)).astimezone(UTC)
