"""Tables on a page: what the grid shows is made for the eye, what is downloaded is the frame itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import streamlit as st

from lib.i18n import Catalogue
from lib.text.bidi import ISOLATES, cell, column, plain_text, strip
from lib.text.languages import base_direction
from lib.text.safe import escape

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler  # loaded with the first grid

_TALLEST = 420
_LONGEST = 100
_WRITTEN = 10_000  # cells whose numbers are written by us, 20 microseconds each; more keep the browser's


def display(frame: pd.DataFrame, columns: Mapping[str, str], t: Catalogue) -> pd.DataFrame:
    """The columns of a frame under their titles, for the grid. An interface from right to left gets them in that order,
    because the grid itself never turns round."""
    names = [name for name in columns if name in frame]
    shown = {column(columns[name], t.language): frame[name].map(_shown, na_action="ignore") for name in names}
    titles = list(shown)
    return pd.DataFrame(shown)[titles[::-1] if t.direction == "rtl" else titles]


def framed(rows: Mapping[str, list[Any]]) -> pd.DataFrame:
    """Columns of plain values as a frame."""
    return pd.DataFrame({name: pd.Series(values, dtype=object) for name, values in rows.items()})


def listed(frame: pd.DataFrame, columns: Mapping[str, str], t: Catalogue, key: str) -> None:
    """A short frame whose cells are sentences, as a table that wraps its lines; a long one as a grid."""
    if len(frame) > _LONGEST:
        grid(frame, columns, t, key)
        return
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in columns.values())
    rows = "".join(
        f"<tr>{''.join(_cell(value, t) for value in row)}</tr>"
        for row in frame[list(columns)].itertuples(index=False, name=None)
    )
    st.html(f'<table class="listed" dir="{t.direction}"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>')


def _cell(value: Any, t: Catalogue) -> str:
    if isinstance(value, bool | np.bool_):
        return f"<td>{escape(t('yes') if value else t('no'))}</td>"
    if isinstance(value, int | float | np.integer | np.floating):
        return f'<td class="number"><bdi>{escape(t.number(float(value)))}</bdi></td>'
    return _words("" if value is None else str(value), t)


def _words(text: str, t: Catalogue) -> str:
    """A cell of words, in their own direction; those of the right stand at the right edge of any table."""
    if plain_text():
        return f"<td>{escape(text)}</td>"
    ours = any(map(text.__contains__, ISOLATES))  # one of our sentences, which may begin with what it quotes
    base = t.direction if ours else base_direction(strip(text))
    edge = ' dir="rtl"' if base == "rtl" else ""
    return f'<td{edge}><bdi dir="{base}">{escape(text)}</bdi></td>'


def _shown(value: object) -> object:
    return cell(value) if isinstance(value, str) else value


def folded(label: str, key: str, draw: Callable[[], None], expanded: bool = False) -> None:
    """A box that opens at a click; what `draw` puts into it is not made, nor sent, before."""
    box = st.expander(label, expanded, key=key, on_change="rerun")
    if box.open:
        with box:
            draw()


def grid(
    frame: pd.DataFrame, columns: Mapping[str, str], t: Catalogue, key: str, chosen: Callable[[], None] | None = None
) -> None:
    """The frame as a grid that can be searched and sorted; `chosen` is called when a row is."""
    shown = display(frame, columns, t)
    shares = {column(title, t.language) for name, title in columns.items() if name.startswith("share")}
    plain = shown.size > _WRITTEN
    config: dict[str, Any] = {
        title: st.column_config.NumberColumn(format="percent") for title in shown if plain and title in shares
    }
    choice: dict[str, Any] = {"on_select": chosen, "selection_mode": "single-row"} if chosen else {}
    height: Any = _TALLEST if len(shown) > 10 else "auto"
    data = shown if plain else written(shown, shares, t)
    st.dataframe(data, hide_index=True, key=key, height=height, column_config=config, placeholder="", **choice)


def written(shown: pd.DataFrame, shares: Collection[str], t: Catalogue) -> Styler:
    """The frame with its numbers as the language writes them. The grid sorts by the numbers themselves."""
    formats: dict[str, Any] = {}
    for title in shown.columns:
        values = shown[title]
        if pd.api.types.is_bool_dtype(values) or not pd.api.types.is_numeric_dtype(values):
            continue
        share = title in shares
        formats[title] = partial(t.percent, decimals=1) if share else partial(t.number, decimals=_places(values))
    return shown.style.format(formats, na_rep="")


def _places(values: pd.Series) -> int:
    """How many decimal places tell a column's numbers apart."""
    known = values.dropna().astype(float)
    if known.empty or (known % 1 == 0).all():
        return 0
    return 3 if known.abs().max() <= 1 else 1
