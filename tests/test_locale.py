"""Every message of the interface is there in Persian and Arabic, with the same blanks, and is well written."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from lib.i18n import LANGUAGES, Catalogue
from lib.settings import ROOT
from lib.text.bidi import CONTROLS

FOLDER = ROOT / "lib" / "locale"
TRANSLATED = LANGUAGES[1:]
SAME = {"CSV", "{name}: {n}"}  # what is written alike in every language
IN_WORDS = {"fa": {0}, "ar": {0, 1, 2}}  # plural forms for one number alone, which may say it in words
TERMS = {
    "article": {"fa": "مطلب|مطالب", "ar": "مقال"},
    "actor": {"fa": "کنشگر", "ar": "فاعل"},
    "mention": {"fa": "اشاره", "ar": "إشار"},
    "outlet": {"fa": "رسانه", "ar": "وسيلة|الوسائل"},
    "corpus": {"fa": "مجموعه", "ar": "مجموعة"},
    "chart": {"fa": "نمودار", "ar": "رسم|رسوم"},
    "timeline": {"fa": "خط زمان", "ar": "الخط الزمني"},
    "overview": {"fa": "نمای کلی", "ar": "نظرة عامة"},
    "variety": {"fa": "تنوع", "ar": "تنوع"},
    "link": {"fa": "پیوند", "ar": "رابط"},
    "filters": {"fa": "فیلتر", "ar": "تصفية"},
    "Rawi": {"fa": "راوی", "ar": "راوي"},
}
# The letters and marks that a keyboard for the other language leaves behind, then what belongs to neither.
FOREIGN = {"fa": "\u0643\u064a\u0649\u0629", "ar": "\u06a9\u06cc\u06be\u06c0\u06c1\u200c"}
NEITHER = re.compile(r'[\u0640\u200b\u200d\ufeff\ufb50-\ufdff\ufe70-\ufefc,;?%"\']')
DIGITS = {"fa": "\u06f0-\u06f9", "ar": "\u0660-\u0669"}
SPACING = re.compile(
    r"\s\s|[^\S ]|\s[\u060c\u061b\u061f.:!)\u00bb]|[(\u00ab]\s"
    r"|[\s.\u060c]\u200c|\u200c[\s\u200c.\u060c]|^\u200c|\u200c$"
)
SPLIT = re.compile(r"\bن?می \w|\w (?:ها|های|هایی|ام|اند|تر|ترین)\b")  # Persian that wants a half-space


def sources() -> list[Path]:
    return [ROOT / "dashboard.py", *sorted((ROOT / "lib").rglob("*.py")), *sorted((ROOT / "pages").glob("*.py"))]


def calls(path: Path) -> Iterator[tuple[ast.Call, bool]]:
    """Calls of a catalogue in a source, and whether they ask for a plural."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            name = ast.unparse(node.func)
            if re.fullmatch(r"(.+\.)?t(\.n)?|N_|sentence", name) or (name == "self" and path.name == "i18n.py"):
                yield node, name.endswith("t.n") or (name == "sentence" and len(node.args) > 1)


def messages() -> dict[str, str | None]:
    """Messages of the sources, and the plural of those that have one."""
    found: dict[str, str | None] = {}
    for path in sources():
        for node, plural in calls(path):
            words = [each.value for each in node.args[:2] if isinstance(each, ast.Constant)]
            if plural:
                assert len(words) == 2, f"{path.name}:{node.lineno}"
                found[str(words[0])] = str(words[1])
            elif isinstance(node.args[0], ast.Constant):
                found.setdefault(str(words[0]), None)
    return found


def opened(language: str) -> Catalog:
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file)


def catalogue(language: str) -> dict[str, tuple[str, ...]]:
    entries = [entry for entry in opened(language) if entry.id]
    assert not [entry.id for entry in entries if entry.fuzzy]
    return {
        entry.id if isinstance(entry.id, str) else entry.id[0]: (entry.string,)
        if isinstance(entry.string, str)
        else tuple(entry.string)
        for entry in entries
    }


