"""Where on a page a new article begins.

Between two stretches of prose lies a run of short lines: what is left over from the article before, and the head of the
next one, or only a subheading. A run holds a head when something in it says so: a headline or caption printed again a
few lines on, a breadcrumb, a date line or a clock time, a section name that stands in other heads too, a rule, a gap
wider than any between paragraphs. Without such a sign nothing is split: a subheading is not an article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lib.ingest.kinds import FOOTER, FURNITURE, HEADER, Kind, names_title
from lib.ingest.lines import Line

NEAR = 12
_REPEATABLE = 300


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, what each is, and for each the index of the next line nearby with the same words (or -1)."""

    lines: Sequence[Line]
    kinds: Sequence[Kind]
    again: Sequence[int]


@dataclass(frozen=True, slots=True)
class Run:
    """Short lines `first` to `last` (exclusive) between two stretches of prose."""

    first: int
    last: int


def survey(lines: Sequence[Line], kinds: Sequence[Kind]) -> Page:
    """Finds lines printed twice close together; those are headlines or captions, however long and well punctuated.

    A sentence counts as a caption when its copies touch, or when only short lines part them and text follows: two
    copies of a short article, one below the other, must not be taken for captions.
    """
    settled = list(kinds)
    pairs = _pairs(lines, kinds)
    following = dict(pairs)
    touched = {i for before, index in pairs if index == before + 1 for i in (before, index)}
    for before, index in pairs:
        if before in touched or following.get(index) in touched or index in touched:
            settled[before] = settled[index] = _short(settled[index])
    for before, index in pairs:
        text_follows = index + 1 < len(lines) and settled[index + 1] == "prose"
        in_head = before == 0 or settled[before - 1] != "prose"
        if text_follows and in_head and "prose" not in settled[before + 1 : index]:
            settled[before] = settled[index] = _short(settled[index])
    again = [-1] * len(lines)
    for before, index in pairs:
        if "prose" not in settled[before : index + 1]:
            again[before] = index
    return Page(lines, settled, again)


def _short(kind: Kind) -> Kind:
    return "plain" if kind == "prose" else kind


def _pairs(lines: Sequence[Line], kinds: Sequence[Kind]) -> list[tuple[int, int]]:
    """Each line that can repeat, with the next copy of it not far below."""
    pairs = []
    seen: dict[str, int] = {}
    for index, line in enumerate(lines):
        if not line.key or len(line.text) > _REPEATABLE or kinds[index] in FURNITURE:
            continue
        before = seen.get(line.key)
        if before is not None and index - before <= NEAR:
            pairs.append((before, index))
        seen[line.key] = index
    return pairs


def runs(page: Page) -> list[Run]:
    """All runs of short lines, in page order."""
    found = []
    first = None
    for index, kind in enumerate([*page.kinds, "prose"]):
        if kind != "prose":
            first = index if first is None else first
        elif first is not None:
            found.append(Run(first, index))
            first = None
    return found


def starts(page: Page) -> list[int]:
    """The lines at which articles begin; the first is 0 on every page that has a line at all."""
    if not page.lines:
        return []
    found = runs(page)
    sections = Counter(key for run in found for key in {page.lines[i].key for i in range(run.first, run.last)})
    habits = _habits(page, found, sections)
    begun = [0]
    heads: dict[str | None, int] = {}
    for run in found:
        start = 0 if run.first == 0 else _split(page, run, habits)
        if start is None:
            start = next((i for i in range(run.first, run.last) if _reprint(page, i, heads)), None)
        if start is None:
            continue
        if start:
            begun.append(start)
        heads |= {page.lines[i].key: i for i in range(start, run.last) if _headline(page, i)}
    return begun


def _reprint(page: Page, index: int, heads: Mapping[str | None, int]) -> bool:
    """Whether an article from further up begins here again: the same headline and the same line below it."""
    before = heads.get(page.lines[index].key)
    if before is None or index + 1 >= len(page.lines):
        return False
    return page.lines[index + 1].text == page.lines[before + 1].text


@dataclass(frozen=True, slots=True)
class _Habits:
    """What the page does elsewhere: header lines above the headline, photo credits below it, names that recur, gaps."""

    header_first: bool
    credit_below: bool
    share_below: bool
    recurring: frozenset[str]
    gap: int


def _habits(page: Page, found: Sequence[Run], sections: Counter[str | None]) -> _Habits:
    top = [page.kinds[i] for i in range(found[0].first, found[0].last)] if found and found[0].first == 0 else []
    plain = top.index("plain") if "plain" in top else len(top)
    header = next((i for i, kind in enumerate(top) if kind in HEADER), len(top))
    between = [page.lines[i].gap for i in range(1, len(page.lines)) if page.kinds[i] == page.kinds[i - 1] == "prose"]
    recurring = frozenset(key for key, n in sections.items() if key and n > 1 and len(key.split()) <= 4)
    opening = page.lines[found[0].last].gap if found and found[0].last < len(page.lines) else 1
    ordinary = Counter(between).most_common(1)[0][0] if between else opening
    below = top[plain:]
    return _Habits(header < plain, "caption" in below, "share" in below, recurring, max(1, ordinary))


