"""Agencies and papers that are only quoted: «به گزارش رویترز», «نقلت رويترز», "told Reuters", "(dpa)".

A newspaper that is named because it reports is no actor of the news; one that is raided or banned is.
"""

from __future__ import annotations

import re

from lib.enrich.actors.passage import Passage

_BEFORE = re.compile(
    r" (?:به گزارش|به نقل از|بنقل از|به نوشته|به گفته|بر اساس گزارش|گزارش|گفت ?و ?گو با|گفتگو با|مصاحبه با|به"
    r"|نقلا عن|نقل عن|نقلت عن|نقلت|عن|وفقا ل|وفق|حسب|بحسب|وبحسب|ذکرت|وذکرت|افادت|وافادت|قالت|وقالت|اوردت|نشرت"
    r"|کشفت|اعلنت|ابلغ|لـ|ل|الی|مقابله مع|حوار مع|حدیث الی|تصریح ل|تصریحات ل|فی تصریحات ل"
    r"|according to|told|reported by|quoted by|cited by|interview with|speaking to|said to|a report by|via|source)"
    r"(?: (?:خبرگزاری|روزنامه|شبکه|وبسایت|وب سایت|سایت|پایگاه|خبری|تلویزیون|رادیو|هفته نامه|مجله|خبرنگار"
    r"|وکاله|لوکاله|صحیفه|لصحیفه|قناه|لقناه|موقع|لموقع|مجله|شبکه|لشبکه|انباء|الانباء|للانباء|تلفزیون|اذاعه|عن|ما"
    r"|the|news agency|newspaper|daily|state|official|semi official|semiofficial|agency|tv|television))*$"
)
_AFTER = re.compile(
    r"^(?:(?:news agency|newspaper|daily|tv|news|للانباء|الاخباریه|الاخباری|الامریکیه|البریطانیه|الالمانیه|الفرنسیه"
    r"|الایرانیه|الرسمیه|نیز|هم|در گزارشی|از قول) )*"
    r"(?:reported|reports|said|says|quoted|cited|wrote|writes|has reported|گزارش داد|گزارش کرد|گزارش داده|گزارش میدهد"
    r"|نوشت|نوشته|خبر داد|اعلام کرد|به نقل از|از قول|عن|ان|نقلا|قالت|ذکرت|افادت|مینویسد)\b"
)
_WORDS = 5


def quoted(passage: Passage, first: int, after: int) -> bool:
    """Whether the agency named by the words first:after is only a source here."""
    text = passage.text
    start, end = passage.starts[first], passage.ends[after - 1]
    if _in_brackets(text, start, end):
        return True
    before = " ".join(passage.keys[max(0, first - _WORDS) : first])
    if _same_line(text, passage.ends[first - 1] if first else 0, start) and _BEFORE.search(" " + before):
        return True
    if text[start] == "ل" and passage.language != "fa":
        return True
    following = " ".join(passage.keys[after : after + _WORDS])
    return passage.follows(after) and _AFTER.match(following) is not None


def _same_line(text: str, start: int, end: int) -> bool:
    return "\n" not in text[start:end]


def _in_brackets(text: str, start: int, end: int) -> bool:
    """A credit or dateline: "(Reuters)", «(آسوشیتدپرس)», "(dpa) -"."""
    return text[:start].rstrip()[-1:] in ("(", "[") and text[end:].lstrip()[:1] in (")", "]")
