"""Who is quoted with which words: quotation marks beside a verb of speaking whose speaker is named there.

Only what is certain counts: the speaker must be named in the sentence that brings the quotation, in the place that the
language has for it (English and Persian before the verb, Arabic after it), and no other voice may come between. "He
said" is nobody here, and two or three words in quotation marks are somebody's term, not a quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lib.enrich.actors.words import words_of
from lib.enrich.speech import (
    ACCORDING,
    AUX,
    COMPOUND,
    GOVERNED,
    NEGATED,
    NOT_TITLE,
    PASSIVE,
    SPEAKING,
    STATING,
)
from lib.model import Mention
from lib.text.languages import primary

LANGUAGES = ("fa", "ar", "en")
FEWEST_WORDS = 4
_MARKED = re.compile("«([^«»\n]{12,1200})»|\u201c([^\u201c\u201d\n]{12,1200})\u201d|\"([^\"\n]{12,1200})\"")
_END = re.compile("[!?\u061f\u06d4\u061b;\n\u2026]|[.](?=\\s|$)")
_SHORT = frozenset(["mr", "mrs", "ms", "dr", "gen", "sen", "rep", "lt", "col", "st", "gov", "prof", "u", "s"])
_NEAR, _FAR, _TITLE = 12, 10, 6  # words between verb and quotation, before the verb, and of a title
_COMMAS = ",\u060c"


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between the marks, `text[start:end]` of a part, and the actor who said them."""

    start: int
    end: int
    actor: str


def quotations(text: str, language: str, mentions: Sequence[Mention]) -> list[Quotation]:
    """The quotations in a part of an article, by the mentions of that part; none in a language that is not known."""
    code = primary(language)
    if code not in LANGUAGES or not mentions:
        return []
    found, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        here = [each for each in mentions if start <= each.start and each.end <= end]
        if here and any(mark in line for mark in "«\u201c\""):
            quoted = _Line(line, code, start, here).found()
            found += [Quotation(start + each.start, start + each.end, each.actor) for each in quoted]
        start = end + 1
    return found


@dataclass(frozen=True)
class _Name:
    """A mention by its words: the first, and the one after the last."""

    first: int
    after: int
    mention: Mention

    @property
    def person(self) -> bool:
        return self.mention.kind == "person"


