"""One article in its own direction, its actors and dates marked; click a mark to keep the articles about that actor."""

import streamlit as st

from lib.query.articles import articles, neighbours
from lib.query.sources import around
from lib.text.bidi import isolate
from lib.text.safe import plain
from lib.views import arranging, article_view, controls, correcting, labelling, parts, people, reader, shell, writing

here = shell.require()
corpus, filters, view, t = here.corpus, here.filters, here.view, here.t
doc = view.doc
if not doc and here.matching:
    doc = articles(corpus, filters, view.sort, 0, 1)["id"].iloc[0]
document = corpus.document(doc) if doc else None

if document is None:
    parts.heading(here, t("Article"))
    if doc:
        st.warning(plain(t("This link asks for the article {id}, which is not in this corpus.", id=isolate(doc))))
    else:
        parts.nothing(here)
    st.page_link("pages/articles.py", label=t("All articles"), icon=":material/article:", query_params=here.link())
    st.stop()

mine = writing.allowed()
previous, following = neighbours(corpus, filters, view.sort, document.id)
with st.container(horizontal=True, vertical_alignment="bottom", key="neighbours"):
    back, on = ":material/chevron_left:", ":material/chevron_right:"
    back, on = (on, back) if t.direction == "rtl" else (back, on)
    for id_, label, icon in ((previous, t("Previous"), back), (following, t("Next"), on)):
        st.page_link("pages/article.py", label=label, icon=icon, disabled=id_ is None,
                     query_params=here.link(doc=id_ or document.id))  # fmt: skip
    label = t.n("{n} matching article", "{n} matching articles", here.matching)
    st.page_link("pages/articles.py", label=plain(label), icon=":material/article:", query_params=here.link())
    if document.raw is not None:
        shown = {"cleaned": t("Cleaned"), "original": t("As found"), "both": t("Side by side")}
        controls.one("shown", t("Text"), shown, view.shown)
    if mine:
        labelling.star(here, document.id)
    with st.popover(t("Type"), icon=":material/format_size:"):
        edges = {"ragged": t("Ragged lines"), "justified": t("Straight edges")}
        controls.one("align", t("Lines"), edges, view.align)
        if article_view.lost_half_spaces(document):
            spaces = {"restored": t("Shown and marked"), "source": t("As in the source")}
            controls.one("spaces", t("Missing half-spaces"), spaces, view.spaces)

names = parts.actor_names(corpus, [mention.actor for mention in document.mentions], t.language)
st.html(article_view.facts_html(document, here.days))
labelling.line(here, document.id)
shown = view.shown if document.raw is not None else "cleaned"
beside = st.columns(2, gap="large") if shown == "both" else [st.container(), st.container()]
if shown != "original":
    with beside[0]:
        st.html(article_view.legend_html(document, t, view.spaces == "restored"))
        people.named(here, document.mentions)
        reader.reader(here, document, names)
if shown != "cleaned":
    with beside[1]:
        parts.line([t("The source as it was found; what is struck through is left out of the article.")], here)
        st.html(article_view.source_html(document, t, alone=shown == "original"))
        whys = list(dict.fromkeys(t(removed.why) for removed in document.removed))
        parts.line([t("Left out: {pieces}", pieces=t(", ").join(whys))] if whys else [], here)
people.links(here, tuple(dict.fromkeys(mention.actor for mention in document.mentions)))
if mine:
    correcting.article_form(here, document)
    labelling.form(here, document)
    arranging.form(here, document)
    with st.expander(t("Correct its folder or file"), icon=":material/folder:"):
        correcting.folder_form(here, around(corpus, document.source), "around")
else:
    with st.expander(t("Correct this article"), icon=":material/edit:"):
        st.markdown(plain(writing.refusal(t)))
