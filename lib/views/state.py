"""Filters and View in the address bar: the URL is the memory, so that every link opens exactly what its sender saw.

Streamlit's own `bind="query-params"` writes labels, which change with the interface language and then empty the
filters. Here keys are written instead. A widget's value reaches the state in its callback, and its name carries the
interface language and an epoch, so that a state that came from elsewhere (a link, back and forward, a click on a chart)
gets fresh widgets that cannot overwrite it with what they showed before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

import streamlit as st

from lib.enrich.identity.overlay import Overlay
from lib.query.filters import Filters
from lib.query.parameters import Unread
from lib.query.view import View
from lib.views import tongue

Parameters = dict[str, list[str]]

CORPUS = "corpus"
_MEMORY = "rawi"
_FILTERS = frozenset(each.name for each in fields(Filters))


class _Asked(dict[str, list[str]]):
    """An empty query that remembers which parameters were looked for."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        self.names.add(name)
        return default


def parameters() -> frozenset[str]:
    """Every parameter that a link can have, told by letting filters and view read an empty one."""
    asked = _Asked()
    Filters.read(asked)
    View.read(asked)
    return frozenset(asked.names | {CORPUS})


KNOWN = parameters()


@dataclass(frozen=True, slots=True)
class State:
    """What this reader looks at, what the link that led here asked for in vain, and (asked, found) of merged actors."""

    filters: Filters
    view: View
    unread: Unread = field(default_factory=list)
    made_for: str = ""
    merged: tuple[tuple[str, str], ...] = ()

    def query(self) -> Parameters:
        """The parameters of a link to this state."""
        return {**self.filters.to_query(), **self.view.to_query()}

    def changed(self, changes: Mapping[str, Any]) -> State:
        """The state with fields of Filters or View replaced; new filters begin at the first page of a list."""
        of_filters = {name: value for name, value in changes.items() if name in _FILTERS}
        of_view = {name: value for name, value in changes.items() if name not in _FILTERS}
        if of_filters:
            of_view.setdefault("page", 1)
        return State(replace(self.filters, **of_filters), replace(self.view, **of_view))


def parse(query: Mapping[str, list[str]]) -> State:
    """The state that a link asks for; parameters and values that mean nothing are in `unread`. Never raises."""
    filters, unread_filters = Filters.read(query)
    view, unread_view = View.read(query)
    strange = [(name, value) for name in query if name not in KNOWN and not _tracking(name) for value in query[name]]
    return State(filters, view, unread_filters + unread_view + strange, (query.get(CORPUS) or [""])[0])


def _tracking(name: str) -> bool:
    """Whether a parameter was hung on the link by a social network; it asks for nothing."""
    return name.startswith("utm_") or name in ("fbclid", "gclid", "igshid")


def from_outside(query: Parameters, written: Parameters, switched: bool) -> bool:
    """Whether the reader changed the address, not we; another page opened without parameters keeps the state."""
    query = {name: values for name, values in query.items() if name != CORPUS}
    return query != written and not (switched and not query)


@dataclass(slots=True)
class _Memory:
    """The session's copy. `touched`: a callback of this very run changed the state, so the address is behind it."""

    state: State
    written: Parameters
    page: str
    epoch: int = 0
    touched: bool = False


def _incoming() -> Parameters:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _first(query: Parameters) -> Parameters:
    """What the first address of a visit asks for: where it names no interface language, the one chosen last."""
    last = tongue.remembered()
    return {**query, "ui": [last]} if last and "ui" not in query else query


def language() -> str:
    """The interface language, before it is known which page is open."""
    memory: _Memory | None = st.session_state.get(_MEMORY)
    query = _incoming()
    if memory and (memory.touched or not query):
        return memory.state.view.ui
    return View.from_query(query if memory else _first(query)).ui


def sync(page: str) -> State:
    """Reads the address, or writes the state into it: called once in every run, before any widget is drawn."""
    query = _incoming()
    memory: _Memory | None = st.session_state.get(_MEMORY)
    if memory is None:
        memory = st.session_state[_MEMORY] = _Memory(parse(_first(query)), {}, page)
    elif not memory.touched and from_outside(query, memory.written, memory.page != page):
        memory.state = parse(query)
        memory.epoch += 1
    memory.page, memory.touched = page, False
    wanted = memory.state.query()
    if wanted != {name: values for name, values in query.items() if name != CORPUS}:
        st.query_params.from_dict(wanted)
    memory.written = wanted
    return memory.state


def redirected(overlay: Overlay) -> State:
    """The state with every merged actor replaced by the one it was merged into, in the address too; and says so."""
    memory: _Memory = st.session_state[_MEMORY]
    state = memory.state
    asked = (*state.filters.actors, *([state.view.who] if state.view.who else []), *state.view.pair)
    merged = tuple((key, overlay.resolve(key)) for key in dict.fromkeys(asked) if overlay.resolve(key) != key)
    if merged:
        pair = tuple(dict.fromkeys(map(overlay.resolve, state.view.pair)))
        view = replace(state.view, who=overlay.resolve(state.view.who), pair=pair if len(pair) == 2 else ())
        memory.state = State(state.filters.under(overlay), view, state.unread, state.made_for)
        memory.epoch += 1
        memory.written = memory.state.query()
        st.query_params.from_dict(memory.written)
    return replace(memory.state, merged=merged)


def change(**changes: Any) -> None:
    """For callbacks of gestures (a click, a brush, a button): changes the state; every widget starts afresh."""
    memory: _Memory = st.session_state[_MEMORY]
    memory.state = memory.state.changed(changes)
    memory.touched = True
    memory.epoch += 1


def put(**changes: Any) -> None:
    """For callbacks of widgets whose value is not the field itself: changes the state, the widgets stay as they are."""
    memory: _Memory = st.session_state[_MEMORY]
    memory.state = memory.state.changed(changes)
    memory.touched = True


def narrow(filters: Filters) -> None:
    """For callbacks of gestures that end in other filters altogether."""
    change(**{each.name: getattr(filters, each.name) for each in fields(filters)})


def now() -> State:
    """The state as it stands, for callbacks."""
    memory: _Memory = st.session_state[_MEMORY]
    return memory.state


def key(name: str) -> str:
    """The key of the widget that shows one field of the state."""
    memory: _Memory = st.session_state[_MEMORY]
    return f"{name}:{memory.state.view.ui}:{memory.epoch}"


def take(name: str, widget: str) -> None:
    """For the callback of the widget that shows field `name`: writes its value into the state."""
    memory: _Memory = st.session_state[_MEMORY]
    value = st.session_state[widget]
    value = tuple(value) if isinstance(value, list) else value.strip() if isinstance(value, str) else value
    memory.state = memory.state.changed({name: value})
    memory.touched = True
