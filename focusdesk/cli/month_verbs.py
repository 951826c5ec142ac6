"""Months and stores: `sample`, `new`, `months`."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from focusdesk.calendars.firm_due import FirmDue
from focusdesk.catalog.loader import load_editions
from focusdesk.cli.opening import opened
from focusdesk.cli.output import say, say_json, say_table, tell
from focusdesk.cli.places import new_store_or_default, store_or_default
from focusdesk.cli.request import Refused, Request
from focusdesk.cli.verbs import DONE
from focusdesk.filing.filing import Filing
from focusdesk.filing.register import NoEdition, Register
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.samples.sample import AUTHOR, write_sample
from focusdesk.store.journal import Author
from focusdesk.store.opening import new_store


def write_sample_store(request: Request) -> int:
    """Write a new store with the sample filings.

    Raises:
        StoreError: there is a file of that name, or the folder cannot be written.
    """
    path = new_store_or_default(request.store)
    with new_store(path, author=replace(Author.here(), user=AUTHOR)) as store:
        register = Register(store, load_editions())
        write_sample(register)
        months = len(store.filings())
    tell(f"{path} holds {months} sample filings.")
    return DONE


def start_month(request: Request) -> int:
    """Start a month; a store that is not there yet is made with it.

    Raises:
        StoreError: the month is there already, or the store cannot be written.
        Refused: there is no such edition, or nothing to roll forward from.
    """
    path = store_or_default(request.store)
    if path.exists():
        with opened(path) as register:
            _start(register, request)
        return DONE
    if request.source is not None:
        message = f'There is no store "{path}", and so no {request.source.label} to start from.'
        raise Refused(message)
    with new_store(new_store_or_default(request.store)) as store:
        _start(Register(store, load_editions()), request)
    return DONE


def list_months(request: Request) -> int:
    """List the filings, the newest first.

    Raises:
        StoreError: the store cannot be opened.
    """
    with opened(request.store) as register:
        filings = register.store.filings()
        changed = register.store.changed_since_print()
        firm = FirmDue.read(register.store)
    if request.as_json:
        say_json([_months_entry(it, firm, changed=it.id in changed) for it in filings])
    elif not filings:
        say("The store has no filings yet. Start one with: focusdesk new --period 2014-01")
    else:
        say_table(
            ("month", "amendment", "edition", "status", "due", "remark"),
            [_months_line(it, firm, changed=it.id in changed) for it in filings],
        )
    return DONE


def _start(register: Register, request: Request) -> None:
    source = None if request.source is None else register.store.find(request.source)
    try:
        session = register.start_month(request.period, source=source, edition=request.edition)
    except NoEdition as error:
        if request.edition is not None:
            raise
        message = f"{error} Name one with --edition if the month must be held all the same."
        raise Refused(message) from error
    filing = session.filing
    came_along = f", rolled forward from {source.period.label}" if source else ""
    tell(f"Started {filing.period.label} in the edition {filing.edition}{came_along}.")
    for edition in register.editions.values():
        if edition.is_offered(filing.period):
            tell(_offer(edition, filing))


def _offer(edition: Edition, filing: Filing) -> str:
    """Say that an edition is not in force for a month, whether it was taken or might have been."""
    if filing.edition == edition.id:
        force = f"is in force from {edition.in_force_from.label} on"
        return f"The edition {edition.id} {force}; {edition.offered_note}."
    offer = f"The edition {edition.id} is offered for it too, by --edition {edition.id}"
    return f"{offer}; {edition.offered_note}."


def _due(period: Period, firm: FirmDue) -> str | None:
    due = firm.of(period).due
    return due.isoformat() if due else None


def _months_entry(filing: Filing, firm: FirmDue, *, changed: bool) -> dict[str, object]:
    return {
        "period": str(filing.period),
        "amendment": filing.amendment,
        "edition": filing.edition,
        "status": filing.status.value,
        "changed_since_print": changed,
        "due": _due(filing.period, firm),
        "illustrative": filing.illustrative,
    }


def _months_line(filing: Filing, firm: FirmDue, *, changed: bool) -> tuple[str, ...]:
    told = "illustrative" in filing.remark.casefold() or not filing.illustrative
    remarks = [filing.remark, "" if told else "illustrative"]
    return (
        str(filing.period),
        str(filing.amendment),
        filing.edition,
        f"{filing.status}, changed since" if changed else filing.status.value,
        _due(filing.period, firm) or "unknown",
        ", ".join(remark for remark in remarks if remark),
    )


ACTS: Mapping[str, Callable[[Request], int]] = {
    "sample": write_sample_store,
    "new": start_month,
    "months": list_months,
}
"""What each command does."""
