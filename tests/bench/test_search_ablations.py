from importlib import import_module

import pytest

from bench.search.ablations import ABLATIONS, ENGINE


@pytest.mark.parametrize("name", ABLATIONS)
def test_what_is_replaced_is_still_there(name, monkeypatch):
    for module, path, _instead in ABLATIONS[name].patches:
        monkeypatch.setattr(f"{ENGINE}.{module}.{path}", None)

    assert all(import_module(f"{ENGINE}.{module}") for module, _path, _instead in ABLATIONS[name].patches)


def test_without_synonyms_all_else_stays():
    reduced = ABLATIONS["synonyms"].vocabulary({"synonyms": [1], "stop_words": [2]})

    assert reduced == {"stop_words": [2]}


def test_without_the_exact_twin_a_query_has_no_accents():
    assert ABLATIONS["exact"].query("Múa ở Đắk Lắk") == "mua o dak lak"
