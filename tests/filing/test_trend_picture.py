"""A drawn trend as the window gets it."""

from focusdesk.filing.trend_picture import TrendLook


def test_a_trend_is_drawn_for_paper_in_its_own_size_unless_something_else_is_asked_for() -> None:
    look = TrendLook(720, 500)
    assert (look.theme, look.percent, look.title, look.firm) == ("paper", 100, "", "")
