"""What is said of the edition in which a month is to be reported."""

from collections.abc import Collection

from focusdesk.form.edition import Edition
from focusdesk.form.period import Period

_SURE_MONTHS = 24


def edition_words(edition: Edition, period: Period, known: Collection[Edition]) -> str:
    """Name the edition that is taken for a period, say how sure that is, and what else is offered.

    Two years after an edition came into force there may well be a newer one that this program does
    not know.

    Args:
        edition: The edition that is taken.
        period: The month to be reported.
        known: Every edition that the program knows.
    """
    offered = (other for other in known if other is not edition and other.is_offered(period))
    return " ".join([
        f"{edition.title}, edition {edition.id}, {_how(edition, period, known)}.",
        *(f"Edition {other.id} may be used too: {other.offered_note}." for other in offered),
    ])  # fmt: skip


def _how(edition: Edition, period: Period, known: Collection[Edition]) -> str:
    if edition.is_offered(period):
        return f"may be used then: {edition.offered_note}"
    if period <= edition.in_force_from.plus(_SURE_MONTHS):
        return "is in force then"
    later = [other for other in known if other.in_force_from > edition.in_force_from]
    if not later:
        return "the newest that this program knows"
    following = min(later, key=lambda other: other.in_force_from)
    return f"the last before {following.id} that this program knows"
