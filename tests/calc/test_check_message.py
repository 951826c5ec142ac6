"""Messages have the figures in them."""

from focusdesk.calc.check_message import figures_in, formula_in, message_of

VALUES = {"7180": 900, "7060": 1000, "prior1 7060": None}


def words(text: str, **codes: str) -> str:
    return message_of(text, codes).words(VALUES)


def test_a_code_in_braces_is_the_figure_and_a_formula_is_worked_out() -> None:
    assert words("{7180} (7180), short by {[7060] - [7180]}") == "900 (7180), short by 100"


def test_what_asks_of_several_boxes_names_its_box() -> None:
    assert words("{it code} holds {it}, last month {prior([it])}", it="7060") == (
        "7060 holds 1,000, last month blank"
    )


def test_figures_are_listed_as_formulas() -> None:
    assert figures_in("{it code}: {it} and {[7060] - [7180]}") == ("[it]", "[7060] - [7180]")
    assert formula_in("7060") == "[7060]"
