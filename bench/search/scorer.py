"""The measures of one ranking against judged pages: nDCG@10, MRR@10, success@3, share without any result.

Gain is 2^grade - 1, the discount log2(rank + 1), and the ideal order that of all judged pages. A page may
stand for several judged ids; it counts once, with its best grade.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

KINDS = frozenset(("truong", "nghe", "nganh", "chinh-sach", "lo-trinh", "thi-truong", "van-ban"))
"""Kinds of pages that are judged; others take no rank."""

DEPTH, GOOD = 10, 2
# Remarks in the names of programmes, which a page may leave out of its address.
_REMARK = re.compile(r"-(?:ten-chua-co-ma-nguon|ma-\d+-nho-chua-kiem|nghe-do-truong-mo|so-cap|chung-chi)$")


@dataclass(frozen=True)
class Scores:
    """How good one ranking is, each from 0 to 1; `zero` is 1 when nothing was shown."""

    ndcg: float
    rr: float
    s3: float
    zero: float


def canonical(id: str) -> str:
    """Return the id that is compared: the remark in the name of a programme does not count."""
    id = id.strip().strip("/")
    return _REMARK.sub("", id) if id.startswith("nganh/") else id


def pages(rows: Iterable[str]) -> list[tuple[str, ...]]:
    """Return ranked pages of judged kinds, each as the ids it shows first; a row joins its ids by «+»."""
    ranked, seen = [], set()
    for row in rows:
        ids = dict.fromkeys(canonical(id) for id in row.split("+"))
        ids = [id for id in ids if id.split("/", 1)[0] in KINDS]
        fresh = tuple(id for id in ids if id not in seen)
        seen.update(ids)
        if fresh:
            ranked.append(fresh)
    return ranked


def score(relevant: Mapping[str, int], ranked: Sequence[tuple[str, ...]]) -> Scores:
    """Return the measures of one ranking; `relevant` gives the grade 1 to 3 of each judged id."""
    gains = [max(relevant.get(id, 0) for id in page) for page in ranked]
    covered = {id for page in ranked for id in page}
    ideal = sorted(gains + [grade for id, grade in relevant.items() if id not in covered], reverse=True)
    best = _dcg(ideal[:DEPTH])
    hits = [rank for rank, gain in enumerate(gains[:DEPTH], 1) if gain >= GOOD]
    return Scores(
        ndcg=_dcg(gains[:DEPTH]) / best if best else 0.0,
        rr=1 / hits[0] if hits else 0.0,
        s3=float(bool(hits) and hits[0] <= 3),
        zero=float(not ranked),
    )


def _dcg(grades):
    return sum((2**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, 1))
