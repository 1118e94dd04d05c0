"""Whether a text pushes pupils away from the grade-10 exam, however it is typed.

Every pupil who may register for grade 10 has the right to; schools used to have them sign that they give it
up. A text that informs («không thi lớp 10 thì có những đường nào», «không ai được ép em không thi») says the
same words: what matters is who urges, asks for or signs it.
"""

import re
import unicodedata

from vocational.search.engine.keystrokes import decoded
from vocational.vietnamese import fold

_MARKUP = re.compile(r"<[^<>]{1,200}>|[*_~`\\|#>\[\]]|\]\([^)\s]*\)")
_SPACED = re.compile(r"(?<!\w)(?:\w[ \t.\-–·_*/]{1,3}){3,}\w(?!\w)")
_BREAK = re.compile(r"[.!?;…]+(?=\s|$)")
_LOOKALIKE = str.maketrans("0аеорсхукіѕԁɡ", "oaeopcxykisdg")
_WORD = re.compile(r"\w+")

_JOINED = re.compile(r"\b(don)?(xin)?(tunguyen|camket)?(khong|ko)(du|thamgia|dangky)?(thi)(vao|len)?(lop)?\b")
_NO = r"(?:khong|ko|kg|hk|khg|hong|hok|chang|thoi|dung|bo|khoi|tu bo|tu choi)"
_ABOUT = (
    r"(?: (?:tham gia|tham du|du|dang k[yi]|nop|tiep tuc|can|muon|theo|cho (?:con|em|chau|cac em|hoc sinh)))"
)
_EXAM = (
    r"(?:du thi|thi tuyen|thi|du tuyen|tuyen sinh|xet tuyen|dang k[yi]|tham gia|tham du|ho so|nguyen vong"
    r"|hoc tiep|hoc|len|vao)"
)
_TEN = (
    r"(?:(?:lop|khoi) ?(?:10|muoi|x)\b|l10\b|k10\b|thpt\b|trung hoc pho thong|cap (?:3|ba|iii)\b|ptth\b"
    r"|(?:vao|len|tuyen sinh|thi) (?:10|muoi)\b|10 cong lap|k[yi] thi tuyen sinh)"
)
# Between who asks and what is given up stand few words, and none of these: then it is about something else.
_ELSE = (
    r"(?:hoi|chao|moi|loi|thong|gioi|cam on|nghe|danh|neu|khi|giup|khao|sat|bao cao|tu van|ho tro|lap|don vi"
    r"|nhap|trung cap|so hoc sinh|ti le|ty le|doi voi|quan tam|tiep nhan|tuyen|ma)"
)


def _gap(words: int) -> str:
    return rf"(?: (?!{_ELSE}\b)[^\W_]+){{0,{words}}} "


_NOT_TEN = rf"{_NO}{_ABOUT}{{0,2}} {_EXAM}{_gap(3)}{_TEN}"
_NOT_EXAM = rf"{_NO}{_ABOUT}{{0,2}} (?:du )?thi\b(?! (?:tot nghiep|hoc sinh|nghe|dua|hanh|tay nghe))"
_ASKED = (
    r"(?:xin|tu nguyen|cam ket|ban cam doan|dong y|thong nhat|dang k[yi]"
    r"|(?:viet|lam|nop|ky|mau) don|don (?:de nghi|xac nhan)|don(?= khong)|ky ten"
    r"|(?:phieu|giay|bien ban) (?:xac nhan|de nghi))"
)
_URGED = (
    r"(?:khuyen khich|khuyen|van dong|de nghi|yeu cau|thuyet phuc|dinh huong|dong vien|thuc day|chi dao"
    r"|bat buoc|bat|ep|buoc)"
)
_OUGHT = r"(?<!khong )(?<!dung )(?:nen|hay|can|phai)"
PUSHING = [
    (re.compile(pattern), says)
    for pattern, says in [
        (
            rf"\b{_ASKED}{_gap(5)}(?:{_NOT_TEN}|{_NOT_EXAM})",
            "Bài nói đến đơn, cam kết hoặc xin không thi lớp 10.",
        ),
        (rf"\bxin (?:duoc )?(?:phep )?rut{_gap(5)}{_TEN}", "Bài nói đến xin rút khỏi kỳ thi lớp 10."),
        (rf"\b{_URGED}{_gap(7)}{_NOT_TEN}", "Bài khuyên, yêu cầu học sinh không thi lớp 10."),
        (rf"\b{_OUGHT}{_gap(2)}{_NOT_TEN}", "Bài khuyên học sinh không thi lớp 10."),
        (
            rf"\b(?:dung|khoi|khong nen|ko nen|chang nen){_ABOUT}{{0,2}} {_EXAM}{_gap(3)}{_TEN}",
            "Bài khuyên học sinh đừng thi lớp 10.",
        ),
        (
            rf"\bthay vi(?: [^\W_]+){{0,4}} {_TEN}.{{0,60}}\b(?:hay|nen|dang ky|chon)\b",
            "Bài khuyên học sinh bỏ lớp 10 để chọn đường khác.",
        ),
        (rf"\bthi{_gap(2)}{_TEN} (?:lam gi|lam chi|vo ich|phi|mat cong)\b", "Bài chê việc thi lớp 10."),
    ]
]
_PRESS = r"(?:ep|buoc|bat|van dong|yeu cau|khuyen|tu van|doi|dua|cho|de nghi|thuyet phuc|dinh huong)"
# Whoever forbids it, or tells what to do against it, speaks for the right.
DEFENDING = re.compile(
    rf"\b(?:nghiem cam|cam {_PRESS}|khong duoc (?:phep )?{_PRESS}"
    r"|khong (?:he )?(?:ep|buoc|bat|van dong|yeu cau)"
    r"|khong (?:ai|truong|nha truong|thay co|giao vien|co quan|to chuc|don vi) (?:nao )?(?:duoc|co quyen)"
    rf"|bi {_PRESS}|trai (?:quy dinh|luat|phap luat)|sai quy dinh"
    r"|phan anh|to cao|khieu nai|chan chinh|cham dut)\b"
)


def pushes(text: str) -> list[str]:
    """Return what in a text pushes pupils away from the exam, a sentence each; empty when nothing does."""
    return _found(text, defended=False)


def mentions(text: str) -> bool:
    """Return whether a text speaks of such pushing in order to forbid it: allowed, but worth a look."""
    return bool(_found(text, defended=True))


def _found(text, *, defended):
    said = []
    for sentence in _BREAK.split(plain(text)):
        if bool(DEFENDING.search(sentence)) is defended:
            said += [says for pattern, says in PUSHING if pattern.search(sentence)]
    return list(dict.fromkeys(said))


def plain(text: str) -> str:
    """Return a text in folded words, one blank between them, whatever it was dressed up with."""
    text = unicodedata.normalize("NFKC", text)
    text = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    text = _MARKUP.sub("", text)
    text = _SPACED.sub(lambda run: re.sub(r"[^\w]+|_", "", run[0]), text)
    words = _WORD.sub(lambda word: _read(word[0]), text)
    words = " ".join(re.sub(r"[^\w.!?;…]+|_", " ", fold(words)).split())
    return _JOINED.sub(lambda run: " ".join(part for part in run.groups() if part), words)


def _read(word: str) -> str:
    """Return a word as its keys were meant; digits and foreign letters as what they mimic."""
    if word.isdigit():
        return word
    stem, ten = (word[:-2], " 10") if word.endswith("10") else (word, "")
    read = decoded(stem) or stem.lower().translate(_LOOKALIKE)
    return re.sub(r"([aeo])\1", r"\1", read) + ten
