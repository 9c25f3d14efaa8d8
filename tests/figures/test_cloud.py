"""The word cloud: heavier words are larger, none lies on another, all stand inside."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from lib.figures.caption import Look
from lib.figures.cloud import HIGH, WIDE, Placed, arranged, cloud_figure
from lib.figures.layout import with_size
from lib.figures.measure import width
from lib.figures.pick import picked
from tests.figures.examples import caption, words

WORDS = st.lists(st.text("کتابمیشودabcG7", min_size=1, max_size=14), min_size=1, max_size=50, unique=True)


def box(words: list[str], one: Placed) -> tuple[float, float, float, float]:
    across, up = width(words[one.at], one.size) / 2, one.size / 2
    return one.x - across, one.y - up, one.x + across, one.y + up


@given(WORDS, st.data())
def test_no_word_lies_on_another_and_all_stand_inside(words: list[str], data: st.DataObject) -> None:
    weights = data.draw(st.lists(st.floats(1, 1e6), min_size=len(words), max_size=len(words)))
    placed = arranged(words, weights)
    boxes = [box(words, one) for one in placed]
    assert placed[0].at == max(range(len(words)), key=lambda n: (weights[n], -n))
    for left, low, right, high in boxes:
        assert left >= -WIDE / 2 and right <= WIDE / 2 and low >= -HIGH / 2 and high <= HIGH / 2
    for a, b in combinations(boxes, 2):
        assert a[2] <= b[0] + 0.2 or b[2] <= a[0] + 0.2 or a[3] <= b[1] + 0.2 or b[3] <= a[1] + 0.2
    sizes = {one.at: one.size for one in placed}
    assert all(sizes[a] >= sizes[b] for a in sizes for b in sizes if weights[a] > weights[b])


def test_a_word_of_the_cloud_can_be_picked_and_grows_with_the_picture() -> None:
    figure = cloud_figure(words(), Look(caption("fa"), split="word", language="fa"))
    found = picked(figure, {"curve_number": 0, "point_index": 0})
    assert found is not None and found.key == "ایران"
    wide = with_size(figure, "tall")
    assert wide.data[0].textfont.size[0] > figure.data[0].textfont.size[0] * 1.2
