"""Who said it: every form that counts in three languages, and the forms that look like it and do not."""

from __future__ import annotations

import pytest

from lib.enrich.quotations import quotations
from lib.model import Kind, Mention

NAMES: dict[str, Kind] = {
    "ظریف": "person", "روحانی": "person", "پوتین": "person", "ایران": "state", "سازمان ملل": "organisation",
    "ترامب": "person", "بوتين": "person", "روسيا": "state", "الأمم المتحدة": "organisation",
    "Trump": "person", "Zarif": "person", "Putin": "person", "Iran": "state", "Amnesty": "organisation",
}  # fmt: skip


def mentions(text: str) -> list[Mention]:
    found = []
    for name, kind in NAMES.items():
        at = text.find(name)
        while at >= 0:
            found.append(Mention("text", at, at + len(name), name, name, kind, "actor", "list"))
            at = text.find(name, at + 1)
    return sorted(found, key=lambda mention: mention.start)


def said(text: str, language: str) -> list[tuple[str, str]]:
    found = quotations(text, language, mentions(text))
    assert all(text[each.start - 1] in "«\u201c\"" and text[each.end] in "»\u201d\"" for each in found)
    return [(each.actor, text[each.start : each.end]) for each in found]


@pytest.mark.parametrize(
    ("language", "speaker", "text"),
    [
        ("fa", "ظریف", "ظریف در تهران گفت: «ما هرگز از مردم خود نمی\u200cترسیم»."),
        ("fa", "ظریف", "محمدجواد ظریف، وزیر خارجه، روز شنبه تأکید کرد که «این راه به جایی نمی\u200cرسد»."),
        ("fa", "ظریف", "ظریف با بیان اینکه «این راه به جایی نمی\u200cرسد» از تهران رفت."),
        ("fa", "ظریف", "ظریف در دیدار با پوتین افزود: «ما هرگز از مردم خود نمی\u200cترسیم»"),
        ("fa", "ظریف", "ظریف گفته است «ما هرگز از مردم خود نمی\u200cترسیم»."),
        ("fa", "ظریف", "ظریف: «ما هرگز از مردم خود نمی\u200cترسیم»"),
        ("fa", "سازمان ملل", "سازمان ملل اعلام کرد: «شمار کشته\u200cها هنوز روشن نیست»."),
        ("ar", "ترامب", "وقال الرئيس ترامب: «لن نسمح لأحد بأن يهددنا مرة أخرى»."),
        ("ar", "ترامب", "وأضاف ترامب في مؤتمر صحفي أن \u201cالاتفاق بات قريبا جدا من النهاية\u201d."),
        ("ar", "ترامب", "«لن نسمح لأحد بأن يهددنا مرة أخرى»، قال ترامب أمس."),
        ("ar", "ترامب", "ترامب: \"لن نسمح لأحد بأن يهددنا مرة أخرى\""),
        ("ar", "روسيا", "وأعلنت روسيا أن «القوات انسحبت من المدينة بالكامل»."),
        ("en", "Trump", "President Trump said on Monday: \u201cWe will never let them do this again.\u201d"),
        ("en", "Trump", "\u201cWe will never let them do this again,\u201d President Trump said."),
        ("en", "Trump", "\"We will never let them do this again,\" said Trump."),
        ("en", "Zarif", "Zarif, the foreign minister of Iran, told them that \u201cno one will stop us here\u201d."),
        ("en", "Amnesty", "Amnesty said that \u201cthe number of the dead is not known\u201d."),
        ("en", "Zarif", "\u201cNo one will stop us here,\u201d the minister, Zarif, added."),
    ],
)
def test_the_speaker_is_found(language: str, speaker: str, text: str) -> None:
    assert [actor for actor, _ in said(text, language)] == [speaker]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "سخنگوی ظریف گفت: «ما هرگز از مردم خود نمی\u200cترسیم»."),
        ("fa", "ظریف درباره «سند راهبرد بلندمدت همکاری دو کشور» چیزی نگفت."),
        ("fa", "ظریف و روحانی گفتند: «ما هرگز از مردم خود نمی\u200cترسیم»."),
        ("fa", "روحانی آمد. او گفت: «ما هرگز از مردم خود نمی\u200cترسیم»."),
        ("fa", "درباره ظریف گفته شد «ما هرگز از مردم خود نمی\u200cترسیم»."),
        ("fa", "ظریف گفت: «نه هرگز»."),
        ("fa", "روزنامه ظریف را ستود و چنین نوشت: «ما هرگز از مردم خود نمی\u200cترسیم»."),
        ("fa", "او با بیان اینکه ظریف رفته است، گفت: «ما هرگز از مردم خود نمی\u200cترسیم»."),
        ("ar", "وأكد مقتل عدد من أبناء ترامب في هجوم: «لن نسمح لأحد بأن يهددنا مرة أخرى»."),
        ("en", "\u201cWe will never let them do this again,\u201d said Amnesty Director Someone in London."),
        ("ar", "وقال المتحدث باسم ترامب: «لن نسمح لأحد بأن يهددنا مرة أخرى»."),
        ("ar", "وقال مصدر إن ترامب كتب رسالة عنوانها غامض. «لن نسمح لأحد بأن يهددنا مرة أخرى»."),
        ("ar", "ولم يقل ترامب «لن نسمح لأحد بأن يهددنا مرة أخرى»."),
        ("ar", "وقال لترامب: «لن نسمح لأحد بأن يهددنا مرة أخرى»."),
        ("en", "Trump's lawyer said: \u201cWe will never let them do this again.\u201d"),
        ("en", "A spokesman for Trump said: \u201cWe will never let them do this again.\u201d"),
        ("en", "Trump was told \u201cthat this would never happen again\u201d."),
        ("en", "Trump spoke of \u201cthe greatest of all deals\u201d in Tehran."),
        ("en", "Trump said nothing. \u201cWe will never let them do this again.\u201d"),
        ("en", "Trump, who met Putin, said: \u201cWe will never let them do this again.\u201d"),
        ("en", "The Iran foreign minister said: \u201cWe will never let them do this again.\u201d"),
        ("he", "Trump said: \u201cWe will never let them do this again.\u201d"),
    ],
)
def test_what_is_not_certain_is_nobodys(language: str, text: str) -> None:
    assert said(text, language) == []


def test_two_voices_are_kept_apart() -> None:
    text = (
        "\u201cWe will never let them do this,\u201d Trump said, and Putin replied, \u201cWe shall see about that one"
        "\u201d.\nZarif wrote: \u201cNobody asked us about any of this\u201d."
    )
    assert said(text, "en") == [
        ("Trump", "We will never let them do this,"),
        ("Putin", "We shall see about that one"),
        ("Zarif", "Nobody asked us about any of this"),
    ]


def test_unpaired_marks_and_empty_lines_are_nothing() -> None:
    assert said('Trump said: "We will never let them', "en") == []
    assert said("", "fa") == [] and said("«»\n\nظریف", "fa") == []