def pairs(language: str) -> list[tuple[str, str]]:
    """Every message with each form of its translation."""
    return [(message, text) for message, forms in catalogue(language).items() for text in forms]


def blanks(text: str) -> list[str]:
    """Names to be filled in, in alphabetical order; a brace that is left open is an error."""
    return sorted(name for _, name, *_ in Formatter().parse(text) if name is not None)


def test_calls_of_the_catalogue_are_found() -> None:
    found = messages()
    assert len(found) > 250
    assert {"Overview", "Without a title", "{n} article", "Language not known"} <= set(found)


def test_messages_are_literal() -> None:
    """A message built at run time could never be translated."""
    for path in sources():
        for node, plural in calls(path):
            first = node.args[0]
            if isinstance(first, ast.Call) and ast.unparse(first.func) == "str":
                first = first.args[0]
            marked = not plural and isinstance(first, ast.Name | ast.Attribute | ast.Subscript)  # a message held by N_
            assert marked or isinstance(first, ast.Constant), f"{path.name}:{node.lineno}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_catalogue_is_complete(language: str) -> None:
    translated = catalogue(language)
    missing = [message for message in messages() if not all(translated.get(message, ("",)))]
    assert not missing, f"{len(missing)} messages without {language}: {missing[:20]}"
    assert not {message for message, text in pairs(language) if message == text} - SAME


@pytest.mark.parametrize("language", TRANSLATED)
def test_catalogue_has_nothing_left_over(language: str) -> None:
    assert not set(catalogue(language)) - set(messages())


@pytest.mark.parametrize("language", TRANSLATED)
def test_plural_forms_are_those_of_the_interface(language: str) -> None:
    """Other tools read the header, Rawi counts by itself: both must mean the same form."""
    header, t = opened(language), Catalogue(language, {})
    rule = gettext.c2py(header.plural_expr)
    assert [n for n in range(1200) if rule(n) != t._plural(n)] == []
    assert dict(header.mime_headers)["Language"] == language
    for message, plural in messages().items():
        assert len(catalogue(language)[message]) == (header.num_plurals if plural else 1), message


@pytest.mark.parametrize("language", TRANSLATED)
def test_blanks_agree(language: str) -> None:
    translated = catalogue(language)
    for message, plural in messages().items():
        asked = blanks(message)
        assert plural is None or blanks(plural) == asked
        for form, text in enumerate(translated[message]):
            in_words = plural is not None and form in IN_WORDS[language]
            least = [name for name in asked if name != "n"] if in_words else asked
            assert blanks(text) in (asked, least), f"{message!r}, form {form}: {text}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_edges_and_stops_agree(language: str) -> None:
    for message, text in pairs(language):
        before, after = (re.fullmatch(r"(\s*).*?(\s*)", each, re.DOTALL) for each in (message, text))
        assert before and after and before.groups() == after.groups(), message
        for stop in (".", ":"):
            assert message.endswith(stop) == text.endswith(stop), message


@pytest.mark.parametrize("language", TRANSLATED)
def test_letters_and_marks(language: str) -> None:
    """Corpus strings come isolated, so the catalogue needs no controls; its letters are those of its language."""
    for message, text in pairs(language):
        bare = re.sub(r"\{\w+\}|\([^)]*\)", "", text)
        assert not set(text) & (set(CONTROLS) | set(FOREIGN[language])), message
        assert not NEITHER.search(text), message
        assert not SPACING.search(text), message
        assert not re.search(rf"[^\D{DIGITS[language]}]", bare), message
        assert language != "fa" or not SPLIT.search(text), message


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("term", TERMS)
def test_terms_are_kept(term: str, language: str) -> None:
    """One word for one thing, on every page."""
    asked = re.compile(rf"\b{term}s?\b(?!}})", re.IGNORECASE)
    met = [(message, text) for message, text in pairs(language) if asked.search(message)]
    assert met
    assert not [message for message, text in met if not re.search(TERMS[term][language], text)]
