"""What belongs to a personal name: family names with their particles and articles, and the spellings they share."""

from __future__ import annotations

from lib.enrich.actors.passage import Passage
from lib.enrich.actors.words import name_words, word_set

_PARTICLES = word_set("بن ابن ابو ابا بنت ال ام bin ibn ben abu bint al el van von der de da di del la le dos")
_NOT_FAMILY = word_set(
    "دوم سوم اول چهارم پنجم الثانی الثالث الاول الرابع الخامس ii iii iv v vi jr junior الابن پسر "
    "الله الدین دین علی محمد احمد حسن حسین ali mohammad ahmad hassan hussein"
)
SHORTEST = 3


def surnames(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The ways to name a person by family name only: «بن سلمان», «البوسعیدی», «بوسعیدی»; none for a single word."""
    if len(words) < 2 or words[-1] in _NOT_FAMILY or len(words[-1]) < SHORTEST:
        return ()
    last = words[-1]
    if len(words) > 2 and words[-2] in _PARTICLES:
        forms = [(words[-2], last), (words[-2] + last,)]
        if words[-2] in ("al", "el", "ال"):
            forms.append((last,))
        return tuple(forms)
    forms = [(last,)]
    if last.startswith("ال") and len(last) > 4:
        forms.append((last[2:],))
    elif "\u0600" <= last[0] <= "\u06ff" and not last.startswith("ا"):
        forms.append(("ال" + last,))
    return tuple(forms)


def with_and_without_article(name: str) -> tuple[str, ...]:
    """Spellings of a personal name with the family name's article on or off: «بدر البوسعیدی», «بدر بوسعیدی»."""
    words = name.split()
    if len(words) < 2 or not name_words(words[-1]):
        return (name,)
    last = words[-1]
    if last.startswith("ال") and len(last) > 4 and last not in ("الله", "الدین", "الدين"):
        return (name, " ".join([*words[:-1], last[2:]]))
    return (name,)


def bears_other_name(passage: Passage, first: int, given: frozenset[str] | set[str]) -> bool:
    """Whether the word before is somebody's given name, so that this family name is not free-standing."""
    return passage.follows(first) and passage.keys[first - 1] in given
