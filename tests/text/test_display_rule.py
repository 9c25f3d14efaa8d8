"""One module adds bidi controls and one reshapes; everybody else asks them. Held against the source itself."""

import ast
import re

import pytest

from lib.settings import ROOT

CONTROLS = (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
WRITTEN = re.compile(
    "[" + "".join(map(chr, CONTROLS)) + "]"
    r"|\\u(?:061c|200[ef]|202[a-e]|206[6-9])|\\N\{(?:(?:LEFT|RIGHT)-TO-(?:LEFT|RIGHT)|POP DIR|FIRST STRONG|ARABIC LET)"
    r"|&(?:lrm|rlm|#(?:1564|820[67]|823[4-8]|829[4-7])|#x(?:0?61c|200[ef]|202[a-e]|206[6-9]));",
    re.IGNORECASE,
)
DISPLAY = "lib/text/bidi.py"
RESHAPING = "lib/text/visual.py"
# These only recognise controls in what they read.
READERS = (
    "lib/enrich/actors/words.py",
    "lib/figures/caption.py",
    "lib/ingest/lines.py",
    "lib/text/alphabet.py",
    "lib/views/marks.py",
)
SOURCES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in [*(ROOT / "lib").rglob("*.py"), *(ROOT / "pages").glob("*.py"), *ROOT.glob("dashboard.py")]
)


def controls(tree):
    """Lines that hold a bidi control, or the means to write one, in a string or as the number of a character."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            value = node.value
            if WRITTEN.search(value) if isinstance(value, str) else type(value) is int and value in CONTROLS:
                yield node.lineno


def modules(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]
        elif isinstance(node, ast.Constant) and node.value in ("arabic_reshaper", "bidi", "bidi.algorithm"):
            yield node.value.split(".")[0]


@pytest.mark.parametrize("name", SOURCES)
def test_only_the_display_module_writes_controls(name):
    found = list(controls(ast.parse((ROOT / name).read_text("utf-8"))))
    assert not found or name in READERS or name == DISPLAY, f"{name}, lines {found}"


@pytest.mark.parametrize("name", SOURCES)
def test_only_one_module_reshapes(name):
    found = {"arabic_reshaper", "bidi"} & set(modules(ast.parse((ROOT / name).read_text("utf-8"))))
    assert not found or name == RESHAPING, f"{name} imports {found}"


def test_the_modules_named_here_are_the_ones():
    assert list(controls(ast.parse((ROOT / DISPLAY).read_text("utf-8"))))
    assert {"bidi", "arabic_reshaper"} <= set(modules(ast.parse((ROOT / RESHAPING).read_text("utf-8"))))


@pytest.mark.parametrize(
    "source",
    [
        r"x = '\u200f'",
        "x = '\u2067a'",
        r"x = f'{y}\u2069'",
        r"x = r'\u200e'",
        r"x = '\N{RIGHT-TO-LEFT MARK}'",
        "x = '&rlm;'",
        "x = '&#x2067;'",
        "x = chr(0x202B)",
        "x = b'' or ['a', {'b': '\u061c'}]",
    ],
)
def test_the_rule_sees_controls(source):
    assert list(controls(ast.parse(source))) == [1]


@pytest.mark.parametrize("source", ["x = '\u200c\u200b'", "x = 'rlm &amp;'", "x = 820", "x = True"])
def test_the_rule_lets_the_rest_pass(source):
    assert not list(controls(ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    ["import bidi", "from bidi.algorithm import get_display", "import arabic_reshaper as a", "m('arabic_reshaper')"],
)
def test_the_rule_sees_reshapers(source):
    assert {"bidi", "arabic_reshaper"} & set(modules(ast.parse(source)))


def test_our_own_display_module_is_no_reshaper():
    assert set(modules(ast.parse("from lib.text.bidi import label"))) == {"lib"}
