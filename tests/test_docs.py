"""The documents say what is true: commands, settings and files they name exist."""

import re
from pathlib import Path

import pytest

from vocational import config

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
NAMES = [path.relative_to(ROOT).as_posix() for path in DOCUMENTS]


@pytest.mark.parametrize("name", NAMES)
def test_each_link_to_a_file_leads_somewhere(name):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", (ROOT / name).read_text())

    assert not [link for link in links if not ((ROOT / name).parent / link).exists()]


@pytest.mark.parametrize("name", NAMES)
def test_each_make_target_exists(name):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))

    assert set(re.findall(r"`make ([a-z-]+)", (ROOT / name).read_text())) <= targets


@pytest.mark.parametrize("name", NAMES)
def test_each_flask_command_exists(site, name):
    used = re.findall(r"flask ((?:content|index|search|db) [a-z]+|prepare)", (ROOT / name).read_text())

    assert not [command for command in used if not _exists(site, command.split())]


def _exists(site, words):
    group = site.cli.commands.get(words[0])
    return group is not None and (len(words) == 1 or words[1] in group.commands)


def test_each_setting_is_described_in_the_example():
    described = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M))

    assert described == set(config.settings_from({})) | {"HOST", "PORT"}


def test_nothing_speaks_of_the_machine_it_was_written_on():
    for name in NAMES:
        assert not re.search(r"/(home|root|work|tmp)/", (ROOT / name).read_text()), name
