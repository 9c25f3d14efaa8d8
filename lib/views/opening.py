"""Which corpus is open: found at the start, read with its progress in view, and looked after while the app runs.

The open corpus is shared by all visitors and is named by its generation, so that one published in the meantime (by the
command line, say) is seen at the next click. What a corpus lacks is told in one sentence; the app stays up.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from lib.build import ensure
from lib.i18n import Catalogue, Sentence
from lib.ingest import SourceError
from lib.settings import ROOT, settings
from lib.store import Corpus, Progress, StoreError, shared
from lib.store.generation import current, lease, place
from lib.store.kept import actors_file, corrections_file
from lib.store.listed import listed
from lib.text.bidi import isolate
from lib.text.safe import plain

_CHECKED = "rawi-checked"
_STOPPED = "rawi-stopped"
_EVERY = 0.1  # seconds between two words of progress: more often costs more than it tells


class Vanished(Exception):
    """A generation that was deleted between being named and being opened."""


def source(arguments: Sequence[str] = tuple(sys.argv)) -> Path:
    """The corpus asked for: the path after `--` on the command line, else RAWI_CORPUS, else the seeds."""
    # Streamlit puts the script first; anything else is the command line of another program, such as a test runner.
    ours = len(arguments) > 1 and Path(arguments[0]).resolve() == ROOT / "dashboard.py"
    return Path(arguments[1]).expanduser() if ours else settings().corpus


@dataclass
class _Chosen:
    """What was opened in the app in place of what the server was started with."""

    path: Path | None = None


@st.cache_resource(show_spinner=False)
def _chosen() -> _Chosen:
    """One choice for all who look, so that a link and a second tab show what the first one does."""
    return _Chosen()


def wanted() -> Path:
    """The corpus that is shown: the one opened in the app, else the one that the server was started with."""
    return _chosen().path or source(sys.argv)


def choose(path: Path | None) -> None:
    """Shows another corpus from now on, None the first again."""
    _chosen().path = path


def again() -> None:
    """Has the corpus looked at again in the next run, and read where anything changed."""
    st.session_state.pop(_CHECKED, None)
    go_on()


def stop(path: Path) -> None:
    """Callback of the button under the progress bar. The press itself has ended a reading of this tab: a script that
    is started anew leaves off where it next speaks to the browser. Another tab or process is told; what was half
    written goes."""
    st.session_state[_STOPPED] = str(path)
    shared.stop(place(path, settings().home))


def go_on() -> None:
    """Callback: reads after all what was stopped."""
    st.session_state.pop(_STOPPED, None)


def stopped(path: Path) -> bool:
    """Whether this reader stopped the reading of a corpus, and did not take that back."""
    return bool(st.session_state.get(_STOPPED) == str(path))


def close() -> None:
    """Lets go of what is open, because it is no longer there."""
    _open.clear()
    again()


def opened(t: Catalogue, meanwhile: Callable[[], None] = lambda: None) -> Corpus | None:
    """The live generation of the corpus; None, and a sentence on the page, where there is nothing to open.

    `meanwhile` is called before a first reading, which nothing can be shown beside.
    """
    asked = wanted()
    folder = place(asked, settings().home)
    generation, said = current(folder), corrections_file(asked, settings().home)
    _say_given_up(asked, t)
    try:
        if stopped(asked):
            _say_stopped(generation is not None, t)
            return _under_list(_open(str(generation), str(said)), asked) if generation else None
        if generation is None:
            meanwhile()
        if generation is None or st.session_state.get(_CHECKED) != str(asked):
            generation = read(asked, t)
            st.session_state[_CHECKED] = str(asked)
        return _under_list(_open(str(generation), str(said)), asked)
    except shared.Stopped:  # in another tab
        st.session_state[_STOPPED] = str(asked)
        st.rerun()
    except (SourceError, StoreError, Vanished) as error:
        _explain(error, t)
        return None


def _under_list(corpus: Corpus, asked: Path) -> Corpus:
    """The corpus with its actors as the user's own list has them."""
    return listed(corpus, actors_file(asked, settings().home))


def _say_given_up(asked: Path, t: Catalogue) -> None:
    """That the reading of another corpus, which was to be opened in place of this one, was stopped; said once."""
    other = st.session_state.get(_STOPPED)
    if other is not None and other != str(asked):
        go_on()
        st.warning(plain(t("Reading the other corpus was stopped. This one stays open.")))


def _say_stopped(earlier: bool, t: Catalogue) -> None:
    """That reading was stopped, what is shown instead, and the way to go on."""
    said = t("Reading was stopped. What is shown here was read before.") if earlier else t("Reading was stopped.")
    with st.container(horizontal=True, vertical_alignment="center", key="stopped"):
        st.warning(plain(said))
        st.button(t("Go on reading"), on_click=go_on, key="read-on", icon=":material/play_arrow:")


@st.cache_resource(show_spinner=False, max_entries=2)
def _open(generation: str, said: str) -> Corpus:
    """One open corpus for all visitors. A generation swept in the meantime gives way to the one that took its place."""
    held = lease(Path(generation).parent)
    if held is None:
        raise Vanished(generation)
    return Corpus(*held, Path(said))


def read(asked: Path, t: Catalogue) -> Path:
    """Reads a source where that is needed, with a progress bar in counts that goes when it is done.

    Raises SourceError or StoreError.
    """
    go_on()
    place = st.empty()
    bar: Any = None
    last = 0.0

    def tell(progress: Progress) -> None:
        nonlocal bar, last
        if bar is None:
            with place.container(key="reading"):
                bar = st.empty()
                st.button(t("Stop"), key="stop", on_click=stop, args=(asked,), icon=":material/stop:")
        if time.monotonic() - last > _EVERY or progress.done == progress.total:
            last = time.monotonic()
            bar.progress(progress.share, plain(progress_words(progress, t)))

    generation = ensure(asked, settings().home, tell)
    place.empty()
    return generation


def progress_words(progress: Progress, t: Catalogue) -> str:
    """How far reading is, in counts."""
    if progress.stage == "finishing":
        n = progress.articles
        return t.n("{n} article read, now being put in order", "{n} articles read, now being put in order", n)
    said = [
        t("{done} of {total} files", done=t.number(progress.done), total=t.number(progress.total)),
        t.n("{n} article", "{n} articles", progress.articles),
    ]
    if progress.rate >= 1:
        said.append(t("{n} a second", n=t.number(progress.rate)))
    if progress.left is not None:
        said.append(left_words(progress.left, t))
    return " \u00b7 ".join(said)


def left_words(seconds: float, t: Catalogue) -> str:
    """The time that is left, as roughly as it is known."""
    if seconds < 90:
        return t.n("{n} second left", "{n} seconds left", max(1, round(seconds)))
    return t.n("{n} minute left", "{n} minutes left", round(seconds / 60))


def words(error: Exception, t: Catalogue) -> str:
    """Why something cannot be read, in the reader's words where it is in the catalogue; else isolated as English."""
    said = str(error)
    return t.said(said, isolate) if isinstance(said, Sentence) else isolate(said, "en")


def _explain(error: Exception, t: Catalogue) -> None:
    """Why there is nothing to open, and what can be done."""
    st.error(plain(words(error, t)))
    if isinstance(error, SourceError):
        st.markdown(plain(t("Put articles into that folder, or start Rawi with another folder or file:")))
        st.code("make run CORPUS=path", language=None)
    if st.button(t("Try again"), icon=":material/refresh:"):
        st.rerun()
