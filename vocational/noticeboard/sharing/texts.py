"""Texts of an item for where a link alone does not do: a Zalo message and the loudspeaker of a commune."""

import re
from dataclasses import dataclass, field

from vocational.noticeboard import aloud

LONGEST_MESSAGE = 2000
MOST_SENTENCES = 14
CUT = "… (còn nữa, xem ở đường dẫn dưới đây)"


@dataclass(frozen=True)
class Told:
    """What is told of an item, in words; `facts` are (name, value), `lines` the body as plain text."""

    kind: str
    title: str
    unit: str
    address: str
    summary: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()
    contact: str = ""
    over: bool = field(default=False)


def message(told: Told) -> str:
    """Return a text to copy into a message: plain, at most 2,000 characters, the address last."""
    head = [f"[{told.kind}] {told.title}", *([told.summary] if told.summary else [])]
    facts = [f"{name}: {value}" for name, value in told.facts]
    over = ["Tin này đã qua, gửi lại để tra cứu."] if told.over else []
    tail = [f"Liên hệ: {told.contact}"] if told.contact else []
    tail += [f"Đơn vị đăng: {told.unit}", f"Xem đầy đủ: {told.address}"]
    fixed = [*over, *head, *facts]
    room = LONGEST_MESSAGE - len("\n".join([*fixed, *tail])) - 4
    parts = [_fitted(fixed, LONGEST_MESSAGE - len("\n".join(tail)) - len(CUT) - 4)]
    parts.append(_fitted(list(told.lines), room) if room > len(CUT) else "")
    return "\n\n".join(part for part in [*parts, "\n".join(tail)] if part)


def _fitted(lines: list[str], room: int) -> str:
    """Return as much of the lines as there is room for, whole words; says when something is left out."""
    text = "\n".join(lines)
    if len(text) <= room:
        return text
    kept = text[: max(room - len(CUT) - 1, 0)]
    return re.sub(r"\s+\S*$", "", kept) + CUT


def speech(told: Told, *, contact_at_site: str = "") -> list[str]:
    """Return the sentences to read aloud at a loudspeaker, nothing in them that a voice stumbles over."""
    body = aloud.sentences([told.summary, *(line.removeprefix("- ") for line in told.lines)])
    left_out = body[MOST_SENTENCES:]
    facts = aloud.sentences(f"{name}: {value}" for name, value in told.facts)
    ask = told.contact or contact_at_site
    return [
        "Kính thưa bà con, thưa các em học sinh.",
        *aloud.sentences([f"{told.unit} xin thông báo", told.title]),
        *facts,
        *body[:MOST_SENTENCES],
        *(["Phần còn lại xin xem trên trang hướng nghiệp."] if left_out else []),
        *aloud.sentences([f"Hỏi thêm: {ask}"] if ask else []),
        *(["Xin nhắc lại."] + facts if facts else []),
        "Xin cảm ơn bà con và các em.",
    ]


def doubtful(told: Told) -> list[str]:
    """Return the abbreviations that the speech spells out letter by letter."""
    return aloud.doubtful("\n".join([told.title, told.summary, told.contact, told.unit, *told.lines]))
