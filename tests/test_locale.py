"""Every message of the interface exists in Persian and Arabic, and says the same with the same blanks to fill."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from lib.i18n import LANGUAGES
from lib.settings import ROOT

BLANK = re.compile(r"\{(\w+)")


def messages() -> dict[str, str | None]:
    """Messages of the sources, and the plural of those that have one."""
    found: dict[str, str | None] = {}
    for path in [ROOT / "dashboard.py", *sorted((ROOT / "lib").rglob("*.py")), *sorted((ROOT / "pages").glob("*.py"))]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name, first = ast.unparse(node.func), node.args[0]
            if not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
                continue
            if name in ("t", "self.t", "N_") or (name == "self" and path.name == "i18n.py"):
                found.setdefault(first.value, None)
            elif name in ("t.n", "self.t.n"):
                assert isinstance(node.args[1], ast.Constant), f"{path}:{node.lineno}"
                found[first.value] = str(node.args[1].value)
    return found


def catalogue(language: str) -> dict[str, tuple[str, ...]]:
    path = ROOT / "lib" / "locale" / f"{language}.po"
    with path.open("rb") as file:
        entries = [entry for entry in read_po(file, locale=language) if entry.id]
    assert not [entry.id for entry in entries if entry.fuzzy]
    return {
        entry.id if isinstance(entry.id, str) else entry.id[0]: (entry.string,)
        if isinstance(entry.string, str)
        else tuple(entry.string)
        for entry in entries
    }


def test_calls_of_the_catalogue_are_found() -> None:
    assert len(messages()) > 50


def test_messages_are_literal() -> None:
    """A message built at run time could never be translated."""
    for path in [*sorted((ROOT / "lib").rglob("*.py")), *sorted((ROOT / "pages").glob("*.py"))]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("t", "t.n") and node.args:
                first = node.args[0]
                assert not isinstance(first, ast.JoinedStr | ast.BinOp), f"{Path(path).name}:{node.lineno}"


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_catalogue_is_complete(language: str) -> None:
    translated = catalogue(language)
    missing = [message for message in messages() if not all(translated.get(message, ("",)))]
    assert not missing, f"{len(missing)} messages without {language}: {missing[:20]}"


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_catalogue_has_nothing_left_over(language: str) -> None:
    assert not set(catalogue(language)) - set(messages())


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_blanks_agree(language: str) -> None:
    for message, plural in messages().items():
        asked = set(BLANK.findall(message)) | set(BLANK.findall(plural or ""))
        for text in catalogue(language)[message]:
            given = set(BLANK.findall(text))
            assert given <= asked, message
            # A plural form may say "one" or "two" in words.
            assert asked - given <= ({"n"} if plural else set()), f"{message!r} lacks {asked - given}"
