import pytest

from lib.ingest.textpage import read_page
from lib.model import Article
from lib.settings import SEEDS
from tests.ingest.prose import ARABIC, BODIES, CAPTIONS, ENGLISH, HEADLINES, PERSIAN


def read(page: str) -> list[Article]:
    return [record for record in read_page(page.encode(), "folder/page.txt") if isinstance(record, Article)]


def solid(text: str) -> str:
    return "".join(text.split())


def article(layout: str, language: str) -> str:
    return layout.format(
        h=HEADLINES[language], c=CAPTIONS[language], b="\n\n".join(BODIES[language]), d="\n".join(BODIES[language])
    )


def why(found: Article) -> set[str]:
    return {mark.why for mark in found.removed}


LAYOUTS = {
    "headline and caption twice, with letters between": "{h}\n\n{c}\n{c}\nTT\n\n{h}\n\n{c}\n{c}\n\n{d}",
    "the same without blank lines": "{h}\n{c}\n{c}\nAA\n{h}\n{c}\n{c}\n{d}",
    "each once more": "{h}\n{c}\n\n{h}\n{c}\n{d}",
    "one headline, caption twice": "{h}\n\n{c}\n{c}\n\n{b}",
    "one caption": "{h}\n\n{c}\n\n{b}",
    "breadcrumb, date, share bar": "Home » World\n2020-07-05 14:20\n{h}\n{c}\nShare  Tweet  Print\n\n{b}\nTags: a, b",
    "read more at the foot": "{h}\n\n{c}\n{c}\n\n{h}\n\n{b}\n\n...المزيد",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("languages", [("ar",), ("fa", "ar"), ("en", "fa", "ar")])
def test_each_layout_gives_its_articles_and_nothing_else(layout: str, languages: tuple[str, ...]) -> None:
    found = read("\n\n\n".join(article(layout, language) for language in languages))
    assert [one.title for one in found] == [HEADLINES[language] for language in languages]
    assert [one.text for one in found] == ["\n\n".join(BODIES[language]) for language in languages]
    assert [one.captions for one in found] == [(CAPTIONS[language],) for language in languages]


PAGES = {
    "plain, told by the wide gap": (f"{HEADLINES['en']}\n\n{ENGLISH[0]}\n\n\n\n{HEADLINES['fa']}\n\n{PERSIAN[0]}", 2),
    "told by a rule": (f"{HEADLINES['en']}\n\n{ENGLISH[0]}\n\n-----\n\n{HEADLINES['fa']}\n\n{PERSIAN[0]}", 2),
    "told by clock times": (f"18:20\n{HEADLINES['ar']}\n{ARABIC[0]}\n17:05\nعنوان آخر لخبر قصير\n{ARABIC[1]}", 2),
    "a subheading is no article": (f"{HEADLINES['en']}\n\n{ENGLISH[0]}\n\nWhat comes next now\n\n{ENGLISH[1]}", 1),
    "wide gaps between all paragraphs": ("\n\n\n".join((HEADLINES["en"], *ENGLISH, *ENGLISH)), 1),
    "a page cut at the top": (f"{ARABIC[0]}\n{ARABIC[1]}\n\n\n{HEADLINES['en']}\n\n{ENGLISH[0]}", 2),
    "the same article again": ("\n".join((HEADLINES["ar"], *ARABIC, HEADLINES["ar"], *ARABIC)), 2),
    "a poem with a refrain": ("قصيدة\n\nسطر أول من القصيدة\nسطر ثان\nسطر أول من القصيدة", 1),
}


@pytest.mark.parametrize(("page", "count"), PAGES.values(), ids=PAGES)
def test_how_many_articles_a_page_has(page: str, count: int) -> None:
    found = read(page)
    assert len(found) == count
    assert [one.id for one in found] == [f"folder/page-{number}" for number in range(1, count + 1)]
    kept = solid("".join((one.title or "") + one.text for one in found))
    assert len(kept) >= len(solid(page)) - 15, "only clock times and rules may go"


REMOVED = [
    ("{h}\n\n{b}\n\nRelated:\nOil prices rise again\nMinister flies home", "related headlines"),
    ("{h}\n\n{b}\n\nاقرأ أيضاً: عنوان خبر آخر من الموقع", "related headlines"),
    ("{h}\n\nBy Jane Doe\n\n{b}", "byline"),
    ("{h}\n\nالقاهرة: «الجريدة اليومية»\n\n{b}", "byline"),
    ("{h}\nفیسبوک | توییتر | تلگرام\n{b}", "share bar"),
    ("{h}\n{b}\nکد خبر: ۱۲۳۴۵", "counter or code"),
    ("{h}\n{b}\nانتهای پیام/۴۰", "closing words"),
    ("{h}\n\nرياضة\n\n{b}", "section"),
    ("{h}\n\n{b}\n\n{h}", "repeated headline"),
    ("{h}\n\n{b}\n\n\nA second round is planned for May\n\nDetails of it are to follow...\n\nRead more", "teaser"),
]


@pytest.mark.parametrize(("layout", "reason"), REMOVED)
def test_furniture_goes_with_a_reason(layout: str, reason: str) -> None:
    page = article(layout, "en")
    (found,) = read(page)
    assert found.text == "\n\n".join(ENGLISH)
    assert reason in why(found)
    assert all(page[mark.start : mark.end].strip() for mark in found.removed)


def test_text_stays_when_in_doubt() -> None:
    page = f'{HEADLINES["en"]}\n\nA subtitle without a full stop\n\n{ENGLISH[0]}\n\nHe said: no\n\n"\n\n{ENGLISH[1]}'
    (found,) = read(page)
    assert solid(found.title or "") + solid(found.text) == solid(page)


def test_short_and_long_caption_below_the_section() -> None:
    page = f"{HEADLINES['ar']}\n\nشؤون محلية\n\nوفود\nوفود المحادثات في الطريق\n\n\n{ARABIC[0]}"
    (found,) = read(page)
    assert (found.section, found.captions) == ("شؤون محلية", ("وفود", "وفود المحادثات في الطريق"))
    assert found.text == ARABIC[0]


def test_header_lines_become_fields() -> None:
    page = f"Title: {HEADLINES['fa']}\nDate: ۱۳۹۹/۰۳/۱۲\nURL: https://example.org/1\nمنبع: ایرنا\nمتن: {PERSIAN[0]}"
    (found,) = read(page)
    assert (found.title, found.url, found.outlet) == (HEADLINES["fa"], "https://example.org/1", "ایرنا")
    assert (str(found.published.since), found.published.basis) == ("2020-06-01", "metadata")
    assert found.text == PERSIAN[0]


def test_a_site_clock_or_update_is_no_publication_date() -> None:
    (found,) = read(f"{HEADLINES['en']}\nLast updated: 5 July 2020\n\n{ENGLISH[0]}")
    assert found.published.since is None


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    words = " ".join(ENGLISH * 3).split()
    lines = [" ".join(words[i : i + 11]) for i in range(0, len(words), 11)]
    (found,) = read(HEADLINES["en"] + "\n\n" + "\n".join(lines))
    assert found.title == HEADLINES["en"]
    assert "\n\n" not in found.text


def test_offsets_count_the_decoded_file_whatever_ends_its_lines() -> None:
    page = article(LAYOUTS["headline and caption twice, with letters between"], "fa")
    for newline in ("\r\n", "\r", "\u2028"):
        text = page.replace("\n", newline)
        (found,) = [r for r in read_page(b"\xef\xbb\xbf" + text.encode(), "p.txt") if isinstance(r, Article)]
        assert found.source_span == (0, len(text))
        assert found.raw == text
        assert {text[mark.start : mark.end] for mark in found.removed} == {HEADLINES["fa"], CAPTIONS["fa"], "TT"}


def test_the_seeds_are_three_articles() -> None:
    first = read((SEEDS / "000_138f315e1e6ba625.txt").read_text("utf-8"))
    second = read((SEEDS / "002_193852a74a979431.txt").read_text("utf-8"))
    assert [one.title for one in first + second] == [
        "«رژیم را سرنگون خواهیم کرد».. کنفرانس جهانی مجازی مخالفان ایران",
        "وزیر خارجه عمان: گفتوگوهای آمریکا و ایران در «فضایی دوستانه» انجام شد",
        "أمريكا.. مؤتمر جديد للمقاومة الإيرانية دعماً للانتفاضة وتنديداً بجرائم النظام",
    ]
    assert [len(one.captions) for one in first + second] == [1, 1, 2]
    assert second[0].section == "عربي ودولي"
    for one in first + second:
        assert "TT" not in one.text
        assert one.title not in one.text
        assert not any(caption in one.text for caption in one.captions if len(caption.split()) > 4)


def test_a_header_between_marks_and_numbered_sentences() -> None:
    header = (
        f"site_1###{HEADLINES['fa']}###https://example.org/1###['World', 'Water']###2020-01-07 15:32:00###707###['dam']"
    )
    (found,) = read(f"{header}\n2\n1\t{PERSIAN[0]}\n2\t{PERSIAN[1]}\n")
    assert (found.title, found.url, found.section) == (HEADLINES["fa"], "https://example.org/1", "World")
    assert str(found.published.since) == "2020-01-07"
    assert found.text == "\n\n".join(PERSIAN)
