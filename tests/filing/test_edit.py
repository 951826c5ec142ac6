"""An edit, what it did, and the edits that undo and redo it."""

from focusdesk.filing.edit import Cause, Change, ChangeSet, Edit, EditRefused

CHANGE_SET = ChangeSet(
    (Change("7010", None, 5), Change("7510", "HARRIS TRUST", None)),
    ("7010", "7040", "7060", "7190", "7198", "7510"),
    Cause.TYPED,
)


def test_the_inverse_of_a_change_set_puts_every_entered_box_back() -> None:
    assert CHANGE_SET.inverse(Cause.UNDO) == Edit(
        {"7010": None, "7510": "HARRIS TRUST"}, Cause.UNDO
    )


def test_a_change_set_can_be_made_again() -> None:
    assert CHANGE_SET.again(Cause.REDO) == Edit({"7010": 5, "7510": None}, Cause.REDO)


def test_a_refusal_names_the_box_and_says_why() -> None:
    refused = EditRefused("7190", "7190 is computed and cannot be entered.")

    assert (refused.code, str(refused)) == ("7190", "7190 is computed and cannot be entered.")


def test_the_journal_knows_a_cause_by_one_word() -> None:
    assert [cause.value for cause in Cause] == [
        "typed",
        "set",
        "imported",
        "carried",
        "sample",
        "undo",
        "redo",
        "printed",
    ]
