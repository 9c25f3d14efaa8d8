"""The display module: what each surface is given, and that a text from outside cannot disturb ours."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.text import bidi
from lib.text.bidi import block, cell, column, isolate, label, number_html, strip

RLI_RLM, LRI, PDI, ALM_RLM = "\u2067\u200f", "\u2066", "\u2069", "\u061c\u200f"
CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
MIXED = st.text(st.sampled_from("ab (1).\n<br>&;%{}\u200c" + "سلام۱٪«»ש" + CONTROLS), max_size=30)
LANGUAGES = st.sampled_from([None, "en", "fa", "ar", "he", "fa-IR", "und"])


def right(line):
    return RLI_RLM + line + PDI


@pytest.mark.parametrize(
    ("text", "language", "want"),
    [
        ("abc", None, "abc"),
        ("تهران (12)", None, right("تهران (12)")),
        ("G7 – مجموعة السبع", None, right("G7 – مجموعة السبع")),
        ("G7", "fa", "G7"),
        ("۴۵٪", "fa", right("۴۵٪")),
        ("۴۵٪", None, "۴۵٪"),
        ("تعداد (articles).", "fa", right("تعداد (articles).")),
        ("تهران<br>Tehran", None, right("تهران") + "<br>Tehran"),
        ("تهران<BR/>۱۲\nabc", "fa", right("تهران") + "<BR/>" + right("۱۲") + "\nabc"),
        ("<b>تهران</b>", None, right("<b>تهران</b>")),
        ("<span style='color:#888'>تهران</span>", None, right("<span style='color:#888'>تهران</span>")),
        ("تهران: %{customdata[0]}", None, right("تهران: %{customdata[0]}")),
        ("«تهران&quot;", None, right("«تهران&quot;")),
        ("", "fa", ""),
        ("  ", "fa", "  "),
        ("Actor: " + right("مریم رجوی, مسعود رجوی"), "en", "Actor: " + right("مریم رجوی, مسعود رجوی")),
        ("بازیگر: " + LRI + "Angela Merkel" + PDI, "fa", right("بازیگر: " + LRI + "Angela Merkel" + PDI)),
    ],
)
def test_label(text, language, want):
    assert label(text, language) == want
    assert column(text, language) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("سلام\u2069", right("سلام")),
        ("\u2067سلام", right("سلام")),
        ("\u202eabc\u202c", "abc"),
        ("\u202eabc", "abc"),
        ("\u2066سلام\u202e\u2069!", right("\u2066سلام\u2069!")),
        ("\u202bسلام\u202c", right("\u202bسلام\u202c")),
        ("سلام\u200f!", right("سلام\u200f!")),
        ("\u2069\u2067ab", "ab"),
    ],
)
def test_a_label_closes_what_a_text_leaves_open(text, want):
    assert label(text) == want


@pytest.mark.parametrize(
    ("text", "language", "want"),
    [
        ("Tehran", None, LRI + "Tehran" + PDI),
        ("Tehran", "fa", LRI + "Tehran" + PDI),
        ("تهران", None, right("تهران")),
        ("۱۲", "fa", right("۱۲")),
        ("", None, ""),
        ("a\nتهران", None, LRI + "a" + PDI + "\n" + right("تهران")),
    ],
)
def test_isolate(text, language, want):
    assert isolate(text, language) == want


@pytest.mark.parametrize(
    ("text", "language", "want"),
    [
        ("Tehran", None, "Tehran"),
        ("G7 – مجموعة السبع", None, ALM_RLM + "G7 – مجموعة السبع"),
        ("45%", "fa", ALM_RLM + "45%"),
        ("45%", None, "45%"),
        ("", "fa", ""),
        ("سلام\u2069", None, ALM_RLM + "سلام"),
        ("«مریم» speaks in Paris", None, "\u034f«مریم» speaks in Paris"),
        ("\u034f«مریم» speaks in Paris", None, "\u034f«مریم» speaks in Paris"),
        ("Paris: «مریم» speaks", None, "Paris: «مریم» speaks"),
    ],
)
def test_cell(text, language, want):
    assert cell(text, language) == want


@pytest.mark.parametrize(
    ("arguments", "want"),
    [
        (("<b>سلام</b>", "fa"), '<p dir="rtl" lang="fa">&lt;b&gt;سلام&lt;/b&gt;</p>'),
        (("TT", "fa"), '<p dir="ltr" lang="fa">TT</p>'),
        (("۱۲", "fa", "h3", "title wide"), '<h3 dir="rtl" lang="fa" class="title wide">۱۲</h3>'),
        (("Hello", None), '<p dir="ltr">Hello</p>'),
        (("Hello", "und"), '<p dir="ltr">Hello</p>'),
        (("x", 'a"onclick="b'), '<p dir="ltr" lang="a&quot;onclick=&quot;b">x</p>'),
    ],
)
def test_block(arguments, want):
    assert block(*arguments) == want


def test_number_html():
    assert number_html("2020-07-19<") == '<bdi dir="ltr">2020-07-19&lt;</bdi>'


@given(MIXED, LANGUAGES)
def test_once_is_enough(text, language):
    for show in (strip, lambda text: label(text, language), lambda text: cell(text, language)):
        assert show(show(text)) == show(text)
    assert isolate(isolate(text, language), language) == isolate(text, language)


@given(MIXED, LANGUAGES)
def test_only_controls_are_added(text, language):
    for show in (isolate, label, cell, column):
        assert strip(show(text, language)).removeprefix("\u034f") == strip(text).removeprefix("\u034f")


@given(st.text(), LANGUAGES)
def test_no_presentation_form_appears(text, language):
    def forms(text):
        return [c for c in text if "\ufb50" <= c <= "\ufdff" or "\ufe70" <= c <= "\ufefc"]

    for show in (isolate, label, cell):
        assert forms(show(text, language)) == forms(text)


@given(MIXED, LANGUAGES)
def test_nothing_stays_open(text, language):
    """After every line the depth of isolates and embeddings is nought, whatever the text brought along."""
    for show in (isolate, label):
        for line in bidi._BREAK.split(show(text, language)):
            open_ = []
            for character in line:
                kind = unicodedata.bidirectional(character)
                assert kind not in ("LRO", "RLO")
                if kind in ("LRI", "RLI", "FSI", "LRE", "RLE"):
                    open_.append(kind)
                elif kind in ("PDI", "PDF"):
                    opened = open_.pop()
                    while kind == "PDI" and opened in ("LRE", "RLE"):
                        opened = open_.pop()
                    assert opened.endswith("I") == (kind == "PDI")
            assert not open_


def test_switched_off(monkeypatch):
    monkeypatch.setenv("RAWI_PLAIN_TEXT", "1")
    for show in (isolate, label, cell, column):
        assert show("سلام (12)", "fa") == "سلام (12)"
    assert block("سلام", "fa") == '<p lang="fa">سلام</p>'
    assert number_html("<1") == "&lt;1"
