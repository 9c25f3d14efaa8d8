"""Text from outside in HTML, spreadsheets and Markdown."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.text.safe import csv_cell, escape, plain


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("<script>", "&lt;script&gt;"),
        ("a & b", "a &amp; b"),
        ("\"'", "&quot;&#x27;"),
        ("a\x00b\ud800", "a\ufffdb\ufffd"),
        ("سلام\u200c", "سلام\u200c"),
    ],
)
def test_escape(text, want):
    assert escape(text) == want


@given(st.text())
def test_escaped_text_opens_no_tag_and_ends_no_attribute(text):
    assert not set("<>\"'") & set(escape(text))


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"])
def test_formulas_are_quoted(first):
    assert csv_cell(first + "1") == "'" + first + "1"


@pytest.mark.parametrize("value", ["a=1", "", "سلام", "'=1", 5, -5, 1.5, None, True])
def test_other_cells_stay(value):
    assert csv_cell(value) is value


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("1. a", r"1\. a"),
        ("*b* _i_ `c`", r"\*b\* \_i\_ \`c\`"),
        (":red[x] :smile:", r"\:red\[x\] \:smile\:"),
        ("$x$", r"\$x\$"),
        ("<b>", r"\<b\>"),
        ("a\n\n    b", "a b"),
        ("a -> b", "a \\-\u2060\\> b"),
        ("www.a.b", "www\u2060\\.a\\.b"),
        ("http://a", "http\\:\u2060\\/\\/a"),
        ("a@b.c", "a\\@\u2060b\\.c"),
        ("سلام «۱۲»", "سلام «۱۲»"),
    ],
)
def test_plain(text, want):
    assert plain(text) == want


@given(st.text())
def test_plain_leaves_no_sign_bare(text):
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`$\[\]<>:#|~]", plain(text))
