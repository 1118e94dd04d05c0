"""Fifteen ways to break the real content, each told with its file, line and field; all in one check."""

import shutil
from datetime import date

import pytest

from vocational import config
from vocational.ingest import loader
from vocational.ingest.content import Content

CONTENT = config.ROOT / "content"


def line_with(path, text):
    return path.read_text().splitlines().index(text) + 1


class Breaker:
    """Breaks files of a copy of the content and notes where the check has to point."""

    def __init__(self, folder):
        self.folder = folder
        self.expected = {}

    def replaces(self, name, old, new, *, of, field, after=""):
        """Put other text in place of the first `old` behind `after`; the fault is on that line."""
        path = self.folder / name
        text = path.read_text()
        start = text.index(old, text.index(after))
        path.write_text(text[:start] + new + text[start + len(old) :])
        self.expected[of] = (name, text[:start].count("\n") + 1, field)

    def appends(self, name, new, *, of, field, line):
        """Add text at the end; the fault is on the given line of what was added."""
        path = self.folder / name
        text = path.read_text()
        path.write_text(text + new)
        self.expected[of] = (name, text.count("\n") + line, field)

    def writes(self, name, data, *, of, line):
        """Write a whole file; the fault is on the given line."""
        (self.folder / name).write_bytes(data)
        self.expected[of] = (name, line, "(tệp)")


SCHOOL = "institutions/cao-dang-dak-lak.md"
NOTICE = "notices/bmtc-trung-cap-2025.md"
POLICY = "policies/mien-hoc-phi-thcs-hoc-trung-cap.md"


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """The content with fifteen faults, and where each must be told."""
    folder = tmp_path_factory.mktemp("broken") / "content"
    shutil.copytree(CONTENT, folder)
    breaker = Breaker(folder)
    break_values(breaker)
    break_lists(breaker)
    break_files(breaker)
    return breaker


def break_values(breaker):
    replaces = breaker.replaces
    replaces("careers/tho-han.md", "group: o-to-co-khi", "group: x", of="unknown slug", field="group")
    replaces("careers/tho-moc.md", "name: ", "nane: ", of="misspelt field", field="nane")
    replaces(NOTICE, "date: '2025-02-22'", "date: '2025-02-30'", of="wrong date", field="date")
    replaces(SCHOOL, "[inst-4]", "[inst-9999]", of="unknown source", field="history.1.sources.1")
    replaces(POLICY, "percent: 100", "percent: một trăm", of="no number", field="benefits.1.percent")
    replaces("careers/tho-xay.md", "name: ", "name: @", of="bad YAML", field="(tệp)")


def break_lists(breaker):
    appends = breaker.appends
    appends("sources.yaml", "\n- id: inst-1\n  title: Hai\n", of="duplicate id", field="(cả mục)", line=2)
    appends("sources.yaml", "- id: inst-998\n", of="missing field", field="title", line=1)
    bad = "- id: inst-997\n  title: A\n  urls: [ftp://a]\n"
    appends("sources.yaml", bad, of="bad address", field="urls.1", line=3)
    link = "cu-ha-noi,99999,0,2025-07-01,\n"
    appends("places/unit_links.csv", link, of="unknown place", field="present", line=1)
    appends("admissions/2026.csv", "a,b\n", of="short row", field="(dòng)", line=1)
    appends("legal_documents.yaml", "\n- slug: x\n  slug: x\n", of="field twice", field="slug", line=3)


def break_files(breaker):
    breaker.writes("guides/lop-12.md", b"title: A", of="no front matter", line=1)
    breaker.writes("guides/lien-he.md", b"---\ntitle: L\xe9\n---\n", of="not UTF-8", line=2)
    breaker.writes("partners.yaml", b"# " + b"x" * 5 * 1024 * 1024, of="5 MB", line=1)


@pytest.fixture(scope="module")
def told(broken):
    """Where the check points, all of it."""
    return {(problem.file, problem.line, problem.field) for problem in Content(broken.folder).problems()}


FAULTS = {
    *("unknown slug", "misspelt field", "wrong date", "unknown source", "no number", "bad YAML"),
    *("duplicate id", "missing field", "bad address", "unknown place", "short row", "field twice"),
    *("no front matter", "not UTF-8", "5 MB"),
}


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_a_fault_is_told_with_its_file_line_and_field(broken, told, fault):
    assert broken.expected[fault] in told, sorted(
        place for place in told if place[0] == broken.expected[fault][0]
    )


def test_there_are_fifteen_of_them(broken):
    assert set(broken.expected) == FAULTS and len(FAULTS) == 15


def test_a_broken_folder_changes_nothing_that_is_published(app, broken):
    outcome = loader.load(Content(broken.folder), today=date(2026, 11, 22))

    assert len(outcome.problems) >= 15
    assert loader.loaded_digest() is None
