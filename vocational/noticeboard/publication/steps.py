"""The one table of steps from a draft to a public page and off it again.

Some steps act on the text that staff work on, others on the page that readers have: while a published item is
being rewritten, the two stand at different places.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from vocational.noticeboard.items.kinds import Standing

UNDO_WITHIN = timedelta(days=1)
LONGEST_REASON = 1000


class Step(StrEnum):
    """Something that is done to an item as a whole."""

    SUBMIT = "submit"
    TAKE_BACK = "take-back"
    APPROVE = "approve"
    RETURN = "return"
    PUBLISH = "publish"
    SCHEDULE = "schedule"
    WITHDRAW = "withdraw"
    RESTORE = "restore"
    UNDO = "undo"

    @property
    def rule(self) -> "Rule":
        """From where the step leads where."""
        return TABLE[self]


class Of(StrEnum):
    """Whose standing a step looks at: the text that staff work on, or the page that readers have."""

    TEXT = "text"
    PAGE = "page"


class Right(StrEnum):
    """What somebody needs for a step: to write, to judge what others wrote, to let out, to take down."""

    WRITE = "write"
    JUDGE = "judge"
    RELEASE = "release"
    TAKE_DOWN = "take-down"


@dataclass(frozen=True)
class Rule:
    """From which standings a step may be taken, by what right, and how it is called before and after."""

    label: str
    done: str
    starts: frozenset[Standing]
    of: Of
    right: Right
    reason: bool = False
    lets_out: bool = False


_UNFINISHED = frozenset({Standing.DRAFT, Standing.RETURNED})
_NOT_OUT = _UNFINISHED | {Standing.REVIEW, Standing.SCHEDULED}
_OUT = frozenset({Standing.SCHEDULED, Standing.PUBLIC, Standing.EXPIRED})
TABLE = {
    Step.SUBMIT: Rule("Gửi duyệt", "gửi duyệt", _UNFINISHED, Of.TEXT, Right.WRITE),
    Step.TAKE_BACK: Rule(
        "Lấy lại để sửa", "lấy lại để sửa", frozenset({Standing.REVIEW}), Of.TEXT, Right.WRITE
    ),
    Step.APPROVE: Rule("Duyệt", "duyệt", frozenset({Standing.REVIEW}), Of.TEXT, Right.JUDGE, lets_out=True),
    Step.RETURN: Rule("Trả lại", "trả lại", frozenset({Standing.REVIEW}), Of.TEXT, Right.JUDGE, reason=True),
    Step.PUBLISH: Rule("Đăng ngay", "đăng", _NOT_OUT, Of.TEXT, Right.RELEASE, lets_out=True),
    Step.SCHEDULE: Rule("Hẹn giờ đăng", "hẹn giờ đăng", _NOT_OUT, Of.TEXT, Right.RELEASE, lets_out=True),
    Step.WITHDRAW: Rule("Gỡ bài", "gỡ", _OUT, Of.PAGE, Right.TAKE_DOWN, reason=True),
    Step.RESTORE: Rule("Đăng lại", "đăng lại", frozenset({Standing.WITHDRAWN}), Of.PAGE, Right.RELEASE),
    Step.UNDO: Rule("Hoàn tác", "hoàn tác", frozenset(Standing), Of.TEXT, Right.WRITE),
}


class IllegalStep(ValueError):
    """A step that cannot be taken from where the item stands now; the sentence is for whoever tried."""


def leads_on(step: Step, *, text: Standing, page: Standing | None) -> bool:
    """Return whether a step may be taken from where text and page stand."""
    return (text if step.rule.of is Of.TEXT else page) in step.rule.starts


def check(step: Step, *, text: Standing, page: Standing | None) -> None:
    """Raise IllegalStep unless a step may be taken from where text and page stand."""
    if leads_on(step, text=text, page=page):
        return
    where = (text if step.rule.of is Of.TEXT else page) or Standing.DRAFT
    raise IllegalStep(
        f"Không thể {step.rule.done} khi bài đang ở trạng thái «{where.label}». "
        "Có thể người khác vừa xử lý bài này trước anh chị."
    )
