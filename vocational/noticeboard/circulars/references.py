"""What the site says of a programme, a line of seats or a policy: found by words, told, and compared."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vocational.admissions import lines
from vocational.catalogue import queries as catalogue
from vocational.errors import Moved, NotFound
from vocational.levels import LEVELS
from vocational.policies import queries as policies
from vocational.provenance import Figure, State
from vocational.vietnamese import fold
from vocational.web.formatting import number

SHOWN = 12


class Kind(StrEnum):
    """What a notice can refer to."""

    PROGRAMME = "programme"
    QUOTA = "quota"
    POLICY = "policy"

    @property
    def label(self) -> str:
        """The kind as people call it."""
        return LABELS[self]


LABELS = {Kind.PROGRAMME: "Ngành đào tạo", Kind.QUOTA: "Chỉ tiêu", Kind.POLICY: "Chính sách"}


@dataclass(frozen=True)
class Told:
    """What the site says of one thing: its name, (name, words) of each fact, and the address of its page."""

    kind: Kind
    key: str
    title: str
    says: tuple[tuple[str, str], ...]
    address: str

    @property
    def kind_label(self) -> str:
        """The kind in words."""
        return self.kind.label


@dataclass(frozen=True)
class Change:
    """A fact that is not as it was; empty words mean that nothing was said."""

    name: str
    then: str
    now: str


@dataclass(frozen=True)
class Compared:
    """A thing as a notice told it when sent, and what has changed since."""

    kind: Kind
    title: str
    says: tuple[tuple[str, str], ...]
    address: str
    is_gone: bool
    changes: tuple[Change, ...]

    @property
    def kind_label(self) -> str:
        """The kind in words."""
        return self.kind.label


def told(keys: Iterable[tuple[str, str]], *, day: date) -> dict[tuple[str, str], Told]:
    """Return what the site says today of things given as (kind, key); what is gone is left out."""
    keys = list(keys)
    quotas = lines.by_id(key for kind, key in keys if kind == Kind.QUOTA)
    found = {}
    for kind, key in keys:
        one = _quota(quotas[key]) if key in quotas and kind == Kind.QUOTA else _single(kind, key, day)
        if one is not None:
            found[kind, key] = one
    return found


def found(kind: Kind, words: str, *, day: date) -> list[Told]:
    """Return some things of a kind that are called so; of lines of seats, also those of such programmes."""
    if not fold(words):
        return []
    if kind is Kind.POLICY:
        wanted = fold(words).split()
        listed = [item.policy for item in policies.listed(day, {}).items]
        named = [row for row in listed if all(word in fold(f"{row.name} {row.lead}") for word in wanted)]
        return [_policy(row.slug, day) for row in named[:SHOWN]]
    rows = catalogue.programmes(catalogue.Asked(words=words), offset=0, limit=SHOWN)
    if kind is Kind.PROGRAMME:
        return [_programme(row) for row in rows]
    return [_quota(row) for row in lines.named(words, [row.slug for row in rows], limit=SHOWN)]


def compared(rows: Iterable, *, day: date) -> list[Compared]:
    """Return references of a version (kind, key, title, said) beside what the site says today."""
    rows = list(rows)
    today = told([(row.kind, row.key) for row in rows], day=day)
    return [_compared(row, today.get((row.kind, row.key))) for row in rows]


def _compared(row, now: Told | None) -> Compared:
    then = tuple((name, words) for name, words in row.said)
    says = then or (now.says if now else ())
    changes = _changes(dict(then), dict(now.says)) if then and now else ()
    return Compared(Kind(row.kind), row.title, says, now.address if now else "", now is None, changes)


def _changes(then: Mapping[str, str], now: Mapping[str, str]) -> tuple[Change, ...]:
    names = [name for name in {**then, **now} if then.get(name) != now.get(name)]
    return tuple(Change(name, then.get(name, ""), now.get(name, "")) for name in names)


def _single(kind: str, key: str, day: date) -> Told | None:
    try:
        if kind == Kind.PROGRAMME:
            return _programme(_moved_programme(key))
        return _policy(key, day) if kind == Kind.POLICY else None
    except (NotFound, Moved):
        return None


def _moved_programme(slug: str):
    try:
        return catalogue.programme(slug)
    except Moved as moved:
        return catalogue.programme(moved.slug)


def _programme(row) -> Told:
    levels = ", ".join(LEVELS[level] for level in row.levels)
    says = [
        ("Trình độ", levels),
        ("Nơi dạy", f"{catalogue.offering_total(row.slug)} chương trình ở các trường"),
    ]
    return _told(Kind.PROGRAMME, row.slug, row.name, says, f"nganh/{row.slug}")


def _quota(row) -> Told:
    group = row.group
    says = [
        ("Năm", row.school_year or str(row.year)),
        ("Trình độ", group.level_name),
        ("Dành cho", row.entry_name),
        (group.kind_name, in_words(row.figure)),
        ("Nhận hồ sơ", _window(row.opens, row.closes)),
        ("Cách xét tuyển", row.method),
    ]
    return _told(Kind.QUOTA, row.id, f"{group.school} – {row.about}", says, f"truong/{group.institution}")


def _policy(slug: str, day: date) -> Told:
    answer = policies.answer(slug, day)
    row = answer.policy
    says = [("Tình trạng", row.status_label), ("Nội dung", row.lead)]
    says += [(offer.benefit.name, in_words(offer.figure)) for offer in answer.offers]
    numbers = [basis.document.number for basis in answer.bases if basis.role == "current"]
    says.append(("Văn bản", ", ".join(dict.fromkeys(numbers))))
    return _told(Kind.POLICY, slug, row.name, says, f"chinh-sach/{slug}")


def _told(kind: Kind, key: str, title: str, says, address: str) -> Told:
    together: dict[str, str] = {}
    for name, words in says:
        if words:
            together[name] = f"{together[name]}; {words}" if name in together else words
    return Told(kind, key, title, tuple(together.items()), address)


def _window(opens: date | None, closes: date | None) -> str:
    parts = [f"từ {opens:%d/%m/%Y}" if opens else "", f"đến {closes:%d/%m/%Y}" if closes else ""]
    return " ".join(filter(None, parts))


def in_words(figure: Figure) -> str:
    """Return a figure in words; a value that is not known says so."""
    if figure.state == State.WITHHELD:
        return "không công bố vì quá ít"
    if figure.state == State.UNKNOWN or figure.value is None:
        return "chưa có thông tin"
    upper = f"–{number(figure.value_to)}" if figure.value_to is not None else ""
    return " ".join(filter(None, [figure.qualifier, number(figure.value) + upper, figure.unit]))
