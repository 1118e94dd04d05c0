"""How long anything of what pupils and parents wrote is kept."""

from datetime import date, timedelta

AFTER_ANSWER = timedelta(days=30)
UNANSWERED = timedelta(days=90)
ANSWER = timedelta(days=365)
"""Answers by code quote what was asked; they are kept a year, long enough to be read."""


def text_ends(asked_on: date, closed_on: date | None) -> date:
    """Return the first day on which the words of a question or report are gone."""
    return closed_on + AFTER_ANSWER if closed_on else asked_on + UNANSWERED


def answer_ends(closed_on: date) -> date:
    """Return the first day on which a private answer is gone."""
    return closed_on + ANSWER
