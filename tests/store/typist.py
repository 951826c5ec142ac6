"""A program of its own that writes to a store, for the tests that kill it or run two of it.

`python typist.py STORE type` types 1, 2, 3 ... into 7010 and twice that into 7020, each pair one
edit, and says each number once it is on the disk, until it is killed.
`python typist.py STORE add N` adds 1 to what 7010 holds, N times, reading the month again whenever
another program was faster.
"""

import sys
from itertools import count
from pathlib import Path

from focusdesk.filing.edit import Cause, Change
from focusdesk.filing.ports import StoreConflict
from focusdesk.form.box import Box, BoxKind
from focusdesk.form.edition import Edition
from focusdesk.form.page import PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem, Schedule
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.opening import open_store

BOXES = tuple(Box(code, BoxKind.AMOUNT) for code in ("7010", "7020"))
FORM = Edition(
    "2014-01",
    "Test",
    Period(2013, 1),
    (Schedule("page", "Page", ("PAGE",), 10, (LineItem(boxes=BOXES),), PageLayout()),),
)


def type_on(store: SqliteFilingStore) -> None:
    month = store.filings()[0]
    held = store.entered(month, FORM)
    first, second = held.get("7010"), held.get("7020")
    for number in count(first + 1 if isinstance(first, int) else 1):
        changes = [Change("7010", first, number), Change("7020", second, 2 * number)]
        store.record(month, FORM, changes, Cause.TYPED)
        first, second = number, 2 * number
        print(number, flush=True)  # noqa: T201  # the acknowledgement


def add(store: SqliteFilingStore, times: int) -> None:
    month = store.filings()[0]
    done = 0
    while done < times:
        held = store.entered(month, FORM)["7010"]
        assert isinstance(held, int)
        try:
            store.record(month, FORM, [Change("7010", held, held + 1)], Cause.SET)
        except StoreConflict:
            continue
        done += 1


if __name__ == "__main__":
    with open_store(Path(sys.argv[1])) as opened:
        if sys.argv[2] == "type":
            type_on(opened)
        else:
            add(opened, int(sys.argv[3]))
