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


def test_how_a_figure_was_typed_is_put_back_and_made_again_with_it() -> None:
    made = ChangeSet(
        (
            Change("7010", 5, 6, "=2+3", ""),
            Change("7020", 1, 1, "", "=3-2"),
            Change("7030", None, 4, "", "=2*2"),
        ),
        ("7010", "7020", "7030"),
        Cause.TYPED,
    )

    assert made.inverse(Cause.UNDO).typed == {"7010": "=2+3", "7020": ""}
    assert made.again(Cause.REDO).typed == {"7020": "=3-2", "7030": "=2*2"}


def test_a_refusal_names_the_box_and_says_why() -> None:
    refused = EditRefused("7190", "7190 is computed and cannot be entered.")

    assert (refused.code, str(refused)) == ("7190", "7190 is computed and cannot be entered.")


def test_the_journal_knows_a_cause_by_one_word() -> None:
    assert [cause.value for cause in Cause] == [
        "started",
        "typed",
        "set",
        "imported",
        "pasted",
        "filled",
        "cleared",
        "carried",
        "sample",
        "undo",
        "redo",
        "printed",
        "note",
        "attached",
        "explained",
        "policy",
        "overridden",
        "completed",
        "notice recorded",
        "figure given",
    ]
