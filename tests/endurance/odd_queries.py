"""Queries that nobody should send and somebody will: every sort of input that has broken a search box."""

from collections.abc import Iterator
from random import Random

ORDINARY = (
    "sửa xe máy",
    "trường trung cấp ở buôn ma thuột",
    "hoc phi nganh dieu duong",
    "học xong lớp 9 học nghề gì",
    "238/2025",
    "cntt",
    "thợ hàn",
    "ký túc xá",
    "may thời trang",
    "chính sách cho người dân tộc thiểu số",
)
_MARKS = ["\u0300", "\u0301", "\u0303", "\u0309", "\u0323", "\u0302", "\u031b"]
_INVISIBLE = ["\x00", "\x07", "\x1b", "\u200b", "\u200e", "\u202e", "\u2066", "\ufeff", "\u00ad", "\ud800"]
_EMOJI = ["😀", "👩‍🏫", "🇻🇳", "❤️", "🏫", "1️⃣"]
_OPERATORS = ["AND", "OR", "NOT", "+", "-", "~2", "^3", "(", ")", "[a TO z]", '"', "title:", "&&", "\\", "%"]
_WILDCARDS = ["*", "?", "a*", "*a*", "?" * 40, "*" * 200, "[a-z]*", ".*", "(a+)+$"]
_SQL = [
    "' OR 1=1 --",
    "'; DROP TABLE x;",
    "UNION SELECT",
    "1/**/OR/**/1",
    "%27",
    "\\x27",
    "WAITFOR DELAY '0:0:9'",
]
_HTML = [
    "<script>alert(1)</script>",
    "<b>hàn</b>",
    "&lt;",
    "&#x41;",
    "<img src=x onerror=y>",
    "javascript:",
    "]]>",
]
_TEXT = (
    "hoc nghe sua xe may tinh han tien dien lanh nha hang khach san truong cao dang trung cap buon ma thuot "
    "nuoc thuong nghiep duong nghieng ngoan chuyen quyen khuyen"
)
_SYLLABLES = _TEXT.split()
_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz"


def odd_queries(count: int, seed: int = 20261122) -> Iterator[str]:
    """Yield reproducible odd queries of all sorts in turn."""
    random = Random(seed)
    for number in range(count):
        yield _SORTS[number % len(_SORTS)](random)


def _letters(random, length):
    return "".join(random.choices(_LETTERS, k=length))


def _mixture(random, pieces, most=12):
    some = [random.choice([*pieces, random.choice(ORDINARY)]) for _ in range(random.randint(1, most))]
    return random.choice(["", " "]).join(some)


def _glued(random):
    return "".join(random.choices(_SYLLABLES, k=random.randint(4, 30)))


def _mistyped(random):
    letters = list(random.choice(ORDINARY))
    for _ in range(random.randint(1, 6)):
        letters[random.randrange(len(letters))] = random.choice(_LETTERS + " ")
    return "".join(letters)


_SORTS = (
    lambda random: random.choice(["", " ", "\n", "\u00a0" * 9, ".", "???"]),
    lambda random: (_mixture(random, _SYLLABLES, 40) + " ") * 200,
    lambda random: _letters(random, 10_000),
    lambda random: _mixture(random, _INVISIBLE),
    lambda random: _mixture(random, _EMOJI),
    lambda random: "".join(random.choices(_MARKS, k=random.randint(1, 300))),
    lambda random: "a" + "".join(random.choices(_MARKS, k=random.randint(1, 50))),
    lambda random: " ".join(random.choices(_SYLLABLES, k=300)),
    lambda random: " ".join(_letters(random, random.randint(1, 7)) for _ in range(300)),
    lambda random: " ".join(_letters(random, random.randint(2, 5)) for _ in range(random.randint(2, 12))),
    lambda random: _mixture(random, _OPERATORS, 30),
    lambda random: _mixture(random, _WILDCARDS, 30),
    lambda random: _mixture(random, _SQL),
    lambda random: _mixture(random, _HTML),
    lambda random: "".join(random.choices("0123456789/ .-", k=random.randint(1, 400))),
    lambda random: _letters(random, random.randint(8, 60)),
    _glued,
    lambda random: " ".join(_glued(random)[:24] for _ in range(random.randint(1, 12))),
    _mistyped,
    lambda random: " ".join(_mistyped(random) for _ in range(random.randint(1, 8))),
    lambda random: " ".join(random.choices("aăâbcd đeghi", k=random.randint(2, 80))),
    lambda random: "".join(chr(random.randrange(1, 0x11000)) for _ in range(random.randint(1, 80))),
)
