"""Write `schema_2.sqlite`, the store that every later program must still open with what it holds.

It was made once, when version 2 of the schema was released, by

    python tests/store/databases/make_schema_2.py

and is never made again: a program whose schema is newer cannot write a store of version 2. A new
version gets a script and a file of its own.
"""

import datetime as dt
from itertools import count
from pathlib import Path

from focusdesk.filing.edit import Cause, Change
from focusdesk.filing.filing import OF_THE_MONTH, Filing, Status
from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.page import PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem, Schedule
from focusdesk.store.filing_store import SqliteFilingStore
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

EXPRESSION = "=347,295,000+282"


def main() -> None:
    """Write the file beside this script."""
    lines = tuple(LineItem(label=box.code, boxes=(box,)) for box in BOXES)
    page = Schedule("page", "Page", ("PAGE",), 10, lines, PageLayout())
    form = Edition("2014-01", "Test", Period(2013, 1), (page,))
    seconds = count()
    start = dt.datetime(2014, 2, 3, 9, tzinfo=dt.UTC)
    path = Path(__file__).with_name("schema_2.sqlite")
    author = Author("ada", "desk-7", "focusdesk 0.1.0")
    with new_store(
        path, author=author, clock=lambda: start + dt.timedelta(seconds=next(seconds))
    ) as store:
        store.set_fact("calendar", "federal")
        december = store.start(Period(2013, 12), form.id, illustrative=True, remark="made up")
        store.record(december, form, [Change("7010", None, 1)], Cause.SAMPLE)
        store.set_status(december, Status.PRINTED)
        permanent = store.write_note(december, "7010", "agreed with the bank", permanent=True)
        january = store.start(Period(2014, 1), form.id, remark="rolled forward from December 2013")
        write_figures(store, january, form)
        store.carry_notes(january, [permanent])
        write_beside(store, january)


def write_figures(store: SqliteFilingStore, january: Filing, form: Edition) -> None:
    """Write what the boxes hold, by every way to which undo has an answer of its own."""
    store.record(january, form, [Change("25", None, JANUARY["25"])], Cause.STARTED)
    carried = [Change("13", None, JANUARY["13"])]
    store.record(january, form, carried, Cause.CARRIED, "Roll forward from December 2013")
    typed = [
        Change(code, None, value, "", EXPRESSION if code == "7010" else "")
        for code, value in JANUARY.items()
        if code not in {"13", "25"}
    ]
    store.record(january, form, typed, Cause.TYPED)
    blanked = [Change("7010", JANUARY["7010"], None, EXPRESSION)]
    store.record(january, form, blanked, Cause.TYPED)
    put_back = [Change("7010", None, JANUARY["7010"], "", EXPRESSION)]
    store.record(january, form, put_back, Cause.UNDO)


def write_beside(store: SqliteFilingStore, january: Filing) -> None:
    """Write notes, and attach files."""
    store.write_note(january, "7080", "first words")
    store.write_note(january, "7080", "the split is a reconstruction")
    store.write_note(january, OF_THE_MONTH, "filed with leave")
    store.attach(january, "7010", "letter.pdf", b"%PDF letter")
    scan = store.attach(january, OF_THE_MONTH, "scan.txt", b"scan")
    store.withdraw_attachment(january, scan)


if __name__ == "__main__":
    main()
