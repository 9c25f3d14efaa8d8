"""Articles made by rule for measuring: as long as news, in three languages, with names, dates, copies and captions."""

from __future__ import annotations

import random
from pathlib import Path

SENTENCES = {
    "fa": (
        "وزیر خارجه {a} در نشست خبری {d} گفت که گفتگوها با {b} ادامه خواهد یافت.",
        "به گزارش خبرگزاری‌ها، {a} و {b} درباره {w} {w} و {w} {w} به توافق نرسیدند.",
        "کارشناسان می‌گویند {w} {w} {w} در هفته‌های {w} بر {w} {w} اثر می‌گذارد و {w} نیز روشن نیست.",
        "سخنگوی {b} افزود که {n} نفر {w} در {w} {w} شرکت کردند و {w} به {d} موکول شد.",
    ),
    "ar": (
        "قال وزير خارجية {a} في مؤتمر صحفي يوم {d} إن المحادثات مع {b} مستمرة.",
        "وأفادت وكالات الأنباء بأن {a} و{b} لم يتوصلا إلى اتفاق {w} بشأن {w} {w} و{w}.",
        "ويرى خبراء أن {w} {w} سيؤثر {w} في الأسابيع {w} على {w} {w} وأن {w} غير واضح بعد.",
        "وأضاف المتحدث باسم {b} أن {n} شخصا {w} شاركوا في {w} {w} وتأجل {w} إلى {d}.",
    ),
    "en": (
        "The foreign minister of {a} told reporters on {d} that talks with {b} would go on.",
        "News agencies reported that {a} and {b} had not agreed {w} on {w} {w} and {w}.",
        "Analysts say {w} {w} will {w} weigh on {w} {w} in the {w} weeks, while {w} remains unclear.",
        "A spokesman for {b} added that {n} people {w} took part in {w} {w}, and {w} was put off until {d}.",
    ),
}
NAMES = {
    "fa": ("ایران", "مریم رجوی", "دونالد ترامپ", "سازمان ملل", "عربستان", "فرانسه", "بدر البوسعیدی"),
    "ar": ("إيران", "مريم رجوي", "دونالد ترامب", "الأمم المتحدة", "السعودية", "فرنسا", "بدر البوسعيدي"),
    "en": ("Iran", "Maryam Rajavi", "Donald Trump", "the United Nations", "Saudi Arabia", "France", "Badr Albusaidi"),
}
DAYS = {
    "fa": ("۱۵ تیر ۱۳۹۹", "دوشنبه", "۳ مرداد"),
    "ar": ("17 يوليو 2020", "الاثنين", "3 مايو"),
    "en": ("3 May 2020", "Monday", "17 July"),
}
LETTERS = {"fa": "ابپتجچخدرزسشغفقکگلمنوهی", "ar": "ابتثجحخدرزسشصضطعغفقكلمنهوي", "en": "abcdefghiklmnoprstuvw"}
# Every so many articles one is a copy of an earlier one with something added.
_COPY = 20


def article(number: int) -> str:
    """A page with a headline and some 1,800 bytes of body; the same number always gives the same page."""
    copy = number % _COPY == _COPY - 1
    chance = random.Random(number - _COPY + 1 if copy else number)
    language = chance.choice(("fa", "fa", "ar", "ar", "en"))
    sentences = [_sentence(chance, language) for _ in range(10 if language == "en" else 8)]
    paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    added = [_sentence(random.Random(number), language)] if copy else []
    return "\n\n".join([_sentence(chance, language).rstrip("."), *paragraphs, *added]) + "\n"


def _sentence(chance: random.Random, language: str) -> str:
    pattern = chance.choice(SENTENCES[language])
    while "{" in pattern:
        for mark, pick in (("{a}", NAMES), ("{b}", NAMES), ("{d}", DAYS)):
            pattern = pattern.replace(mark, chance.choice(pick[language]), 1)
        word = "".join(chance.choices(LETTERS[language], k=chance.randrange(3, 8)))
        pattern = pattern.replace("{w}", word, 1).replace("{n}", str(chance.randrange(10, 5000)), 1)
    return pattern


def write(folder: Path, count: int) -> int:
    """Writes so many files, a thousand to a folder; gives their size in bytes."""
    size = 0
    for number in range(count):
        inner = folder / f"{number // 1000:04d}"
        inner.mkdir(parents=True, exist_ok=True)
        size += (inner / f"{number:07d}.txt").write_bytes(article(number).encode())
    return size


def change(folder: Path, count: int) -> None:
    """Changes, adds and deletes files: 200, 50 and 30 of a hundred thousand, and as many of a smaller number."""
    files = sorted(folder.rglob("*.txt"))
    chance = random.Random(1)
    picked = chance.sample(files, min(230, len(files) // 2))
    for number, path in enumerate(picked[: len(picked) * 20 // 23]):
        path.write_text(article(count + number), "utf-8")
    for path in picked[len(picked) * 20 // 23 :]:
        path.unlink()
    for number in range(min(50, count // 10)):
        (files[0].parent / f"new-{number}.txt").write_text(article(2 * count + number), "utf-8")
