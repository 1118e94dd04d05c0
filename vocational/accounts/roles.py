"""The one table of who may do what, and where.

Views ask whether somebody may do a thing anywhere at all (`web.access.staff`); services ask about the unit
that the thing belongs to (`require`). A verb that is not in VERBS does not exist.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from vocational.accounts.kinds import Role, UnitKind
from vocational.errors import NotAllowed


class Scope(StrEnum):
    """How far a permission reaches: the unit of the assignment, the units of its area, or everything."""

    UNIT = "unit"
    AREA = "area"
    ALL = "all"


VERBS = {
    "desk.open": "mở bàn làm việc và tài khoản của mình",
    "notice.read": "xem bài chưa đăng, các bản trước và lịch sử của bài",
    "notice.write": "viết và sửa thông báo, sự kiện, việc làm của đơn vị; gửi duyệt",
    "notice.approve": "duyệt, trả lại, đăng, hẹn giờ",
    "notice.withdraw": "gỡ bài đã đăng và đăng lại",
    "circular.read": "đọc thông báo gửi trường",
    "circular.send": "soạn và gửi thông báo đến các trường, nhắc, xem trường nào chưa đọc",
    "circular.confirm": "xác nhận đơn vị đã đọc thông báo gửi trường",
    "question.read": "đọc câu hỏi của học sinh, phụ huynh",
    "question.answer": "trả lời câu hỏi",
    "question.moderate": "từ chối câu hỏi không phù hợp, chuyển câu hỏi cho đơn vị khác",
    "faq.publish": "đăng câu hỏi và trả lời cho mọi người đọc",
    "correction.handle": "xử lý báo thông tin sai",
    "quota.submit": "nộp chỉ tiêu, số chỗ còn của trường mình",
    "quota.approve": "duyệt chỉ tiêu các trường nộp",
    "return.write": "lập báo cáo số liệu hằng năm của đơn vị",
    "return.read": "đọc báo cáo của các đơn vị",
    "return.accept": "nhận, trả lại, khóa báo cáo",
    "comment.write": "góp ý cho cơ quan chủ trang",
    "search.read": "xem từ khóa được tìm",
    "search.teach": "thêm, rút từ đồng nghĩa",
    "account.manage": "thêm tài khoản, giao việc, thôi giao, gửi đường dẫn đặt mật khẩu, khóa tài khoản",
    "unit.manage": "thêm, sửa đơn vị và cài đặt của đơn vị",
    "audit.read": "xem và tải nhật ký",
}

_OWN, _AREA, _ALL = Scope.UNIT, Scope.AREA, Scope.ALL
ROLES: dict[Role, dict[str, Scope]] = {
    Role.ADMINISTRATOR: {
        "desk.open": _ALL,
        "notice.read": _ALL,
        "circular.read": _ALL,
        "correction.handle": _ALL,
        "search.read": _ALL,
        "search.teach": _ALL,
        "account.manage": _ALL,
        "unit.manage": _ALL,
        "audit.read": _ALL,
    },
    Role.EDITOR: {
        "desk.open": _ALL,
        "notice.read": _AREA,
        "notice.write": _AREA,
        "notice.approve": _AREA,
        "notice.withdraw": _AREA,
        "circular.read": _AREA,
        "circular.send": _AREA,
        "question.read": _AREA,
        "question.answer": _AREA,
        "question.moderate": _AREA,
        "faq.publish": _AREA,
        "correction.handle": _AREA,
        "quota.approve": _AREA,
        "return.read": _AREA,
        "return.accept": _AREA,
        "search.read": _ALL,
        "search.teach": _ALL,
    },
    Role.COUNSELOR: {
        "desk.open": _ALL,
        "notice.read": _OWN,
        "notice.write": _OWN,
        "notice.withdraw": _OWN,
        "circular.read": _OWN,
        "circular.confirm": _OWN,
        "question.read": _AREA,
        "question.answer": _AREA,
        "question.moderate": _AREA,
        "correction.handle": _OWN,
    },
    Role.INSTITUTION_OFFICER: {
        "desk.open": _ALL,
        "notice.read": _OWN,
        "notice.write": _OWN,
        "notice.withdraw": _OWN,
        "circular.read": _OWN,
        "circular.confirm": _OWN,
        "question.read": _OWN,
        "question.answer": _OWN,
        "question.moderate": _OWN,
        "correction.handle": _OWN,
        "quota.submit": _OWN,
    },
    Role.REPORTING_OFFICER: {
        "desk.open": _ALL,
        "circular.read": _OWN,
        "circular.confirm": _OWN,
        "return.write": _OWN,
        "return.read": _OWN,
    },
    Role.PARTNER: {
        "desk.open": _ALL,
        "circular.read": _AREA,
        "return.read": _AREA,
        "comment.write": _AREA,
    },
    Role.SERVER: dict.fromkeys(VERBS, _ALL),
}
# Whoever approves or appoints others proves with a second step that it is really they.
WITH_SECOND_STEP = frozenset({Role.ADMINISTRATOR, Role.EDITOR})
CENTRAL = frozenset({UnitKind.OFFICE, UnitKind.EDUCATION_OFFICE, UnitKind.AGENCY})
UNITS_OF: dict[Role, tuple[UnitKind, ...]] = {
    Role.ADMINISTRATOR: (UnitKind.OFFICE,),
    Role.EDITOR: (UnitKind.OFFICE, UnitKind.EDUCATION_OFFICE),
    Role.COUNSELOR: (UnitKind.SCHOOL,),
    Role.INSTITUTION_OFFICER: (UnitKind.INSTITUTION,),
    Role.REPORTING_OFFICER: (UnitKind.SCHOOL, UnitKind.COMMUNE),
    Role.PARTNER: (UnitKind.AGENCY,),
}


class Place(Protocol):
    """What a permission is checked against: a unit. An empty area is all areas."""

    id: int
    area: str


@dataclass(frozen=True)
class Held:
    """A role that somebody has at a unit today."""

    role: Role
    unit_id: int
    area: str = ""
    kind: UnitKind = UnitKind.OFFICE
    second_step: bool = False
    unit: str = ""

    @property
    def answers_for_all(self) -> bool:
        """Whether the unit has no area of its own because it works for all of them."""
        return not self.area and self.kind in CENTRAL


@dataclass(frozen=True)
class Actor:
    """Who does something: a post with what it may do on a day. `account_id` is None at the server itself."""

    account_id: int | None
    post: str
    assignments: tuple[Held, ...] = ()

    @property
    def unit_ids(self) -> frozenset[int]:
        """The units where this post has a role today."""
        return frozenset(held.unit_id for held in self.assignments)


STRANGER = Actor(None, "Người chưa đăng nhập")
SERVER = Actor(None, "Máy chủ (dòng lệnh)", (Held(Role.SERVER, 0),))


@dataclass(frozen=True)
class Reach:
    """Where somebody may do one thing: everywhere, in some areas, at some units."""

    everywhere: bool
    areas: frozenset[str]
    unit_ids: frozenset[int]

    def __bool__(self) -> bool:
        return self.everywhere or bool(self.areas) or bool(self.unit_ids)

    def covers(self, unit: Place | None) -> bool:
        """Return whether a unit lies within; None, the site as a whole, only lies within everywhere."""
        if self.everywhere or unit is None:
            return self.everywhere
        return unit.id in self.unit_ids or unit.area in self.areas


def reach(actor: Actor | None, verb: str) -> Reach:
    """Return where somebody may do something; raises KeyError for a verb that does not exist."""
    VERBS[verb]
    found = [(held, ROLES[held.role].get(verb)) for held in actor.assignments] if actor else []
    everywhere = any(scope is _ALL or (scope is _AREA and held.answers_for_all) for held, scope in found)
    areas = frozenset(held.area for held, scope in found if scope is _AREA and held.area)
    own = frozenset(held.unit_id for held, scope in found if scope is not None)
    return Reach(everywhere, areas, own)


def may(actor: Actor | None, verb: str, unit: Place | None) -> bool:
    """Return whether somebody may do something with what belongs to a unit; None is the site as a whole."""
    return reach(actor, verb).covers(unit)


def may_anywhere(actor: Actor | None, verb: str) -> bool:
    """Return whether somebody may do something at any unit at all."""
    return bool(reach(actor, verb))


def require(actor: Actor | None, verb: str, unit: Place | None) -> None:
    """Raise NotAllowed unless somebody may do something with what belongs to a unit."""
    if not may(actor, verb, unit):
        where = "the site" if unit is None else f"unit {unit.id}"
        raise NotAllowed(f"{actor.post if actor else 'nobody'} may not {verb} at {where}")


def needs_second_step(actor: Actor) -> bool:
    """Return whether one of the roles, or the setting of a unit, demands a second step at sign-in."""
    return any(held.role in WITH_SECOND_STEP or held.second_step for held in actor.assignments)
