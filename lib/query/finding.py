"""Finding an actor by a name typed in any script, whether or not the corpus writes it so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.enrich.actors.words import name_words
from lib.enrich.identity.sound import sounds
from lib.text.fold import fold

if TYPE_CHECKING:
    from lib.store.corpus import Corpus

_LOOKED_AT = 20_000  # actors, the most frequent first
_SHORTEST = 3


def find(corpus: Corpus, typed: str, limit: int = 20) -> pd.DataFrame:
    """actor kind name_en name_fa name_ar articles mentions of actors with this name: letters first, then by sound."""
    everybody = corpus.actors().head(_LOOKED_AT)
    wanted = " ".join(fold(typed).split())
    heard = {each.consonants for each in sounds(typed) if len(each.consonants) >= _SHORTEST}
    ranks: list[int] = []
    columns = everybody[["actor", "name_en", "name_fa", "name_ar", "aliases"]].itertuples(index=False, name=None)
    for key, *names, aliases in columns:
        spellings = [name for name in (*names, *(aliases if aliases is not None else ())) if isinstance(name, str)]
        ranks.append(_rank(wanted, heard, [key, *spellings]))
    found = everybody.assign(rank=ranks)
    found = found[found["rank"] > 0].sort_values("rank", kind="stable").head(limit)
    return found[["actor", "kind", "name_en", "name_fa", "name_ar", "articles", "mentions"]].reset_index(drop=True)


def _rank(wanted: str, heard: set[str], spellings: list[str]) -> int:
    """1 where the letters agree, 2 where the sound does, 0 where nothing does."""
    if not wanted:
        return 0
    if any(wanted in fold(each) for each in spellings):
        return 1
    if heard and any(_same(heard, each) for each in spellings[1:]):
        return 2
    return 0


def _same(heard: set[str], spelling: str) -> bool:
    """Whether a name, or some words of it in a row, sounds like what was typed."""
    words = name_words(spelling)
    runs = (words[first:last] for first in range(len(words)) for last in range(first + 1, len(words) + 1))
    return any(each.consonants in heard for run in runs for each in sounds(" ".join(run)))
