"""How much more often than by chance two things are met together: two measures that correct for how frequent each is.

`npmi` says how strong a tie is, whatever the number of its witnesses: normalised pointwise mutual information,
G. Bouma, "Normalized (Pointwise) Mutual Information in Collocation Extraction", GSCL 2009. It is unsteady where there
are few witnesses, so it is asked only of pairs with some minimum of them. `log_likelihood` says how sure it is that
there is a tie at all: G2 of T. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence",
Computational Linguistics 19 (1), 1993.
"""

from __future__ import annotations

import math


def npmi(both: int, a: int, b: int, total: int) -> float:
    """From -1 to 1 for two things of which so many units of `total` hold both, the first, the second.

    0 is as chance would have it, 1 never apart; also where each is in all units. `both` is above nought.
    """
    if both == total:
        return 1.0
    return math.log(both * total / (a * b)) / -math.log(both / total)


def log_likelihood(both: int, a: int, b: int, total: int) -> float:
    """G2 of the table of units with both, either and neither; 3.84 and more is met by chance once in twenty pairs."""
    seen = (both, a - both, b - both, total - a - b + both)
    expected = (a * b, a * (total - b), (total - a) * b, (total - a) * (total - b))
    return max(0.0, 2 * sum(n * math.log(n * total / e) for n, e in zip(seen, expected, strict=True) if n > 0))
