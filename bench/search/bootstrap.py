"""How sure a difference between two engines is, when the queries might as well have been others."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

RESAMPLES, SEED = 10_000, 20261122


@dataclass(frozen=True)
class Difference:
    """A mean difference and the ends of its 95 % interval."""

    mean: float
    low: float
    high: float


def paired(ours: Sequence[float], theirs: Sequence[float], *, resamples: int = RESAMPLES) -> Difference:
    """Return the difference of the means over the same queries, which are drawn again with replacement."""
    differences = np.asarray(ours, float) - np.asarray(theirs, float)
    random = np.random.default_rng(SEED)
    drawn = random.integers(0, len(differences), (resamples, len(differences)))
    low, high = np.percentile(differences[drawn].mean(axis=1), (2.5, 97.5))
    return Difference(float(differences.mean()), float(low), float(high))
