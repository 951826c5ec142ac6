"""What changed since a signature copy was made: the journal taken back to that moment."""

from collections.abc import Iterable, Mapping

from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.edition_plan import EditionPlan
from focusdesk.filing.filing import Filing, JournalEntry, PrintRecord
from focusdesk.filing.journal_codes import is_box
from focusdesk.filing.ports import FilingStore, StoreDamaged
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition


class SincePrint:
    """What the newest signature copy of a filing says, beside what its boxes hold now.

    Asked for often, and the same until the next signature copy: it is read once.
    """

    def __init__(
        self, plan: EditionPlan, filing: Filing, store: FilingStore, worksheet: Worksheet
    ) -> None:
        """Read nothing yet.

        Args:
            plan: What the filing's edition settles.
            filing: Its header.
            store: Where it is kept.
            worksheet: Its figures as they stand.
        """
        self._plan, self._filing, self._store = plan, filing, store
        self._worksheet = worksheet
        self._printed: tuple[PrintRecord, Mapping[str, Value]] | None = None
        self._is_known = False

    def forget(self) -> None:
        """Read it anew when it is asked for again: another signature copy was made."""
        self._is_known = False

    def record(self) -> PrintRecord | None:
        """Give when the copy was made, and of what; `None` if there is none.

        Raises:
            StoreError: the store cannot be read.
        """
        printed = self._as_printed()
        return printed and printed[0]

    def differing(self) -> tuple[str, ...]:
        """Give the boxes that hold something else now; none where nothing was printed.

        Raises:
            StoreError: the store cannot be read.
        """
        printed = self._as_printed()
        return differing(printed[1], self._worksheet.values()) if printed else ()

    def value(self, code: str) -> Value:
        """Give what the copy says of a box; `None` where nothing was printed.

        Raises:
            KeyError: the edition has no such box.
            StoreError: the store cannot be read.
        """
        printed = self._as_printed()
        return printed[1][code] if printed else None

    def _as_printed(self) -> tuple[PrintRecord, Mapping[str, Value]] | None:
        if not self._is_known:
            record = self._store.print_record(self._filing)
            self._printed = None if record is None else (record, self._values_at(record.sequence))
            self._is_known = True
        return self._printed

    def _values_at(self, sequence: int) -> Mapping[str, Value]:
        """Take the journal back to one of its rows, and compute what followed then."""
        edition, trail = self._plan.edition, self._store.journal(self._filing)
        entered = entered_at(self._worksheet.entered(), trail, sequence, edition)
        return Worksheet(edition, entered, self._plan.calculation).values()


def entered_at(
    entered: Mapping[str, Value], trail: Iterable[JournalEntry], sequence: int, edition: Edition
) -> dict[str, Value]:
    """Give what the entered boxes held at a place of the journal.

    Args:
        entered: What they hold now, blanks left out.
        trail: The filing's journal, oldest first.
        sequence: The place.
        edition: The filing's form.

    Raises:
        StoreDamaged: the journal tells of a box that the form does not have, or of a value that
            its box cannot hold.
    """
    held = dict(entered)
    taken_back: set[str] = set()
    for entry in trail:
        # Of several changes the first tells what was there.
        if entry.sequence <= sequence or not is_box(entry.code) or entry.code in taken_back:
            continue
        taken_back.add(entry.code)
        value = _value(entry, edition)
        if value is None:
            held.pop(entry.code, None)
        else:
            held[entry.code] = value
    return held


def differing(before: Mapping[str, Value], now: Mapping[str, Value]) -> tuple[str, ...]:
    """Give the boxes that hold something else now, in the order in which they are held."""
    return tuple(code for code, value in now.items() if before.get(code) != value)


def _value(entry: JournalEntry, edition: Edition) -> Value:
    try:
        return None if entry.old is None else edition.boxes[entry.code].decode(entry.old)
    except (ValueError, KeyError) as error:
        message = (
            f'{entry.code}: row {entry.sequence} of the journal says that it held "{entry.old}", '
            f"which is no value of that box. The store is damaged; go back to a backup."
        )
        raise StoreDamaged(message) from error
