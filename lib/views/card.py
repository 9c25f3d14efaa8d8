"""The chart card: the only way to draw a chart, so that every picture can be kept, quoted, checked and followed back.

The figure carries its own caption. Under it: the picture as a file, the plotted rows, a link, the articles behind it,
and the same rows as a table. A click on a mark or a dragged period becomes a filter; nothing else is remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from lib.export.tables import csv_bytes
from lib.figures import images
from lib.figures.pick import Picked
from lib.figures.plan import Size
from lib.query.filters import Filters
from lib.settings import settings
from lib.text.safe import plain
from lib.views import state, tables
from lib.views.clicks import listen
from lib.views.picking import Gesture, Pick, gesture
from lib.views.shell import Here
from lib.views.snapshot import snapshot
from lib.views.state import CORPUS

# The modebar's own picture would lose our fonts; ours is below the chart.
CONFIG = {
    "displaylogo": False,
    "displayModeBar": False,
    "doubleClick": "reset",
    "scrollZoom": False,
}

# Columns that tell which mark a row of the table stands for.
_CHOSEN = ({"since", "series"}, {"a", "b"})
# Keys are for programs: in the file, not in the table, which a reader from right to left enters at its end.
_KEYS = frozenset(("a", "b"))


@dataclass(frozen=True)
class Card:
    """A chart and all that goes with it. `name` names the files; `rows` are the plotted ones, `columns` their titles.

    `alt` says in words what the chart shows. `behind` is the number of articles behind it. `pick` turns what was
    clicked or dragged into filters; None where a chart is only looked at. `see` turns it into changes of the view,
    where it means any, and comes first. `open`: the table stands open under the chart. `asked`: the filters of the
    articles behind it, where those of the page are narrowed further.
    """

    name: str
    figure: go.Figure
    rows: pd.DataFrame
    columns: Mapping[str, str]
    alt: str
    behind: int
    pick: Pick | None = None
    see: Callable[[Gesture], Mapping[str, Any]] | None = None
    open: bool = False
    asked: Filters | None = None


def chart_card(here: Here, card: Card) -> None:
    """Draws a card."""
    t = here.t
    with st.container(border=True, key=f"card-{card.name}"):
        _chart(card)
        with st.container(horizontal=True, vertical_alignment="center", key=f"tools-{card.name}"):
            label = t.n("{n} article behind this", "{n} articles behind this", card.behind)
            behind = here.asking(card.asked or here.filters)
            st.page_link("pages/articles.py", label=plain(label), icon=":material/article:", query_params=behind)
            _picture(here, card)
            st.download_button(
                t("Data"),
                partial(csv_bytes, card.rows, card.columns),
                f"{file_stem(card.name, card.asked or here.filters)}.csv",
                "text/csv",
                key=f"csv-{card.name}",
                on_click="ignore",
                icon=":material/table:",
                help=t("The plotted rows as CSV"),
            )
            _link(here)
        tables.folded(t("The same as a table"), f"fold-{card.name}", partial(_table, here, card), card.open)


def _table(here: Here, card: Card) -> None:
    """The plotted rows; where a mark can be clicked, a row can be chosen."""
    t, key = here.t, f"table-{card.name}"
    seen = {name: title for name, title in card.columns.items() if name not in _KEYS}
    if not card.pick or not any(columns <= set(card.rows) for columns in _CHOSEN):
        tables.grid(card.rows, seen, t, key)
        return
    st.caption(plain(t("Choose a row to keep what it counts.")))
    key = state.key(key)
    tables.grid(card.rows, seen, t, key, partial(_chosen, key, card))


def _chosen(key: str, card: Card) -> None:
    """Callback: a row of the table does what a click on its mark does."""
    rows = st.session_state[key].get("selection", {}).get("rows") or []
    if card.pick and rows and 0 <= rows[0] < len(card.rows):
        row = card.rows.iloc[rows[0]]
        pair = _CHOSEN[1] <= set(card.rows)
        mark = Picked(str(row["a"]), str(row["b"])) if pair else Picked(str(row["series"]), day=row["since"])
        _act(card, Gesture(marks=(mark,)))


def _chart(card: Card) -> None:
    """The figure itself; on a narrow screen it keeps its width and scrolls."""
    key = f"chart-{card.name}"
    with st.container(key=f"desk-{card.name}"):
        st.plotly_chart(
            card.figure,
            theme=None,
            key=key,
            on_select=partial(_picked, key, card) if card.pick else "ignore",
            selection_mode=("points", "box"),
            config=CONFIG,
            alt=card.alt,
        )
    if card.pick and card.figure.layout.dragmode == "select":
        listen(card.name, partial(_clicked, card))


def _picked(key: str, card: Card) -> None:
    """Callback: what was clicked or dragged becomes filters. Letting go of a selection changes nothing."""
    _act(card, gesture(card.figure, st.session_state[key].get("selection", {})))


def _clicked(card: Card, point: Mapping[str, Any]) -> None:
    """Callback of a click that Streamlit does not pass on."""
    _act(card, gesture(card.figure, {"points": [point]}))


def _act(card: Card, found: Gesture) -> None:
    """A gesture on the card changes what is looked at, or the filters; one that means nothing changes nothing."""
    seen = card.see(found) if card.see else {}
    if seen:
        state.change(**seen)
    elif card.pick and (found.marks or found.period):
        state.narrow(card.pick(state.now().filters, found))


def _picture(here: Here, card: Card) -> None:
    """Pictures made by the server where it has a browser, else by the reader's own."""
    t, stem = here.t, file_stem(card.name, card.asked or here.filters)
    with st.popover(t("Picture"), icon=":material/image:"):
        snapshot(f"chart-{card.name}", stem, t, files=not images.available())
        if not images.available():
            return
        labels: dict[Size, str] = {"wide": t("PNG, wide"), "square": t("PNG, square"), "tall": t("PNG, tall")}
        for size, label in labels.items():
            _download(card, ("png", size), label, f"{stem}_{size}.png")
        _download(card, ("svg", "wide"), t("SVG, for print"), f"{stem}.svg")
        help_ = t("Title, filters, counts and source as words inside the PNG file, for whoever finds it later")
        st.toggle(t("Caption inside the file"), True, key=_told(card), help=help_)


