"""PDF: reading order from the places of glyphs, letters from their forms, and a sentence where there is no text."""

from datetime import date
from pathlib import Path

import pytest

from lib.ingest.documents.glyphs import Glyph, line_text
from lib.text.visual import visual
from tests.ingest.documents.make import ARABIC, PERSIAN, Placed, laid, pdf, records

PRINTED = Path(__file__).parent / "printed.pdf"


def glyphs(seen: str, size: float = 10.0) -> list[Glyph]:
    left = 0.0
    placed = []
    for character in seen:
        width = 0.0 if character == "\u200c" else 5.0
        placed.append(Glyph(character, left, left + width, 0.0, size))
        left += width
    return placed


@pytest.mark.parametrize(
    "line",
    [
        *PERSIAN,
        *ARABIC,
        "An English line (with brackets) and 25 numbers.",
        "نشست در ۱۲ ژوئیه ۲۰۲۰ و با ۳٫۵ ساعت تاخیر برگزار شد",
        "سازمان ملل متحد (United Nations) در نیویورک است",
        "بیماری COVID-19 در سال 2020 آغاز شد",
        "قال «الإمام»: لا إله إلا الله، الأزمة في الإسلام",
        "ساعت 10:30 و تاریخ 2020/07/17 است",
        "The minister said (السلام عليكم) and left",
        "می‌رود و نمی‌آید",
        "قیمت 12,500 ریال و [سپس] 7.5 دلار",
        "",
    ],
)
def test_what_is_seen_is_read_as_it_was_written(line: str) -> None:
    assert line_text(glyphs(visual(line)), swapped=True) == line


def test_brackets_are_turned_only_where_they_are_stored_as_they_look() -> None:
    seen = visual("گفت (آرام) و رفت")
    turned = seen.translate(str.maketrans("()", ")("))
    assert line_text(glyphs(seen)) == line_text(glyphs(turned)) == "گفت (آرام) و رفت"


def test_a_space_that_takes_no_room_is_a_half_space() -> None:
    line = [Glyph("رود", 0, 12, 0, 10), Glyph(" ", 12, 17, 0, 10), Glyph("می", 12, 22, 0, 10)]
    assert line_text(line) == "می\u200cرود"
    apart = [Glyph("رود", 0, 12, 0, 10), Glyph(" ", 12, 17, 0, 10), Glyph("می", 17, 27, 0, 10)]
    assert line_text(apart) == "می رود"


def test_a_half_space_may_be_stored_beside_its_place() -> None:
    seen = visual("کشتی\u200cهای ماهیگیری می\u200cروند")
    stored = [glyph for glyph in glyphs(seen) if glyph.text != "\u200c"]
    at = next(glyph for glyph in glyphs(seen) if glyph.text == "\u200c").left
    aside = [*stored, Glyph(" ", at + 3, at + 7, 0, 10)]
    assert line_text(aside) == "کشتی\u200cهای ماهیگیری می\u200cروند"


def test_what_a_browser_prints_around_a_page_is_no_text_and_no_day(tmp_path: Path) -> None:
    placed = [
        *laid("11/22/24, 3:30 PM", 200, 785, 8),
        *laid("ناخدایان بندر به دریا بازمی\u200cگردند", 560, 740, 20),
        *laid(PERSIAN[2][:70], 560, 700),
        *laid("https://port.example/1398/04/26/x 1/1", 300, 12, 8),
    ]
    articles, _ = records(tmp_path, "page.pdf", pdf(placed))
    assert [one.title for one in articles] == ["ناخدایان بندر به دریا بازمی\u200cگردند"]
    assert articles[0].text == PERSIAN[2][:70].strip()
    assert articles[0].url == "https://port.example/1398/04/26/x"
    assert (articles[0].published.since, articles[0].published.basis) == (date(2019, 7, 17), "url")


def test_vowel_signs_stay_with_their_letter() -> None:
    line = [Glyph("\u064f", 3, 3, 2, 10), Glyph("م", 2, 8, 0, 10), Glyph("ن", 8, 14, 0, 10), Glyph(":", 0, 2, 0, 10)]
    assert line_text(line) == "نم\u064f:"


def test_lines_become_paragraphs_and_columns_are_read_from_the_right(tmp_path: Path) -> None:
    placed: list[Placed] = laid("سخنگوی دولت از نشست بندر گفت", 560, 760, 20)
    for column, (text, right) in enumerate([(PERSIAN[0], 560.0), (PERSIAN[2], 280.0)]):
        words, lines = text.split(), [""]
        for word in words:
            lines = [*lines[:-1], f"{lines[-1]} {word}".strip()] if len(lines[-1]) < 24 else [*lines, word]
        for number, line in enumerate(lines):
            placed += laid(line, right, 700.0 - 16 * number - 0.1 * column)
    articles, problems = records(tmp_path, "page.pdf", pdf(placed))
    assert [article.title for article in articles] == ["سخنگوی دولت از نشست بندر گفت"]
    assert articles[0].text == f"{PERSIAN[0]}\n\n{PERSIAN[2]}"
    assert not problems


def test_running_heads_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    pages = [
        [*laid("روزنامه بندر", 560, 780, 9), *laid(text[:60], 560, 600), *laid(str(number), 300, 20, 9)]
        for number, text in enumerate(PERSIAN, 1)
    ]
    articles, _ = records(tmp_path, "page.pdf", pdf(*pages))
    assert "روزنامه بندر" not in articles[0].text
    assert not any(line.strip().isdigit() for line in articles[0].text.splitlines())
    assert PERSIAN[1][:40] in " ".join(article.text for article in articles)


def test_a_page_printed_by_a_browser_gives_its_text_back(tmp_path: Path) -> None:
    articles, problems = records(tmp_path, "printed.pdf", PRINTED.read_bytes())
    assert [article.title for article in articles] == ["ناخدایان بندر به دریا بازمی‌گردند"]
    assert articles[0].text == "\n\n".join((*PERSIAN, *ARABIC))
    assert not problems


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf([]), "text recognition"),
        (b"%PDF-1.7\nnothing of a document", "damaged"),
        (pdf(laid(PERSIAN[0], 560, 700)).replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 9 0 R"), "."),
        (pdf(laid(PERSIAN[0], 560, 700)).replace(b"/ToUnicode", b"/NoUnicode"), "names"),
    ],
)
def test_a_pdf_without_text_is_a_sentence(tmp_path: Path, data: bytes, said: str) -> None:
    articles, problems = records(tmp_path, "page.pdf", data)
    assert not articles
    assert len(problems) == 1
    assert said in problems[0].what
    assert not problems[0].kept
