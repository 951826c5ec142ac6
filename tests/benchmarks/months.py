"""Reading 13 months back, as a comparison does."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from benchmarks.measure import Measurement, in_turns, median
from benchmarks.scratch import sample_store
from focusdesk.catalog.loader import load_editions
from focusdesk.filing.register import Register
from focusdesk.store.opening import open_store

ROUNDS = 200
MONTHS = 13


def measurements() -> Iterator[Measurement]:
    """Compare with bare sqlite3 reading the same rows."""
    with sample_store() as path, open_store(path) as store:
        register = Register(store, load_editions())
        filings = store.filings()[-MONTHS:]
        with closing(sqlite3.connect(path)) as bare:
            numbers = [(filing.id,) for filing in filings]
            ours, floor = in_turns(
                lambda: store.entered_many(filings, register.edition_of),
                lambda: [
                    bare.execute(
                        "SELECT code, value FROM entry WHERE filing = ?", number
                    ).fetchall()
                    for number in numbers
                ],
                ROUNDS,
            )
    yield Measurement(
        f"reading {MONTHS} months back", median(ours), median(floor), "bare sqlite3", 2.0
    )
