"""The tool that rewrites the catalogues keeps what is translated, makes room for what is new, drops what is gone."""

from __future__ import annotations

import pytest

from tests import locale_update
from tests.test_locale import FOLDER, messages

OLD = """# Ours.
msgid ""
msgstr ""
"Language: fa\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Gone"
msgstr "رفته"

msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "یک روز"
msgstr[1] "{n} روز"

msgid "Once single"
msgstr "تکی"

msgid "Kept \\"so\\""
msgstr "مانده"
"""
WANTED = {'Kept "so"': None, "New": None, "{n} day": "{n} days", "Once single": "Now many", "{n} new": "{n} news"}


def test_update() -> None:
    new = locale_update.updated(OLD.encode(), WANTED)
    assert new.startswith(OLD.partition("\n\n")[0].encode() + b"\n\n")
    found = locale_update.read_po(locale_update.io.BytesIO(new))
    assert {each.id: each.string for each in found if each.id} == {
        'Kept "so"': "مانده",
        "New": "",
        ("{n} day", "{n} days"): ("یک روز", "{n} روز"),
        ("Once single", "Now many"): ("", ""),
        ("{n} new", "{n} news"): ("", ""),
    }
    assert locale_update.updated(new, WANTED) == new
    assert locale_update.empty(new) == ["New", "('Once single', 'Now many')", "('{n} new', '{n} news')"]


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_our_catalogues_survive(language: str, tmp_path, capsys) -> None:
    for path in FOLDER.glob("*.po"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    locale_update.main(tmp_path)
    content = (tmp_path / f"{language}.po").read_bytes()
    assert f"{language}: {len(messages())} messages" in capsys.readouterr().out
    assert content.partition(b"\n\n")[0] == (FOLDER / f"{language}.po").read_bytes().partition(b"\n\n")[0]
    assert locale_update.empty(content) == []
