"""Changes that the reader makes to what is kept: who may make them, and how a correction reaches its file.

A server that others can reach is for reading: only who sits at the machine may correct, open, upload and forget.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from urllib.parse import urlsplit

import streamlit as st

from lib.enrich.identity.curated import Curated
from lib.enrich.identity.curated import load as load_actors
from lib.i18n import Catalogue
from lib.ingest.corrections import Corrections, CorrectionsError, load
from lib.settings import settings
from lib.store import StoreError
from lib.store.kept import actors_file, correct, corrections_file, curate
from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import opening

_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_PASSED_ON = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip")
_ASKED = "rawi-asked"


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
    """Changes the file of corrections; what was written there meanwhile is kept. Raises CorrectionsError or StoreError.

    The corpus is read again only where that changes how it is read.
    """
    if allowed() and correct(opening.wanted(), settings().home, change):
        opening.again()


def tried(change: Callable[[Corrections], Corrections], t: Catalogue) -> bool:
    """The same for a page: what stands in the way is said there, what was done as a short message."""
    try:
        write(change)
    except (CorrectionsError, StoreError) as error:
        st.error(plain(t.said(str(error), isolate)))
        return False
    st.toast(plain(t("Saved")))
    return True


def curated() -> Curated:
    """The actor list of the open corpus as it stands in its file."""
    return load_actors(actors_file(opening.wanted(), settings().home))


def write_actors(change: Callable[[Curated], Curated]) -> None:
    """Changes the file of the actor list, which shows in the next run. Raises CorrectionsError or StoreError."""
    if allowed():
        curate(opening.wanted(), settings().home, change)


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
