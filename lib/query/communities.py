"""Groups of actors that are tied to each other more than to the rest.

Louvain's method: V. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, "Fast unfolding of communities in large
networks", J. Stat. Mech. P10008, 2008, as NetworkX has it. Propagation of labels would be less code, but puts
well-connected networks into one group.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_SEED = 1


def communities(keys: Sequence[str], ties: Iterable[tuple[str, str, float]]) -> dict[str, int]:
    """The group of each key that has a tie: 0 is the largest, equal ones go by the order of `keys`.

    Keys are numbered in alphabetical order first: sets of text have another order in every process, and the same ties
    must give the same groups.
    """
    import networkx  # slow to import, and most pages have no network

    number = {key: at for at, key in enumerate(sorted(keys))}
    graph = networkx.Graph()
    graph.add_weighted_edges_from(sorted((*sorted((number[a], number[b])), weight) for a, b, weight in ties))
    if not graph:
        return {}
    found = networkx.community.louvain_communities(graph, seed=_SEED)
    place = {number[key]: at for at, key in enumerate(keys)}
    ordered = sorted(found, key=lambda group: (-len(group), min(place[each] for each in group)))
    groups = {each: at for at, group in enumerate(ordered) for each in group}
    return {key: groups[number[key]] for key in keys if number[key] in groups}
