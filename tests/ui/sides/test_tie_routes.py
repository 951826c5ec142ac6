"""Cards stand beside their boxes without covering each other; lines turn at places of their own."""

from focusdesk.ui.sides.tie_routes import Band, card_tops, routes

BAND = Band(width=240, gap=40, card=36, air=8)


def test_a_card_stands_at_its_box_or_below_the_card_before_it() -> None:
    assert card_tops([100, 300], BAND) == (82, 282)
    assert card_tops([100, 120, 130], BAND) == (82, 126, 170)
    assert card_tops([5], BAND) == (0,)
    assert card_tops([], BAND) == ()


def test_a_line_goes_from_the_box_by_one_turn_to_the_card() -> None:
    left, right = routes((0, 1), 82, ([100], [300]), BAND)

    assert [point.toTuple() for point in left] == [(0, 100), (20, 100), (20, 100), (40, 100)]
    assert [point.toTuple() for point in right] == [(240, 300), (220, 300), (220, 100), (200, 100)]


def test_no_two_ties_turn_at_the_same_place() -> None:
    turns = {routes((at, 4), 0, ([10], []), BAND)[0][1].x() for at in range(4)}
    assert len(turns) == 4
    assert all(0 < turn < BAND.gap for turn in turns)
