"""The place of a trained tagger: a function from text to spans, asked for names that are on no list.

`Gazetteer.tagger` holds it; without one, only names that the text itself introduces are found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lib.model import Kind

# How sure a tagger must be of a name, chosen on labelled sentences that were held out: people are missed more often
# than they are made up.
SURE: dict[Kind, float] = {"person": 0.3, "organisation": 0.5, "place": 0.5}


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name that a tagger sees at text[start:end], and how sure it is, from 0 to 1."""

    start: int
    end: int
    kind: Kind
    confidence: float


# text, language → spans in order, none overlapping another
Tagger = Callable[[str, str], Sequence[Tagged]]
