"""Words inside pictures: escaped, wrapped, and each line with its own base direction."""

import pytest

from lib.figures.caption import Look, block, lines, shown
from lib.text.bidi import PDI, RLI, RLM
from tests.figures.examples import caption

FONT = {"size": 13}


def rtl(text: str) -> str:
    """A line as it must be handed to Plotly when it reads from the right."""
    return RLI + RLM + text + PDI


@pytest.mark.parametrize(
    ("text", "language", "given"),
    [
        ("Iran", None, "Iran"),
        ("ایران", None, rtl("ایران")),
        ("<b>x</b>", None, "&lt;b&gt;x&lt;/b&gt;"),
        ("a<br>b", None, "a&lt;br&gt;b"),
        ("a\nb", None, "a b"),
        ("%{x} & co", None, "%&#123;x} &amp; co"),
        ("<b>حزب", None, rtl("&lt;b&gt;حزب")),
        ("۱۲", "fa", rtl("۱۲")),
        ("12", "en", "12"),
        ("G7 — مجموعة السبع", None, rtl("G7 — مجموعة السبع")),
    ],
)
def test_shown(text: str, language: str | None, given: str) -> None:
    assert shown(text, language) == given


def test_an_isolate_that_runs_over_a_line_s_end_is_closed_and_opened_again() -> None:
    text = "Words: \u2067\u200fالنص الطويل الذي لا يتسع له سطر واحد\u2069 and on"
    found = lines(text, 100, FONT)
    assert len(found) > 2
    for line in found:
        assert line.count(RLI) == line.count(PDI)
    assert found[1].startswith(RLI + RLM)
    assert "".join(found).replace(PDI + RLI + RLM, "").replace(" ", "") == text.replace(" ", "")


def test_too_many_lines_end_in_an_ellipsis() -> None:
    found = lines("word " * 100, 150, FONT, 3)
    assert len(found) == 3
    assert found[-1].endswith("…")


def test_each_line_of_a_block_has_its_own_direction() -> None:
    assert block(["سلام", "abc"], "fa") == f"{rtl('سلام')}<br>abc"


def test_names_fall_back_to_the_language_then_to_the_key() -> None:
    look = Look(caption("en"), {"a": "Alpha"})
    assert [look.name(key) for key in ("a", "fa")] == ["Alpha", "Persian"]
    assert Look(caption("en"), split="actor").name("fa") == "fa"