@dataclass(frozen=True)
class _Line:
    """One line of text as words, with the names in it."""

    text: str
    language: str
    offset: int
    mentions: Sequence[Mention]

    @cached_property
    def words(self) -> tuple[list[str], list[int], list[int]]:
        return words_of(self.text, self.language)

    @cached_property
    def names(self) -> list[_Name]:
        _, starts, _ = self.words
        found = []
        for each in self.mentions:
            first = max(bisect_right(starts, each.start - self.offset) - 1, 0)
            after = bisect_left(starts, each.end - self.offset)
            found.append(_Name(first, max(after, first + 1), each))
        return sorted(found, key=lambda name: name.first)

    def found(self) -> Iterator[Quotation]:
        """The quotations of this line whose speaker is certain."""
        if self.text.count('"') % 2:
            return
        marked = [(match.start(), match.end()) for match in _MARKED.finditer(self.text)]
        starts = self.words[1]
        for at, (start, end) in enumerate(marked):
            first, after = bisect_left(starts, start), bisect_left(starts, end)
            if after - first < FEWEST_WORDS:
                continue
            floor = bisect_left(starts, marked[at - 1][1]) if at else 0
            following = marked[at + 1][0] if at + 1 < len(marked) else None
            speaker = self._before(first, floor) or self._behind(after, following)
            if speaker is not None:
                yield Quotation(start + 1, end - 1, speaker.mention.actor)

    def _gap(self, at: int) -> str:
        """What stands between the word before and the word at `at`."""
        _, starts, ends = self.words
        begin = ends[at - 1] if at else 0
        return self.text[begin : starts[at] if at < len(starts) else len(self.text)]

    def _ends(self, at: int) -> bool:
        """Whether a sentence ends before the word at `at`, or something quoted does."""
        gap = self._gap(at)
        if any(mark in gap for mark in "«»\u201c\u201d\""):
            return True
        found = _END.search(gap)
        return found is not None and not (found[0] == "." and at and self.words[0][at - 1] in _SHORT)

    def _apart(self, at: int) -> bool:
        """Whether no word of an English phrase goes on at `at`: in "said WFP Director X" it is not WFP that speaks."""
        return self.language != "en" or at == len(self.words[0]) or bool(re.search("[^\\w\\s]", self._gap(at)))

    def _begin(self, at: int, floor: int) -> int:
        """The first word of the sentence that the word at `at` stands in, not before `floor`."""
        while at > floor and not self._ends(at):
            at -= 1
        return at

    def _before(self, quote: int, floor: int) -> _Name | None:
        """The speaker where the words that bring the quotation stand before it."""
        if quote == 0:
            return None
        headline = self._colon(quote, floor)
        if headline:
            return headline
        if _END.search(re.split("[«\u201c\"]", self._gap(quote))[0]):
            return None
        least = max(floor, quote - _NEAR)
        for at in range(quote - 1, least - 1, -1):
            if at < quote - 1 and self._ends(at + 1):
                return None
            verb = self._verb(at)
            if verb:
                first, after = verb
                if after > quote or self._negated(first):
                    return None
                return self._subject(first, after, floor, quote)
        return None

    def _colon(self, quote: int, floor: int) -> _Name | None:
        """«ترامپ: «…»» and the like, at the beginning of a line."""
        if ":" not in re.split("[«\u201c\"]", self._gap(quote))[0]:
            return None
        return next(
            (n for n in self.names if n.after == quote and n.first <= 3 and floor == 0 and not self._governed(n)), None
        )

    def _verb(self, at: int) -> tuple[int, int] | None:
        """The verb of speaking that ends with the word at `at`: its first word and the one after its last."""
        keys = self.words[0]
        key, before = keys[at], keys[at - 1] if at else ""
        if self.language == "fa":
            if key == "اینکه" or (key == "که" and before == "این"):
                nouns = keys[max(0, at - 3) : at]
                noun = next((n for n in range(len(nouns)) if nouns[n] in STATING), None)
                return None if noun is None else (max(0, at - 3) + noun, at + 1)
            if before in COMPOUND and key in COMPOUND[before]:
                return at - 1, at + 1
            following = keys[at + 1] if at + 1 < len(keys) else ""
            if key in SPEAKING["fa"] and following not in PASSIVE and not (key in ACCORDING and before == "به"):
                return at, at + 1
            return None
        if self.language == "ar" and key[:1] in ("و", "ف") and key[1:] in SPEAKING["ar"]:
            return at, at + 1
        return (at, at + 1) if key in SPEAKING[self.language] else None

    def _negated(self, verb: int) -> bool:
        return verb > 0 and self.words[0][verb - 1] in NEGATED[self.language]

    def _subject(self, first: int, after: int, floor: int, quote: int) -> _Name | None:
        """The speaker of a verb that stands before the quotation."""
        begin = self._begin(first, floor)
        if self.language == "ar":
            return self._after_verb(after, quote) or self._at_verb(begin, first)
        return self._at_verb(begin, first) if self.language == "en" else self._persian(begin, first)

    def _governed(self, name: _Name) -> bool:
        """Whether the word before, or a letter written onto the name, makes it somebody else's or no subject."""
        starts = self.words[1]
        if name.mention.start - self.offset > starts[name.first]:
            return True
        ends = self.words[2][name.after - 1]
        if re.match("['\u2019]s\\b", self.text[min(ends, name.mention.end - self.offset) :]):
            return True
        keys = self.words[0]
        if self.language == "fa" and keys[name.after : name.after + 1] == ["را"]:
            return True
        if self.language == "en" and name.first > 1 and keys[name.first - 1] == "and":
            return "," not in self._gap(name.first - 1)  # a comma before "and" begins a clause of its own
        return name.first > 0 and not self._ends(name.first) and keys[name.first - 1] in GOVERNED[self.language]

    def _at_verb(self, begin: int, verb: int) -> _Name | None:
        """A name right before the verb, but for an apposition between commas and an auxiliary."""
        for name in reversed([n for n in self.names if begin <= n.first and n.after <= verb]):
            between = range(name.after, verb)
            aside = [at for at in range(name.after, verb + 1) if any(c in _COMMAS + "()" for c in self._gap(at))]
            plain = all(self.words[0][at] in AUX for at in between)
            apposed = name.person and len(between) <= _FAR and aside[:1] == [name.after] and len(aside) > 1
            rest = apposed and all(self.words[0][at] in AUX for at in range(aside[-1], verb))
            named = name.person and not between and len(aside) == 1 and "," in self._gap(name.first)
            if rest or named or (plain and not aside):
                return None if self._governed(name) else name
            if name.person:
                return None
        return None

    def _persian(self, begin: int, verb: int) -> _Name | None:
        """The only person before the verb whom nothing governs; an organisation or state only as the first word."""
        names = [n for n in self.names if begin <= n.first and n.after <= verb]
        free = [n for n in names if n.person and not self._governed(n)]
        if free:
            return free[0] if len({n.mention.actor for n in free}) == 1 and verb - free[0].after <= 2 * _FAR else None
        if any(n.person for n in names) or not names:
            return None
        first = names[0]
        return first if first.first == begin and verb - first.after <= 1 and not self._governed(first) else None

    def _after_verb(self, after: int, limit: int) -> _Name | None:
        """The first name after a verb, behind its title; nothing else may come between."""
        not_title = NOT_TITLE[self.language]
        for name in [n for n in self.names if n.first >= after and n.after <= limit]:
            between = self.words[0][after : name.first]
            if len(between) > _TITLE or any(key in not_title for key in between):
                return None
            if any(self._ends(at) or ":" in self._gap(at) for at in range(after + 1, name.first + 1)):
                return None
            if not name.person and (between or not self._apart(name.after)):
                continue
            if not self._governed(name):
                return name
        return None

    def _behind(self, after: int, following: int | None) -> _Name | None:
        """The speaker where the verb follows the quotation."""
        keys, starts, _ = self.words
        if self.language == "fa" or after >= len(keys):
            return None
        gap = self._gap(after)
        closing = re.search("[»\u201d\"](?!.*[»\u201d\"])", gap)
        said = gap[: closing.start()] if closing else ""
        rest = gap[closing.end() :] if closing else gap
        if _END.search(rest) or any(mark in rest for mark in "«\u201c:"):
            return None
        limit = len(keys) if following is None else bisect_left(starts, following)
        if self.language == "ar":
            verb = self._verb(after)
            name = self._after_verb(after + 1, limit) if verb and keys[after] in SPEAKING["ar"] else None
            return name if name and self._closes(name.after, limit) else None
        if not (said.strip()[-1:] in (",", "?", "!") or "," in rest):
            return None
        if self._verb(after):
            return self._after_verb(after + 1, limit)
        return self._then_verb(after, limit)

    def _closes(self, at: int, limit: int) -> bool:
        """Whether the sentence ends a few words on, before another quotation begins."""
        return any(at == len(self.words[0]) or self._ends(at) for at in range(at, min(at + _FAR, limit) + 1)) and (
            limit == len(self.words[0]) or self._begin(limit, at) > at
        )

    def _then_verb(self, after: int, limit: int) -> _Name | None:
        """"…," the president, Donald Trump, said: a name within a few words, and then the verb."""
        for at in range(after + 1, min(after + _TITLE + _FAR, limit)):
            if self._ends(at):
                return None
            if self._verb(at):
                name = self._at_verb(after, at)
                return name if name and name.first - after <= _TITLE else None
        return None
