"""People meant by their office, and capitals that stand for governments, in three languages."""

from __future__ import annotations

from datetime import date

import pytest

from lib.enrich.actors import find_actors, load_gazetteer
from lib.enrich.actors.titles import Offices, Term

Row = tuple[str, str]


def named(text: str, language: str, day: date | None = None) -> list[Row]:
    period = (day, day) if day else None
    mentions = find_actors({"text": text}, language, load_gazetteer(), period)
    return [(mention.surface, mention.actor) for mention in mentions]


DATED: list[tuple[str, str, date, list[Row]]] = [
    ("fa", "وزیر خارجه ایران گفت.", date(2015, 7, 14), [("وزیر خارجه", "mohammad-javad-zarif"), ("ایران", "iran")]),
    (
        "fa",
        "وزیر امور خارجه ایران گفت.",
        date(2022, 3, 1),
        [("وزیر امور خارجه", "hossein-amir-abdollahian"), ("ایران", "iran")],
    ),
    ("fa", "رهبر معظم انقلاب فرمودند", date(2019, 1, 1), [("رهبر معظم انقلاب", "ali-khamenei")]),
    ("fa", "رئیس‌جمهور آمریکا آمد.", date(2010, 5, 5), [("رئیس‌جمهور", "barack-obama"), ("آمریکا", "united-states")]),
    ("ar", "وقال وزير الخارجية الإيراني أمس", date(2025, 1, 5), [("وزير الخارجية الإيراني", "abbas-araghchi")]),
    ("ar", "التقى وزير خارجية عمان الوفد", date(2025, 4, 12), [("وزير خارجية", "badr-al-busaidi"), ("عمان", "oman")]),
    ("ar", "انتقد المرشد الأعلى القرار", date(2018, 6, 1), [("المرشد الأعلى", "ali-khamenei")]),
    (
        "ar",
        "وصل العاهل السعودي إلى جدة",
        date(2016, 1, 1),
        [("العاهل السعودي", "salman-bin-abdulaziz"), ("جدة", "jeddah")],
    ),
    ("en", "The Omani foreign minister left.", date(2025, 4, 12), [("Omani foreign minister", "badr-al-busaidi")]),
    (
        "en",
        "Iran's foreign minister left.",
        date(2012, 4, 12),
        [("Iran", "iran"), ("foreign minister", "ali-akbar-salehi")],
    ),
    ("en", "the president of France said", date(2018, 4, 12), [("president", "emmanuel-macron"), ("France", "france")]),
    ("en", "The German chancellor spoke.", date(2003, 4, 12), [("German chancellor", "gerhard-schroeder")]),
    ("en", "The UN chief spoke.", date(2008, 4, 12), [("UN", "united-nations"), ("chief", "ban-ki-moon")]),
]


@pytest.mark.parametrize(("language", "text", "day", "expected"), DATED)
def test_a_title_is_whoever_held_the_office_on_the_day(
    language: str, text: str, day: date, expected: list[Row]
) -> None:
    assert named(text, language, day) == expected


ALONE: list[tuple[str, str, date | None, list[Row]]] = [
    ("fa", "وزیر خارجه ایران گفت.", None, [("ایران", "iran")]),
    ("en", "The Iranian foreign minister left.", None, []),
    ("en", "The former Iranian foreign minister left.", date(2015, 7, 14), []),
    ("en", "The deputy Iranian foreign minister left.", date(2015, 7, 14), []),
    ("fa", "معاون وزیر خارجه ایران گفت.", date(2015, 7, 14), [("ایران", "iran")]),
    ("fa", "وزیر خارجه سابق ایران گفت.", date(2015, 7, 14), [("ایران", "iran")]),
    ("ar", "قال نائب وزير الخارجية الإيراني", date(2015, 7, 14), []),
    ("ar", "قال وزير الخارجية الإيراني السابق", date(2015, 7, 14), []),
    ("en", "The Iranian foreign minister left.", date(1950, 1, 1), []),
    ("en", "The Iranian foreign minister Bob Sandwell left.", date(2015, 7, 14), []),
    ("en", "The supreme leader of the Taliban left.", date(2015, 7, 14), [("Taliban", "taliban")]),
    ("en", "The president said no.", date(2015, 7, 14), []),
    ("fa", "رئیس‌جمهور گفت.", date(2015, 7, 14), []),
]


@pytest.mark.parametrize(("language", "text", "day", "expected"), ALONE)
def test_a_title_of_nobody_sure_is_left_alone(language: str, text: str, day: date | None, expected: list[Row]) -> None:
    assert named(text, language, day) == expected


