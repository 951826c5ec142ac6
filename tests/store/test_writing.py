import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import NoSuchFiling, StoreConflict
from focusdesk.form.period import Period
from focusdesk.store.content import FilingContent
from focusdesk.store.database import Database
from focusdesk.store.journal import Author, Happened
from focusdesk.store.writing import FilingWriter, Written, utc_now

JANUARY = Filing(1, Period(2014, 1), "2014-01")


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with closing(Database(path)) as opened:
        yield opened


@pytest.fixture
def writer(database: Database, author: Author, clock: Callable[[], dt.datetime]) -> FilingWriter:
    writer = FilingWriter(database, author, clock)
    writer.start(lambda _: JANUARY)
    return writer


def entered(old: str | None, new: str | None) -> Callable[[FilingContent], list[Happened]]:
    return lambda _: [Happened("7010", old, new)]


def test_a_write_tells_its_moment_and_the_filings_new_revision(writer: FilingWriter) -> None:
    moment = dt.datetime(2014, 2, 3, 9, 0, 1, tzinfo=dt.UTC)
    assert writer.change(JANUARY, entered(None, "5"), "typed") == Written(moment, 2)
    assert writer.read(JANUARY).entries == {"7010": "5"}


def test_what_does_not_differ_is_not_written(writer: FilingWriter) -> None:
    writer.change(JANUARY, entered(None, "5"), "typed")
    assert writer.change(JANUARY, entered("5", "5"), "typed").revision == 2


def test_what_happened_is_told_from_what_the_filing_holds(writer: FilingWriter) -> None:
    writer.change(JANUARY, entered(None, "5"), "typed")
    seen: list[dict[str, str]] = []

    def happened(content: FilingContent) -> list[Happened]:
        seen.append(dict(content.entries))
        return []

    writer.change(JANUARY, happened, "typed")
    assert seen == [{"7010": "5"}]


def test_a_write_on_what_the_box_does_not_hold_is_refused(writer: FilingWriter) -> None:
    with pytest.raises(StoreConflict, match="Another program changed January 2014"):
        writer.change(JANUARY, entered("4", "5"), "typed")


def test_what_is_remembered_as_seen_must_not_have_changed(
    writer: FilingWriter, database: Database, author: Author
) -> None:
    writer.remember(JANUARY, writer.read(JANUARY))
    FilingWriter(database, author, utc_now).change(JANUARY, entered(None, "5"), "set")
    with pytest.raises(StoreConflict):
        writer.change(JANUARY, lambda _: [Happened("7020", None, "6")], "typed")
    writer.remember(JANUARY, writer.read(JANUARY))
    writer.change(JANUARY, lambda _: [Happened("7020", None, "6")], "typed")
    assert writer.read(JANUARY).entries == {"7010": "5", "7020": "6"}


def test_writes_that_came_to_nothing_are_not_remembered(writer: FilingWriter) -> None:
    def write_and_fail() -> None:
        with writer.together():
            writer.change(JANUARY, entered(None, "5"), "typed")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert writer.change(JANUARY, entered(None, "6"), "typed").revision == 2


def test_a_filing_that_the_store_does_not_hold_is_a_sentence(writer: FilingWriter) -> None:
    with pytest.raises(NoSuchFiling, match="does not hold February 2014 any more"):
        writer.read(Filing(9, Period(2014, 2), "2014-01"))


def test_the_machines_time_has_a_zone() -> None:
    assert utc_now().utcoffset() == dt.timedelta(0)