def _split(page: Page, run: Run, habits: _Habits) -> int | None:
    """Where in a run the next article begins, None when the run belongs to the article around it."""
    floor = _after_leftovers(page, run, habits)
    if floor >= run.last:
        return None
    repeated = next((i for i in range(floor, run.last) if 0 <= page.again[i] < run.last and _names(page, i)), None)
    if run.last == len(page.lines) and (repeated is None or _last_copy(page, repeated, run.last) >= run.last - 1):
        return None
    header = next((i for i in range(floor, run.last) if page.kinds[i] in HEADER), None)
    sign = min((i for i in (repeated, header) if i is not None), default=run.last)
    for index in range(floor, min(sign + 1, run.last)):
        if _wide(page, index, habits) and _headed(page, index, run, habits, sign < run.last):
            return index
    if repeated is not None:
        return _top(page, floor, repeated, habits)
    if header is not None:
        return _at_header(page, floor, header, habits)
    return _by_likeness(page, Run(floor, run.last), habits)


def _after_leftovers(page: Page, run: Run, habits: _Habits) -> int:
    """The first line of a run that no longer belongs to the article before: links, tags, closing words are behind."""
    floor = run.first
    index = run.first
    while index < run.last:
        kind = page.kinds[index]
        if kind == "related":
            index += 1
            apart = page.lines[index].gap if index < run.last else 0
            while index < run.last and _listed(page, index, run) and page.lines[index].gap <= apart:
                index += 1
            floor = index
        elif kind == "share" and habits.share_below and index > floor and _headline(page, index - 1):
            break
        elif kind in FOOTER or (kind in HEADER and not habits.header_first and _parted(page, index + 1, run)):
            index += 1
            floor = index
        elif kind == "plain" and not _reprinted(page, index, run):
            index += 1
        else:
            break
    return floor


def _listed(page: Page, index: int, run: Run) -> bool:
    """Whether a line after "related" is one of its headlines still."""
    return page.kinds[index] == "plain" and page.lines[index].gap < 2 and not _reprinted(page, index, run)


def _parted(page: Page, index: int, run: Run) -> bool:
    return index < run.last and (page.lines[index].gap >= 2 or _reprinted(page, index, run))


def _reprinted(page: Page, index: int, run: Run) -> bool:
    return 0 <= page.again[index] < run.last


def _names(page: Page, index: int) -> bool:
    return page.kinds[index] in ("plain", "caption") and page.lines[index].words > 1


def _last_copy(page: Page, index: int, limit: int) -> int:
    """The last line of the block that the repetitions starting at `index` span."""
    reach = index
    while index <= reach < limit:
        reach = max(reach, page.again[index])
        index += 1
    return reach


def _wide(page: Page, index: int, habits: _Habits) -> bool:
    return page.kinds[index] == "rule" or page.lines[index].gap >= max(2, habits.gap + 1)


def _headed(page: Page, index: int, run: Run, habits: _Habits, signed: bool) -> bool:
    """Whether the lines after a wide gap or a rule are a head: by another sign, or as a lone headline."""
    head = [i for i in range(index, run.last) if page.kinds[i] not in ("rule", "marker")]
    if not head:
        return False
    first = page.lines[head[0]]
    if signed:
        return True
    if page.kinds[head[0]] != "plain" or first.text.endswith((":", "،", ",", "؛")):
        return False
    if len(head) > 1 and any(page.lines[i].key in habits.recurring for i in head[1:]):
        return True
    return first.words >= 4 and len(head) <= 6


def _top(page: Page, floor: int, repeated: int, habits: _Habits) -> int:
    """The start of a head whose first line printed twice is `repeated`: its headline, and what stands above it."""
    start = repeated
    adjacent = page.again[repeated] == repeated + 1
    above = repeated - 1
    if (page.kinds[repeated] == "caption" or adjacent) and above >= floor and _headline(page, above):
        start = above
    while habits.header_first and start > floor and page.kinds[start - 1] in HEADER and page.lines[start].gap < 2:
        start -= 1
    return start


def _headline(page: Page, index: int) -> bool:
    line = page.lines[index]
    return page.kinds[index] == "plain" and line.words >= 3 and not line.text.endswith((":", "،", ",", "؛"))


def _at_header(page: Page, floor: int, header: int, habits: _Habits) -> int | None:
    """The start of a head known by a breadcrumb, date, code or clock line."""
    above = header - 1
    if above >= floor and _headline(page, above) and not habits.header_first and page.kinds[header] != "clock":
        return above
    signed = habits.header_first or page.kinds[header] in ("clock", "trail", "field")
    return header if signed and _headline_after(page, header) else None


def _headline_after(page: Page, index: int) -> bool:
    return any(
        _headline(page, i) or (page.kinds[i] == "field" and names_title(page.lines[i].text))
        for i in range(index, min(index + 4, len(page.lines)))
    )


def _by_likeness(page: Page, run: Run, habits: _Habits) -> int | None:
    """A head without repetition or header lines, known by what the page's other heads have: section name or credit."""
    for index in range(run.first, run.last - 1):
        below = index + 1
        if not _headline(page, index) or page.lines[index].words < 4:
            continue
        if page.lines[below].key in habits.recurring and page.lines[below].words <= 4:
            return index
        if habits.credit_below and page.kinds[below] == "caption":
            return index
    return None
