"""Moving averages beside the counts they are made from: the counts stay as they are, the average has a column."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd


def smoothed(frame: pd.DataFrame, window: int, measure: str) -> pd.DataFrame:
    """The frame with a column `smoothed`: the centred mean over `window` bins of each series, fewer at both ends.

    For shares it is the share over the whole window, so that a bin with three articles weighs less than one with 300.
    """
    found = frame.copy()
    found["smoothed"] = np.nan
    for _, rows in frame.groupby("series", sort=False):
        if measure in ("share", "within"):
            whole = _means(rows["total"], window)
            values = np.divide(_means(rows["articles"], window), whole, out=np.full(len(rows), np.nan), where=whole > 0)
        else:
            values = _means(rows[measure if measure in rows else "articles"], window)
        found.loc[rows.index, "smoothed"] = np.round(values, 4)
    return found


def _means(values: pd.Series, window: int) -> Any:
    return values.astype(float).rolling(window, center=True, min_periods=1).mean().to_numpy()
