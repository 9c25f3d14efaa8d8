"""What a corpus holds, in plain lines for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from lib.export.terminal import counted, plain
from lib.i18n import catalogue
from lib.store.corpus import Corpus
from lib.text.bidi import isolate
from lib.text.visual import visual

_SHOWN = 15


def summary(corpus: Corpus, in_visual_order: bool = False) -> str:
    """Articles, languages, periods, actors, titles, problems. `in_visual_order`: for terminals that do not shape."""
    show: Callable[[str], str] = (
        (lambda text: visual(plain(text))) if in_visual_order else (lambda text: isolate(plain(text)))
    )
    lines = [
        f"{show(corpus.name)}: {counted(corpus.meta['articles'], 'article')}",
        "",
        *_languages(corpus),
        *_periods(corpus),
        *_outlets(corpus, show),
        "",
        *_actors(corpus, show),
        "",
        *_titles(corpus, show),
        *_problems(corpus, show),
    ]
    return "\n".join(lines)


def _languages(corpus: Corpus) -> Iterator[str]:
    t = catalogue("en")
    counts = corpus.articles()["language"].value_counts()
    yield "Languages: " + ", ".join(f"{t.language_name(code)} {counts[code]:,}" for code in corpus.languages())


def _periods(corpus: Corpus) -> Iterator[str]:
    undated = int(corpus.articles()["since"].isna().sum())
    published, spoken = corpus.span("published"), corpus.span("spoken")
    if published:
        rest = f", {counted(undated, 'article')} without a date" if undated else ""
        yield f"Published: {_period(published)}{rest}"
    else:
        yield "Published: no article says when"
    if spoken:
        yield f"Dates spoken of: {_period(spoken)}"


def _period(span: tuple[date, date]) -> str:
    first, last = span
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"


def _outlets(corpus: Corpus, show: Callable[[str], str]) -> Iterator[str]:
    outlets = corpus.outlets()
    if outlets:
        yield "Outlets: " + ", ".join(map(show, outlets[:_SHOWN])) + _more(len(outlets), ", ")


def _actors(corpus: Corpus, show: Callable[[str], str]) -> Iterator[str]:
    actors = corpus.actors()
    yield (
        f"Actors: {len(actors):,}, those in most articles first (articles, mentions)" if len(actors) else "Actors: none"
    )
    shown = actors.head(_SHOWN)
    known = corpus.known_actors(shown["actor"])
    for row in shown.to_dict("records"):
        actor = known.get(row["actor"])
        names = dict.fromkeys((actor.name("en"), actor.name("fa"), actor.name("ar"))) if actor else {row["actor"]: None}
        yield f"  {row['articles']:>5,} {row['mentions']:>6,}  " + " | ".join(map(show, names))
    if rest := _more(len(actors)):
        yield rest


def _titles(corpus: Corpus, show: Callable[[str], str]) -> Iterator[str]:
    articles = corpus.articles()
    yield "Articles (id, language, title):"
    for row in articles.head(_SHOWN).to_dict("records"):
        title = row["title"] if isinstance(row["title"], str) else None
        repeat = f" (repeats {show(row['duplicate_of'])})" if isinstance(row["duplicate_of"], str) else ""
        yield f"  {show(row['id'])}  {row['language']}  {show(title) if title else '(no headline)'}{repeat}"
    if rest := _more(len(articles)):
        yield rest


def problem_lines(corpus: Corpus) -> list[str]:
    """What was left out, the first of it by name."""
    return list(_problems(corpus, lambda text: isolate(plain(text))))


def _problems(corpus: Corpus, show: Callable[[str], str]) -> Iterator[str]:
    problems, aside = corpus.problems(), corpus.set_aside()
    if len(problems):
        yield ""
        yield f"{counted(len(problems), 'problem')}:"
        for row in problems.head(_SHOWN).to_dict("records"):
            yield f"  {' '.join(show(row[name]) for name in ('source', 'place') if row[name])}: {show(row['what'])}"
        if rest := _more(len(problems)):
            yield rest
    if len(aside):
        yield ""
        yield "Set aside:"
        for row in aside.head(_SHOWN).to_dict("records"):
            yield f"  {show(row['source'])}: {show(row['why'])}"
        if rest := _more(len(aside)):
            yield rest


def _more(n: int, before: str = "  ") -> str:
    return f"{before}and {n - _SHOWN:,} more" if n > _SHOWN else ""
