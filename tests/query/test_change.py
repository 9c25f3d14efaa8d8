from __future__ import annotations

from datetime import date

import pytest

from lib.i18n import catalogue
from lib.query.change import change, newcomers
from lib.query.filters import Filters
from lib.query.selection import Selection
from lib.query.windows import windows
from lib.store.corpus import Corpus
from lib.text.calendar_names import DayWords

KEYS = ("maryam-rajavi", "donald-trump")


def test_a_period_is_held_against_one_as_long_before_it(tiny: Corpus) -> None:
    asked = Filters(since=date(2020, 7, 1), until=date(2020, 7, 31))
    found = change(tiny, asked, KEYS)
    assert found.windows and found.windows.asked
    assert found.windows.before == (date(2020, 5, 31), date(2020, 6, 30))
    assert found.totals == (1, 3) and found.small
    rows = found.frame.set_index("actor")
    assert rows.loc["donald-trump", ["before", "now", "share_before"]].tolist() == [1, 1, 1.0]
    assert rows.loc["donald-trump", "share_change"] == pytest.approx(1 / 3 - 1)
    assert rows.loc["maryam-rajavi", ["before", "now", "share_change"]].tolist() == [0, 3, 1.0]
    assert not rows["sure"].any()
    said = found.windows.sentence(DayWords(catalogue("en")))
    assert "31 May 2020 to 30 Jun 2020" in said and said.startswith("The period")


def test_without_a_period_the_halves_of_the_days_are_compared(tiny: Corpus) -> None:
    found = change(tiny, Filters(languages=("fa", "ar", "ur")), KEYS)
    assert found.windows and not found.windows.asked
    assert found.windows.before[0] == date(2020, 3, 1) and found.windows.now[1] == date(2020, 7, 17)
    assert (found.windows.now[0] - found.windows.before[1]).days == 1
    assert "No period is set" in found.windows.sentence(DayWords(catalogue("en")))


def test_only_an_end_is_no_period_and_only_a_beginning_is(tiny: Corpus) -> None:
    halves = windows(Selection.of(tiny, Filters(until=date(2020, 3, 31))))
    assert halves and not halves.asked and halves.now[1] == date(2020, 3, 8)
    since = windows(Selection.of(tiny, Filters(since=date(2020, 7, 1))))
    assert since and since.now == (date(2020, 7, 1), date(2020, 7, 17))
    assert windows(Selection.of(tiny, Filters(since=date.min, until=date.max))) is None


def test_a_clear_change_is_told_from_chance(many: Corpus) -> None:
    found = change(many, Filters(), ("iran", "irna"))
    assert sum(found.totals) > 200 and not found.small
    for row in found.frame.itertuples():
        assert row.share_change == pytest.approx(row.now / row.now_total - row.before / row.before_total)


@pytest.mark.parametrize("corpus", ["empty", "undated"])
def test_where_no_day_is_known_nothing_is_told(corpus: str, request: pytest.FixtureRequest) -> None:
    opened: Corpus = request.getfixturevalue(corpus)
    asked = Filters(which="published")
    assert change(opened, asked, KEYS).windows is None
    assert newcomers(opened, asked).windows is None


def test_newcomers_are_first_named_in_the_period(tiny: Corpus) -> None:
    july = Filters(since=date(2020, 7, 1), until=date(2020, 7, 31))
    found = newcomers(tiny, july)
    assert found.earlier == 4
    assert found.frame[["actor", "articles", "first"]].values.tolist() == [["badr-albusaidi", 1, date(2020, 7, 17)]]
    assert newcomers(tiny, july, kinds=("state",)).frame.empty


def test_an_imprecise_earlier_date_keeps_from_being_new(tiny: Corpus) -> None:
    june = Filters(since=date(2020, 6, 15), until=date(2020, 7, 31), languages=("ar",))
    assert "donald-trump" not in set(newcomers(tiny, june).frame["actor"])


def test_where_nothing_is_earlier_nobody_is_new(tiny: Corpus) -> None:
    found = newcomers(tiny, Filters(since=date(2019, 1, 1), until=date(2020, 12, 31)))
    assert found.windows and found.earlier == 0 and found.frame.empty