def _told(card: Card) -> str:
    """The key of the switch that decides whether a picture's file holds its caption in words."""
    return f"told-{card.name}"


def _download(card: Card, what: tuple[images.Kind, Size], label: str, file_name: str) -> None:
    """A picture that is made when the button is clicked, not before."""
    kind, size = what
    st.download_button(
        label,
        partial(images.render, card.figure, kind, size, st.session_state.get(_told(card), True)),
        file_name,
        "image/png" if kind == "png" else "image/svg+xml",
        key=f"{kind}-{size}-{card.name}",
        on_click="ignore",
        type="tertiary",
    )


def _link(here: Here) -> None:
    """The address of exactly this view, with a button that copies it."""
    t = here.t
    with st.popover(t("Link"), icon=":material/link:"):
        address = link(here)
        st.code(address, language=None, wrap_lines=True)
        if address.startswith("/"):
            st.caption(plain(t("Put the address of the server before it; it is left out so that none is given away.")))


def link(here: Here) -> str:
    """The link to what is seen here. It has a host only where the owner of the server has named one."""
    view = here.view
    query = {**here.link(page=view.page, doc=view.doc, pair=view.pair), CORPUS: [here.corpus.fingerprint]}
    page = "" if here.page == "overview" else here.page
    return f"{settings().public_url or ''}/{page}?{urlencode(query, doseq=True)}"


def file_stem(name: str, filters: Filters) -> str:
    """A file name that says what is inside, without its ending: chart, languages, first actors, period."""
    words = [name, *filters.languages, *filters.actors[:2]]
    words += [day.isoformat() for day in (filters.since, filters.until) if day]
    return "_".join("".join(c if c.isalnum() or c == "-" else "-" for c in word)[:40] for word in words)
