"""How a change or a warning was explained the month before, to be said again, or said better."""

from dataclasses import replace

from focusdesk.filing.explanation import Explanation, Explanations, Subject, line
from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import NoSuchFiling
from focusdesk.filing.register import Register
from focusdesk.filing.warning_explanation import (
    Warned,
    WarningExplanation,
    standing_explanations,
)
from focusdesk.form.edition import Edition


def earlier_wording(register: Register, filing: Filing, subject: Subject) -> Explanation | None:
    """Give what was said of the same line or pool the month before; `None` where nothing was.

    A renumbered box is found by its code of then; the subject of what is given is as asked for. Of
    explanations against several months it is the one that was written last.

    Args:
        register: The firm's filings.
        filing: The month in which the change is to be explained.
        subject: The line or the pool, by today's code.

    Raises:
        StoreError: the store cannot be read.
        NoEdition: this program does not know the edition of one of the months.
    """
    try:
        before = register.store.find(filing.period.plus(-1))
    except NoSuchFiling:
        return None
    form = register.edition_of(before)
    then = _in_form(subject, register.edition_of(filing), form)
    said = Explanations.of(register.store.explanations(before), form).standing
    found = [each for each in said if each.subject == then]
    if not found:
        return None
    return replace(max(found, key=lambda each: each.written), subject=subject)


def earlier_warning_wording(
    register: Register, filing: Filing, warned: Warned
) -> WarningExplanation | None:
    """Give what was said of the same check and boxes the month before; `None` for nothing.

    Renumbered boxes are found by their codes of then. Words count here whatever the figures of then
    became: they are offered, and hold for nothing before they are kept again.

    Args:
        register: The firm's filings.
        filing: The month whose warning is to be explained.
        warned: The check and its boxes, by today's codes.

    Raises:
        StoreError: the store cannot be read.
        NoEdition: this program does not know the edition of one of the months.
    """
    try:
        before = register.store.find(filing.period.plus(-1))
    except NoSuchFiling:
        return None
    form, earlier = register.edition_of(filing), register.edition_of(before)
    then = Warned(warned.check, tuple(form.code_in(earlier, code) for code in warned.codes))
    said = standing_explanations(register.store.warnings.explanations(before)).get(then)
    return replace(said, warned=warned) if said else None


def _in_form(subject: Subject, form: Edition, earlier: Edition) -> Subject:
    """Name a line as an earlier form does; a schedule has the same id in all of them."""
    return subject if subject.is_pool else line(form.code_in(earlier, subject.name))
