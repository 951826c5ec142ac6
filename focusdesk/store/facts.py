"""What the firm has settled once: each fact with its newest text, and how it came to that."""

import datetime as dt

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from focusdesk.filing.digest import digest_of
from focusdesk.filing.filing import FactChange
from focusdesk.filing.journal_codes import FACT
from focusdesk.store import tables
from focusdesk.store.journal import Happened, JournalWriter, clock_back
from focusdesk.store.reading import read_facts

_ADD = insert_or_update(tables.firm)
_KEEP = _ADD.on_conflict_do_update(index_elements=["fact"], set_={"text": _ADD.excluded.text})
_HISTORY = (
    select(
        tables.journal.c.code,
        tables.journal.c.new,
        tables.journal.c.user,
        tables.journal.c.written,
    )
    .where(tables.journal.c.filing.is_(None), tables.journal.c.code.startswith(FACT))
    .order_by(tables.journal.c.sequence)
)


def settle_fact(journal: JournalWriter, name: str, text: str) -> None:
    """Keep a fact with its row in the journal; a text that is there already is not written."""
    facts = read_facts(journal.connection)
    there = facts.get(name)
    if there == text:
        return
    back = clock_back(journal.connection, journal.moment)
    lines = journal.lines(None, (*back, Happened(FACT + name, there, text)), "fact")
    journal.append(lines, digest_of({**facts, name: text}))
    journal.connection.execute(_KEEP, {"fact": name, "text": text})


def read_fact_history(connection: Connection) -> tuple[FactChange, ...]:
    """Read how the facts were settled, oldest first."""
    return tuple(
        FactChange(code.removeprefix(FACT), text, author, dt.datetime.fromisoformat(written))
        for code, text, author, written in connection.execute(_HISTORY)
    )
