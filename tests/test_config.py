"""What the app's configuration promises: known options, no calls home, fonts that are there and may be shipped."""

import tomllib

import pytest
from fontTools.ttLib import TTFont
from streamlit import config

from lib.settings import ROOT

CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
FACES = CONFIG["theme"]["fontFaces"]
LETTERS = {
    "Vazirmatn": "abcz019.,:;()-–«»٫٬٪؟،؛ آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئءأإؤةىيك ۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩"
    "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0654 ٹڈڑںھہےۓۂۃ ڕڵێۆە ټډړښڼځڅ",
    "Noto Sans Hebrew": "אבגדהוזחטיכלמנסעפצקרשתםןץףך",
    "Noto Naskh Arabic": "اب کی سنڌ ڊ ڏ ڙ ئۇيغۇر ۋ ې ە abc",
    "Noto Nastaliq Urdu": "ٹڈڑںھہےۓۂ ابپ abc",
}


def options(table, path=""):
    for key, value in table.items():
        if isinstance(value, dict):
            yield from options(value, f"{path}{key}.")
        else:
            yield path + key


@pytest.mark.parametrize("name", sorted(options(CONFIG)))
def test_streamlit_knows_the_option(name):
    assert name in config.get_config_options()


def test_nothing_leaves_the_machine():
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["server"]["address"] == "localhost"
    assert CONFIG["client"]["showErrorLinks"] is False
    assert "//" not in (ROOT / ".streamlit" / "config.toml").read_text("utf-8")


def test_every_font_is_there_and_none_is_spare():
    assert CONFIG["server"]["enableStaticServing"] is True
    asked = {face["url"].removeprefix("app/static/") for face in FACES}
    assert asked == {path.name for path in (ROOT / "static").glob("*.woff2")}


def test_fonts_come_with_their_licence_and_are_small():
    static = ROOT / "static"
    for path in static.glob("*.woff2"):
        licences = [licence for licence in static.glob("*-OFL.txt") if path.name.startswith(licence.name[:-8])]
        assert len(licences) == 1
        assert "SIL OPEN FONT LICENSE Version 1.1" in licences[0].read_text("utf-8")
    assert sum(path.stat().st_size for path in static.iterdir()) < 1_500_000


def _covers(face, letter):
    for part in face["unicodeRange"].split(","):
        start, _, end = part.removeprefix("U+").partition("-")
        if int(start, 16) <= ord(letter) <= int(end or start, 16):
            return True
    return False


@pytest.mark.parametrize("family", LETTERS)
def test_the_letters_of_our_languages_are_drawn_in_both_weights(family):
    for weight in ("100 500", "600 900"):
        faces = [face for face in FACES if face["family"] == family and face["weight"] == weight]
        drawn = set()
        for face in faces:
            known = TTFont(ROOT / face["url"].removeprefix("app/")).getBestCmap()
            drawn |= {c for c in LETTERS[family] if ord(c) in known and _covers(face, c)}
        assert set(LETTERS[family]) - drawn == set()


def test_every_text_font_is_in_the_stack():
    for family in ("Vazirmatn", "Noto Sans Hebrew", "Noto Naskh Arabic"):
        assert family in CONFIG["theme"]["font"].split(", ")
