"""Write `schema_1.sqlite`, the store that every later program must still open with its values.

It was made once, when version 1 of the schema was released, by

    python tests/store/databases/make_schema_1.py

and is never made again: a program whose schema is newer cannot write a store of version 1. A new
version gets a script and a file of its own.
"""

import datetime as dt
from itertools import count
from pathlib import Path

from focusdesk.filing.edit import Cause, Change
from focusdesk.filing.filing import Status
from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.page import PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem, Schedule
from focusdesk.store.journal import Author
from focusdesk.store.opening import new_store

BOXES = (
    Box("13", BoxKind.TEXT),
    Box("25", BoxKind.DATE),
    Box("16", BoxKind.CHECK),
    Box("firm.retail_forex", BoxKind.YES_NO),
    Box("7010", BoxKind.AMOUNT),
    Box("7080", BoxKind.AMOUNT),
)
JANUARY: dict[str, Value] = {
    "13": "Größe & Söhne, “Makler” 株式会社",
    "25": dt.date(2014, 1, 31),
    "16": True,
    "firm.retail_forex": False,
    "7010": 347_295_282,
    "7080": -(2**63),
}


def main() -> None:
    """Write the file beside this script."""
    form = Edition(
        "2014-01",
        "Test",
        Period(2013, 1),
        (
            Schedule(
                "page",
                "Page",
                ("PAGE",),
                10,
                tuple(LineItem(label=box.code, boxes=(box,)) for box in BOXES),
                PageLayout(),
            ),
        ),
    )
    seconds = count()
    start = dt.datetime(2014, 2, 3, 9, tzinfo=dt.UTC)
    path = Path(__file__).with_name("schema_1.sqlite")
    author = Author("ada", "desk-7", "focusdesk 0.1.0")
    with new_store(
        path, author=author, clock=lambda: start + dt.timedelta(seconds=next(seconds))
    ) as store:
        store.set_fact("calendar", "federal")
        december = store.start(Period(2013, 12), form.id, illustrative=True, remark="made up")
        store.record(december, form, [Change("7010", None, 1)], Cause.SAMPLE)
        store.set_status(december, Status.PRINTED)
        january = store.start(Period(2014, 1), form.id)
        changes = [Change(code, None, value) for code, value in JANUARY.items()]
        store.record(january, form, changes, Cause.TYPED)
        store.write_note(january, "7010", "first words")
        store.write_note(january, "7010", "the split is a reconstruction")
        store.record(january, form, [Change("7010", 347_295_282, None)], Cause.TYPED)
        store.record(january, form, [Change("7010", None, 347_295_282)], Cause.UNDO)


if __name__ == "__main__":
    main()
