"""Times and costs as tables: one of each for every corpus, then suggestions and publishing."""

from bench.search import peers
from bench.search.tables import number, table

MB = 1024**2


def text(figures: dict) -> str:
    """Return the tables."""
    parts = [_corpus(one, figures) for one in figures["corpora"]]
    return "\n\n".join([*parts, _suggestions(figures), _publishing(figures)])


def _corpus(one, figures):
    return "\n\n".join([f"### Speed and costs: {one['name']}", _says(one, figures), _times(one), _costs(one)])


def _says(one, figures):
    return (
        f"{one['size']:,} documents; one thread, warm, {figures['limit']} results, no answers kept. "
        f"Up to {figures['queries']} different queries, in turn with the others, {figures['rounds']} rounds. "
        "Ratios are ours by theirs, over the same queries, within a round: below 1 this site is faster."
    )


def _times(one):
    rows = []
    for engine in peers.ENGINES:
        found = one["engines"].get(engine.name)
        if not found:
            rows.append([engine.caption, f"missing: {one['missing'][engine.name]}", *[""] * 5])
            continue
        ratios = [""] * 2
        if engine.name != peers.OURS:
            ratios = [number(found["ours"][part], 2) for part in ("p50", "p95")]
        times = [number(found[part], 2) for part in ("p50", "p95")]
        rows.append([engine.caption, *times, *ratios, found["asked"], engine.holds])
    head = [
        "engine",
        "p50, ms",
        "p95, ms",
        "ours by theirs, p50",
        "ours by theirs, p95",
        "queries",
        "included",
    ]
    return table(head, rows)


def _costs(one):
    rows = []
    for engine in peers.ENGINES:
        if found := one["engines"].get(engine.name):
            sizes = [number(found["bytes"] / MB, 1), number(found["memory"], 0)]
            cells = [number(found["build"], 2), *sizes, number(found["start"], 2)]
            rows.append([engine.caption, *cells])
    head = ["engine", "build, s", "index, MB", "memory, warm, MB", "start to first answer, s"]
    return table(head, rows)


def _suggestions(figures):
    rows = [
        [one["name"], number(one["suggestions"]["p50"]), number(one["suggestions"]["p95"])]
        for one in figures["corpora"]
    ]
    return "### Suggestions while typing\n\n" + table(["documents", "p50, ms", "p95, ms"], rows)


def _publishing(figures):
    rows = [_published(one) for one in figures["corpora"]]
    head = ["documents", "found after, s", "at worst, s"]
    head += [
        "p95 in quiet, ms",
        "p95, another process publishes",
        "p95, own process publishes",
        "worst answer",
    ]
    return (
        "### Publishing one document\n\n"
        "From the start of publishing in one process to the first answer with the page in another; then "
        "what a reader waits while a page is published every second.\n\n" + table(head, rows)
    )


def _published(one):
    found = one["publishing"]
    readers = [found[name] for name in ("quiet", "another process", "own process")]
    times = [number(reader["p95"], 2) for reader in readers]
    worst = " / ".join(number(reader["worst"], 0) for reader in readers)
    return [
        one["name"],
        number(found["found"]["median"], 2),
        number(found["found"]["worst"], 2),
        *times,
        worst,
    ]
