"""Small corpora made by hand, for tests of everything that reads one: no reader and no recogniser takes part.

Each function writes a generation below `folder` (a fresh folder each time) and returns the open corpus.
"""

from __future__ import annotations

import tempfile
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from lib.enrich.duplicates import Repeat
from lib.model import Actor, Article, DateMention, Estimate, Mention, Part, Problem, Published, Removed, Role
from lib.store.corpus import Corpus
from lib.store.document import part_texts
from lib.store.generation import lease, publish, temporary, write_lock
from lib.store.rows import Enriched
from lib.store.writer import Writer
from lib.text.tokens import tokens

ACTORS = {
    actor.key: actor
    for actor in (
        Actor(
            "maryam-rajavi",
            "person",
            {"en": "Maryam Rajavi", "fa": "مریم رجوی", "ar": "مريم رجوي"},
            ("رجوی", "رجوي"),
        ),
        Actor("donald-trump", "person", {"en": "Donald Trump", "fa": "دونالد ترامپ", "ar": "دونالد ترامب"}, ("ترامپ",)),
        Actor("badr-albusaidi", "person", {"fa": "بدر البوسعيدی", "ar": "بدر البوسعيدي", "en": "Badr Albusaidi"}),
        Actor("iran", "state", {"en": "Iran", "fa": "ایران", "ar": "إيران", "ur": "ایران", "he": "איראן"}, (), "Q794"),
        Actor("united-nations", "organisation", {"en": "United Nations", "fa": "سازمان ملل", "ar": "الأمم المتحدة"}),
        Actor("tehran", "place", {"en": "Tehran", "fa": "تهران", "ar": "طهران"}),
        Actor("irna", "organisation", {"en": "IRNA", "fa": "ایرنا", "ar": "إرنا"}),
        Actor("ana-found", "person", {"en": "Ana Found"}, (), None, "found"),
    )
}

# (actor, surface, role): every place where the surface stands becomes a mention.
Names = Sequence[tuple[str, str, Role]]


def _published(day: str | None) -> Published:
    if day is None:
        return Published()
    if len(day) == 4:
        return Published(date(int(day), 1, 1), date(int(day), 12, 31), "year", "metadata")
    if len(day) == 7:
        first = date.fromisoformat(day + "-01")
        after = (first + timedelta(days=31)).replace(day=1)
        return Published(first, after - timedelta(days=1), "month", "metadata")
    return Published(date.fromisoformat(day), date.fromisoformat(day), "day", "metadata")


def enriched(article: Article, names: Names = (), dates: Sequence[DateMention] = ()) -> Enriched:
    """The article with its names found by plain search and simple counts."""
    mentions: list[Mention] = []
    for part, text in part_texts(article.title, article.text, article.captions).items():
        mentions += _places(part, text, names)
    mentions.sort(key=lambda m: ("title text caption".index(m.part), m.start))
    text = article.text
    scripts = Counter(unicodedata.name(c, "OTHER").split()[0].capitalize() for c in text if c.isalpha())
    counts = {
        "words": sum(1 for _ in tokens(text)),
        "characters": len(text),
        "sentences": text.count(".") + text.count("؟") + text.count("۔"),
        "paragraphs": len([part for part in text.split("\n\n") if part.strip()]),
        "captions": len(article.captions),
        "removed_characters": sum(r.end - r.start for r in article.removed),
        "digits_ascii": sum(c in "0123456789" for c in text),
        "digits_arabic": sum("\u0660" <= c <= "\u0669" for c in text),
        "digits_extended": sum("\u06f0" <= c <= "\u06f9" for c in text),
    }
    return Enriched(article, mentions, dates, counts, scripts)


def _places(part: Part, text: str, names: Names) -> list[Mention]:
    found: list[Mention] = []
    for actor, surface, role in names:
        at = text.find(surface)
        while at >= 0:
            kind = ACTORS[actor].kind
            found.append(Mention(part, at, at + len(surface), surface, actor, kind, role, "list"))
            at = text.find(surface, at + 1)
    return found


def spoken(text: str, surface: str, since: str | None, until: str | None = None) -> DateMention:
    """A date that `text` speaks of in the words `surface`; a day, or a range where `until` differs."""
    at = text.index(surface)
    first = date.fromisoformat(since) if since else None
    last = date.fromisoformat(until) if until else first
    precision = "unknown" if first is None else "day" if first == last else "range"
    calendar = "jalali" if any("\u06f0" <= c <= "\u06f9" for c in surface) else "gregorian"
    basis = "unresolved" if first is None else "explicit"
    return DateMention("text", at, at + len(surface), surface, first, last, precision, calendar, basis)


