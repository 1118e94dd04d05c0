"""The house rules of imports, sizes and layers, checked on the code as it stands."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "vocational"
MODULES = sorted(HOUSE.rglob("*.py"))
PLUMBING = {"web", "ingest", "search"}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> set[str]:
    """Return the full names that a module imports, `from a import b` as «a.b» and «a»."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def own_imports(path: Path) -> set[str]:
    known = {name_of(module) for module in MODULES}
    return {name for name in imports_of(path) if name in known and name != "vocational"}


IMPORTS = {name_of(path): imports_of(path) for path in MODULES}


def modules(*endings: str) -> list[str]:
    return [name for name in IMPORTS if name.split(".")[-1] in endings]


def test_imports_never_run_in_circles():
    graph = {name_of(path): own_imports(path) for path in MODULES}

    assert list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("name", modules("models"))
def test_models_know_no_pages_and_no_queries(name):
    assert not {
        other for other in IMPORTS[name] if other.startswith(("flask.", "vocational.web")) or other == "flask"
    }
    assert not {other for other in IMPORTS[name] if other.endswith((".queries", ".service", ".views"))}


@pytest.mark.parametrize("name", modules("queries", "service"))
def test_queries_and_services_know_no_pages(name):
    pages = {other for other in IMPORTS[name] if other.startswith(("flask", "vocational.web", "wtforms"))}

    assert not {other for other in pages if not other.startswith("flask_sqlalchemy")}


@pytest.mark.parametrize("name", modules("queries"))
def test_queries_read_only_the_tables_of_their_own_room(name):
    room = name.rpartition(".")[0]

    assert not {other for other in IMPORTS[name] if other.endswith(".models") and not other.startswith(room)}


@pytest.mark.parametrize("name", modules("views"))
def test_views_ask_queries_and_never_the_database(name):
    forbidden = ("sqlalchemy", "vocational.storage", "flask_sqlalchemy")

    assert not {other for other in IMPORTS[name] if other.startswith(forbidden) or ".models" in other}


@pytest.mark.parametrize("name", sorted(set(modules("forms")) - {"vocational.web.forms"}))
def test_forms_know_no_request(name):
    assert not {other for other in IMPORTS[name] if other == "flask" or other.startswith("flask.")}


def test_the_engine_stands_alone():
    for name in IMPORTS:
        if name.startswith("vocational.search.engine"):
            others = {
                other for other in IMPORTS[name] if other.startswith(("vocational", "flask", "sqlalchemy"))
            }
            allowed = ("vocational.search.engine", "vocational.vietnamese")
            assert not {other for other in others if not other.startswith(allowed)}, name


def test_only_the_engine_imports_whoosh():
    users = {
        name for name, names in IMPORTS.items() if any(other.split(".")[0] == "whoosh" for other in names)
    }

    assert all(name.startswith("vocational.search.engine") for name in users)


def test_imports_stand_at_the_top_and_in_full():
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{path}:{node.lineno}: relative import"
            if isinstance(node, ast.FunctionDef):
                hidden = [inner for inner in ast.walk(node) if isinstance(inner, ast.Import | ast.ImportFrom)]
                assert not hidden, f"{path}:{node.lineno}: import inside a function"


def test_no_module_and_no_function_is_too_long():
    for path in MODULES:
        text = path.read_text()
        assert text.count("\n") <= 300, f"{path}: longer than 300 lines"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                assert node.end_lineno - node.lineno < 40, f"{path}:{node.lineno}: function over 40 lines"


def test_a_room_that_is_imported_from_says_what_it_knows():
    for path in HOUSE.rglob("__init__.py"):
        tree = ast.parse(path.read_text())
        assert ast.get_docstring(tree), f"{path}: no sentence"
        assert len(tree.body) == 1, f"{path}: holds code"
