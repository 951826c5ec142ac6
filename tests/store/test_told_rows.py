"""What the journal alone keeps, read row by row."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from focusdesk.filing.edit import Cause
from focusdesk.filing.filing import Filing
from focusdesk.filing.notice import NoticeKind, NoticeRow
from focusdesk.filing.ports import StoreDamaged
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.database import Database, existing_database
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.told_rows import RowsAbout


@pytest.fixture
def january(store: SqliteFilingStore, edition: Edition) -> Filing:
    filing = store.start(Period(2014, 1), edition.id)
    for state in ("complete", "in work"):
        row = NoticeRow(NoticeKind.COMPLETED, "page", {"state": state})
        store.notices.write(filing, [row], Cause.COMPLETED)
    return filing


@pytest.fixture
def database(path: Path, january: Filing) -> Iterator[Database]:
    """The file again, as another reader has it."""
    del january
    with closing(existing_database(path)) as database:
        yield database


def test_rows_are_read_in_their_order_with_author_and_time(
    database: Database, january: Filing
) -> None:
    rows = RowsAbout(("complete:",), lambda code, old, new: (code, old, new), "anything")

    with database.reading() as connection:
        first, second = rows.of(connection, january)

    assert first.told == ("complete:page", None, '{"state":"complete"}')
    assert (first.code, first.author) == ("complete:page", "ada")
    assert first.number < second.number
    assert first.written < second.written


def test_a_row_that_cannot_be_read_is_told_by_its_number(
    database: Database, january: Filing
) -> None:
    def tell(_: str, __: str | None, ___: str | None) -> str:
        message = "no"
        raise ValueError(message)

    rows = RowsAbout(("complete:",), tell, "what is complete")

    with (
        database.reading() as connection,
        pytest.raises(StoreDamaged, match="of the journal does not say what is complete"),
    ):
        list(rows.of(connection, january))
