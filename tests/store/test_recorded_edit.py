"""The journal rows of an edit."""

from focusdesk.filing.edit import Cause, Change
from focusdesk.filing.filing import Filing
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.content import FilingContent
from focusdesk.store.journal import Happened
from focusdesk.store.recorded_edit import edit_rows


def content(edition: Edition) -> FilingContent:
    return FilingContent.of(Filing(1, Period(2014, 1), edition.id), "now")


def test_an_edit_says_what_boxes_held_how_it_was_typed_and_its_name(edition: Edition) -> None:
    rows = edit_rows(edition, [Change("7010", None, 5, "", "=2+3")], "A name")(content(edition))

    assert rows == [
        Happened("7010", None, "5"),
        Happened("typed:7010", None, "=2+3"),
        Happened("edit:words", None, "A name"),
    ]


def test_a_change_with_a_cause_of_its_own_keeps_it(edition: Edition) -> None:
    rows = edit_rows(edition, [Change("7020", 4, 5, cause=Cause.POLICY)], "")(content(edition))

    assert rows[0] == Happened("7020", "4", "5", "policy")


def test_an_edit_that_changes_nothing_has_no_name(edition: Edition) -> None:
    rows = edit_rows(edition, [Change("7010", 5, 5)], "A name")(content(edition))

    assert all(row.old == row.new for row in rows)
