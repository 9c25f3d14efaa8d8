"""Walks the tree and holds it against the house rules: one-way imports, small rooms, one owner for each power."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest

from lib.settings import ROOT

# From the top to the ground: a module may import its own layer and those after it.
LAYERS = [
    "views",
    "export",
    "figures",
    "query",
    "build",
    "store",
    "enrich",
    "ingest",
    "text",
    "i18n",
    "model",
    "settings",
]
GROUND = {"i18n", "model", "settings"}
# lib/store opens a corpus by name for notebooks and builds it on first sight; the builder is imported when called.
ALLOWED = {("lib/store/__init__.py", "build")}

TRACKED = subprocess.run(
    ["git", "ls-files", "-co", "--exclude-standard", "*.py"],
    cwd=ROOT,
    capture_output=True,
    text=True,
    check=True,
).stdout.split()
SOURCES = [name for name in TRACKED if name.startswith(("lib/", "pages/")) or name == "dashboard.py"]


def layer(name: str) -> str:
    """`lib/query/x.py` belongs to query, `lib/build.py` to build, pages and the entry point to the top."""
    parts = Path(name).with_suffix("").parts
    return parts[1] if parts[0] == "lib" and len(parts) > 1 else "pages"


def imported(tree: ast.AST) -> set[str]:
    """Modules that a file names in its imports, dotted."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def parse(name: str) -> ast.Module:
    return ast.parse((ROOT / name).read_text("utf-8"))


@pytest.mark.parametrize("name", SOURCES)
def test_imports_go_one_way(name: str) -> None:
    own = layer(name)
    if own in ("__main__", "__init__", "pages"):
        return
    allowed = GROUND if own in GROUND else set(LAYERS[LAYERS.index(own) :])
    for module in imported(parse(name)):
        parts = module.split(".")
        if parts[0] in ("pages", "dashboard", "tests"):
            pytest.fail(f"{name} imports {module}")
        if parts[0] == "lib" and len(parts) > 1 and parts[1] in LAYERS:
            assert parts[1] in allowed or (name, parts[1]) in ALLOWED, f"{name} ({own}) imports {module}"


@pytest.mark.parametrize("name", SOURCES)
def test_only_views_import_streamlit(name: str) -> None:
    if layer(name) not in ("views", "pages"):
        assert not any(module.split(".")[0] == "streamlit" for module in imported(parse(name)))


@pytest.mark.parametrize(
    "name", [n for n in SOURCES if layer(n) in ("query", "store", "build", "enrich", "ingest", "text")]
)
def test_plotly_stays_in_figures(name: str) -> None:
    assert not any(module.split(".")[0] == "plotly" for module in imported(parse(name)))


@pytest.mark.parametrize("name", TRACKED)
def test_files_are_rooms_not_halls(name: str) -> None:
    lines = (ROOT / name).read_text("utf-8").count("\n")
    assert lines <= 300, f"{name} has {lines} lines"


@pytest.mark.parametrize("name", SOURCES)
def test_modules_say_why_and_public_functions_say_what(name: str) -> None:
    tree = parse(name)
    assert ast.get_docstring(tree), f"{name} has no docstring"
    if layer(name) == "pages":
        return
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{name}: {node.name} has no docstring"


@pytest.mark.parametrize("name", SOURCES)
def test_functions_are_short_and_take_few_parameters(name: str) -> None:
    for node in ast.walk(parse(name)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            arguments = [a for a in node.args.args + node.args.kwonlyargs if a.arg not in ("self", "cls")]
            assert length <= 60, f"{name}: {node.name} has {length} lines"
            assert len(arguments) <= 6, f"{name}: {node.name} takes {len(arguments)} parameters"


@pytest.mark.parametrize("name", [n for n in SOURCES if n.startswith("pages/")])
def test_pages_are_scripts_behind_the_guard(name: str) -> None:
    tree = parse(name)
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and ast.unparse(n.func).endswith("require")]
    assert calls, f"{name} does not begin with shell.require()"
    assert (ROOT / name).read_text("utf-8").count("\n") <= 100


@pytest.mark.parametrize("name", SOURCES)
def test_session_state_has_one_home(name: str) -> None:
    if not name.startswith(("lib/views/", "pages/")):
        assert "session_state" not in (ROOT / name).read_text("utf-8")
    if not name.startswith("lib/views/state"):
        assert ".query_params" not in (ROOT / name).read_text("utf-8"), f"{name} touches the URL"


def test_the_walk_finds_the_tree() -> None:
    assert {"lib/model.py", "dashboard.py"} <= set(SOURCES)
    assert {layer(name) for name in SOURCES} >= {
        "views",
        "figures",
        "query",
        "store",
        "enrich",
        "ingest",
        "text",
        "pages",
    }


def test_nothing_tracked_names_a_machine_or_leaves_work_unfinished() -> None:
    words = ["/wo" + "rk/", "/ro" + "ot/", "TO" + "DO", "FIX" + "ME", "NotImplemented" + "Error"]
    for name in TRACKED:
        text = (ROOT / name).read_text("utf-8")
        assert not [word for word in words if word in text], name
