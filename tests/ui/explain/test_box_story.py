import pytest

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import Status
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Value
from focusdesk.ui.explain.box_past import MOST_CHANGES
from focusdesk.ui.explain.box_story import NOT_ON_THE_FORM, NOT_PRINTED, signs_in, story_of, verdict
from focusdesk.ui.page.baseline import Baseline
from tests.ui.words import JANUARY


def test_a_computed_box_tells_its_formula_its_figures_and_its_inputs(
    january: FilingSession,
) -> None:
    story = story_of(january, "7190", None)
    assert (story.line, story.kind, story.figure) == ("14", "computed", "87,608,087")
    assert story.verdict == "excess"
    assert story.formula == "7180 \u2212 7060"
    assert story.sentence.endswith("= 87,608,087")
    assert [(part.sign, part.code, part.figure) for part in story.inputs] == [
        ("+", "7180", "1,036,486,351"),
        ("\u2212", "7060", "948,878,264"),
    ]
    assert story.inputs[0].words == "13  Total amount in segregation (add lines 7 through 12)"
    assert [feeds.code for feeds in story.feeds] == ["7198"]


def test_an_entered_box_tells_the_lines_it_stands_under_and_what_the_form_asks(
    january: FilingSession,
) -> None:
    story = story_of(january, "7070", None)
    assert (story.kind, story.formula, story.inputs) == ("entered", "", ())
    assert story.under == "Deposited in segregated funds bank accounts"
    assert "overdraft" in story.help
    assert story.cite == "17 CFR 1.20, 1.32; CEA 4d(a)(2) (unverified)"


def test_a_greatest_of_marks_the_box_that_was_taken(january: FilingSession) -> None:
    story = story_of(january, "7490", None)
    assert story.formula == "the greatest of 7455, 7465 and 7475"
    assert [part.code for part in story.inputs if part.taken] == ["7455"]
    assert story.candidates == ()


def test_a_greatest_of_more_than_boxes_lists_what_competed(january: FilingSession) -> None:
    story = story_of(january, "7495", None)
    assert len(story.candidates) == 3
    assert [candidate.wins for candidate in story.candidates] == [True, False, False]


def test_a_blank_for_want_of_an_answer_says_which(january: FilingSession) -> None:
    january.apply(Edit({"7475": 900_000_000, "firm.retail_forex": None}, Cause.TYPED))
    story = story_of(january, "7495", None)
    assert story.figure == "blank"
    assert "firm.retail_forex" in story.remark
    assert story.findings[0].kind == "error"
    assert story_of(january, "firm.retail_forex", None).kind == "a fact of the firm"


def test_a_blank_box_says_that_it_can_be_entered_while_it_can(january: FilingSession) -> None:
    assert story_of(january, "7080", None).kind == "blank, can be entered"
    january.apply(Edit({"7080": 0}, Cause.TYPED))
    assert story_of(january, "7080", None).kind == "entered"
    january.apply(Edit({"7080": None}, Cause.TYPED))
    assert story_of(january, "7080", None).kind == "blank, can be entered"


def test_a_blank_box_of_a_sealed_month_is_only_blank(register: Register) -> None:
    sealed = register.store.set_status(register.store.find(JANUARY), Status.SEALED)
    assert story_of(register.open(sealed), "7080", None).kind == "blank"


@pytest.mark.parametrize(
    ("words", "value", "said"),
    [
        ("Excess (deficiency) funds in segregation", 1, "excess"),
        ("Excess (deficiency) funds in segregation", -1, "deficiency"),
        ("Excess (deficiency) funds in segregation", 0, ""),
        ("Excess (deficiency) funds in segregation", None, ""),
        ("Net equity (deficit)", -1, ""),
    ],
)
def test_excess_and_deficiency_are_said_only_where_the_form_speaks_of_them(
    words: str, value: Value, said: str
) -> None:
    assert verdict(words, value) == said


def test_last_month_and_the_change_are_told(january: FilingSession) -> None:
    baseline = Baseline("December", {"7070": 9_104_552, "7080": None, "13": "OLD NAME"})
    assert story_of(january, "7070", baseline).baseline == ("December", "9,104,552", "(627,659)")
    assert story_of(january, "7080", baseline).baseline == ("December", "blank", "")
    blank_then = Baseline("December", {"7070": None})
    assert story_of(january, "7070", blank_then).baseline == ("December", "blank", "new")
    assert story_of(january, "7090", baseline).baseline == ("December", "n/a", "")
    assert story_of(january, "13", baseline).baseline == ("December", "OLD NAME", "")
    assert story_of(january, "7070", None).baseline is None


def test_the_past_is_told_newest_first_and_not_without_end(january: FilingSession) -> None:
    for figure in range(MOST_CHANGES + 2):
        january.apply(Edit({"7100": figure}, Cause.TYPED))
    story = story_of(january, "7100", None)
    assert len(story.past.changes) == MOST_CHANGES
    assert MOST_CHANGES == 50
    assert story.past.changes[0].endswith(": 50 \u2192 51 (typed)")
    assert story.past.earlier == 3


def test_the_note_at_a_box_is_told(january: FilingSession) -> None:
    january.store.write_note(january.filing, "7070", "Agreed with the bank.")
    note = story_of(january, "7070", None).note
    assert note is not None
    assert note.text == "Agreed with the bank."


@pytest.mark.parametrize(
    ("formula", "signs"),
    [
        ("[1] + [2] - [3]", {"1": "+", "2": "+", "3": "\u2212"}),
        ("[1]", {"1": "+"}),
        ("max([1], [2])", {}),
        ("round(0.08 * [1])", {}),
        ("", {}),
    ],
)
def test_signs_are_shown_for_plain_sums_only(formula: str, signs: dict[str, str]) -> None:
    assert signs_in(formula) == signs


def test_a_box_tells_how_it_was_typed_where_it_prints_and_what_is_attached(
    january: FilingSession,
) -> None:
    january.apply(Edit({"7070": 1250}, Cause.TYPED, typed={"7070": "=1000+250"}))
    file = january.attach("7070", "letter.pdf", b"%PDF")
    january.attach("7080", "other.pdf", b"%PDF")
    story = story_of(january, "7070", None)
    assert story.typed == "=1000+250"
    assert story.printed == "Prints on page 2 of 7, T10-1, line 7.A, outer column."
    assert story.files == (file,)
    assert story.open


def test_a_fact_of_the_firm_says_that_it_does_not_print(january: FilingSession) -> None:
    assert story_of(january, "firm.retail_forex", None).printed == NOT_PRINTED


def test_a_tie_that_breaks_is_told_with_its_likely_causes(january: FilingSession) -> None:
    january.apply(Edit({"7120": 435_586_942}, Cause.TYPED))
    story = story_of(january, "7020", None)
    (broken,) = [each.finding for each in story.findings if each.finding.id == "X01"]

    assert story.causes[broken][0].words == (
        "two digits of 7120 swapped: 453,586,942 instead of 435,586,942"
    )
    assert not any(story_of(january, "7130", None).causes.values())


def test_what_is_worked_out_beside_the_form_is_no_fact_of_the_firm(january: FilingSession) -> None:
    story = story_of(january, "7495.rule", None)

    assert (story.kind, story.printed) == ("computed", NOT_ON_THE_FORM)
    assert story.cite == "17 CFR 1.12(b)"