def persons(text: str, language: str, day: date | None = None) -> list[str]:
    mentions = find_actors({"text": text}, language, load_gazetteer(), (day, day) if day else None)
    return [mention.surface for mention in mentions if mention.kind == "person"]


BOUND = [
    ("fa", "عباس عراقچی، وزیر خارجه ایران، آمد. وزیر خارجه ایران گفت", ["عباس عراقچی", "وزیر خارجه"]),
    ("fa", "وزیر خارجه ایران، عباس عراقچی آمد. وزیر خارجه گفت", ["عباس عراقچی", "وزیر خارجه"]),
    ("fa", "وزیر خارجه ایران، عباس عراقچی آمد. وزیر خارجه این کشور گفت", ["عباس عراقچی"]),
    (
        "fa",
        "عباس عراقچی وزیر خارجه ایران و سرگئی لاوروف وزیر خارجه روسیه. وزیر خارجه گفت",
        ["عباس عراقچی", "سرگئی لاوروف"],
    ),
    ("ar", "وصل وزير الخارجية الإيراني عباس عراقجي. وقال وزير الخارجية إن", ["عباس عراقجي", "وزير الخارجية"]),
    ("ar", "وصل وزير الخارجية الإيراني عباس عراقجي. وقال وزير الخارجية الكندي إن", ["عباس عراقجي"]),
    ("ar", "قال الرئيس السوري أحمد الشرع. وأضاف الرئيس أن", ["أحمد الشرع", "الرئيس"]),
    ("en", "Foreign Minister Abbas Araghchi came. The foreign minister left.", ["Abbas Araghchi", "foreign minister"]),
    (
        "en",
        "Abbas Araghchi, the Iranian foreign minister, came. The foreign minister left.",
        ["Abbas Araghchi", "foreign minister"],
    ),
    ("en", "Foreign Minister Abbas Araghchi came. The foreign minister of Narnia left.", ["Abbas Araghchi"]),
    (
        "en",
        "President Donald Trump met President Vladimir Putin. The president left.",
        ["Donald Trump", "Vladimir Putin"],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), BOUND)
def test_a_title_beside_a_name_is_that_persons_for_the_document(language: str, text: str, expected: list[str]) -> None:
    assert persons(text, language) == expected


def test_what_the_document_says_beats_the_table() -> None:
    text = "عباس عراقچی، وزیر خارجه ایران آمد. وزیر خارجه ایران گفت"
    assert named(text, "fa", date(2015, 7, 14))[-2:] == [("وزیر خارجه", "abbas-araghchi"), ("ایران", "iran")]


def test_a_period_that_two_held_the_office_in_is_nobodys() -> None:
    offices = Offices(
        {"x": [Term("a", date(2000, 1, 1), date(2000, 6, 1)), Term("b", date(2000, 6, 3), date(2001, 1, 1))]}
    )
    assert offices.holder("x", (date(2000, 3, 1), date(2000, 4, 1))) == "a"
    assert offices.holder("x", (date(2000, 3, 1), date(2000, 7, 1))) is None
    assert offices.holder("x", (date(2000, 6, 2), date(2000, 6, 2))) is None
    assert offices.holder("x", None) is None


METONYMS = [
    ("en", "Talks between Tehran and Washington failed.", ["iran", "united-states"]),
    ("en", "Moscow denied the report.", ["russia"]),
    ("en", "Ankara has repeatedly warned Greece.", ["turkey", "greece"]),
    ("en", "He lives in Moscow.", ["moscow"]),
    ("en", "Protesters in Tehran and Shiraz marched.", ["tehran", "shiraz"]),
    ("en", "They flew from Paris to London.", ["paris", "london"]),
    ("fa", "روابط تهران و مسکو گسترش یافت.", ["iran", "russia"]),
    ("fa", "تهران این اتهام را رد کرد.", ["iran"]),
    ("fa", "در تهران باران آمد.", ["tehran"]),
    ("fa", "مردم تهران گفتند", ["tehran"]),
    ("ar", "المفاوضات بين طهران وواشنطن مستمرة", ["iran", "united-states"]),
    ("ar", "اتهمت دمشق إسرائيل", ["syria", "israel"]),
    ("ar", "وصل إلى دمشق أمس", ["damascus"]),
    ("ar", "في بغداد والبصرة", ["baghdad", "basra"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), METONYMS)
def test_a_capital_is_a_government_where_its_sentence_says_so(language: str, text: str, expected: list[str]) -> None:
    assert [actor for _, actor in named(text, language)] == expected
