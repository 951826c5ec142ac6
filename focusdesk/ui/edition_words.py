"""What is said of the edition in which a month is to be reported."""

from focusdesk.form.edition import Edition
from focusdesk.form.period import Period

_SURE_MONTHS = 24


def edition_words(edition: Edition, period: Period) -> str:
    """Name the edition that is taken for a period, and say how sure that is.

    Two years after an edition came into force there may well be a newer one that this program
    does not know.

    Args:
        edition: The newest edition known that was in force by then.
        period: The month to be reported.
    """
    sure = period <= edition.in_force_from.plus(_SURE_MONTHS)
    how = "is in force then" if sure else "the newest that this program knows"
    return f"{edition.title}, edition {edition.id}, {how}."
