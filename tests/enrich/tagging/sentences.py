"""Sentences written for these tests, about people who do not exist: enough to learn what a title means."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

from lib.enrich.tagging.labelled import Labelled

GIVEN = (
    *("کامیار", "نوشین", "پرهام", "شهرزاد", "ماهان", "گلناز", "بردیا", "مهتاب", "آرمین", "پونه", "سیاوش", "لادن"),
    *("تورج", "افسانه", "هومن", "ژاله", "کیوان", "رویا"),
)
FAMILY = (
    *("صبوران", "دلارام", "کیهانفر", "آذرگون", "نیکاندیش", "مهرگان", "سپهرداد", "بلورین", "کوشان", "رازیانه"),
    *("فیروزان", "تندیس", "هامون", "یاقوتی", "چکاوک", "گندمزار", "ویستا", "پژواک"),
)
FRAMES: tuple[tuple[str, str], ...] = (
    ("دکتر {} امروز به خانه برگشت.", "person"),
    ("به گفته دکتر {} باران می‌بارد.", "person"),
    ("شرکت {} کارخانه تازه‌ای ساخت.", "organisation"),
    ("مردم شهر {} جشن گرفتند.", "place"),
)
PLAIN = ("امروز باران بارید و هوا خنک شد.", "دکتر به خانه برگشت.", "مردم جشن گرفتند و شرکت کردند.")


def labelled() -> list[Labelled]:
    """Every frame with every name; places and companies bear the family names."""
    found = [Labelled("fa", text, ()) for text in PLAIN]
    for (frame, kind), (number, family) in product(FRAMES, enumerate(FAMILY)):
        name = f"{GIVEN[number]} {family}" if kind == "person" else family
        start = frame.index("{")
        found.append(Labelled("fa", frame.format(name), ((start, start + len(name), kind),)))
    return list(dict.fromkeys(found))


def write(path: Path) -> Path:
    """The same as a file of JSON Lines."""
    rows = [{"language": item.language, "text": item.text, "spans": item.spans} for item in labelled()]
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return path
