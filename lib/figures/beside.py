"""Names beside the dots of a network: each where it covers least, and those left out for which there is no place.

The larger the dot, the sooner its name chooses. A name that could only stand on another is not written: it is read by
pointing at the dot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lib.figures.caption import shown
from lib.figures.measure import width

LABEL = 12
SHEET = "rgba(255,255,255,0.7)"  # keeps letters apart from the lines behind them
LOST_AT_MOST = 0.08  # of a name's own room, under dots or outside the picture
OUTSIDE = 1000.0  # how much worse it is to leave the picture than to cover something


@dataclass(frozen=True)
class Sheet:
    """Where dots and names lie: pixels across and high, and the part of the dots' width free on either side."""

    across: float
    high: float
    around: float


@dataclass(frozen=True)
class _Rectangle:
    left: float
    top: float
    right: float
    bottom: float

    def shared(self, other: _Rectangle) -> float:
        """The area that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(wide, 0.0) * max(high, 0.0)


_SIDES = {
    "right": {"xanchor": "left", "yanchor": "middle"},
    "left": {"xanchor": "right", "yanchor": "middle"},
    "above": {"xanchor": "center", "yanchor": "bottom"},
    "below": {"xanchor": "center", "yanchor": "top"},
}
_STEPS = {"right": ("xshift", 1), "left": ("xshift", -1), "above": ("yshift", 1), "below": ("yshift", -1)}


def labels(where: Any, names: Sequence[str], diameters: Sequence[float], sheet: Sheet) -> list[dict[str, Any]]:
    """The names beside their dots, each on a little sheet of its own, those without a place left out."""
    found = []
    for place, name, size, side in zip(where, names, diameters, beside(where, names, diameters, sheet), strict=True):
        if side:
            shift, sign = _STEPS[side]
            x, y = (round(float(each), 4) for each in place)
            label = {"x": x, "y": y, "text": shown(name), "font": {"size": LABEL}, "bgcolor": SHEET, "showarrow": False}
            found.append({**label, **_SIDES[side], shift: sign * round(size / 2 + 1, 1)})
    return found


def beside(where: Any, names: Sequence[str], diameters: Sequence[float], sheet: Sheet) -> list[str]:
    """For each name the side of its dot where it covers least, "" where it would stand on another; the first choose."""
    part = sheet.across / (1 + 2 * sheet.around)
    points = [((sheet.around + x) * part, sheet.high * (1 - y)) for x, y in where.tolist()]
    dots = [_Rectangle(x - d / 2, y - d / 2, x + d / 2, y + d / 2)
            for (x, y), d in zip(points, diameters, strict=True)]  # fmt: skip
    whole = _Rectangle(0, -18, sheet.across, sheet.high + 18)
    taken: list[_Rectangle] = []
    chosen = []
    for point, name, size in zip(points, names, diameters, strict=True):
        spots = _spots(point, name, size)
        room = width(name, LABEL) * LABEL * 1.4
        on_dots = {side: sum(map(spot.shared, dots)) for side, spot in spots.items()}
        on_names = {side: sum(map(spot.shared, taken)) for side, spot in spots.items()}
        outside = {side: room - spot.shared(whole) for side, spot in spots.items()}
        worth = {side: on_dots[side] + 10 * on_names[side] + OUTSIDE * outside[side] for side in spots}
        best = min(spots, key=worth.__getitem__)
        fits = on_names[best] <= 0 and max(on_dots[best], outside[best]) <= LOST_AT_MOST * room
        if fits:
            taken.append(spots[best])
        chosen.append(best if fits else "")
    return chosen


def _spots(point: tuple[float, float], name: str, size: float) -> dict[str, _Rectangle]:
    """Where the name could stand."""
    (x, y), wide, high, away = point, width(name, LABEL), LABEL * 1.4, size / 2 + 2
    return {
        "right": _Rectangle(x + away, y - high / 2, x + away + wide, y + high / 2),
        "left": _Rectangle(x - away - wide, y - high / 2, x - away, y + high / 2),
        "above": _Rectangle(x - wide / 2, y - away - high, x + wide / 2, y - away),
        "below": _Rectangle(x - wide / 2, y + away, x + wide / 2, y + away + high),
    }
