"""What the About page says: the method, its limits, whose work it stands on, and the versions at work."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from importlib.metadata import version

import streamlit as st

from lib.export.told import read_on
from lib.i18n import Catalogue
from lib.text.safe import escape
from lib.views.shell import Here

_PACKAGES = ("streamlit", "pandas", "plotly", "duckdb", "ibis-framework", "py3langid", "babel", "jdatetime")


def sections(t: Catalogue) -> list[tuple[str, list[str]]]:
    """(heading, paragraphs) in reading order."""
    return [
        (t("What Rawi does"), _does(t)),
        (t("How it works"), _works(t)),
        (t("What it cannot do"), _cannot(t)),
        (t("Privacy"), _privacy(t)),
        (t("Licences"), _licences(t)),
    ]


def _does(t: Catalogue) -> list[str]:
    return [
        t("Rawi reads news articles in Persian, Arabic, English and other languages from files on this computer."),
        t("It shows who is named, when, in which languages, and lets every number be followed back to its articles."),
    ]


def _works(t: Catalogue) -> list[str]:
    return [
        t("Pages are cut into articles by general rules: repeated headlines, captions and menus are taken out."),
        t("Nothing is respelled: every character of an article stands in its source, and what was removed is listed."),
        t("The language of an article is told by its letters and words; where that is not certain, Rawi says so."),
        t("Actors are found with a list of people, organisations, states and places, each with its names in all three "
          "scripts, so that one person is one actor however the name is written."),
        t("A surname alone counts only in an article that gives the full name. Agencies that are only quoted are "
          "counted apart."),
        t("Dates in the text are read in the Gregorian, the Solar Hijri and the Hijri calendar. A date that could mean "
          "more than one day is kept as a span of days."),
        t("The network ties actors that are named together more often than by chance. How strong a tie is says "
          "normalised pointwise mutual information (Bouma 2009), how sure the log-likelihood ratio G2 (Dunning 1993); "
          "groups are found by the Louvain method (Blondel et al. 2008)."),
        t("Each chart says how many articles it shows and what became of all the others."),
    ]  # fmt: skip


def _cannot(t: Catalogue) -> list[str]:
    return [
        t("Actors that are not in the list are not found, and a name that two people share can be taken for the wrong "
          "one. Numbers of mentions are therefore lower bounds with some error."),
        t("Without a date of publication an article can only be placed by the dates it speaks of, which may be far "
          "from the day it appeared."),
        t("Variety of words is not given for languages with too little text, because it would mean nothing."),
        t("That two actors are named in one article does not say that they have anything to do with each other."),
    ]  # fmt: skip


def _privacy(t: Catalogue) -> list[str]:
    return [
        t("No article, name or search leaves this computer, and nothing is fetched from elsewhere while Rawi runs."),
        t("Pictures and links hold no path and no name of this computer. A link does hold the filters and the words "
          "that were searched for."),
    ]  # fmt: skip


def _licences(t: Catalogue) -> list[str]:
    return [
        t("Rawi is free software under the MIT licence."),
        t("The fonts Vazirmatn, Noto Naskh Arabic, Noto Nastaliq Urdu and Noto Sans Hebrew are used under the SIL Open "
          "Font Licence."),
        t("Names of languages, states and months come from the Unicode CLDR project under the Unicode licence."),
    ]  # fmt: skip


def corpus_facts(here: Here) -> dict[str, str]:
    """What is known of the open corpus as a whole."""
    meta, t = here.corpus.meta, here.t
    return {
        t("Name"): here.corpus.name,
        t("Articles"): t.number(int(meta["articles"])),
        t("Fingerprint of its contents"): here.corpus.fingerprint,
        t("Read on"): " \u00b7 ".join(read_on(here.corpus, here.days)),
    }


def versions() -> dict[str, str]:
    """Name and version of Python and of the packages that decide what is shown."""
    return {"Python": platform.python_version(), **{name: version(name) for name in _PACKAGES}}


def table(rows: Mapping[str, str]) -> None:
    """Names and values in two columns."""
    body = "".join(
        f'<tr><th scope="row"><bdi>{escape(name)}</bdi></th><td><bdi>{escape(value)}</bdi></td></tr>'
        for name, value in rows.items()
    )
    st.html(f'<table class="facts-table">{body}</table>')
