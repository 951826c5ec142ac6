"""A month that was amended, as the store keeps it; no command makes amendments."""

import datetime as dt
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from focusdesk.catalog.loader import load_editions
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import Filing
from focusdesk.filing.register import Register
from focusdesk.form.box import Value
from focusdesk.form.period import Period
from focusdesk.store.content import FilingContent, header_text, write_content, write_header
from focusdesk.store.database import existing_database
from focusdesk.store.journal import Author, Happened, JournalWriter, stamp
from focusdesk.store.opening import open_store
from focusdesk.store.reading import last_number


def amend(path: Path, period: Period, values: Mapping[str, Value]) -> Filing:
    """Add the first amendment of a month, with the original's boxes and these others."""
    editions = load_editions()
    with open_store(path) as store:
        original = Register(store, editions).open(store.find(period, 0))
        entered = original.worksheet.entered()
    amended = _started(path, original.filing)
    with open_store(path) as store:
        session = Register(store, editions).open(store.find(period, 1))
        session.apply(Edit({**entered, **values}, Cause.CARRIED))
    return amended


def _started(path: Path, original: Filing) -> Filing:
    moment = dt.datetime(2014, 3, 3, 9, tzinfo=dt.UTC)
    with closing(existing_database(path)) as database, database.writing() as connection:
        amended = replace(original, id=last_number(connection) + 1, amendment=1)
        writer = JournalWriter(connection, Author.here(), moment)
        content = FilingContent.of(amended, stamp(moment))
        write_header(connection, content)
        happened = Happened("filing:started", None, header_text(content.header))
        lines = writer.lines(amended.id, (happened,), "started")
        after = content.copy()
        for line in lines:
            after.apply(line)
        writer.append(lines, after.digest())
        write_content(connection, after, lines, after.digest())
    return amended
