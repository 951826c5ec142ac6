"""A box brings checks along: its sign, and its total where one is stated."""

from focusdesk.calc.checks import CheckPlan, Judgement, Severity, State
from focusdesk.calc.circumstances import Circumstances
from focusdesk.calc.worksheet import Worksheet
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition

Boxes = dict[str, Value]


def judged(form: Edition, code: str, entered: Boxes, stated: Boxes | None = None) -> Judgement:
    """What the sign or the total of one box comes to."""
    circumstances = Circumstances(stated=stated or {})
    every = CheckPlan(form).judgements(Worksheet(form, entered), circumstances)
    return next(each for each in every if each.codes[0] == code and each.id[0] in "SF")


def test_a_sign_is_judged_once_there_is_an_amount(form: Edition) -> None:
    assert judged(form, "7020", {}).words == "7020 is blank."
    assert judged(form, "7020", {"7020": 5}).state is State.HOLDS
    failing = judged(form, "7020", {"7020": -5})
    assert failing.finding is not None
    assert failing.finding.why, "it says why it matters"
    assert failing.finding.cite.endswith("(unverified)")


def test_a_total_is_judged_once_a_file_states_one(form: Edition) -> None:
    entered: Boxes = {"7045": 10, "7047": 3}

    assert judged(form, "7050", entered).words.startswith("No file states a total for 7050")
    assert judged(form, "7050", entered, {"7050": 7}).state is State.HOLDS
    wrong = judged(form, "7050", entered, {"7050": 8})
    assert (wrong.id, wrong.state, wrong.severity) == ("F02", State.FAILS, Severity.ERROR)
    assert wrong.words == "The file states 8 for 7050; the form's formula gives 7."


def test_a_rounded_total_may_be_off_by_a_dollar(form: Edition) -> None:
    near = judged(form, "7425", {"7415": 100}, {"7425": 9})

    assert (near.state, near.severity) == (State.FAILS, Severity.INFORMATION)


def test_a_total_that_waits_for_an_answer_fails_whatever_is_stated(form: Edition) -> None:
    waiting = judged(form, "7495", {"7475": 5}, {"7495": 8})

    assert (waiting.id, waiting.codes) == ("F31", ("7495", "firm.retail_forex"))
    assert "stays blank until the firm answers" in waiting.words
