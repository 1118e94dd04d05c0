"""The loss by each way of typing as a table."""

from bench.search import peers
from bench.search.tables import number, signed, table
from bench.search.transforms import TRANSFORMS


def text(figures: dict) -> str:
    """Return the table."""
    names = list(figures["original"])
    head = ["typed with", "queries changed", "loss allowed"]
    head += [peers.BY_NAME[name].caption for name in names]
    rows = [["as judged", "", "", *(number(figures["original"][name]) for name in names)]]
    rows += [_row(row, figures["original"]) for row in figures["rows"]]
    return (
        f"### Typed otherwise\n\nnDCG@10 of {figures['queries']} judged queries with accents, after each way "
        f"of typing them (mean of {figures['draws']} draws), and the loss.\n\n{table(head, rows)}"
    )


def _row(row, original):
    cells = [f"{number(value)} ({signed(value - original[name])})" for name, value in row["ndcg"].items()]
    return [row["caption"], row["changed"], number(TRANSFORMS[row["caption"]][1], 2), *cells]
