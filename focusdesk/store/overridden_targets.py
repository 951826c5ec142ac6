"""Why targets differ from the firm's policies: what the journal, which alone keeps it, says."""

import datetime as dt
import json
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from focusdesk.filing.digest import canonical
from focusdesk.filing.filing import Filing
from focusdesk.filing.journal_codes import OVERRIDDEN
from focusdesk.filing.override_reason import OverrideReason
from focusdesk.filing.ports import StoreDamaged
from focusdesk.store.journal import Happened, about
from focusdesk.store.tables import journal


class ToldReason(NamedTuple):
    """What a row of the journal says of an override."""

    held: str | None
    text: str


_ROWS = (
    select(journal.c.sequence, journal.c.code, journal.c.new, journal.c.user, journal.c.written)
    .where(journal.c.filing == bindparam("of_filing"), about(OVERRIDDEN))
    .order_by(journal.c.sequence)
)


def reason_row(code: str, held: str | None, text: str) -> Happened:
    """Write a reason for the journal; it names nothing that was there before."""
    return Happened(OVERRIDDEN + code, None, canonical({"held": held, "text": text}))


def told_reason(new: str | None) -> ToldReason:
    """Read a reason out of the journal.

    Raises:
        ValueError: the row does not hold one.
    """
    told = json.loads(new or "")
    try:
        held, text = told["held"], told["text"]
    except (KeyError, TypeError) as error:
        message = "the row that gives the reason of an override holds none"
        raise ValueError(message) from error
    return ToldReason(None if held is None else str(held), str(text))


def read_reasons(connection: Connection, filing: Filing) -> tuple[OverrideReason, ...]:
    """Read every reason that a filing's overrides have had, oldest first.

    Raises:
        StoreDamaged: a row of the journal does not hold one.
    """
    read: list[OverrideReason] = []
    for number, code, new, author, written in connection.execute(_ROWS, {"of_filing": filing.id}):
        try:
            held, text = told_reason(new)
        except ValueError as error:
            message = (
                f"{filing.title}: row {number} of the journal does not say why a target differs. "
                f"The store is damaged; go back to a backup."
            )
            raise StoreDamaged(message) from error
        moment = dt.datetime.fromisoformat(written)
        read.append(OverrideReason(code.removeprefix(OVERRIDDEN), held, text, author, moment))
    return tuple(read)
