"""What the Edit menu calls a step, and the edits that take it back and make it again."""

import pytest

from focusdesk.filing.edit import Cause, Change, Edit
from focusdesk.filing.step import Step, step_words
from focusdesk.form.edition import Edition


@pytest.mark.parametrize(
    ("changes", "cause", "words"),
    [
        ([Change("7100", 93_296_699, 0)], Cause.TYPED, "7100: 93,296,699 to 0"),
        ([Change("7100", None, -5)], Cause.SET, "7100: blank to (5)"),
        ([Change("7510", "HARRIS TRUST", None)], Cause.TYPED, "7510: HARRIS TRUST to blank"),
        ([Change("16", None, True)], Cause.TYPED, "16: not ticked to ticked"),  # noqa: FBT003
        (
            [Change("firm.retail_forex", None, False)],  # noqa: FBT003
            Cause.TYPED,
            "firm.retail_forex: unanswered to no",
        ),
        (
            [Change("13", None, "x" * 60)],
            Cause.TYPED,
            f"13: blank to {'x' * 39}\u2026",
        ),
        ([Change("7100", 5, 5, "", "=2+3")], Cause.TYPED, "7100: typed as =2+3"),
        ([Change("7100", 5, 5, "=2+3", "")], Cause.TYPED, "7100: typed as 5"),
        ([Change("7100", 5, None), Change("7110", 6, None)], Cause.TYPED, "2 boxes blanked"),
        ([Change("7100", 5, None), Change("7110", 6, 7)], Cause.SET, "2 boxes entered"),
        ([Change("7100", 5, None)], Cause.IMPORTED, "Import 1 box"),
        ([Change("7100", 5, 6), Change("7110", 6, 7)], Cause.IMPORTED, "Import 2 boxes"),
        ([Change("13", None, "HSBC")] * 3, Cause.CARRIED, "Roll forward 3 boxes"),
        ([Change("7100", 5, 6), Change("7110", 6, 7)], "dreamt", "2 boxes entered"),
    ],
)
def test_a_step_is_named_by_its_changes(
    form: Edition, changes: list[Change], cause: str, words: str
) -> None:
    assert step_words(form.boxes, changes, cause) == words


def test_a_step_is_taken_back_and_made_again_with_how_it_was_typed() -> None:
    step = Step("", (Change("7010", 5, 6, "=2+3", ""), Change("7020", 1, 1, "", "=3-2")))

    assert step.undone() == Edit(
        {"7010": 5, "7020": 1}, Cause.UNDO, typed={"7010": "=2+3", "7020": ""}
    )
    assert step.redone() == Edit({"7010": 6, "7020": 1}, Cause.REDO, typed={"7020": "=3-2"})
