"""The explanations of changes: what the journal, which alone keeps them, says of each."""

import json
from typing import NamedTuple

from sqlalchemy import Connection

from focusdesk.filing.digest import canonical
from focusdesk.filing.explanation import Explanation, Subject
from focusdesk.filing.filing import Filing
from focusdesk.filing.journal_codes import EXPLAINED_LINE, EXPLAINED_POOL
from focusdesk.form.period import Period
from focusdesk.store.journal import Happened
from focusdesk.store.told_rows import RowsAbout


class ToldExplanation(NamedTuple):
    """What a row of the journal says of an explanation."""

    subject: Subject
    against: Period
    text: str


def explanation_row(subject: Subject, against: Period, text: str) -> Happened:
    """Write an explanation for the journal.

    Like an attached file it names nothing that was there before: the rows before it do.
    """
    word = EXPLAINED_POOL if subject.is_pool else EXPLAINED_LINE
    told = canonical({"against": str(against), "text": text})
    return Happened(word + subject.name, None, told)


def told_explanation(code: str, new: str | None) -> ToldExplanation:
    """Read an explanation out of the journal.

    Raises:
        ValueError: the row does not hold one.
    """
    told = json.loads(new or "")
    try:
        against, text = told["against"], told["text"]
    except (KeyError, TypeError) as error:
        message = "the row that explains a change holds no explanation"
        raise ValueError(message) from error
    word, _, name = code.partition(":")
    subject = Subject(name, is_pool=word + ":" == EXPLAINED_POOL)
    return ToldExplanation(subject, Period.parse(str(against)), str(text))


def read_explanations(connection: Connection, filing: Filing) -> tuple[Explanation, ...]:
    """Read every explanation that a filing has had, oldest first.

    Raises:
        StoreDamaged: a row of the journal does not hold one.
    """
    return tuple(
        Explanation(row.told.subject, row.told.text, row.told.against, row.author, row.written)
        for row in _ROWS.of(connection, filing)
    )


_ROWS = RowsAbout(
    (EXPLAINED_LINE, EXPLAINED_POOL),
    lambda code, _, new: told_explanation(code, new),
    "what was explained",
)
