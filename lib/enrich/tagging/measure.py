"""How well names are found: exact spans and kinds against labels, per language and kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from lib.enrich.tagging.labelled import Labelled, Span
from lib.enrich.tagging.tags import KINDS

ALL = "all"
Find = Callable[[str, str], Iterable[Span]]  # text, language → spans


class Tally(dict[tuple[str, str], Counter[str]]):
    """Per language and kind: names right, given and wanted."""

    def __missing__(self, key: tuple[str, str]) -> Counter[str]:
        value = self[key] = Counter()
        return value

    def add(self, language: str, given: set[Span], wanted: set[Span]) -> None:
        """Count one sentence."""
        for kind in (*KINDS, ALL):
            some = {span for span in given if kind in (ALL, span[2])}
            all_ = {span for span in wanted if kind in (ALL, span[2])}
            self[language, kind].update({"right": len(some & all_), "given": len(some), "wanted": len(all_)})

    def f1(self, language: str, kind: str = ALL) -> float:
        """Twice the names right over those given and wanted; 1 where there are none of either."""
        count = self[language, kind]
        return 2 * count["right"] / (count["given"] + count["wanted"]) if count["given"] + count["wanted"] else 1.0

    def lines(self) -> list[str]:
        """A line per language."""
        languages = sorted({language for language, _ in self})
        return [
            f"{language}: " + ", ".join(f"{kind} {self.f1(language, kind):.3f}" for kind in (*KINDS, ALL))
            for language in languages
        ]


def measured(find: Find, items: Sequence[Labelled]) -> Tally:
    """A finder against labelled sentences."""
    tally = Tally()
    for item in items:
        tally.add(
            item.language, {(start, end, kind) for start, end, kind in find(item.text, item.language)}, set(item.spans)
        )
    return tally


def agreement(first: Iterable[Labelled], second: Iterable[Labelled]) -> Tally:
    """Two readings of the same sentences; those read once only are left out."""
    known = {item.text: item for item in first}
    tally = Tally()
    for item in second:
        if item.text in known:
            tally.add(item.language, set(item.spans), set(known[item.text].spans))
    return tally
