"""Where a mention begins and ends in an export: at the edges of written words, as in annotated corpora.

Inside Rawi a mention leaves out the particle that is written together with it («و» of «وإيران»), so that one name is
one spelling. Corpora such as ANERcorp label whole words, and a label on half a word cannot be laid over theirs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lib.enrich.actors.proclitics import PEELING
from lib.model import Mention
from lib.text.tokens import WORD


def whole_words(mentions: Iterable[Mention], texts: dict[str, str], language: str) -> Iterator[Mention]:
    """The mentions of an article in a language that writes particles together with names, over whole words.

    `texts`: each part of the article by its name. A mention never reaches back into the one before it.
    """
    mentions = list(mentions)
    if language not in PEELING:
        yield from mentions
        return
    starts = {part: [match.span() for match in WORD.finditer(text)] for part, text in texts.items()}
    ends = {part: sorted(each.end for each in mentions if each.part == part) for part in texts}
    for each in mentions:
        before = bisect_right(starts[each.part], (each.start, len(texts[each.part]))) - 1
        start, end = starts[each.part][before] if before >= 0 else (each.start, each.start)
        last = bisect_right(ends[each.part], each.start)
        if start < each.start < end and (not last or ends[each.part][last - 1] <= start):
            yield replace(each, start=start, surface=texts[each.part][start : each.end])
        else:
            yield each
