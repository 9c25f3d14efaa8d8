"""Networks as files: what other programs read is what was counted, in every script, and always XML."""

from __future__ import annotations

import csv
import io

import networkx
import pandas as pd
import pytest

from lib.export.network import csv_file, gexf_file, graphml_file
from lib.query.network import Network

BAD = "\u202eIran\u202c\x07\x00 <b>&\"'\ttab\uffff"
NODES = pd.DataFrame(
    [
        ("maryam-rajavi", "person", "Maryam Rajavi", "مریم رجوی", "مريم رجوي", 9, 12, 0),
        ("badr", "person", None, "بدر البوسعيدی", None, 5, 6, 0),
        ("=bad", "state", BAD, None, "می\u200cشود", 4, 4, 1),
    ],
    columns=["actor", "kind", "name_en", "name_fa", "name_ar", "articles", "sentences", "group"],
    dtype=object,
)
EDGES = pd.DataFrame(
    [("badr", "maryam-rajavi", 3, 4, 6, 12, 0.51, 9.25), ("=bad", "badr", 1, 1, 4, 6, 0.125, 0.5)],
    columns=["a", "b", "articles", "sentences", "a_sentences", "b_sentences", "npmi", "g2"],
)
FOUND = Network("sentence", NODES, EDGES, 1, 99)


@pytest.mark.parametrize(("make", "read"), [(gexf_file, networkx.read_gexf), (graphml_file, networkx.read_graphml)])
def test_networks_come_back_whole(make: object, read: object) -> None:
    found = read(io.BytesIO(make(FOUND)))  # type: ignore[operator]
    assert set(found.nodes) == set(NODES["actor"])
    rajavi = found.nodes["maryam-rajavi"]
    assert [rajavi[name] for name in ("name_en", "name_fa", "name_ar")] == ["Maryam Rajavi", "مریم رجوی", "مريم رجوي"]
    assert (rajavi["kind"], rajavi["articles"], rajavi["sentences"], rajavi["group"]) == ("person", 9, 12, 0)
    assert found.nodes["badr"]["label"] == "بدر البوسعيدی"
    edge = found.edges["badr", "maryam-rajavi"]
    assert (edge["weight"], edge["log_likelihood"], edge["articles"], edge["sentences"]) == (0.51, 9.25, 3, 4)
    assert found.number_of_edges() == 2


@pytest.mark.parametrize("make", [gexf_file, graphml_file])
def test_hostile_names_leave_no_controls(make: object) -> None:
    text = make(FOUND).decode("utf-8")  # type: ignore[operator]
    assert not [c for c in text if (ord(c) < 32 and c not in "\n\t\r") or c in "\u202a\u202c\u202e\uffff\x7f"]
    assert "می\u200cشود" in text


def test_the_table_has_all_names_and_runs_nothing() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_file(FOUND).decode("utf-8-sig"))))
    assert rows[0]["a"] == "badr" and rows[0]["b_name_ar"] == "مريم رجوي" and rows[0]["a_name_en"] == ""
    assert (rows[0]["sentences"], rows[0]["npmi"], rows[0]["b_group"]) == ("4", "0.51", "0")
    assert rows[1]["a"] == "'=bad"


def test_a_network_without_ties_is_a_file_too() -> None:
    nothing = Network("article", NODES.head(0), EDGES.head(0).drop(columns="sentences"), 1, 0)
    assert networkx.read_gexf(io.BytesIO(gexf_file(nothing))).number_of_nodes() == 0
    assert csv_file(nothing).decode("utf-8-sig").startswith("a,b,")
