"""Today's date where the readers live."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask import current_app

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def today() -> date:
    """Return today's date in Việt Nam, or the date that the settings fix (`TODAY`, tests only)."""
    return current_app.config.get("TODAY") or datetime.now(ZONE).date()
