"""The network of actors for other programs: GEXF for Gephi, GraphML for most others, CSV for a spreadsheet.

All three hold the same actors, with their keys and names in every script, and the same ties. Names come from texts, so
what XML cannot hold is taken out, and with it controls of direction, which other programs would show as boxes.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lib.export.tables import csv_bytes
from lib.query.network import Network
from lib.text.bidi import strip
from lib.text.safe import xml_text

if TYPE_CHECKING:
    import networkx

NAMES = ("name_en", "name_fa", "name_ar")


def gexf_file(found: Network) -> bytes:
    """The network as GEXF 1.2."""
    import networkx

    out = io.BytesIO()
    networkx.write_gexf(graph(found), out)
    return out.getvalue()


def graphml_file(found: Network) -> bytes:
    """The network as GraphML."""
    import networkx

    out = io.BytesIO()
    networkx.write_graphml_xml(graph(found), out)
    return out.getvalue()


def csv_file(found: Network) -> bytes:
    """The ties as CSV: both keys, all names of both, counts and measures; the surest first."""
    names = found.nodes.set_index("actor")
    frame = found.edges.copy()
    for side in ("a", "b"):
        for column in (*NAMES, "kind", "group"):
            frame[f"{side}_{column}"] = frame[side].map(names[column])
    about = [f"{side}_{column}" for side in ("a", "b") for column in (*NAMES, "kind", "group")]
    numbers = [name for name in found.edges.columns if name not in ("a", "b")]
    return csv_bytes(frame, {name: name for name in ("a", "b", *about, *numbers)})


def graph(found: Network) -> networkx.Graph:
    """The network with all that is known of it: `weight` is NPMI, `log_likelihood` G2."""
    import networkx  # slow to import, and few visits take a network away

    made = networkx.Graph(unit=found.unit, units=found.total, least=found.least)
    for row in found.nodes.to_dict("records"):
        made.add_node(xml_text(row["actor"]), **_actor(row, found.measure))
    for row in found.edges.to_dict("records"):
        counts = {name: int(row[name]) for name in ("articles", "sentences") if name in row}
        measures = {"weight": float(row["npmi"]), "log_likelihood": float(row["g2"])}
        made.add_edge(xml_text(row["a"]), xml_text(row["b"]), **counts, **measures)
    return made


def _actor(row: Mapping[Any, Any], measure: str) -> dict[str, Any]:
    names = {name: xml_text(strip(row[name] or "")) for name in NAMES}
    label = next(filter(None, names.values()), xml_text(row["actor"]))
    counts = {name: int(row[name]) for name in dict.fromkeys(("articles", measure))}
    return {"label": label, "key": xml_text(row["actor"]), "kind": str(row["kind"]), **names, **counts,
            "group": int(row["group"])}  # fmt: skip
