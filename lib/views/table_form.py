"""Which column of a table is what: the guess with some rows, put right by whoever knows better, and the way back."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from lib.i18n import N_, Catalogue
from lib.ingest.columns import Corrections, corrections
from lib.ingest.columnsfile import ColumnsError, write
from lib.ingest.preview import Table, preview
from lib.settings import settings
from lib.store.kept import columns_file, columns_target
from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import opening, tables, writing
from lib.views.shell import Here

FIELDS = {
    "text": N_("Text"),
    "title": N_("Title"),
    "published": N_("Date of publication"),
    "outlet": N_("Outlet"),
    "url": N_("Link"),
    "language": N_("Language"),
    "author": N_("Author"),
    "section": N_("Section"),
    "id": N_("Id"),
}
_ORDERS = {"": N_("as the column shows"), "dmy": N_("day, month, year"), "mdy": N_("month, day, year")}
_CALENDARS = {
    "": N_("as the years show"),
    "gregorian": N_("Gregorian calendar"),
    "jalali": N_("Solar Hijri calendar"),
    "hijri": N_("Islamic calendar"),
}
_OFFERED = 500
_ROWS = 3
_CELL = 70
Choice = Mapping[str, Sequence[str] | str]


def draw(here: Here) -> None:
    """The form for one of the tables of the corpus, nothing where there is none."""
    t = here.t
    names = table_names(here)
    if not names:
        return
    st.header(plain(t("Columns of tables")), anchor=False)
    key = _key(here, "which")
    label = t.n("{n} file with columns", "{n} files with columns", len(names))
    name = st.selectbox(plain(label), names, format_func=isolate, key=f"table-{key}")
    told = columns_file(opening.wanted(), settings().home)
    said, _ = corrections(told)
    path = file_of(name)
    guess, table = preview(path, name, without(said, name)), preview(path, name, said)
    if table is None or guess is None:
        st.info(plain(t("This table cannot be read any more.")))
        return
    _shown(here, table, name)
    if writing.allowed():
        _form(here, name, (guess, table), said)
    else:
        st.markdown(plain(writing.refusal(t)))


def table_names(here: Here) -> list[str]:
    """The tables of the corpus, the largest first; the first few hundred of them."""
    query = "SELECT source FROM files WHERE columns ORDER BY articles DESC, source LIMIT ?"
    return [row[0] for row in here.corpus.connection().execute(query, [_OFFERED]).fetchall()]


def file_of(name: str) -> Path:
    """Where the file lies that holds a table of the open corpus, which is the archive for a table in one."""
    source = opening.wanted()
    return source / name.partition("!/")[0] if source.is_dir() else source


def without(said: Corrections, name: str) -> Corrections:
    """What is said of all files but this one, so that it can be seen what would be guessed."""
    return Corrections({key: value for key, value in said.tables.items() if key != name})


def _shown(here: Here, table: Table, name: str) -> None:
    """Each column, what it was taken for and how sure that is, and what it holds in the first rows."""
    t = here.t
    place = {key: field for field, keys in table.fields.items() for key in keys}
    rows = []
    for column in table.columns:
        taken = t(FIELDS[place[column.name]]) if place.get(column.name) in FIELDS else t("left out")
        doubt = t(" (by what it holds)") if column.unsure and column.name in place else ""
        cells = [_short(row.get(column.name, "")) for row in table.rows[:_ROWS]]
        rows.append([column.name, taken + doubt, *cells, *[""] * (_ROWS - len(cells))])
    titles = {"column": t("Column"), "field": t("Taken for")}
    titles |= {f"row-{n}": t("Row {n}", n=t.number(n)) for n in range(1, _ROWS + 1)}
    tables.listed(pd.DataFrame(rows, columns=list(titles), dtype=object), titles, t, f"columns-{_key(here, name)}")


def _short(cell: str) -> str:
    return cell if len(cell) <= _CELL else cell[:_CELL] + "\u2026"


def _form(here: Here, name: str, tables_: tuple[Table, Table], said: Corrections) -> None:
    t, (guess, table) = here.t, tables_
    keys = [column.name for column in table.columns]
    own = said.tables.get(name, {})
    key = _key(here, repr((name, sorted(own.items()), keys)))
    chosen: dict[str, Sequence[str] | str] = {}
    with st.form(f"columns-{key}"):
        st.markdown(plain(t("Choose the columns. Several columns of text become one, in this order.")))
        texts = st.multiselect(
            t(FIELDS["text"]), keys, list(table.fields.get("text", ())), format_func=isolate, key=f"text-{key}",
            placeholder=t("none"), select_all=False,
        )  # fmt: skip
        chosen["text"] = texts if len(texts) != 1 else texts[0]
        places = st.columns(3)
        for at, field in enumerate(each for each in FIELDS if each != "text"):
            now = next(iter(table.fields.get(field, ())), "")
            with places[at % 3]:
                chosen[field] = _one(t, t(FIELDS[field]), keys, now, f"{field}-{key}")
        order, calendar = str(own.get("date_order", "")), str(own.get("calendar", ""))
        with places[2]:
            chosen["date_order"] = _named(t, t("Dates in figures"), _ORDERS, order, f"order-{key}")
        with places[0]:
            chosen["calendar"] = _named(t, t("Calendar of the dates"), _CALENDARS, calendar, f"calendar-{key}")
        st.form_submit_button(t("Save"), type="primary", on_click=writing.ask, args=("columns",))
    if writing.asked("columns"):
        _save(name, difference(guess, chosen), t)
    if own:
        st.button(t("Back to the guess"), icon=":material/undo:", on_click=writing.ask, args=("columns-back",))
        if writing.asked("columns-back"):
            _save(name, {}, t)


def difference(guess: Table, chosen: Choice) -> dict[str, str | Sequence[str]]:
    """What was chosen otherwise than guessed, as `rawi.toml` says it; "" is no column."""
    said: dict[str, str | Sequence[str]] = {}
    for field, choice in chosen.items():
        found = list(guess.fields.get(field, ()))
        wanted = [choice] if isinstance(choice, str) and choice else list(choice)
        if wanted != found:
            said[field] = choice if choice else ""
    return said


def _one(t: Catalogue, label: str, keys: Sequence[str], now: str, key: str) -> str:
    options = ["", *keys]
    at = options.index(now) if now in options else 0
    return st.selectbox(label, options, at, format_func=lambda each: isolate(each) if each else t("none"), key=key)


def _named(t: Catalogue, label: str, names: Mapping[str, str], now: str, key: str) -> str:
    options = list(names)
    at = options.index(now) if now in options else 0
    return st.selectbox(label, options, at, format_func=lambda each: t(names[each]), key=key)


def _save(name: str, said: Mapping[str, str | Sequence[str]], t: Catalogue) -> None:
    """Writes what was said, and starts over with this file read again."""
    try:
        write(columns_target(opening.wanted(), settings().home), name, said)
    except ColumnsError as error:
        st.error(plain(opening.words(error, t)))
        return
    opening.again()
    st.toast(plain(t("Saved")))
    st.rerun()


def _key(here: Here, about: str) -> str:
    """Fresh widgets for every table, interface language and state of the corpus."""
    seen = repr((about, here.corpus.generation.parent.name)).encode("utf-8", "surrogateescape")
    return f"{here.t.language}-{hashlib.blake2b(seen, digest_size=6).hexdigest()}"
