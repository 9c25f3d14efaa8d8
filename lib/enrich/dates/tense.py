"""Whether a sentence points forward where it names a day: Persian verbs close a clause, Arabic and English open it."""

from __future__ import annotations

import re

from lib.enrich.dates.tables import word_set
from lib.enrich.dates.words import END_OF_SENTENCE, Words

_REACH = 25
# Something was moved to the day: the verb is past, the day is not.
_MOVED = word_set("موکول تمدید تعویق تغییر تاجیل ارجاء موجل postponed delayed extended rescheduled moved")
_PRESENT = word_set(
    "شود شوند کند کنند کنیم گیرد گیرند رود روند اید ایند دهد دهند رسد رسند یابد یابند گردد گردند سازد پردازد "
    "نشیند باشد باشند گذارد گذارند بازد"
)
_PAST = word_set(
    "شد شدند کرد کردند کردیم گرفت گرفتند داد دادند گفت گفتند گفته رفت رفتند امد امدند بود بودند یافت یافتند "
    "رسید رسیدند زد زدند داشت داشتند شده کرده گرفته داده رفته امده بوده یافته رسیده نوشت نوشتند خواند افزود "
    "کشت کشته خورد نشست افتاد انداخت برد اورد گذشت ساخت پرداخت پیوست درگذشت شدهاست کردهاست"
)
_PERSIAN_VERB = re.compile("(?:ن?می|ب|ن)?(.+)")
_ARABIC_FUTURE = re.compile(
    "[وف]?(?:سوف|س(?:ی|ت|ن)(?!اس|ار|اق|اح|اد|طر|نم|نا|ول|د|ر|ف|س|بر|ین|ون|وکه|راتیج|وات|وی|غاف|جار|ابل)[^\\W\\d_]{3,})$"
)
_ARABIC_PLANNED = word_set(
    "سوف المقرر المزمع المتوقع المنتظر المرتقب یعتزم تعتزم ینوی تنوی لن مقرره مقرر مرتقب المرتقبه المقرره"
)
_ENGLISH_FUTURE = word_set("will would shall scheduled plans planned planning expected due upcoming set slated ahead")
_ENGLISH_SMALL = word_set("on late early the of a an this that his her its their")
_ENGLISH_PAST = word_set("said told was were had held met took came went began made wrote saw left won lost says")


def points_forward(words: Words, first: int, last: int) -> bool | None:
    """True where the sentence speaks of the future, False where of the past, None where nothing tells."""
    if any(word in _MOVED for word in words.text[max(0, first - 5) : last + 5]):
        return True
    if words.language in ("fa", "prs", "und"):
        return _persian(words, first, last)
    if words.language in ("ar", "arz"):
        return _arabic(words, first, last)
    if words.language == "en":
        return _english(words, first)
    return None


def _persian(words: Words, first: int, last: int) -> bool | None:
    """The first verb after the date decides; «قرار است» before it too."""
    if any(word in ("قرار", "قصد") for word in words.text[max(0, first - 8) : first]):
        return True
    for at in range(last + 1, min(last + 1 + _REACH, len(words.text))):
        if words.codes[at] in END_OF_SENTENCE:
            return None
        word = words.text[at]
        if word.startswith("خواه") and word != "خواهش":
            return True
        if word in _PAST:
            following = words.word(at + 1)
            return following.startswith("خواه") if word in ("شد", "کرد", "بود") else False
        match = _PERSIAN_VERB.fullmatch(word)
        if word in _PRESENT or (match and match.group(1) in _PRESENT and word not in ("بباشد",)):
            return True
        if match and word.startswith(("می", "نمی")) and match.group(1) in _PAST:
            return False
    return None


def _arabic(words: Words, first: int, last: int) -> bool | None:
    """A future verb before the date in its clause, or right after it."""
    for at in range(first - 1, max(-1, first - _REACH), -1):
        if words.codes[at] in END_OF_SENTENCE or words.codes[at] == ",":
            break
        if words.text[at] in _ARABIC_PLANNED or _ARABIC_FUTURE.match(words.text[at]):
            return True
    for at in range(last + 1, min(last + 4, len(words.text))):
        if words.codes[at] in END_OF_SENTENCE:
            break
        if words.text[at] in _ARABIC_PLANNED or _ARABIC_FUTURE.match(words.text[at]):
            return True
    return None


def _english(words: Words, first: int) -> bool | None:
    """The verb before the date: one in the past right before it, else any future one in the sentence."""
    at = first - 1
    while at >= 0 and words.text[at] in _ENGLISH_SMALL:
        at -= 1
    past = at >= 0 and (words.text[at] in _ENGLISH_PAST or (words.text[at].endswith("ed") and len(words.text[at]) > 4))
    if past and words.word(at - 1) != "be":  # "will be signed on"
        return words.text[at] in _ENGLISH_FUTURE
    for at in range(first - 1, max(-1, first - _REACH), -1):
        word = words.text[at]
        if words.codes[at] in END_OF_SENTENCE:
            return None
        if word in _ENGLISH_FUTURE:
            return True
        if word == "to" and words.word(at + 1) not in ("the", "a", "an") and not words.capital(at + 1):
            return True
        if word in _ENGLISH_PAST:
            return False
    return None
