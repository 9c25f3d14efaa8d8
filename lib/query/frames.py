"""From an Ibis expression to a plain pandas frame: missing values are None, dates are dates, numbers are whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd


def frame(expression: Any) -> pd.DataFrame:
    """Runs the expression; text and dates become Python objects, None where missing; numbers stay as they are."""
    found: pd.DataFrame = expression.execute()
    for name in found.columns:
        column = found[name]
        if pd.api.types.is_datetime64_any_dtype(column):
            found[name] = pd.Series([None if pd.isna(each) else each.date() for each in column], found.index, object)
        elif not (pd.api.types.is_numeric_dtype(column) or pd.api.types.is_bool_dtype(column)):
            found[name] = column.astype(object).where(column.notna(), None)
    return found


def rows(found: pd.DataFrame) -> Iterator[Any]:
    """The rows with their columns as attributes, whatever their types."""
    return iter(found.itertuples(index=False))


def shares(part: pd.Series, whole: pd.Series) -> pd.Series:
    """part / whole, missing where the whole is nothing: nought of nought is no share."""
    return part.astype(float) / whole.where(whole > 0).astype(float)
