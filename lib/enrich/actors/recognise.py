"""People on no list, where the text itself says that a name is a person: "President X", «X، وزیر خارجه», «السيد X».

Precision comes first: without a title before or an office behind, a name on no list is left alone, unless a trained
tagger (see `tagger`) is there and sure of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Set
from dataclasses import dataclass

from lib.enrich.actors.names import FAMILY_ENDINGS, PARTICLES, TITLES
from lib.enrich.actors.passage import Passage
from lib.enrich.actors.proclitics import PEELING
from lib.enrich.actors.tagger import SURE, Tagger
from lib.enrich.actors.words import word_set
from lib.model import Kind

_OFFICES = word_set(
    "رئیس رییس رئیس‌جمهور رئیس‌جمهوری رییس‌جمهور وزیر معاون مدیرکل مدیرعامل مدیر سخنگوی سخنگو نماینده دبیر دبیرکل فرمانده "
    "استاندار فرماندار شهردار سفیر نخست‌وزیر عضو کارشناس تحلیلگر استاد وکیل روزنامه‌نگار خبرنگار سرمربی مشاور "
    "فرستاده دادستان رئيس وزير نائب مدير المتحدث الناطق أمين الأمين سفير قائد عضو مستشار مبعوث "
    "المبعوث محافظ ممثل السفير القيادي "
    "president minister chairman chairwoman head chief director spokesman spokeswoman spokesperson commander governor "
    "ambassador envoy secretary deputy leader professor analyst lawyer journalist member senator mayor adviser"
)
_HONORIFICS = TITLES - word_set(
    "امام حاج شاه ملک ملکه امیر سلطان شیخ کاپیتان آیت حجت الاسلام والمسلمین الله آية القائد المرجع الفريق الإمام الملك "
    "السلطان الأمير الملا الوزير الرئيس البابا الحاج المستشار crown custodian secretary minister king queen prince imam"
)
_ARTICLES = frozenset(("a", "an", "the", "former", "iran", "us"))
_MARKS = re.compile(r"\s*[\"»”]?\s*[,،؛]\s*|\s*[\"»”]\s*")
_LONGEST = 4
_SURE = 0.5
_SURER = 0.75


@dataclass(frozen=True, slots=True)
class Person:
    """A name found: its first word and the one after its last; `start` where it begins, if a tagger found it.

    `longer`: it may be read instead of places of the list that are only words of it.
    """

    first: int
    after: int
    kind: Kind = "person"
    start: int | None = None
    longer: bool = False


@dataclass(frozen=True, slots=True)
class Lore:
    """What is known of names: given names, and words that are never part of a name."""

    given: Set[str]
    common: Set[str]


def people(passage: Passage, taken: Set[int], lore: Lore) -> list[Person]:
    """People introduced by a title or an office, outside the words already taken."""
    found: list[Person] = []
    free = 0
    for index, key in enumerate(passage.keys):
        if index < free or index in taken:
            continue
        person = None
        if key in _HONORIFICS and passage.follows(index + 1):
            person = _named(passage, index + 1, taken, lore)
        elif key in lore.given:
            person = _with_office(passage, index, taken, lore)
        if person is not None:
            found.append(person)
            free = person.after
    return found


def tagged(passage: Passage, tagger: Tagger) -> list[Person]:
    """What a trained tagger is sure of."""
    found: list[Person] = []
    for span in tagger(passage.text, passage.language):
        first, after = bisect_right(passage.ends, span.start), bisect_left(passage.starts, span.end)
        if first < after and span.confidence >= SURE.get(span.kind, _SURE):
            longer = span.confidence >= _SURER and span.kind != "place"
            found.append(Person(first, after, span.kind, max(span.start, passage.starts[first]), longer))
    return found


def _named(passage: Passage, first: int, taken: Set[int], lore: Lore) -> Person | None:
    """The name that begins right after a title: in Latin letters by capitals, else by a known given name."""
    if passage.keys[first] in TITLES or first in taken:
        return None
    if _latin(passage, first):
        after = first
        while after < first + _LONGEST and _continues(passage, first, after, taken) and _capital(passage, after):
            after += 1
        return (
            Person(first, after) if 2 <= after - first < _LONGEST and passage.keys[first] not in lore.common else None
        )
    if passage.keys[first] not in lore.given or passage.keys[first] in lore.common:
        return None
    after = first + 1
    while after - first < _LONGEST and _continues(passage, first, after, taken):
        key = passage.keys[after]
        if key in lore.common or key in _OFFICES:
            break
        after += 1
        glued = passage.keys[after - 2] in ("عبد", "ابو", "ابی")
        if key not in lore.given and key not in PARTICLES and not glued and not _ending(passage, after):
            break
    return Person(first, after) if after - first >= 2 and passage.keys[after - 1] not in PARTICLES else None


def _with_office(passage: Passage, first: int, taken: Set[int], lore: Lore) -> Person | None:
    """A name of two to four words that an office follows: «علی رضایی، سخنگوی …», "Jo Doe, head of …"."""
    if first in taken or passage.keys[first] in lore.common or passage.keys[first] not in lore.given:
        return None
    after = first + 1
    while after - first < _LONGEST and _continues(passage, first, after, taken):
        if passage.keys[after] in _OFFICES:
            break
        if passage.keys[after] in lore.common:
            return None
        if _latin(passage, first) and not _capital(passage, after):
            return None
        after += 1
    if after - first < 2 or after >= len(passage.keys):
        return None
    gap = passage.text[passage.ends[after - 1] : passage.starts[after]]
    office = after + 1 if passage.keys[after] in _ARTICLES and after + 1 < len(passage.keys) else after
    parted = bool(_MARKS.fullmatch(gap)) or (gap == " " and _apposed(passage, after))
    return Person(first, after) if parted and passage.keys[office] in _OFFICES else None


def _apposed(passage: Passage, office: int) -> bool:
    """Whether an office may follow a name without a comma: in Persian any, in Arabic one with the article."""
    key = passage.keys[office]
    return not _latin(passage, office) and (passage.language not in PEELING or key.startswith("ال"))


def _continues(passage: Passage, first: int, after: int, taken: Set[int]) -> bool:
    if after >= len(passage.keys) or after in taken or not passage.keys[after].replace("'", "").isalpha():
        return False
    return after == first or (passage.follows(after) and passage.ends[after - 1] != passage.starts[after])


def _ending(passage: Passage, after: int) -> bool:
    return passage.follows(after) and passage.keys[after] in FAMILY_ENDINGS


def _latin(passage: Passage, index: int) -> bool:
    return passage.keys[index][0] < "\u0250"


def _capital(passage: Passage, index: int) -> bool:
    start = passage.starts[index]
    surface = passage.text[start : passage.ends[index]]
    return surface[0].isupper() and not surface.isupper()
