"""One article as HTML: in its own direction and font, its actors and dates marked, cleaned or as it was found.

Everything that comes from a corpus is escaped here, and every block carries its direction and language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from lib.i18n import N_, Catalogue
from lib.model import DateMention, Estimate, Mention, Part, Published
from lib.store.document import Document
from lib.text.bidi import isolate, number_html, plain_text
from lib.text.calendar_names import DayWords
from lib.text.halfspace import half_spaces
from lib.text.languages import base_direction, primary
from lib.text.safe import escape
from lib.views.marks import Span, date_css, marked, paragraphs, within
from lib.views.parts import own_html
from lib.views.words import KINDS

CALENDARS = {"gregorian": N_("Gregorian calendar"), "jalali": N_("Solar Hijri calendar"), "hijri": N_("Hijri calendar")}
WITH_HALF_SPACES = ("fa", "prs")
_FLAGS = {
    "assumed-year": N_("year assumed"),
    "conflict": N_("weekday contradicts the date"),
    "early": N_("its beginning is meant"),
    "middle": N_("its middle is meant"),
    "late": N_("its end is meant"),
    "civil": N_("computed, as no table of the Islamic calendar reaches this year"),
    "ambiguous": N_("another day fits too, the first is given"),
}


@dataclass(frozen=True)
class Marking:
    """How an article is set: names of the actors, the interface's words, the actors chosen, whether marks can be;
    lost half-spaces drawn or not, lines with straight edges or not."""

    names: Mapping[str, str]
    t: Catalogue
    chosen: tuple[str, ...] = ()
    clickable: bool = False
    spaces: bool = False
    justified: bool = False


def actor_spans(mentions: Iterable[Mention], part: Part, how: Marking) -> list[Span]:
    """Marks of the actors of one part, by kind; a source that is only quoted is told from an actor."""
    names, t, spans = how.names, how.t, []
    for mention in mentions:
        if mention.part != part:
            continue
        quoted = mention.role == "cited source"
        what = t("quoted as a source") if quoted else t(KINDS[mention.kind])
        title = f"{isolate(names.get(mention.actor, mention.actor))} ({what})"
        css = ("source" if quoted else mention.kind) + " chosen" * (mention.actor in how.chosen)
        spans.append(Span(mention.start, mention.end, css, mention.actor, title))
    return spans


def date_spans(dates: Iterable[DateMention], part: Part, t: Catalogue) -> list[Span]:
    """Marks of the dates of one part; the title says the day in the reader's words and how it is known."""
    return [
        Span(each.start, each.end, date_css(each.surface), "", date_words(each, t))
        for each in dates
        if each.part == part
    ]


def date_words(mention: DateMention, t: Catalogue) -> str:
    """What a date in the text means: its days, its calendar and any doubt."""
    if mention.since is None or mention.until is None:
        return t("Date that cannot be worked out")
    words = t.date(mention.since)
    if mention.until != mention.since:
        words = t("{since} to {until}", since=words, until=t.date(mention.until))
    notes = [t(CALENDARS[mention.calendar])] if mention.calendar in CALENDARS else []
    notes += [t(_FLAGS[flag]) for flag in mention.flags if flag in _FLAGS]
    return f"{words} ({', '.join(notes)})" if notes else words


def document_html(document: Document, how: Marking) -> str:
    """The cleaned article: section, headline, text, captions; all marks in place."""

    def spans(part: Part) -> list[Span]:
        return [*actor_spans(document.mentions, part, how), *date_spans(document.dates, part, how.t)]

    def piece(text: str, found: Iterable[Span] = ()) -> str:
        gaps = half_spaces(text) if how.spaces and primary(document.language) in WITH_HALF_SPACES else ()
        return marked(text, found, how.clickable, gaps)

    language, blocks = document.language, []
    if document.article.section:
        section = document.article.section
        blocks.append(_element("p", section, language, piece(section), "section"))
    blocks.append(_headline(document, piece(document.title or "", spans("title")), how.t))
    body = spans("text")
    for start, end in paragraphs(document.text):
        paragraph = document.text[start:end]
        blocks.append(_element("p", paragraph, language, piece(paragraph, within(body, start, end))))
    if document.captions:
        caption_spans, start = spans("caption"), 0
        for caption in document.captions:
            html = piece(caption, within(caption_spans, start, start + len(caption)))
            blocks.append(_element("p", caption, language, html, "picture-caption"))
            start += len(caption) + 1
    return _article("".join(blocks), document, " justified" * how.justified)


