from datetime import date

import pytest

from vocational.ingest import loader

TODAY = date(2026, 11, 22)


class Folder:
    """A content folder without entries, of which only the digest matters."""

    def digest(self):
        """Return the same each time."""
        return "files"

    def problems(self):
        """Return none."""
        return []

    def entries(self, _kind):
        """Return none."""
        return []


@pytest.fixture
def folder(app, monkeypatch):
    """A folder that is published already."""
    monkeypatch.setattr(loader, "ROWS", ())
    loader.load(Folder(), today=TODAY)
    return Folder()


def test_the_same_files_and_the_same_program_are_not_loaded_again(folder):
    assert loader.load(folder, today=TODAY).unchanged


def test_a_newer_program_loads_the_same_files_again(folder, monkeypatch):
    monkeypatch.setattr(loader, "code_digest", lambda: "newer")

    assert not loader.load(folder, today=TODAY).unchanged


def test_a_load_can_be_forced(folder):
    assert not loader.load(folder, today=TODAY, force=True).unchanged
