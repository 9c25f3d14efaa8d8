"""Stories: the articles that tell the same thing, word for word or nearly, in the order of the corpus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from lib.query.filters import Filters
from lib.query.frames import frame
from lib.query.selection import NO_LANGUAGE, Selection, known

if TYPE_CHECKING:
    from lib.store.corpus import Corpus

COLUMNS = ["story", "rid", "id", "title", "language", "outlet", "source", "since", "until", "precision", "similarity"]


def tellings(corpus: Corpus, stories: Sequence[str]) -> pd.DataFrame:
    """COLUMNS of every article of these stories that more than one article tells, whatever the filters."""
    every = Selection.of(corpus, Filters()).every
    rows = every.filter(every.story.isin(list(dict.fromkeys(stories))))
    several = rows.filter(rows.duplicate_of.notnull()).story
    rows = rows.filter(rows.story.isin(several)).order_by("rid").select(*COLUMNS)
    return frame(rows.mutate(language=known(rows.language, NO_LANGUAGE)))