def source_html(document: Document, t: Catalogue, alone: bool = True) -> str:
    """The article's part of the source untouched, what cleaning removed struck through; `alone`: under its headline."""
    raw = document.raw or ""
    offset = document.article.source_span[0] if document.article.source_span else 0
    removed = [Span(each.start - offset, each.end - offset, "removed", title=t(each.why)) for each in document.removed]
    blocks, start = [_headline(document, marked(document.title or "", ()), t)] if alone else [], 0
    for line in raw.splitlines(keepends=True):
        shown = line.rstrip("\r\n")
        if shown.strip():
            html = marked(shown, within(removed, start, start + len(shown)))
            blocks.append(_element("p", shown, document.language, html))
        start += len(line)
    return _article("".join(blocks), document, " as-found")


def lost_half_spaces(document: Document) -> bool:
    """Whether the article has words that lost their half-spaces."""
    return primary(document.language) in WITH_HALF_SPACES and bool(half_spaces(document.text))


def legend_html(document: Document, t: Catalogue, spaces: bool = False) -> str:
    """What the marks mean, only those that occur; `spaces`: half-spaces are drawn."""
    kinds = {"source" if mention.role == "cited source" else mention.kind for mention in document.mentions}
    entries: list[tuple[str, str]] = [(kind, t(words)) for kind, words in KINDS.items() if kind in kinds]
    entries += [("source", t("Quoted as a source"))] if "source" in kinds else []
    entries += [("date", t("Date"))] if document.dates else []
    items = "".join(f'<li><mark class="m {css}">{escape(words)}</mark></li>' for css, words in entries)
    if spaces and lost_half_spaces(document):
        items += f'<li>{escape(t("Half-space missing in the source"))}<span class="half-space sample"></span></li>'
    return f'<ul class="legend">{items}</ul>' if items else ""


def facts_html(document: Document, days: DayWords) -> str:
    """Language, outlet, author, day and original page of an article in one line."""
    t = days.t
    facts = [escape(t.language_name(document.language))]
    facts += [f"<bdi>{escape(each)}</bdi>" for each in (document.outlet, document.article.author) if each]
    facts.append(f"<bdi>{escape(published_words(document.published, days))}</bdi>")
    facts += [f"<bdi>{escape(estimate_words(document.estimate, days))}</bdi>"] if document.estimate else []
    link = original_html(document.article.url)
    return own_html(" \u00b7 ".join([*facts, link] if link else facts), t, "facts")


def published_words(published: Published, days: DayWords) -> str:
    """When an article appeared, as precisely as it is known; a Gregorian month is none of another calendar."""
    if published.since is None or published.until is None:
        return days.t("Day of publication not known")
    if days.calendar == "gregorian" and published.precision in ("month", "year"):
        words = days.day(published.since, "MMMM y" if published.precision == "month" else "y")
    else:
        words = days.span(published.since, published.until)
    return days.t("{span} (estimated)", span=words) if published.basis == "inferred" else words


WHY = {
    "dateline": N_("from the line it begins with"),
    "today": N_("from a date beside the word today"),
    "text": N_("from the dates in its text"),
    "neighbours": N_("from the articles around it in its file"),
}


def estimate_words(estimate: Estimate, days: DayWords) -> str:
    """When an article may have appeared, why that is thought, and how sure it is."""
    t = days.t
    share = t.percent(estimate.confidence)
    span, why = days.span(estimate.since, estimate.until), t(WHY[estimate.why])
    return t("Perhaps {span}, {why} (confidence {share})", span=span, why=why, share=share)


def original_html(url: str | None) -> str:
    """A link to the page an article came from, shown with its host; nothing where the address is not of the web."""
    try:
        parts = urlsplit(url or "")
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    return f'<a href="{escape(url or "")}" target="_blank" rel="noopener noreferrer">{number_html(host)}</a>'


def _headline(document: Document, html: str, t: Catalogue) -> str:
    """The title of the page: the article's own, or ours where it has none."""
    if document.title:
        return _element("h1", document.title, document.language, html, "headline")
    return _element("h1", t("Without a title"), t.language, escape(t("Without a title")), "headline untitled")


def _article(blocks: str, document: Document, css: str = "") -> str:
    return f'<article class="rawi-article{css}"{_lang(document.language)}>{blocks}</article>'


def _lang(language: str) -> str:
    return "" if primary(language) == "und" else f' lang="{escape(language)}"'


def _element(tag: str, text: str, language: str, html: str, css: str = "") -> str:
    direction = "" if plain_text() else f' dir="{base_direction(text, language)}"'
    name = f' class="{css}"' if css else ""
    return f"<{tag}{direction}{_lang(language)}{name}>{html}</{tag}>"
