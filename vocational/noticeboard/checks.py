"""What has to be right, or looked at once more, before a text goes to readers."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from vocational.noticeboard import wording

LONGEST = timedelta(days=400)
RIGHT = "Mọi học sinh đủ điều kiện đều có quyền đăng ký vào lớp 10; trang không đăng lời khuyên bỏ quyền ấy."
_LINK = re.compile(r'href="([^"]*)"')
_PHONE = re.compile(r"(?<![\d/.,])(?:\+?84|0)[ .-]?[235789]\d?(?:[ .-]?\d){7,8}(?![\d/])")
_CITIZEN = re.compile(r"(?<!\d)0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?!\d)")
_NAME = re.compile(r"(?:[^\W\d_]+ +){1,5}[^\W\d_]+")
_DAY = re.compile(r"(?<![\d/])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?![\d/])")
_DUE = re.compile(
    r"(?i)(?:hạn|trước|đến hết|chậm nhất|muộn nhất|đến)(?: \w+){0,4} (\d{1,2})[/-](\d{1,2})[/-](\d{4})"
)
SCHOOL_AGE = (5, 20)


class Weight(StrEnum):
    """Whether something has to be put right, or may stand once its writer has looked at it."""

    STOP = "stop"
    LOOK = "look"


@dataclass(frozen=True)
class Finding:
    """One thing about a text; `field` names the field of the form that it is in, empty for several."""

    weight: Weight
    field: str
    says: str


@dataclass(frozen=True)
class Picture:
    """A picture beside the text, with the words for those who do not see it."""

    title: str
    alt: str


@dataclass(frozen=True)
class Text:
    """What is checked: the words by field, the HTML of the body, and the times."""

    words: dict[str, str]
    html: str = ""
    contact: str = ""
    publish_at: datetime | None = None
    expire_at: datetime | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    deadline: date | None = None
    pictures: tuple[Picture, ...] = ()


def findings(text: Text, *, now: datetime, today: date, is_own: Callable[[str], bool]) -> list[Finding]:
    """Return all that is to be put right or looked at; `is_own` tells whether a path is one of this site."""
    parts = (_wording(text), _times(text, now, today), _links(text, is_own), _pictures(text))
    return [one for part in (*parts, _past(text, today), _persons(text, today)) for one in part]


def stops(found: list[Finding]) -> list[str]:
    """Return what has to be put right, as `NotAcceptable` takes it: «field: sentence»."""
    return [
        f"{one.field}: {one.says}" if one.field else one.says for one in found if one.weight == Weight.STOP
    ]


def looks(found: list[Finding]) -> list[Finding]:
    """Return what may stand once its writer has looked at it."""
    return [one for one in found if one.weight == Weight.LOOK]


def _wording(text: Text) -> Iterator[Finding]:
    whole = "\n".join(text.words.values())
    by_field = [(name, says) for name, words in text.words.items() for says in wording.pushes(words)]
    # Cut over two fields it says the same.
    for field, says in by_field or [("", says) for says in wording.pushes(whole)]:
        yield Finding(Weight.STOP, field, f"{says} {RIGHT}")
    if not by_field and wording.mentions(whole):
        yield _look(
            "", "Bài nhắc đến việc bắt học sinh không thi lớp 10: xem lại cho đúng ý là ngăn việc ấy."
        )


def _times(text: Text, now, today) -> Iterator[Finding]:
    yield from _expiry(text, max(text.publish_at or now, now), now)
    if text.publish_at and text.publish_at < now - timedelta(hours=1):
        yield _look("publish_at", "Giờ hẹn đăng đã qua: bài sẽ lên trang ngay khi được duyệt.")
    if text.starts and text.starts < now:
        yield _look("starts", "Sự kiện bắt đầu lúc đã qua.")
    if text.starts and text.ends and text.ends < text.starts:
        yield Finding(Weight.STOP, "ends", "Giờ kết thúc phải sau giờ bắt đầu.")
    if text.deadline and text.deadline < today:
        yield _look("deadline", "Hạn nộp hồ sơ đã qua.")


def _expiry(text: Text, starts_showing, now) -> Iterator[Finding]:
    last = text.ends or text.starts
    if text.expire_at is None:
        yield Finding(Weight.STOP, "expire_on", "Hãy chọn ngày hết hạn, để bài cũ tự vào lưu trữ.")
    elif text.expire_at <= now:
        yield Finding(Weight.STOP, "expire_on", "Ngày hết hạn đã qua.")
    elif text.expire_at <= starts_showing:
        yield Finding(Weight.STOP, "expire_on", "Ngày hết hạn phải sau lúc đăng.")
    elif text.expire_at - starts_showing > LONGEST:
        yield _look("expire_on", "Bài sẽ hiện hơn một năm.")
    elif last and text.expire_at < last:
        yield _look("expire_on", "Bài hết hạn trước khi sự kiện xong.")


def _links(text: Text, is_own) -> Iterator[Finding]:
    targets = [*_LINK.findall(text.html)]
    if re.fullmatch(r"(?i)(?:https?://|www\.)\S+", source := text.words.get("source", "").strip()):
        targets.append(source)
    for target in dict.fromkeys(targets):
        target = target.replace("&amp;", "&")
        if says := _wrong_with(target, is_own):
            yield Finding(Weight.STOP, "body", f"Liên kết «{target[:80]}» {says}")


def _wrong_with(target: str, is_own) -> str:
    if target.startswith(("mailto:", "tel:", "#")):
        return ""
    if target.startswith("/") and not target.startswith("//"):
        return "" if is_own(target) else "không có trên trang này. Mở trang ấy rồi chép lại địa chỉ."
    if re.match(r"https://[\w-]+(\.[\w-]+)+(:\d+)?([/?#]|$)", target, re.IGNORECASE):
        return ""
    if target.lower().startswith("http://"):
        return "không an toàn. Thử đổi http:// thành https://; không mở được thì ghi địa chỉ bằng chữ."
    return "chưa đúng dạng. Viết đầy đủ, bắt đầu bằng https://"


def _pictures(text: Text) -> Iterator[Finding]:
    for picture in text.pictures:
        if not picture.alt.strip():
            says = f"Hãy tả ảnh «{picture.title}» bằng một câu cho người không nhìn thấy ảnh."
            yield Finding(Weight.STOP, "files", says)


def _past(text: Text, today) -> Iterator[Finding]:
    for field in ("title", "summary"):
        for match in _DAY.finditer(text.words.get(field, "")):
            if (day := _day(*match.groups())) and day < today:
                yield _look(field, f"Ngày {match[0]} đã qua.")
    for match in _DUE.finditer(text.words.get("body", "")):
        if (day := _day(*match.groups())) and day < today:
            yield _look("body", f"«{match[0]}»: ngày này đã qua.")


def _persons(text: Text, today) -> Iterator[Finding]:
    own = _digits(text.contact)
    for field, words in text.words.items():
        citizens = _CITIZEN.findall(words)
        if citizens:
            yield _look(field, "Có dãy 12 chữ số giống số căn cước. Không đăng số căn cước của học sinh.")
        phones = [found for found in _PHONE.findall(words) if _digits(found) not in own]
        if phones and field != "contact" and not citizens:
            yield _look(
                field, f"Có số điện thoại {phones[0].strip()}. Chỉ để lại số của cơ quan, trường, nơi tuyển."
            )
        if _is_list_of_pupils(words, today):
            yield _look(
                field, "Có họ tên kèm ngày sinh. Không đăng danh sách học sinh; đưa cho từng lớp, từng nhà."
            )


def _is_list_of_pupils(words: str, today: date) -> bool:
    youngest, oldest = SCHOOL_AGE
    born = 0
    for line in words.splitlines():
        for match in _DAY.finditer(line):
            before = line[max(0, match.start() - 80) : match.start()]
            born += youngest <= today.year - int(match[3]) <= oldest and _names_somebody(before)
    return born >= 2 or bool(born and re.search(r"(?i)sinh (?:ngày|năm)|ngày sinh", words))


def _names_somebody(words: str) -> bool:
    """Return whether two words in a row begin with capitals, as names of people do."""
    runs = [run[0].split() for run in _NAME.finditer(words)]
    return any(
        one[0].isupper() and two[0].isupper() for run in runs for one, two in zip(run, run[1:], strict=False)
    )


def _look(field: str, says: str) -> Finding:
    return Finding(Weight.LOOK, field, says)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text).removeprefix("84").removeprefix("0")


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
