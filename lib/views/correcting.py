"""Forms that correct articles: one with its title, many with what they share, a folder or a file."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import streamlit as st

from lib.i18n import Catalogue
from lib.ingest.corrcells import UNKNOWN, published
from lib.ingest.corrections import exactly
from lib.model import Published
from lib.query.articles import articles
from lib.query.sources import ALL
from lib.store.corpus import Corpus
from lib.store.document import Document
from lib.text.bidi import isolate
from lib.text.calendars import month_bounds
from lib.text.safe import plain
from lib.views import state, writing
from lib.views.shell import Here

_LANGUAGES = ("fa", "ar", "en", "ckb", "ku", "ur", "ps", "tr", "az", "he", "fr", "de", "es", "ru")
_NOTHING = {"date": "", "outlet": "", "language": ""}


def written(day: Published) -> str:
    """A date of publication as it is typed: a day, a month, a year, or two days with `..` between them."""
    since, until = day.since, day.until
    if since is None or until is None:
        return ""
    if since == until:
        return since.isoformat()
    if (since, until) == month_bounds("gregorian", since.year, since.month):
        return f"{since.year:04}-{since.month:02}"
    if since.isoformat()[4:] == "-01-01" and until.isoformat() == f"{since.year:04}-12-31":
        return f"{since.year:04}"
    return f"{since.isoformat()}..{until.isoformat()}"


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """What differs, as cells of a row of corrections; what was emptied becomes "not known"."""
    lines = {name: " ".join(value.split()) for name, value in after.items()}
    return {name: value or UNKNOWN for name, value in lines.items() if value != " ".join(before[name].split())}


def article_form(here: Here, document: Document) -> None:
    """Everything that can be said of one article, and the way back."""
    t, id = here.t, document.id
    with st.expander(t("Correct this article"), icon=":material/edit:"):
        before = {
            "date": written(document.published),
            "outlet": document.outlet or "",
            "language": document.language,
            "title": document.title or "",
        }
        key = form_key(here, id, before)
        with st.form(f"correct-{key}", border=False):
            after = _fields(here, before, key)
            after["title"] = st.text_input(t("Title"), before["title"], key=f"title-{key}", max_chars=1000)
            refused = st.checkbox(t("This is no article"), key=f"refused-{key}")
            st.form_submit_button(t("Save"), type="primary", on_click=writing.ask, args=("save",))
        if writing.asked("save"):
            said = changes(before, after) | ({"article?": "no"} if refused else {})
            _save([id], said, t)
        undo([id], t("Undo the last correction"), t)


def many_form(here: Here, ids: Sequence[str], words: str, name: str) -> None:
    """What several articles share: date, outlet, language; or that none of them is an article."""
    t = here.t
    key = form_key(here, name, _NOTHING)
    with st.form(f"correct-{key}"):
        st.markdown(plain(words))
        after = _fields(here, _NOTHING, key)
        refused = st.checkbox(t("These are no articles"), key=f"refused-{key}")
        st.form_submit_button(t("Save"), type="primary", on_click=writing.ask, args=(f"save-{name}",))
    if writing.asked(f"save-{name}"):
        _save(ids, changes(_NOTHING, after) | ({"article?": "no"} if refused else {}), t)
    undo(ids, t("Undo the last correction of these"), t, name)


def matching_form(here: Here) -> None:
    """The same for all articles that match the filters."""
    words = here.t.n("For the {n} article that matches", "For all {n} articles that match", here.matching)
    many_form(here, matching_ids(here), words, "many")


def folder_form(here: Here, paths: Mapping[str, int], name: str) -> None:
    """Outlet and language of all in a folder or a file; `paths`: those to choose from, and how much they hold."""
    t = here.t
    key = form_key(here, f"{name}-{'/'.join(list(paths)[:1])}", _NOTHING)

    def shown(path: str) -> str:
        words = isolate(path.removesuffix("!"), "en") if path != ALL else t("everything in this corpus")
        return f"{words} ({t.n('{n} article', '{n} articles', paths[path])})"

    with st.form(f"folder-{key}", border=False):
        path = st.selectbox(
            t("Folder or file"), list(paths), format_func=shown, key=f"path-{key}", filter_mode="contains"
        )
        after = {"outlet": "", "language": ""}
        with st.container(horizontal=True, vertical_alignment="top"):
            after["outlet"] = st.text_input(t("Outlet of all in it"), key=f"outlet-{key}", max_chars=200)
            after["language"] = _language(here, "", key, t("Language of all in it"))
        st.form_submit_button(t("Save"), type="primary", on_click=writing.ask, args=(f"save-{name}",))
    if writing.asked(f"save-{name}"):
        said = changes(_NOTHING, after)
        if not said:
            st.info(plain(t("Nothing was changed.")))
        elif writing.tried(lambda known: known.set_source(exactly(path), said, writing.now()), t):
            st.rerun()
    undo([], t("Undo the last correction of a folder or file"), t, name, [exactly(path) for path in paths])


def refused_form(here: Here) -> None:
    """Articles that were said to be none, and the way back for them."""
    t = here.t
    ids = writing.corrections().refused()
    if not ids:
        return
    with st.form("refused", border=False):
        label = t("Said to be no article")
        chosen = st.multiselect(label, ids, format_func=isolate, key=form_key(here, "refused", {}), placeholder="",
                                select_all=False)  # fmt: skip
        st.form_submit_button(t("Take them back"), on_click=writing.ask, args=("take-back",))
    if writing.asked("take-back") and chosen:
        _save(chosen, {"article?": "yes"}, t)


def matching_ids(here: Here) -> list[str]:
    """Ids of all articles that match."""
    return [str(id) for id in articles(here.corpus, here.filters, "corpus", 0, None)["id"]]


def _fields(here: Here, before: Mapping[str, str], key: str) -> dict[str, str]:
    t = here.t
    examples = isolate("2020-07-17, 2020-07, 2020, 1399-04-27", "en")
    hint = t("A day, a month or a year: {examples}. Two of them with {dots} between make a period.", examples=examples,
             dots="..")  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="top"):
        date = st.text_input(t("Date of publication"), before["date"], key=f"date-{key}", help=plain(hint))
        outlet = st.text_input(t("Outlet"), before["outlet"], key=f"outlet-{key}", max_chars=200)
        language = _language(here, before["language"], key)
    return {"date": date, "outlet": outlet, "language": language}


def _language(here: Here, before: str, key: str, label: str = "") -> str:
    t, codes = here.t, languages(here.corpus, before)
    return st.selectbox(
        label or t("Language"), codes, codes.index(before), key=f"language-{key}",
        format_func=lambda code: t.language_name(code) if code else t("as it is"),
    )  # fmt: skip


def languages(corpus: Corpus, chosen: str) -> list[str]:
    """Codes that can be chosen: the present one, those of the corpus, those that are often met."""
    return list(dict.fromkeys([chosen, *corpus.languages(), *_LANGUAGES]))


def form_key(here: Here, about: str, before: Mapping[str, object]) -> str:
    """Fresh widgets for every article, interface language and state, so that none shows what was there before."""
    seen = repr((about, sorted(before.items()), here.corpus.generation.name)).encode("utf-8", "surrogateescape")
    return f"{here.t.language}-{hashlib.blake2b(seen, digest_size=6).hexdigest()}"


def _save(ids: Sequence[str], said: Mapping[str, str], t: Catalogue) -> None:
    """Checks and writes a change, then starts over with the corpus read again."""
    date = said.get("date", UNKNOWN)
    if date != UNKNOWN and published(date) is None:
        st.error(plain(t("This is no sure day, month or year: {date}", date=isolate(date))))
    elif not said:
        st.info(plain(t("Nothing was changed.")))
    elif writing.tried(lambda known: known.set(ids, said, writing.now()), t):
        st.rerun()


def undo(ids: Sequence[str], label: str, t: Catalogue, name: str = "one", patterns: Sequence[str] = ()) -> None:
    """The button that takes back the newest change, with what that was."""
    last = writing.corrections().last(ids, patterns)
    if not last:
        return
    cells = {name: value for name, value in last.items() if value and name not in ("article", "changed")}
    said = t(", ").join(isolate(f"{name}: {value}") for name, value in cells.items())
    asked = f"undo-{name}"
    st.button(plain(label), icon=":material/undo:", help=plain(said), key=asked, on_click=writing.ask, args=(asked,))
    if writing.asked(asked) and writing.tried(lambda known: known.undo(ids, patterns), t):
        if last.get("split") and last.get("article") not in ids:
            state.change(doc=last["article"])  # what was cut off is no article of its own any more
        st.rerun()
