"""The words that readers see for the codes of admission figures."""

from vocational.levels import LEVELS

KINDS = {
    "chi-tieu": "Chỉ tiêu tuyển sinh",
    "duoc-giao": "Chỉ tiêu cấp trên giao",
    "da-tuyen": "Số đã tuyển",
    "chua-ro": "Chưa rõ là chỉ tiêu hay đã tuyển",
}
"""What a figure counts. Figures of different kinds are never added."""

COVERS = {
    "truong": "Cả trường",
    "trinh-do": "Cả trình độ",
    "nhom-nganh": "Một nhóm ngành",
    "nganh": "Từng ngành",
}
"""How much of a school one line covers. A wide line may contain narrow ones, so they are never added."""


def level_words(levels: str, own: str = "") -> str:
    """Return a group of level codes in words; `own` are the source's words where no level of today fits."""
    first, *others = [LEVELS[code] for code in levels.split()] or [""]
    return own or " và ".join([first, *map(str.lower, others)])


def level_rank(levels: str) -> int:
    """Return the place of a group of levels in the order of the table; unknown levels come last."""
    order = list(LEVELS)
    return min((order.index(code) for code in levels.split()), default=len(order))
