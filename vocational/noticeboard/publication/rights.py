"""Who may take which step with an item: the table of roles, and that nobody judges her own text."""

from dataclasses import dataclass
from datetime import datetime

from vocational.accounts import approvers, roles
from vocational.accounts.roles import Actor
from vocational.errors import NotAllowed
from vocational.noticeboard.dates import day_of
from vocational.noticeboard.items.models import Item, Version
from vocational.noticeboard.publication import records
from vocational.noticeboard.publication.steps import IllegalStep, Right, Step, leads_on

OWN_WORK = "Bài cho cả trang cần một biên tập viên khác duyệt: không ai tự duyệt bài của mình."


@dataclass(frozen=True)
class Asking:
    """Somebody who looks at a version of an item at a moment, with what that means for her rights."""

    by: Actor
    item: Item
    version: Version
    is_author: bool
    others: int
    withdrawn_by_other: bool

    @property
    def alone(self) -> bool:
        """Whether she may approve her own text for the whole site because nobody else could."""
        return self.version.site_wide and self.is_author and not self.others

    @property
    def needs_others(self) -> bool:
        """Whether somebody else has to approve what she wrote for the whole site."""
        return self.version.site_wide and self.is_author and self.others > 0

    @property
    def needs_approval(self) -> bool:
        """Whether an editor has to see the version before readers do, as after somebody else took it down."""
        return self.version.site_wide or self.item.unit.needs_approval or self.withdrawn_by_other

    def may(self, verb: str) -> bool:
        """Return whether she may do something at the unit of the item."""
        return roles.may(self.by, verb, self.item.unit)

    def has(self, right: Right) -> bool:
        """Return whether she has a right over the item."""
        if right is Right.WRITE:
            return self.may("notice.write")
        if right is Right.TAKE_DOWN:
            return self.may("notice.withdraw")
        judges = self.may("notice.approve") and not self.needs_others
        if right is Right.JUDGE:
            return judges
        return judges or (self.may("notice.write") and not self.needs_approval)

    def may_take(self, step: Step) -> bool:
        """Return whether she has the right to a step, wherever the item stands."""
        if step is Step.RETURN:
            return self.may("notice.approve")
        # Whoever wrote it cannot put up again by herself what somebody else took down.
        if step is Step.RESTORE and self.withdrawn_by_other:
            return self.has(Right.JUDGE)
        return self.has(step.rule.right)

    def require(self, step: Step) -> None:
        """Raise NotAllowed unless she has the right to a step."""
        if self.may_take(step):
            return
        if self.needs_others and self.may("notice.approve"):
            raise IllegalStep(OWN_WORK)
        raise NotAllowed(f"{self.by.post} may not {step} item {self.item.id}")


def asking(by: Actor, item: Item, version: Version, *, now: datetime) -> Asking:
    """Return somebody as she stands to an item.

    It is her own text when nobody else wrote at it since readers saw it last: who puts a slip right in what
    others wrote makes four eyes all the same.
    """
    own = by.account_id is not None and records.authors(item) <= {by.account_id}
    others = 0
    if version.site_wide and own:
        who = approvers.who_may("notice.approve", item.unit, day=day_of(now))
        others = len([row for row in who if row.id != by.account_id])
    down = item.withdrawn_at is not None and records.withdrawn_by(item)
    return Asking(by, item, version, own, others, withdrawn_by_other=down not in (False, by.account_id))


def open_steps(asking: Asking, *, now: datetime) -> list[Step]:
    """Return the steps that somebody may take with an item as it stands, those of the table in its order."""
    text, page = asking.item.standing(now), asking.item.public_standing(now)
    return [
        step
        for step in Step
        if step is not Step.UNDO and leads_on(step, text=text, page=page) and asking.may_take(step)
    ]
