"""Texts to send by hand: what the office writes into a Zalo group, and the history of a notice in words."""

from collections.abc import Mapping, Sequence
from datetime import date

HISTORY = {
    "circular.write": "soạn bản thảo",
    "circular.edit": "sửa bản thảo",
    "circular.choose": "chọn trường",
    "circular.refer": "kèm {title}",
    "circular.drop": "bỏ {title} khỏi phần kèm theo",
    "circular.attach": "đính kèm tệp {title}",
    "circular.detach": "bỏ tệp {title}",
    "circular.send": "gửi đến {schools} trường",
    "circular.begin_correction": "bắt đầu soạn bản sửa",
    "circular.correct": "gửi bản sửa {version}: {note}",
    "circular.discard": "bỏ bản thảo",
    "circular.remind": "nhắc {schools} trường",
    "circular.hand_over": "ghi nhận bản giấy cho {school}",
    "circular.withdraw": "thu hồi: {reason}",
    "circular.restore": "cho thông báo có hiệu lực trở lại",
    "circular.export": "tải tệp ({form})",
    "circular.open": "mở ({schools})",
    "circular.download": "tải {what} ({schools})",
    "circular.confirm": "xác nhận đã đọc ({school})",
}
MOST_NAMED = 3


def deed(verb: str, before: Mapping | None, after: Mapping | None) -> str:
    """Return one entry of the audit as a reader says it."""
    told = {**(before or {}), **(after or {})}
    values = {name: _listed(name, value, verb) for name, value in told.items()}
    said = HISTORY.get(verb, verb).format_map(_Gaps(values))
    return f"{said}. Lời nhắn: {told['note']}" if verb == "circular.confirm" and told.get("note") else said


def reminder(*, title: str, sender: str, link: str, confirm_by: date | None, today: date) -> str:
    """Return a reminder to be pasted into a chat of schools; it names nobody."""
    lines = ["Kính gửi quý thầy cô,", f"{sender} đã gửi thông báo «{title}»."]
    if confirm_by and confirm_by >= today:
        lines.append(f"Xin thầy cô mở, đọc và bấm «Xác nhận đã đọc» trước hết ngày {confirm_by:%d/%m/%Y}.")
    elif confirm_by:
        lines.append(f"Đã quá hạn xác nhận ({confirm_by:%d/%m/%Y}); xin thầy cô đọc và xác nhận hôm nay.")
    else:
        lines.append("Xin thầy cô mở, đọc và bấm «Xác nhận đã đọc».")
    return "\n".join([*lines, f"Đọc tại: {link}", "Xin cảm ơn thầy cô."])


def names_of(names: Sequence[str], title: str) -> str:
    """Return a list of schools to be pasted into a chat, one a line."""
    return "\n".join(
        [f"Các trường chưa xác nhận «{title}» ({len(names)}):", *(f"- {name}" for name in names)]
    )


class _Gaps(dict):
    """Leaves a blank where an entry does not hold a word."""

    def __missing__(self, key):
        return ""


def _listed(name: str, value, verb: str) -> str:
    if not isinstance(value, list):
        return str(value)
    if verb == "circular.remind":
        return str(len(value))
    rest = f" và {len(value) - MOST_NAMED} nơi khác" if len(value) > MOST_NAMED else ""
    return ", ".join(map(str, value[:MOST_NAMED])) + rest
