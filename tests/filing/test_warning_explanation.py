"""The words that a warning may stand with."""

import datetime as dt

from focusdesk.calc.finding import Finding, Severity
from focusdesk.filing.warning_explanation import (
    Warned,
    WarningExplanation,
    standing_explanations,
)

NINE = dt.datetime(2014, 2, 3, 9, tzinfo=dt.UTC)
X13 = Warned("X13", ("7690", "7740"))


def said(text: str, warned: Warned = X13, **figures: int | str | None) -> WarningExplanation:
    return WarningExplanation(warned, text, figures, "ana", NINE)


def test_it_is_about_a_check_and_the_boxes_of_its_finding() -> None:
    finding = Finding("X13", Severity.WARNING, ("7690", "7740"), "No name.", "secured_funds")

    assert Warned.of(finding) == X13
    assert (X13.key, X13.words) == ("X13:7690,7740", "X13 at 7690, 7740")
    assert Warned.parse(X13.key) == X13
    assert Warned.parse("C07:") == Warned.parse("C07") == Warned("C07")
    assert Warned("C07").words == "C07"


def test_the_words_are_signed_in_one_line() -> None:
    assert said("a broker,\nas agreed").signed == "a broker, as agreed (ana, 2014-02-03 09:00 UTC)"


def test_it_says_which_figures_are_others_now() -> None:
    explanation = WarningExplanation(
        X13, "rates", {"7740": 44_553_280, "7690": None, "prior1 7740": 5}, "ana", NINE
    )

    assert explanation.since({"7740": 44_553_280, "7690": None, "prior1 7740": 5}) == ""
    assert explanation.since({"7740": 1, "7690": None, "prior1 7740": 6}) == (
        "7740 was 44,553,280; 7740 (an earlier month's) was 5"
    )
    many = WarningExplanation(X13, "rates", {str(code): 1 for code in range(7)}, "ana", NINE)
    assert many.since({}).endswith("3 was 1 and 3 more")


def test_the_newest_words_stand_and_empty_ones_withdraw() -> None:
    other = Warned("X14", ("7765",))

    standing = standing_explanations([said("first"), said("kept", other), said("second"), said("")])

    assert {warned: each.text for warned, each in standing.items()} == {other: "kept"}
