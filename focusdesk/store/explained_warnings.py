"""The explanations of warnings: what the journal, which alone keeps them, says of each."""

import json
from collections.abc import Mapping
from typing import NamedTuple, cast

from sqlalchemy import Connection

from focusdesk.filing.digest import canonical
from focusdesk.filing.filing import Filing
from focusdesk.filing.fingerprint import JsonValue
from focusdesk.filing.journal_codes import EXPLAINED_WARNING
from focusdesk.filing.warning_explanation import Warned, WarningExplanation
from focusdesk.store.journal import Happened
from focusdesk.store.told_rows import RowsAbout


class ToldWarning(NamedTuple):
    """What a row of the journal says of a warning."""

    warned: Warned
    text: str
    figures: Mapping[str, JsonValue]


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
    return tuple(
        WarningExplanation(*row.told, row.author, row.written)
        for row in _ROWS.of(connection, filing)
    )


_ROWS = RowsAbout(
    (EXPLAINED_WARNING,), lambda code, _, new: told_warning(code, new), "why a warning stands"
)