def corpus(
    folder: Path,
    articles: Sequence[Enriched],
    problems: Sequence[Problem] = (),
    duplicates: dict[int, str] | None = None,
) -> Corpus:
    """Writes these articles as a generation and opens it."""
    place = Path(tempfile.mkdtemp(prefix="corpus-", dir=folder))
    with write_lock(place):
        written = temporary(place)
        writer = Writer(written)
        for first in range(0, len(articles), 500):
            writer.add(articles[first : first + 500])
        numbers = {each.article.id: number for number, each in enumerate(articles)}
        writer.set_repeats(Repeat(rid, numbers[id], 1.0) for rid, id in (duplicates or {}).items())
        writer.add_actors(list(ACTORS.values()))
        writer.add_problems(problems, [("README.md", "readme")])
        manifest = {
            "name": "made-by-hand",
            "kind": "folder",
            "built": "2026-01-02T03:04:05+00:00",
            "source": "made-by-hand",
            "articles": len(articles),
            **writer.finish(),
        }
        publish(place, written, manifest)
    opened = lease(place)
    assert opened is not None
    return Corpus(*opened)


def tiny(folder: Path) -> Corpus:
    """Ten articles in five languages, 2020-01 to 2020-07: dated to the day, month and year, undated, and one repeat.

    a1 a2 a3 fa, a4 a5 ar, a6 a7 en, a8 ur, a9 he, a10 fa (repeats a1). Outlets: Ham, Sharq, Times, none.
    """
    return corpus(
        folder,
        _tiny(),
        [Problem("bad.csv", "row 17", "no text column", kept=True), Problem("zeros.bin", "", "not text", kept=False)],
        {9: "a1"},
    )


def _tiny() -> list[Enriched]:
    t1 = "مریم رجوی در تهران گفت ایران در ۱۵ تیر ۱۳۹۹ تغییر می‌کند. ایرنا این را گزارش داد."
    t2 = "ترامپ درباره ایران با سازمان ملل گفتگو کرد. رجوی پاسخ داد.\n\nاین دومین بند است."
    t3 = "در این نوشته نامی نیست."
    t4 = "قالت مريم رجوي يوم 17 يوليو 2020 إن إيران ستتغير. وأكد بدر البوسعيدي ذلك."
    t5 = "اجتمعت الأمم المتحدة في طهران وقال ترامب إن الاتفاق قريب."
    t6 = "Donald Trump spoke about Iran on 3 January 2020. Maryam Rajavi answered from Tehran."
    t7 = "The United Nations met in May 2020 about Iran. IRNA reported it first."
    t8 = "ایران کے بارے میں نئی خبر ہے۔ تہران میں اجلاس ہوا۔"
    t9 = "ידיעה חדשה על איראן. הפגישה התקיימה בטהרן."
    rajavi: Names = [("maryam-rajavi", "مریم رجوی", "actor"), ("iran", "ایران", "actor"), ("tehran", "تهران", "actor")]
    removed = (Removed(0, 12, "caption"), Removed(90, 92, "marker"))
    first = Article(
        "a1", "fa.txt", t1, (12, 12 + len(t1)), "مریم رجوی در تهران", "fa", "Ham", "ن. نویسنده", "https://example.org/a1",
        _published("2020-07-06"), "سیاست", ("تصویر مریم رجوی",), removed, "«تصویر»\n" + t1,
    )  # fmt: skip
    rows: list[tuple[Article, Names, list[DateMention]]] = [
        (first, [*rajavi, ("irna", "ایرنا", "cited source")], [spoken(t1, "۱۵ تیر ۱۳۹۹", "2020-07-05")]),
        (
            Article("a2", "fa.txt", t2, None, "گفتگوی ترامپ", "fa", "Ham", published=_published("2020-07-06")),
            [("donald-trump", "ترامپ", "actor"), ("iran", "ایران", "actor"), ("maryam-rajavi", "رجوی", "actor"),
             ("united-nations", "سازمان ملل", "actor")],
            [],
        ),
        (Article("a3", "fa.txt", t3, None, None, "fa", None), [], []),
        (
            Article("a4", "ar.txt", t4, None, "مريم رجوي وإيران", "ar", "Sharq", published=_published("2020-07-17")),
            [("maryam-rajavi", "مريم رجوي", "actor"), ("iran", "إيران", "actor"),
             ("badr-albusaidi", "بدر البوسعيدي", "actor")],
            [spoken(t4, "17 يوليو 2020", "2020-07-17")],
        ),
        (
            Article("a5", "ar.txt", t5, None, "الاتفاق قريب", "ar", "Sharq", published=_published("2020-06")),
            [("united-nations", "الأمم المتحدة", "actor"), ("tehran", "طهران", "actor"),
             ("donald-trump", "ترامب", "actor")],
            [],
        ),
        (
            Article("a6", "en.jsonl", t6, None, "Trump on Iran", "en", "Times", published=_published("2020-01-03")),
            [("donald-trump", "Donald Trump", "actor"), ("iran", "Iran", "actor"),
             ("maryam-rajavi", "Maryam Rajavi", "actor"), ("tehran", "Tehran", "actor")],
            [spoken(t6, "3 January 2020", "2020-01-03")],
        ),
        (
            Article("a7", "en.jsonl", t7, None, "A meeting", "en", "Times", published=_published("2020")),
            [("united-nations", "United Nations", "actor"), ("iran", "Iran", "actor"),
             ("irna", "IRNA", "cited source")],
            [spoken(t7, "May 2020", "2020-05-01", "2020-05-31")],
        ),
        (
            Article("a8", "ur.txt", t8, None, "نئی خبر", "ur", published=_published("2020-03-01")),
            [("iran", "ایران", "actor")],
            [],
        ),
        (
            Article("a9", "he.txt", t9, None, "ידיעה חדשה", "he", published=_published("2020-03-08")),
            [("iran", "איראן", "actor")],
            [],
        ),
        (replace(first, id="a10", source="fa-2.txt", outlet=None), rajavi, [spoken(t1, "۱۵ تیر ۱۳۹۹", "2020-07-05")]),
    ]  # fmt: skip
    return [enriched(article, names, dates) for article, names, dates in rows]


