"""Changes that the reader makes to what is kept: who may make them, and how a correction reaches its file.

A server that others can reach is for reading: only who sits at the machine may correct, open, upload and forget.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from urllib.parse import urlsplit

import streamlit as st

from lib.enrich.identity.curated import Curated
from lib.enrich.identity.curated import load as load_actors
from lib.i18n import Catalogue
from lib.ingest.corrections import Corrections, load
from lib.settings import settings
from lib.store.kept import actors_file, actors_target, corrections_file, corrections_target
from lib.views import opening

_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_PASSED_ON = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip")
_ASKED = "rawi-asked"
_lock = threading.Lock()


def allowed() -> bool:
    """Whether this visitor sits at the machine itself, as far as the server can tell."""
    if settings().public_url or st.get_option("server.address") not in _LOCAL:
        return False
    return at_home(dict(st.context.headers))


def at_home(headers: Mapping[str, str]) -> bool:
    """Whether a request came for this very machine and through no proxy."""
    known = {name.lower(): value for name, value in headers.items()}
    if any(name.lower() in known for name in _PASSED_ON):
        return False
    try:
        return (urlsplit("//" + known.get("host", "localhost")).hostname or "") in _LOCAL
    except ValueError:
        return False


def corrections() -> Corrections:
    """The corrections of the open corpus as they stand in their file."""
    return load(corrections_file(opening.wanted(), settings().home))


def write(change: Callable[[Corrections], Corrections]) -> None:
    """Changes the file of corrections; what was written there meanwhile is kept. Raises CorrectionsError."""
    if not allowed():
        return
    source, home = opening.wanted(), settings().home
    with _lock:
        change(load(corrections_file(source, home))).save(corrections_target(source, home))
    opening.again()


def curated() -> Curated:
    """The actor list of the open corpus as it stands in its file."""
    return load_actors(actors_file(opening.wanted(), settings().home))


def write_actors(change: Callable[[Curated], Curated]) -> None:
    """Changes the file of the actor list, which shows in the next run. Raises CorrectionsError."""
    if not allowed():
        return
    source, home = opening.wanted(), settings().home
    with _lock:
        change(load_actors(actors_file(source, home))).save(actors_target(source, home))


def ask(name: str) -> None:
    """Callback of a button: remembers that it was pressed, also where the run starts over before it comes to it."""
    st.session_state[_ASKED] = name


def asked(name: str) -> bool:
    """Whether the button of this name was pressed; true once for each press."""
    found = bool(st.session_state.get(_ASKED) == name)
    if found:
        del st.session_state[_ASKED]
    return found


def now() -> str:
    """The time of a change, by which it can be undone."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def refusal(t: Catalogue) -> str:
    """Why nothing can be changed from here."""
    return t(
        "Others can reach this server, so nothing can be changed from here. Start Rawi on your own machine for that."
    )
