"""The explanations of warnings: what the journal, which alone keeps them, says of each."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import NamedTuple, cast

from sqlalchemy import Connection, bindparam, select

from focusdesk.filing.digest import canonical
from focusdesk.filing.filing import Filing
from focusdesk.filing.fingerprint import JsonValue
from focusdesk.filing.journal_codes import EXPLAINED_WARNING
from focusdesk.filing.ports import StoreDamaged
from focusdesk.filing.warning_explanation import Warned, WarningExplanation
from focusdesk.store.journal import Happened, about
from focusdesk.store.tables import journal


class ToldWarning(NamedTuple):
    """What a row of the journal says of a warning."""

    warned: Warned
    text: str
    figures: Mapping[str, JsonValue]


_ROWS = (
    select(journal.c.sequence, journal.c.code, journal.c.new, journal.c.user, journal.c.written)
    .where(journal.c.filing == bindparam("of_filing"), about(EXPLAINED_WARNING))
    .order_by(journal.c.sequence)
)


def warning_row(warned: Warned, text: str, figures: Mapping[str, JsonValue]) -> Happened:
    """Write an explanation for the journal; it names nothing that was there before."""
    told = canonical({"text": text, "figures": dict(figures)})
    return Happened(EXPLAINED_WARNING + warned.key, None, told)


def told_warning(code: str, new: str | None) -> ToldWarning:
    """Read an explanation out of the journal.

    Raises:
        ValueError: the row does not hold one.
    """
    told = json.loads(new or "")
    try:
        text, figures = str(told["text"]), dict(cast("Mapping[str, JsonValue]", told["figures"]))
    except (KeyError, TypeError) as error:
        message = "the row that explains a warning holds no explanation"
        raise ValueError(message) from error
    return ToldWarning(Warned.parse(code.removeprefix(EXPLAINED_WARNING)), text, figures)


def read_warnings(connection: Connection, filing: Filing) -> tuple[WarningExplanation, ...]:
    """Read every explanation that a filing's warnings have had, oldest first.

    Raises:
        StoreDamaged: a row of the journal does not hold one.
    """
    read: list[WarningExplanation] = []
    for number, code, new, author, written in connection.execute(_ROWS, {"of_filing": filing.id}):
        try:
            warned, text, figures = told_warning(code, new)
        except ValueError as error:
            message = (
                f"{filing.title}: row {number} of the journal does not say why a warning stands. "
                f"The store is damaged; go back to a backup."
            )
            raise StoreDamaged(message) from error
        moment = dt.datetime.fromisoformat(written)
        read.append(WarningExplanation(warned, text, figures, author, moment))
    return tuple(read)
