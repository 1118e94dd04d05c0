"""Run files: queries of a file in, what the search answers to each out, as tables for a scorer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

COLUMNS = ("query_id", "query")
HEADER = "query_id\trank\tid"


@dataclass(frozen=True)
class Asked:
    """One query of a file under the id that the file gives it."""

    id: str
    words: str


class UnreadableQueries(ValueError):
    """The file of queries cannot be used; `problems` says in Vietnamese what to put right, row by row."""

    def __init__(self, problems: list[str]):
        super().__init__("\n".join(problems))
        self.problems = problems


def read_queries(data: bytes) -> list[Asked]:
    """Return the queries of a table with tabs between its columns; raise UnreadableQueries.

    The first row names the columns; `query_id` and `query` have to be among them. Nothing is quoted: a
    quotation mark is part of a query. Empty rows are skipped.
    """
    rows = _cells(data)
    first, header = next(rows, (1, []))
    missing = ", ".join(name for name in COLUMNS if name not in header)
    if missing:
        says = f"Dòng {first}: thiếu cột {missing}; dòng đầu phải ghi tên các cột, cách nhau bằng phím Tab."
        raise UnreadableQueries([says])
    at_id, at_words = map(header.index, COLUMNS)
    asked, problems, seen = [], [], {}
    for number, cells in rows:
        one = Asked(_cell(cells, at_id), _cell(cells, at_words))
        problems += _problems(one, number, seen)
        seen.setdefault(one.id, number)
        asked.append(one)
    if problems:
        raise UnreadableQueries(problems)
    return asked


def _problems(one, number, seen):
    if not one.id:
        yield f"Dòng {number}: thiếu query_id."
    elif one.id in seen:
        yield f"Dòng {number}: query_id «{one.id}» đã có ở dòng {seen[one.id]}."


def _cell(cells, place):
    return cells[place] if place < len(cells) else ""


def _cells(data) -> Iterator[tuple[int, list[str]]]:
    """Yield (number of the row, cells) of the rows that hold something."""
    for number, row in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        try:
            cells = [cell.strip() for cell in row.decode().split("\t")]
        except UnicodeDecodeError:
            says = f"Dòng {number}: không phải chữ UTF-8; hãy lưu tệp dạng «văn bản UTF-8»."
            raise UnreadableQueries([says]) from None
        if any(cells):
            yield number, cells


def table(answers: Iterable[tuple[Asked, Iterable]]) -> str:
    """Return the table of a run: for each query the hits in their order, ranks from 1.

    A page that stands for several ids has them all in its row, joined by «+».
    """
    rows = [
        f"{asked.id}\t{rank}\t{'+'.join(hit.covers or (hit.id,))}"
        for asked, hits in answers
        for rank, hit in enumerate(hits, 1)
    ]
    return "\n".join([HEADER, *rows, ""])


def write(path: Path, text: str) -> None:
    """Put a text in the place of a file, all of it or nothing; raise OSError."""
    if path.exists() and not path.is_file():
        raise IsADirectoryError(f"{path} is no file")
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
