"""Which articles repeat another: the same words however they are typed, cut or edited, and not what is merely alike."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from lib.enrich.duplicates import Comparison, Repeat, digest, profile, repeats, similarity
from lib.enrich.shingles import shingles, signatures
from lib.text.tokens import tokens

LONG = " ".join(f"word{n}" for n in range(80))
FA = (
    "وزیر خارجه ایران روز دوشنبه در تهران گفت که گفتگوهای هسته‌ای با نمایندگان اروپا ادامه خواهد یافت. "
    "او افزود که دولت آماده است پیشنهادهای تازه را بررسی کند، اما فشار خارجی را نمی‌پذیرد. "
    "به گفته یکی از اعضای مجلس، کمیسیون امنیت ملی نیز هفته آینده درباره این موضوع نشست خواهد داشت. "
    "در همین حال، خبرگزاری‌ها از دیدار سفیران سه کشور با مقام‌های وزارت خارجه خبر دادند. "
    "کارشناسان می‌گویند نتیجه این دیدارها تا پایان ماه روشن می‌شود و بازار ارز نیز به آن واکنش نشان می‌دهد."
)
AR = (
    "قال وزير الخارجية في مؤتمر صحفي إن بلاده تواصل المحادثات مع الدول الأوروبية بشأن الملف النووي. "
    "وأضاف أن الحكومة مستعدة لدراسة المقترحات الجديدة لكنها لن تقبل الضغوط الخارجية مهما كان مصدرها. "
    "وأكد أحد أعضاء البرلمان أن لجنة الأمن القومي ستعقد اجتماعا الأسبوع المقبل لمناقشة هذه القضية. "
    "وفي الوقت نفسه تحدثت وكالات الأنباء عن لقاء سفراء ثلاث دول مع مسؤولين في الوزارة."
)


def keys(text: str) -> list[str]:
    return [token.key for token in tokens(text)]


def found(texts: Sequence[str]) -> list[Repeat]:
    """What is found among bodies without a headline."""
    words = [keys(text) for text in texts]
    signed = signatures([*map(shingles, words)])
    return list(repeats([digest(None, each) for each in words], signed, Comparison(texts.__getitem__)))


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("T", "one two"), ("T", "one two"), True),
        (("T", "One, two!"), ("t", "one\n\ntwo"), True),
        (("عنوان", "رئيس شركة أحمد ١٥"), ("عنوان", "رییس شرکه احمد 15"), True),
        (("عنوان", "می\u200cشود"), ("عنوان", "میشود"), True),
        (("T", "one two"), ("U", "one two"), False),
        (("T", "one two"), ("T", "one two three"), False),
        (("T one", "two"), ("T", "one two"), False),
        (("T", LONG), ("Another headline", LONG), True),
        ((None, LONG), ("Another headline", LONG), True),
        (("T", LONG), ("T", LONG + " more"), False),
    ],
)
def test_digest(first: tuple[str | None, str], second: tuple[str | None, str], same: bool) -> None:
    assert (digest(first[0], keys(first[1])) == digest(second[0], keys(second[1]))) is same


@pytest.mark.parametrize(("title", "text"), [(None, ""), ("", "  ...  "), ("!", "\n\n")])
def test_no_words_repeat_nothing(title: str | None, text: str) -> None:
    assert digest(title, keys(text)) is None


def test_the_first_in_corpus_order_is_the_original() -> None:
    several = ["same words", "", "Same words.", "", "SAME, WORDS", "other"]
    assert found(several) == [Repeat(2, 0, 1.0), Repeat(4, 0, 1.0)]


def test_no_articles() -> None:
    assert found([]) == [] and found([FA]) == []


SENTENCES = FA.split(". ")
COPIES = {
    "letters of another keyboard": FA.replace("ی", "ي").replace("ک", "ك").replace("\u200c", "") + " افزوده",
    "a caption printed three times and a marker": "\n".join([SENTENCES[1], "TT", SENTENCES[1], FA, SENTENCES[1]]),
    "cut at three fifths": ". ".join(SENTENCES[:3]),
    "the agency's tail": FA + "\n\nانتهای پیام/ خبرگزاری را در شبکه‌های اجتماعی دنبال کنید",
    "a sentence less": ". ".join(SENTENCES[:2] + SENTENCES[3:]),
    "words changed": FA.replace("دوشنبه", "سه‌شنبه").replace("افزود", "گفت").replace("تازه", "جدید"),
}


@pytest.mark.parametrize("change", COPIES)
def test_edited_copies(change: str) -> None:
    for texts in ([FA, AR, COPIES[change]], [COPIES[change], AR, FA]):
        (repeat,) = found(texts)
        assert (repeat.number, repeat.of) == (2, 0) and 0.3 < repeat.similarity < 1


def rates(seed: int) -> str:
    """A report by template: only its numbers are new every day."""
    some = random.Random(seed).sample(range(1000, 9999), 5)
    said = zip(["دلار", "یورو", "پوند", "درهم", "لیر"], some, strict=True)
    line = "نرخ {} در بازار آزاد تهران امروز به {} تومان رسید و نسبت به دیروز کمی تغییر کرد."
    return " ".join(line.format(*each) for each in said)


OTHER_WORDS = " ".join(f"کلمه{n}" for n in range(600))
NOT_COPIES = {
    "another language": (FA, AR),
    "a paragraph of background in common": (FA, f"{SENTENCES[4]} {AR} {OTHER_WORDS[:300]}"),
    "a table of rates of another day": (rates(1), rates(2)),
    "a scrap of a long page": (SENTENCES[0] + SENTENCES[1], FA + OTHER_WORDS),
    "too short to tell": ("بارانی و سرد با باد", "بارانی و سرد با باد شدید"),
}


@pytest.mark.parametrize("pair", NOT_COPIES)
def test_what_is_merely_alike(pair: str) -> None:
    assert found(NOT_COPIES[pair]) == []


def test_a_wire_story_told_by_several_outlets_is_one_story() -> None:
    texts = [AR, FA, COPIES["the agency's tail"], COPIES["cut at three fifths"], FA, COPIES["a sentence less"]]
    assert [(each.number, each.of, each.similarity == 1) for each in found(texts)] == [
        (2, 1, False), (3, 1, False), (4, 1, True), (5, 1, False),
    ]  # fmt: skip


def test_twins_of_a_copy_belong_to_its_story() -> None:
    tailed = COPIES["the agency's tail"]
    assert [(each.number, each.of) for each in found([FA, tailed, tailed])] == [(1, 0), (2, 0)]


def test_a_story_does_not_drift() -> None:
    words = [f"w{n}" for n in range(400)]
    steps = [" ".join(words[at : at + 100]) for at in range(0, 300, 20)]
    for each in found(steps):
        held = similarity(profile(steps[each.of]), profile(steps[each.number]))
        assert held == each.similarity and each.number - each.of <= 2


def test_crowds_are_compared_with_a_few_only() -> None:
    shared, read = [f"s{n}" for n in range(60)], []
    texts = [" ".join([*shared, *(f"{n}x{i}" for i in range(140))]) for n in range(300)]
    words = [keys(text) for text in texts]

    def text(number: int) -> str:
        read.append(number)
        return texts[number]

    assert list(repeats([*map(str, range(300))], signatures([*map(shingles, words)]), Comparison(text))) == []
    assert len(read) <= 300
