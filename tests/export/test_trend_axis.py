"""The scales of a trend."""

import itertools

import pytest

from focusdesk.export.trend_axis import amount_axis, illustrative_spans, month_ticks
from focusdesk.form.edition import Edition
from tests.export.trend_words import month


@pytest.mark.parametrize(
    ("amounts", "ticks", "words"),
    [
        ([87_608_087, 3], ["0", "20", "40", "60", "80", "100"], "millions of dollars"),
        ([-1_200_000, 400_000], ["(1.5)", "(1.0)", "(0.5)", "0.0", "0.5"], "millions of dollars"),
        ([1_000], ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"], "thousands of dollars"),
        ([7], ["0", "2", "4", "6", "8"], "dollars"),
        ([], ["0", "1"], "dollars"),
        ([0, 0], ["0", "1"], "dollars"),
    ],
)
def test_ticks_are_round_hold_every_amount_and_zero_and_say_their_unit(
    amounts: list[int], ticks: list[str], words: str
) -> None:
    axis = amount_axis(amounts)
    assert [axis.shown_tick(tick) for tick in axis.ticks] == ticks
    assert axis.words == words
    assert 0 in axis.ticks
    assert all(0 <= axis.share(amount) <= 1 for amount in amounts)


@pytest.mark.parametrize("size", [10**power for power in range(19)])
def test_there_are_never_many_ticks(size: int) -> None:
    for amounts in ([size], [-size], [9 * size, -size], [size * 3 // 2, 1], [59 * size, 0]):
        axis = amount_axis(amounts)
        assert 2 <= len(axis.ticks) <= 8
        assert axis.ticks[0] <= min(0, *amounts, 0)
        assert axis.ticks[-1] >= max(0, *amounts, 0)


def test_an_amount_is_written_in_the_unit_and_in_parentheses_below_zero() -> None:
    axis = amount_axis([87_608_087])
    assert axis.shown(87_608_087) == "87.6"
    assert axis.shown(-1_250_000) == "(1.3)"
    assert amount_axis([7]).shown(-7) == "(7)"


@pytest.mark.parametrize("count", range(2, 37))
def test_from_2_to_36_months_names_stand_apart_and_the_last_is_there(
    form: Edition, count: int
) -> None:
    months = [month(form, at - count + 1, {}) for at in range(count)]
    along = [at * 300 / count for at in range(count)]
    ticks = month_ticks(months, along, 28)
    places = [tick.at for tick in ticks]
    assert places[-1] == count - 1
    assert all(along[b] - along[a] >= 28 for a, b in itertools.pairwise(places))
    assert ticks[-1].words == "Jan"
    assert ticks[0].below.isdigit()
    assert [tick.below for tick in ticks].count("2014") == 1


def test_made_up_months_are_found_in_runs(form: Edition) -> None:
    months = [month(form, at, {}) for at in (-3, -2, 0, -1)]
    assert illustrative_spans(months) == ((0, 1), (3, 3))
