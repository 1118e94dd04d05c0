"""Asks an index ten thousand odd queries: none may fail, none may cost much more than an ordinary one.

    python -m tests.endurance.fuzz_queries [INDEX_FOLDER] [COUNT]

Cost is processor time. Every sort of odd query is measured against the median of the ordinary ones; a query
that seems dear is measured again, because other programs use the processor too. Ends with 1 on a failure.
"""

import sys
import time
from statistics import median

from tests.endurance.odd_queries import ORDINARY, odd_queries
from vocational.search.engine import api
from vocational.search.engine.answers import Request

FOLDER, COUNT, MOST = "search_index", 10_000, 10.0


def cost(folder, query: str, times: int = 1) -> float:
    """Return the least processor time in milliseconds that a search and a completion take."""
    spent = []
    for _ in range(times):
        start = time.thread_time()
        api.search(folder, Request(q=query))
        api.suggest(folder, query)
        spent.append((time.thread_time() - start) * 1e3)
    return min(spent)


def usual(folder) -> float:
    """Return the median cost of ordinary queries."""
    return median(cost(folder, query) for _ in range(20) for query in ORDINARY)


def dearest(folder, count: int, most: float) -> list[tuple[float, str]]:
    """Return the costs of odd queries, dearest first; what costs more than `most` is measured again."""
    measured = []
    for query in odd_queries(count):
        first = cost(folder, query)
        measured.append((first if first < most else min(first, cost(folder, query, times=3)), query))
    return sorted(measured, reverse=True)


def main():
    """Print the figures; end with 1 when a query costs too much."""
    folder = sys.argv[1] if len(sys.argv) > 1 else FOLDER
    count = int(sys.argv[2]) if len(sys.argv) > 2 else COUNT
    unit = usual(folder)
    measured = dearest(folder, count, MOST * unit / 2)
    worst = measured[0][0] / unit
    print(
        f"{count} odd queries; ordinary ones cost {unit:.2f} ms (median), odd ones "
        f"{median(spent for spent, _ in measured):.2f} ms, the dearest {worst:.1f} times an ordinary one:"
    )
    for spent, query in measured[:8]:
        print(f"  {spent:7.2f} ms  {len(query):6} characters  {query[:60]!r}")
    sys.exit(worst > MOST)


if __name__ == "__main__":
    main()
