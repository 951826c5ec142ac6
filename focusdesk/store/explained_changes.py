"""The explanations of changes: what the journal, which alone keeps them, says of each.

A row of the journal is chained over the one before, so that nobody alters an explanation, its
author or its time unseen, and there is no second place from which it could differ.
"""

import datetime as dt
import json
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, or_, select

from focusdesk.filing.digest import canonical
from focusdesk.filing.explanation import Explanation, Subject
from focusdesk.filing.filing import Filing
from focusdesk.filing.journal_codes import EXPLAINED_LINE, EXPLAINED_POOL
from focusdesk.filing.ports import StoreDamaged
from focusdesk.form.period import Period
from focusdesk.store.journal import Happened, about
from focusdesk.store.tables import journal


class ToldExplanation(NamedTuple):
    """What a row of the journal says of an explanation."""

    subject: Subject
    against: Period
    text: str


_ROWS = (
    select(journal.c.sequence, journal.c.code, journal.c.new, journal.c.user, journal.c.written)
    .where(
        journal.c.filing == bindparam("of_filing"),
        or_(about(EXPLAINED_LINE), about(EXPLAINED_POOL)),
    )
    .order_by(journal.c.sequence)
)


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
    read: list[Explanation] = []
    for number, code, new, author, written in connection.execute(_ROWS, {"of_filing": filing.id}):
        try:
            subject, against, text = told_explanation(code, new)
        except ValueError as error:
            message = (
                f"{filing.title}: row {number} of the journal does not say what was explained. "
                f"The store is damaged; go back to a backup."
            )
            raise StoreDamaged(message) from error
        moment = dt.datetime.fromisoformat(written)
        read.append(Explanation(subject, text, against, author, moment))
    return tuple(read)
