import pytest

from focusdesk.ui.look.matching import Fit, Sought


@pytest.mark.parametrize(
    ("typed", "fit"),
    [
        ("7190", Fit.ITSELF),
        ("719", Fit.BEGINS),
        ("excess", Fit.WORDS),
        ("  EXCESS  seg ", Fit.WORDS),
        ("xcess", Fit.WITHIN),
        ("excess cash", None),
        ("", Fit.WORDS),
    ],
)
def test_the_thing_itself_comes_before_its_beginning_and_that_before_words(
    typed: str, fit: Fit | None
) -> None:
    assert Sought.of(typed).fit(("7190",), "Excess funds in segregation") is fit


def test_any_name_of_a_thing_will_do() -> None:
    names = ("January 2014", "Jan 2014", "2014-01")
    assert Sought.of("2014-01").fit(names) is Fit.ITSELF
    assert Sought.of("jan").fit(names) is Fit.BEGINS


@pytest.mark.parametrize("typed", ["gtc", "go co", "GoToCo", "c"])
def test_letters_that_begin_words_find_a_name(typed: str) -> None:
    assert Sought.of(typed).fits_letters("Go to code\u2026")


@pytest.mark.parametrize("typed", ["", "ctg", "gtx", "ode"])
def test_letters_in_another_order_or_within_words_do_not(typed: str) -> None:
    assert not Sought.of(typed).fits_letters("Go to code\u2026")
