"""A figure that was given stands until it is given anew or withdrawn."""

import datetime as dt

from focusdesk.filing.given_figure import FigureValue, GivenFigure, standing_figures

NOON = dt.datetime(2014, 2, 3, 12, 0, tzinfo=dt.UTC)


def figure(code: str, value: FigureValue, source: str = "NC-2014-01, H44") -> GivenFigure:
    return GivenFigure(code, value, source, "ana", NOON)


def test_the_newest_of_each_figure_stands() -> None:
    first, second, other = figure("anc", 5), figure("anc", 6), figure("3760", 7)

    assert standing_figures([first, other, second]) == {"anc": second, "3760": other}


def test_what_was_withdrawn_does_not_stand_and_zero_does() -> None:
    assert standing_figures([figure("anc", 5), figure("anc", None, "")]) == {}
    assert standing_figures([figure("anc", 0)])["anc"].value == 0


def test_it_is_shown_as_the_form_writes_it() -> None:
    assert figure("anc", -1_250).shown == "(1,250)"
    assert figure("firm.alternative_standard", value=True).shown == "Yes"
    assert figure("firm.alternative_standard", value=False).shown == "No"


def test_its_source_is_told_with_author_and_time() -> None:
    assert figure("anc", 5).signed == "NC-2014-01, H44 (ana, 2014-02-03 12:00 UTC)"
    assert figure("anc", None, "").signed == "withdrawn (ana, 2014-02-03 12:00 UTC)"


def test_why_it_was_withdrawn_is_told() -> None:
    withdrawn = figure("anc", None, "typed into\n the wrong month")

    assert withdrawn.said == "withdrawn: typed into the wrong month"
    assert withdrawn.signed == ("withdrawn: typed into the wrong month (ana, 2014-02-03 12:00 UTC)")
