from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from lib.query.smooth import smoothed


def frame() -> pd.DataFrame:
    rows = [(date(2020, 1, at + 1), key, n, n * 2, total) for key in "ab" for at, (n, total) in
            enumerate([(1, 10), (2, 0), (6, 10), (0, 80), (4, 20)])]  # fmt: skip
    return pd.DataFrame(rows, columns=["since", "series", "articles", "mentions", "total"])


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("articles", [1.5, 3.0, 2.6667, 3.3333, 2.0]),
        ("mentions", [3.0, 6.0, 5.3333, 6.6667, 4.0]),
        ("share", [0.3, 0.45, 0.0889, 0.0909, 0.04]),
        ("within", [0.3, 0.45, 0.0889, 0.0909, 0.04]),
    ],
)
def test_the_mean_of_a_centred_window_and_the_counts_stay(measure: str, expected: list[float]) -> None:
    before = frame()
    found = smoothed(before, 3, measure)
    for key in "ab":
        assert found.loc[found["series"] == key, "smoothed"].tolist() == pytest.approx(expected, abs=1e-4)
    pd.testing.assert_frame_equal(found.drop(columns="smoothed"), before)


def test_a_window_without_any_article_has_no_share() -> None:
    rows = frame().assign(total=0, articles=0)
    assert smoothed(rows, 3, "share")["smoothed"].isna().all()
