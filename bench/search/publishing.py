"""What publishing one document costs: until it is found, and what readers feel meanwhile."""

from statistics import median

from bench.search import peers, quality
from bench.search.corpus import Corpus
from bench.search.processes import Process

TIMES, SECONDS, LIMIT = 3, 4, 20


def measured(reader: Process, given: Corpus, queries: list[str]) -> dict:
    """Return seconds until new pages are found, and milliseconds of readers in quiet and while others write.

    Another process publishes first, as `flask` commands do; then the reader's own, as the site does.
    """
    pattern = given.documents()[0]
    folder = reader.folder
    with Process(peers.OURS, folder, quality.own_settings(peers.OURS, folder.parent)) as writer:
        found = [_until_found(writer, reader, _page(pattern, f"thu{number}")) for number in range(TIMES)]
        reader.do("ask_for", queries=queries, limit=LIMIT, seconds=1)
        quiet = _times(reader, queries, [])
        pages = [_page(pattern, f"khac{number}") for number in range(SECONDS)]
        writer.send("publish_each_second", documents=pages)
        beside_another = _times(reader, queries, [])
        writer.answer()
    pages = [_page(pattern, f"rieng{number}") for number in range(SECONDS)]
    return {
        "found": {"median": median(found), "worst": max(found)},
        "quiet": quiet,
        "another process": beside_another,
        "own process": _times(reader, queries, pages),
    }


def _page(pattern, word):
    return pattern | {
        "id": f"thong-bao/{word}",
        "title": f"Trang mẫu {word}zz",
        "covers": [f"thong-bao/{word}"],
    }


def _until_found(writer, reader, page):
    """Return the seconds from the start of publishing in one process to the first answer in the other."""
    reader.send("wait_for", query=page["title"].split()[-1], id=page["id"])
    started = writer.do("publish", document=page)["started"]
    return reader.answer()["found"] - started


def _times(reader, queries, documents):
    reader.send("ask_for", queries=queries, limit=LIMIT, seconds=SECONDS, documents=documents)
    times = sorted(reader.answer()["ms"])
    return {
        "p50": times[len(times) // 2],
        "p95": times[int(len(times) * 0.95)],
        "worst": times[-1],
        "answers": len(times),
    }
