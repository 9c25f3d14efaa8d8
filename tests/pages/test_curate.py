"""Curating actors: what a reader does shows at once, is kept, can be taken back and goes to other corpora."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.enrich.identity.curated import load
from lib.enrich.identity.rows import FILE
from lib.settings import SEEDS
from lib.views import opening
from tests.pages.conftest import Open, faults, started, texts


@pytest.fixture
def seeds(tmp_path: Path, seeds_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = Path(shutil.copytree(SEEDS, tmp_path / "seeds", ignore=shutil.ignore_patterns("rawi-*")))
    monkeypatch.setenv("RAWI_HOME", str(seeds_home))
    monkeypatch.setenv("RAWI_CORPUS", str(folder))
    opening.choose(None)
    yield folder
    opening.choose(None)


def press(app: AppTest, label: str) -> AppTest:
    next(each for each in app.main.button if each.label == label).click().run()
    assert faults(app) == []
    return app


def field(app: AppTest, label: str) -> Any:
    return next(each for each in app.main.text_input if each.label == label)


def labels(app: AppTest) -> list[str]:
    return [each.proto.label.replace("\\", "") for each in app.get("page_link")]


def shown(label: str) -> str:
    return "".join(c for c in label if c.isprintable())


def test_a_merge_a_split_and_their_undoing_show_at_once(seeds: Path) -> None:
    app = started("curate", who="maryam-rajavi")
    assert faults(app) == [] and "Maryam Rajavi" in texts(app)
    before = len([each for each in app.main.button if each.label == "Not this actor"])
    assert before > 1
    field(app, "Merge with another actor").input("soleimani").run()
    merge = next(each for each in app.main.button if each.label.startswith("Merge "))
    merge.click().run()
    assert faults(app) == [] and "by you" in texts(app) and "merged into" in texts(app)
    known = load(seeds / FILE)
    (key,) = known.standing.parents
    assert known.standing.parents[key] == "maryam-rajavi"
    after = len([each for each in app.main.button if each.label == "Not this actor"])
    assert after > before

    link = started("timeline", actor=key)
    assert faults(link) == [] and "was merged into" in "".join(each.value for each in link.info)
    assert link.query_params["actor"] == "maryam-rajavi"

    press(app, "Part again")
    assert load(seeds / FILE).standing.parents == {}
    press(app, "Not this actor")
    assert len(load(seeds / FILE).standing.splits) == 1 and "split from" in texts(app)
    for _ in range(3):
        press(app, "Undo")
    assert load(seeds / FILE).rows == []
    assert len([each for each in app.main.button if each.label == "Not this actor"]) == before


def test_names_kind_and_hiding(seeds: Path) -> None:
    app = started("curate", who="maryam-rajavi")
    field(app, "Name: English").input("President-elect Rajavi")
    app.main.checkbox[0].check()
    press(app, "Save")
    assert "President-elect Rajavi" in texts(app) and "counts nowhere" in "".join(each.value for each in app.info)
    overview = started("actors")
    assert faults(overview) == [] and "Rajavi" not in texts(overview)
    app.main.checkbox[0].uncheck()
    press(app, "Save")
    standing = load(seeds / FILE).standing
    assert standing.hidden == set() and standing.names["maryam-rajavi"]["en"] == "President-elect Rajavi"


def test_an_actor_is_added_and_found_at_the_next_reading(seeds: Path) -> None:
    app = started("curate")
    assert faults(app) == []
    press(app, "Add this actor")
    assert "needs a name" in app.error[0].value
    field(app, "Name: Persian").input("گردهمایی سالانه")
    press(app, "Add this actor")
    (key,) = load(seeds / FILE).standing.defined
    assert app.query_params["who"] == key and "Not named in these articles." in texts(app)
    press(app, "Read again")
    corpus = opening.opened(None)  # type: ignore[arg-type]
    assert corpus is not None and corpus.actor(key).origin == "user"  # type: ignore[union-attr]
    field(app, "Find an actor").input("گردهمايى").run()
    assert any("گردهمایی" in label for label in labels(app))


def test_bad_rows_are_told_and_the_rest_holds(seeds: Path) -> None:
    rows = "key,kind,merged_into,hidden,note\nrajavi-x,,maryam-rajavi,,\n,person,,,\niran,spirit,,maybe,\n"
    (seeds / FILE).write_text(rows, "utf-8")
    app = started("curate")
    said = texts(app)
    assert faults(app) == [] and "row 3" in said and "row 4" in said and "spirit" in said and "maybe" in said
    assert "rajavi-x" in said and "could not be followed" in said
    (seeds / FILE).write_bytes(b"\xff\xfe\x00")
    app = started("curate")
    assert faults(app) == [] and "UTF-8" in texts(app)
    app.query_params["who"] = "iran"
    press(app.run(), "Save")
    (seeds / FILE).unlink()


@pytest.mark.parametrize("corpus", ["tiny", "empty", "one", "undated", "hostile"])
@pytest.mark.parametrize("page", ["curate", "sentences"])
@pytest.mark.parametrize("who", ["", "iran", "nobody"])
def test_every_corpus_and_cold_links(visit: Open, corpus: str, page: str, who: str) -> None:
    app = visit(corpus, page, **({"who": who} if who else {}), ui="fa" if who == "iran" else "en")
    assert faults(app) == []
    if who == "nobody":
        assert "nobody" in "".join(each.value for each in app.warning)


def test_every_count_opens_its_sentences(visit: Open) -> None:
    app = visit("tiny", "sentences", who="maryam-rajavi")
    said = texts(app)
    assert "5 mentions in 4 articles" in shown(said) or "mentions in" in said
    assert said.count("<mark") == 6
    some = visit("tiny", "sentences", who="maryam-rajavi", form="رجوی")
    assert texts(some).count("<mark") == 1 and "spelt" in texts(some)
    assert texts(visit("tiny", "sentences", who="maryam-rajavi", captions="1")).count("<mark") == 7
    assert texts(visit("tiny", "sentences", who="irna", cited="1")).count("<mark") == 2