def empty(folder: Path) -> Corpus:
    """No article, one problem."""
    return corpus(folder, [], [Problem("zeros.bin", "", "not text", kept=False)])


def one(folder: Path) -> Corpus:
    """One Persian article of one day, with one actor and one date."""
    return corpus(folder, _tiny()[:1])


def undated(folder: Path) -> Corpus:
    """Three articles without a date of publication; two of them speak of dates in 2020."""
    articles = [_tiny()[index] for index in (0, 2, 3)]
    return corpus(folder, [replace(each, article=replace(each.article, published=Published())) for each in articles])


def estimated(folder: Path) -> Corpus:
    """The undated articles, two of them with an estimate: one day, and a week that lies in two months."""
    day = Estimate(date(2020, 7, 5), date(2020, 7, 5), 0.9, "dateline")
    week = Estimate(date(2020, 7, 28), date(2020, 8, 3), 0.3, "text")
    articles = [_tiny()[index] for index in (0, 2, 3)]
    bare = [replace(each, article=replace(each.article, published=Published())) for each in articles]
    return corpus(folder, [replace(bare[0], estimate=day), replace(bare[1], estimate=week), bare[2]])


HOSTILE = (
    "<script>alert(1)</script>",
    "**bold** [link](javascript:alert(1)) :red[x] `code` # h $\\frac{1}{2}$ <b>&amp;</b>",
    '=HYPERLINK("http://x")',
    "\u202egnp.exe\u202c \u2066isolated \u200fmark \u061c",
    "'; DROP TABLE articles; -- \" OR 1=1 NEAR/2 *",
    "nul\x00bell\x07tab\there",
    "\U0001d573\U0001d58a\U0001d591\U0001d591\U0001d594 e\u0301 \ufdfa \u0660\u06f1 \U0001f1ee\U0001f1f7",
)


def hostile(folder: Path) -> Corpus:
    """An article for each of HOSTILE, which stands in its title, text, outlet, section, author, link and caption."""
    day = _published("2020-02-02")
    articles = [
        Article(f"h{n}&x={n}/../?#", f"dir {n}/<b>.txt", f"{bad}\n\nIran {bad}", None, bad, "en", bad, bad,
                "javascript:alert(1)", day, bad, (bad,), (), f"raw {bad}")
        for n, bad in enumerate(HOSTILE)
    ]  # fmt: skip
    return corpus(folder, [enriched(each, [("iran", "Iran", "actor")]) for each in articles])


def many(folder: Path, n: int = 300) -> Corpus:
    """`n` short articles over three years in three languages, five outlets and seven actors, all by rule."""
    keys = list(ACTORS)
    articles = []
    for i in range(n):
        language = ("fa", "ar", "en")[i % 3]
        named = [keys[i % 7], keys[(i // 2) % 7]]
        names = [ACTORS[key].names.get(language, ACTORS[key].names["en"]) for key in named]
        text = f"{names[0]} {names[1]} number{i % 11}."
        day = None if i % 13 == 0 else (date(2018, 1, 1) + timedelta(days=(i * 37) % 1095)).isoformat()
        article = Article(
            f"m{i}",
            f"{language}.txt",
            text,
            None,
            f"{names[0]} {i}",
            language,
            f"Outlet {i % 5}",
            published=_published(day),
        )
        places: Names = [(key, name, "actor") for key, name in dict(zip(named, names, strict=True)).items()]
        articles.append(enriched(article, places))
    return corpus(folder, articles)
