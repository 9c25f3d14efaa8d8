"""Splitting and joining: no letter is lost or made, places in the source hold, ids stay, and rows can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.ingest.corrcells import Cut
from lib.ingest.corrections import Corrections
from lib.ingest.structure import Arrangement, beginning, divided, joined, paragraphs, place
from lib.ingest.textpage import read_page
from lib.model import Article, Published, Removed

WHEN = "2026-01-02T03:04:05.000Z"
PAGE = "Head one\n\nFirst words.\n\nSecond words.\n\ncaption\n\nThird words.\n\nSecond words.\n\nLast words."


def page(id: str = "a-1", text: str = PAGE, at: int = 100) -> Article:
    """An article of a text page that begins at character `at`; its headline and a caption are no part of its body."""
    body = "\n\n".join(part for part in text.split("\n\n")[1:] if part != "caption")
    caption = text.find("caption")
    removed = (Removed(at + caption, at + caption + 7, "caption"),) if caption >= 0 else ()
    captions = ("caption",) if removed else ()
    title = text.split("\n\n")[0]
    return Article(id, "p.txt", body, (at, at + len(text)), title, captions=captions, removed=removed, raw=text)


def arranged(articles: list[Article], *rows: dict[str, str]) -> tuple[list[Article], Arrangement]:
    said = Corrections()
    for number, row in enumerate(rows):
        said = said.set([row["article"]], {k: v for k, v in row.items() if k != "article"}, f"{WHEN}{number}")
    assert said.problems == []
    arrangement = Arrangement(said)
    return list(arrangement(articles)), arrangement


def whole(article: Article) -> None:
    """Places in the source hold."""
    assert article.source_span and article.raw is not None
    start, end = article.source_span
    assert end - start == len(article.raw)
    for each in article.removed:
        assert start <= each.start < each.end <= end
    at = 0
    for begin, finish in paragraphs(article.text):
        at = article.raw.index(article.text[begin:finish], at) + finish - begin


def test_a_split_cuts_text_source_captions_and_what_was_removed() -> None:
    first, second = divided(page(), 2)
    assert first.text == "First words.\n\nSecond words."
    assert second.text == "Third words.\n\nSecond words.\n\nLast words."
    assert (first.title, second.title) == ("Head one", None)
    assert first.captions == ("caption",) and first.removed and not second.captions and not second.removed
    assert second.source_span == (100 + PAGE.index("Third"), 100 + len(PAGE))
    assert second.raw and second.raw.startswith("Third words.")
    for each in (first, second):
        whole(each)
    early = divided(page(), 1)
    assert early[1].captions == ("caption",) and early[1].removed == page().removed and early[0].captions == ()


def test_a_paragraph_said_twice_is_found_in_its_own_place() -> None:
    _, second = divided(page(), 3)
    assert second.text.startswith("Second words.") and second.raw == "Second words.\n\nLast words."


def test_a_paragraph_can_be_the_headline_of_what_follows() -> None:
    first, second = divided(page(), 2, headline=True)
    assert (second.title, second.text) == ("Third words.", "Second words.\n\nLast words.")
    assert divided(page(), 4, headline=True)[1].text == "Last words.", "an article is never left without a body"
    whole(first)


def test_rows_of_files_without_a_page_are_split_too() -> None:
    row = Article("r", "t.csv", "One.\n\nTwo.", title="T", outlet="Times", published=Published(basis="metadata"))
    first, second = divided(row, 1)
    assert (first.text, second.text, second.outlet) == ("One.", "Two.", "Times")
    assert second.source_span is None and second.raw is None


@pytest.mark.parametrize(
    ("cut", "index"),
    [
        (Cut(3), 2), (Cut(2, "Second"), 1), (Cut(4, "Third"), 2), (Cut(4, "Second words."), 3), (Cut(9, "Last"), 4),
        (Cut(9), None), (Cut(2, "First"), None), (Cut(3, "Nothing like it"), None),
    ],
)  # fmt: skip
def test_the_words_decide_where_paragraphs_moved(cut: Cut, index: int | None) -> None:
    assert place(page().text, cut) == index


def test_ids_do_not_depend_on_other_splits() -> None:
    later = {"article": "a-1", "split": "4: Second"}
    earlier = {"article": "a-1", "split": "2: Second"}
    assert [each.id for each in arranged([page()], later)[0]] == ["a-1", "a-1~4"]
    for rows in ((later, earlier), (earlier, later)):
        found, arrangement = arranged([page()], *rows)
        assert [each.id for each in found] == ["a-1", "a-1~2", "a-1~4"]
        assert "\n\n".join(each.text for each in found) == page().text
        assert arrangement.followed == {2, 3} and arrangement.touched == 1
    found, _ = arranged([page()], earlier, {"article": "a-1~2", "split": "3: Second"})
    assert [(each.id, each.text[:5]) for each in found] == [("a-1", "First"), ("a-1~2", "Secon"), ("a-1~2~3", "Secon")]


def test_articles_are_joined_in_a_chain_and_split_elsewhere() -> None:
    second, third = page("a-2", "Head two\n\nOther words.", 300), page("a-3", "Head one\n\nFinal words.", 400)
    join = [{"article": "a-1", "join": "a-2"}, {"article": "a-2", "join": "a-3"}]
    (one,), arrangement = arranged([page(), second, third], *join)
    assert one.id == "a-1" and one.text == f"{page().text}\n\nHead two\n\nOther words.\n\nFinal words."
    assert [each.why for each in one.removed] == ["caption", "repeated headline"]
    whole(one)
    assert one.source_span == (100, 400 + len(third.raw or "")) and arrangement.absorbed == {"a-2", "a-3"}
    found, _ = arranged([page(), second, third], *join, {"article": "a-1", "split": "6 headline: Head two"})
    assert [(each.id, each.title) for each in found] == [("a-1", "Head one"), ("a-1~6", "Head two")]
    assert found[1].text == "Other words.\n\nFinal words."


def test_what_was_split_and_joined_is_whole_again() -> None:
    rows = [{"article": "a-1", "split": "3: Third"}, {"article": "a-1", "join": "a-1~3"}]
    (again,), _ = arranged([page()], *rows)
    assert (again.text, again.title, again.captions) == (page().text, "Head one", ("caption",))
    found, _ = arranged([page()], *rows, {"article": "a-1", "split": "2: Second"})
    assert [each.id for each in found] == ["a-1", "a-1~2"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"article": "a-1", "join": "a-3"}, "is not the article after"),
        ({"article": "a-2", "join": "b-1"}, "is not the article after"),
        ({"article": "a-1", "split": "7"}, "no paragraph"),
        ({"article": "a-1", "split": "3: Words of last year"}, "no paragraph"),
    ],
)
def test_what_cannot_be_followed_changes_nothing_and_is_noted(row: dict[str, str], words: str) -> None:
    articles = [page(), page("a-2", at=300), Article("b-1", "q.txt", "Words.")]
    found, arrangement = arranged(articles, row)
    assert found == articles
    (note,) = arrangement.said.idle({each.id for each in articles}, {"p.txt", "q.txt"}, arrangement.followed)
    assert words in note.what and note.where == "row 2" and note.kept


def test_what_is_no_article_stands_between_no_two() -> None:
    rows = [{"article": "a-2", "article?": "no"}, {"article": "a-1", "join": "a-3"}]
    found, _ = arranged([page(), page("a-2", at=300), page("a-3", "Head three\n\nWords.", 500)], *rows)
    assert [each.id for each in found] == ["a-2", "a-1"] and found[1].text.endswith("Head three\n\nWords.")


def test_the_second_part_keeps_what_was_said_of_the_whole_before() -> None:
    rows = [{"article": "a-1", "date": "2020-07-17", "title": "New"}, {"article": "a-1", "split": "3"},
            {"article": "a-1", "outlet": "Times"}, {"article": "a-1~3", "language": "fa"}]  # fmt: skip
    found, arrangement = arranged([page()], *rows)
    first, second = (arrangement.said.apply(each) for each in found)
    assert first and second and first.published == second.published and first.published.basis == "user"
    assert (first.title, first.outlet, first.language) == ("New", "Times", None)
    assert (second.title, second.outlet, second.language) == (None, None, "fa")


WORD = st.text("abc  \u0645\u06cc.", min_size=1, max_size=9).map(lambda word: f"<{word}>")


@given(st.lists(WORD, min_size=2, max_size=9), st.data())
def test_no_character_is_lost_or_made(words: list[str], data: st.DataObject) -> None:
    gap = data.draw(st.sampled_from(["\n\n", "\n", "\r\n\r\n", "\n \n\n"]))
    text = gap.join(words)
    article = Article("x", "p.txt", "\n\n".join(words), (7, 7 + len(text)), raw=text)
    index = data.draw(st.integers(1, len(words) - 1))
    first, second = divided(article, index, data.draw(st.booleans()))
    assert "\n\n".join(filter(None, [first.text, second.title, second.text])) == article.text
    assert second.source_span and first.source_span and first.source_span[1] <= second.source_span[0]
    assert text[second.source_span[0] - 7 :] == second.raw and first.raw == text[: len(first.raw or "")]
    again = joined(first, second)
    assert again.text == article.text and again.source_span == article.source_span
    found = place(article.text, beginning(article.text, index + 1))
    assert found and words[found].split()[0] == words[index].split()[0]


def test_a_real_page_is_split_at_every_paragraph() -> None:
    text = (Path(__file__).parents[2] / "seeds" / "000_138f315e1e6ba625.txt").read_bytes()
    source = text.decode("utf-8").removeprefix("\ufeff")
    for article in read_page(text, "000.txt"):
        assert isinstance(article, Article)
        for index in range(1, len(paragraphs(article.text))):
            for each in divided(article, index):
                assert each.source_span and source[slice(*each.source_span)] == each.raw
                whole(each)
