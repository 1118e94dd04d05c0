"""Checks of occupations against the reference lists and places."""

from collections.abc import Iterator

from vocational.ingest.problems import Problem

LETTERS = "RIASEC"


def problems(content) -> Iterator[Problem]:
    """Yield occupations that contradict the reference lists or name a place that does not exist."""
    places = content.keys("provinces") | content.keys("former_units")
    scores = {entry.soc: _scores(entry) for entry in content.entries("onet_interests")}
    names = {entry.code: entry.name for entry in content.entries("occupation_codes")}
    for found in content.found("careers"):
        yield from _areas(found, places)
        yield from _interests(found, scores)
        yield from _vsco(found, names)


def _scores(entry) -> dict[str, float]:
    return {letter: getattr(entry, letter) for letter in LETTERS}


def _areas(found, places) -> Iterator[Problem]:
    for number, area in enumerate(found.value.areas):
        if area not in places:
            says = f"không có nơi nào mang mã «{area}»; dùng mã tỉnh hay đơn vị cũ, ví dụ cu-ninh-thuan"
            yield found.problem(("areas", number), says)


def _interests(found, scores) -> Iterator[Problem]:
    career = found.value
    if career.interests is None:
        return
    if career.onet is None:
        yield found.problem(("interests",), "điểm sở thích phải có mục «onet» nói lấy từ nghề nào của O*NET")
    elif scores.get(career.onet.soc, given := _scores(career.interests.scores)) != given:
        says = f"điểm khác nghề {career.onet.soc} trong reference/onet_interests.csv; xem lại hai nơi"
        yield found.problem(("interests", "scores"), says)


def _vsco(found, names) -> Iterator[Problem]:
    vsco = found.value.vsco
    if vsco and vsco.code and names.get(vsco.code, vsco.name) not in {"", vsco.name}:
        says = f"reference/vsco_2020.csv gọi mã {vsco.code} là «{names[vsco.code]}»; xem lại mã hoặc tên"
        yield found.problem(("vsco", "name"), says)
