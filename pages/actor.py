"""One actor: over time, across languages and outlets, with whom, in which words, and what it is quoted with."""

import streamlit as st

from lib.text.bidi import isolate, said
from lib.text.safe import plain
from lib.views import actor, actor_words, parts, shell

here = shell.require()
t = here.t
who = actor.chosen(here)
name = isolate(who.name(t.language)) if who else ""
parts.heading(here, said(name, t.language) if who else t("Actor"))
actor.picker(here, who)

if not parts.nothing(here):
    if who is None:
        actor.offered(here)
        st.stop()
    profile = actor.facts(here, who)
    if not profile.articles:
        st.info(plain(t("No article that matches these filters names {name}.", name=name)))
        actor.in_office(here, who, profile)
        st.stop()
    mine = actor.narrowed(here, who.key, profile.articles)
    actor.over_time(here, mine)
    actor.spellings(here, who)
    actor.coverage(here, mine, who)
    actor.firsts(here, who)
    actor.companions(here, mine, who)
    actor_words.words(here, mine, who)
    actor.in_office(here, who, profile)
    actor_words.quotes(here, who)
    actor.listed(here, mine)
