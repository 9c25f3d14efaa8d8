"""What is said about an actor and what it says: distinctive words language by language, and quotations."""

from __future__ import annotations

import streamlit as st

from lib.model import Actor
from lib.query.distinctive import RATE, Distinctive, distinctive
from lib.query.quotations import Quoted, quoted
from lib.text.safe import plain
from lib.views import actor_charts, parts, quoting
from lib.views.actor import card
from lib.views.charts import Told
from lib.views.marks import safe
from lib.views.shell import Here

LANGUAGES, QUOTES = 4, 20


def words(here: Here, mine: Here, actor: Actor) -> None:
    """The words that set the sentences about the actor apart, with what the measure is."""
    t = here.t
    st.header(plain(t("In which words")), anchor=False)
    measure = t(
        "Log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn, 2008): words of the sentences that "
        "name the actor against all other sentences read in the same language."
    )
    parts.line([measure, t("False-discovery rate {rate}.", rate=t.percent(RATE))], here)
    for found in distinctive(here.corpus, here.filters, actor.key)[:LANGUAGES]:
        language = t.language_name(found.language)
        said = _counted(here, found)
        if found.frame.empty:
            parts.line([t("{language}: no word is clearly distinctive", language=language), said], here)
            continue
        title = t("Words of the sentences about the actor: {language}", language=language)
        told = Told(f"actor-words-{found.language}", title, said, found.read)
        card(here, mine, actor_charts.distinctive(mine, told, found))


def _counted(here: Here, found: Distinctive) -> str:
    """What was read, and a warning where that is little."""
    t = here.t
    said = [
        t.n("{n} sentence names the actor", "{n} sentences name the actor", found.sentences),
        t("{n} of {total} articles read for this", n=t.number(found.read), total=t.number(found.naming)),
        t.n("{n} other article read", "{n} other articles read", found.others),
    ]
    if found.small:
        said.append(t("a small sample, which says little"))
    return " \u00b7 ".join(said)


def quotes(here: Here, actor: Actor) -> None:
    """What the actor is quoted with, each with its article."""
    t = here.t
    st.header(plain(t("Quotations")), anchor=False)
    found = quoted(here.corpus, here.filters, actor.key)
    rule = t("Words in quotation marks beside a verb of speaking whose speaker is named there; others are left out.")
    read = t("{n} of {total} articles read for this", n=t.number(found.read), total=t.number(found.articles))
    if not found.found:
        parts.line([t("No quotation can be told for certain in Persian, Arabic or English articles."), read], here)
        return
    parts.line([t.n("{n} quotation", "{n} quotations", len(found.found)), read, rule], here)
    for number, each in enumerate(found.found[:QUOTES]):
        _quote(here, each, number)
    if len(found.found) > QUOTES:
        with st.expander(plain(t.n("{n} more", "{n} more", len(found.found) - QUOTES))):
            for number, each in enumerate(found.found[QUOTES:]):
                _quote(here, each, number + QUOTES)


def _quote(here: Here, each: Quoted, number: int) -> None:
    with st.container(key=f"quotation-{number}", gap=None):
        mark = f'<mark class="m quoted">{safe(each.words)}</mark>'
        whole = each.before + each.words + each.after
        quoting.sentence(whole, each.language, f"{safe(each.before)}{mark}{safe(each.after)}")
        quoting.origin(here, each)
