"""Reading content files into entries that know their file and lines."""

import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from vocational.ingest.problems import Problem

# Larger files are a mistake (a picture pasted in, an export gone wrong) and would only slow the check down.
LARGEST = 2 * 1024 * 1024
LARGEST_CSV = 200 * 1024 * 1024
DEEPEST = 30
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Unreadable(Exception):
    """A file, or a part of it, that cannot be read; carries the problem to show."""

    def __init__(self, problem: Problem):
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True)
class Entry:
    """One entry as written, with the line of each of its parts by path."""

    file: str
    line: int
    data: dict
    lines: dict = field(default_factory=dict, repr=False)

    def line_of(self, path: tuple) -> int:
        """Return the line of the nearest part of the entry that stands in the file."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return self.line


def text_of(path: Path, name: str) -> str:
    """Return a file's text; raises Unreadable when it is too large or not UTF-8."""
    limit = LARGEST_CSV if path.suffix == ".csv" else LARGEST
    if path.stat().st_size > limit:
        raise Unreadable(Problem(name, 1, "(tệp)", f"tệp lớn quá {limit // 1024 // 1024} MB; hãy chia nhỏ"))
    data = path.read_bytes()
    try:
        # One form for each letter (NFC, as TCVN 6909 asks): two forms of «ế» are two different texts.
        return unicodedata.normalize("NFC", data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        says = "tệp không phải UTF-8; hãy lưu lại, chọn mã UTF-8"
        raise Unreadable(Problem(name, line, "(tệp)", says)) from error


def yaml_entries(path: Path, name: str) -> Iterator[Entry]:
    """Yield each item of a file that holds a list, or the one entry of a file that holds pairs."""
    node = _composed(text_of(path, name), name)
    if node is None:
        return
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield _entry(name, item, 0)
    else:
        yield _entry(name, node, 0)


def markdown_entries(path: Path, name: str) -> Iterator[Entry]:
    """Yield the one entry of a Markdown file: facts between two lines «---», then the text as `body`."""
    text = text_of(path, name).replace("\r\n", "\n")
    if not text.startswith("---\n") or "\n---\n" not in text + "\n":
        raise Unreadable(Problem(name, 1, "(tệp)", "phải mở đầu bằng một phần «---» … «---» ghi các mục"))
    head, _, body = text[4:].partition("\n---")
    entry = _entry(name, _composed(head, name, 1), 1)
    data = {"slug": path.stem, **entry.data, "body": body.lstrip("\n").strip()}
    yield Entry(name, entry.line, data, entry.lines | {("body",): head.count("\n") + 4})


def csv_entries(path: Path, name: str) -> Iterator[Entry]:
    """Yield each row of a CSV file as an entry; empty cells are left out."""
    reader = csv.reader(io.StringIO(text_of(path, name)), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        if len(set(header)) < len(header):
            raise Unreadable(Problem(name, 1, "(dòng tiêu đề)", "có hai cột trùng tên; hãy bỏ bớt một cột"))
        for row in reader:
            if any(row):
                yield _row(name, reader.line_num, header, row)
    except csv.Error as error:
        says = "dòng viết sai dạng CSV; xem lại dấu nháy kép"
        raise Unreadable(Problem(name, reader.line_num, "(dòng)", says)) from error


def _row(name, line, header, row):
    if len(row) != len(header):
        says = f"dòng có {len(row)} ô, tiêu đề có {len(header)} cột; xem lại dấu phẩy, dấu nháy"
        raise Unreadable(Problem(name, line, "(dòng)", says))
    return Entry(
        name, line, {key: cell.strip() for key, cell in zip(header, row, strict=True) if cell.strip()}
    )


def _composed(text: str, name: str, above: int = 0) -> yaml.Node | None:
    try:
        _look_over(text, name, above)
        return yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line if error.problem_mark else 0) + 1 + above
        says = "viết sai dạng YAML; xem lại thụt dòng, dấu hai chấm, dấu nháy ở gần đây"
        raise Unreadable(Problem(name, line, "(tệp)", says)) from error
    except yaml.YAMLError as error:
        raise Unreadable(Problem(name, 1 + above, "(tệp)", "tệp có chỗ không đọc được")) from error


def _look_over(text: str, name: str, above: int) -> None:
    """Refuse what would cost the reader its memory or its stack: aliases, and brackets without end."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        line = event.start_mark.line + 1 + above
        if isinstance(event, yaml.AliasEvent):
            says = "không dùng dấu neo «&», «*» của YAML; hãy viết lại giá trị"
            raise Unreadable(Problem(name, line, "(tệp)", says))
        if depth > DEEPEST:
            raise Unreadable(Problem(name, line, "(tệp)", "các mục lồng nhau quá sâu"))


def _entry(name: str, node: yaml.Node | None, above: int) -> Entry:
    line = node.start_mark.line + 1 + above if node else 1
    if not isinstance(node, yaml.MappingNode):
        raise Unreadable(Problem(name, line, "(mục)", "phải là các cặp «tên: giá trị»"))
    plain = _Plain(name, above)
    return Entry(name, line, plain.value(node, ()), plain.lines)


class _Plain:
    """Turns the nodes of one entry into plain data and notes the line of every path on the way."""

    def __init__(self, name: str, above: int):
        self.name, self.above = name, above
        self.lines: dict[tuple, int] = {}

    def value(self, node: yaml.Node, path: tuple):
        self.lines.setdefault(path, node.start_mark.line + 1 + self.above)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, number)) for number, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self.pairs(node, path)
        return self.scalar(node, path)

    def pairs(self, node: yaml.MappingNode, path: tuple) -> dict:
        data = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            self.lines[*path, key] = key_node.start_mark.line + 1 + self.above
            if key in data:
                raise self.unreadable((*path, key), "mục này viết hai lần; hãy bỏ bớt một")
            data[key] = self.value(value_node, (*path, key))
        # An empty value means the same as none at all: not known.
        return {key: value for key, value in data.items() if value is not None and value != ""}

    def scalar(self, node: yaml.ScalarNode, path: tuple):
        try:
            return _scalars.construct_object(node)
        except (ValueError, yaml.YAMLError) as error:
            says = f"giá trị «{node.value}» không đọc được; ngày viết theo dạng 2027-08-30"
            raise self.unreadable(path, says) from error

    def unreadable(self, path: tuple, says: str) -> Unreadable:
        return Unreadable(Problem(self.name, self.lines[path], ".".join(map(str, path)), says))


class _Scalars(yaml.constructor.SafeConstructor):
    """Builds single values; dates stay text, so that «2025», «2025-07» and «2025-07-09» are read alike."""


_Scalars.add_constructor("tag:yaml.org,2002:timestamp", lambda constructor, node: node.value)
_scalars = _Scalars()
