"""Hold one month of a printed PDF against a store: its figures, and how it would be drawn again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from focusdesk import __version__
from focusdesk.exchange.printed_figures import PrintedFigures
from focusdesk.exchange.printed_pdf import DamagedPdf, PrintInside
from focusdesk.export.papers import filing_pdf
from focusdesk.filing.compare import ComparedMonth
from focusdesk.filing.copies import Copy, PrintRefused
from focusdesk.filing.edit import Change
from focusdesk.filing.filing import Filing, PrintRecord
from focusdesk.filing.fingerprint import fingerprint, month_digest
from focusdesk.filing.ports import NoSuchFiling
from focusdesk.filing.printed import (
    ComparedAs,
    PrintedAs,
    UnknownPrint,
    explanations_digest,
    notes_digest,
)
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.since_print import differing
from focusdesk.filing.thresholds import kept_thresholds
from focusdesk.form.amount import AmountError
from focusdesk.form.box import Value
from focusdesk.form.written import PlacingError

_PROGRAM = f"focusdesk {__version__}"


@dataclass(frozen=True, slots=True)
class DrawnAgain:
    """A month drawn again, to be laid over its print.

    Attributes:
        pdf: The file.
        tabs: The names of its pages; a review copy has more pages after them.
        same: Words that may differ, by what the print says: its fingerprint, the program.
    """

    pdf: bytes
    tabs: tuple[str, ...]
    same: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CheckedMonth:
    """What was found out about one month of a PDF.

    Attributes:
        title: The filing that the print says it is of: ``January 2014, the original filing``.
        filing: The store's filing of that name; `None` where it has none in that edition.
        how: How it was printed; `None` where there is no such filing.
        equal: Whether the store holds what the whole filing held when it was printed.
        differing: The boxes that differ: what the print says, what the store holds.
        unfounded: The totals that do not follow from the print's own figures: what it says, what
            they give.
        signed: The record of it, if it is a signature copy that was made with this store.
        remarks: What else differs, in sentences.
        drawn: The month drawn again, where that is possible.
    """

    title: str
    filing: Filing | None = None
    how: PrintedAs | None = None
    equal: bool = False
    differing: tuple[Change, ...] = ()
    unfounded: tuple[Change, ...] = ()
    signed: PrintRecord | None = None
    remarks: tuple[str, ...] = ()
    drawn: DrawnAgain | None = None


def check_month(
    register: Register, inside: PrintInside, name: str, file_digest: str
) -> CheckedMonth:
    """Find out how a print compares with what the store holds.

    Args:
        register: The store's filings.
        inside: What the PDF carries of the month.
        name: The PDF's name, for sentences.
        file_digest: The SHA-256 of the whole PDF.

    Raises:
        DamagedPdf: what the PDF carries of the month cannot be read.
        StoreError: the store cannot be read.
    """
    figures = PrintedFigures.of(inside, name)
    number = figures.amendment
    which = f"amendment {number}" if number else "the original filing"
    title = f"{figures.period.label}, {which}"
    try:
        filing = register.store.find(figures.period, number)
    except NoSuchFiling:
        return CheckedMonth(title, remarks=(f"The store does not hold {title}.",))
    if figures.edition != filing.edition:
        remark = (
            f"{title}, was printed in the edition {figures.edition}; "
            f"the store holds it in the edition {filing.edition}."
        )
        return CheckedMonth(title, remarks=(remark,))
    month = _Month.read(register, register.open(filing), figures, inside, name)
    return month.checked(title, file_digest)


@dataclass(frozen=True, slots=True)
class _Month:
    """One filing, as the store holds it and as the print says that it was.

    Attributes:
        register: The store's filings.
        held: What the store holds.
        printed: What the print says of the boxes of its pages.
        supposed: The filing with the print's figures; boxes that it does not tell are as held.
        how: How it was printed.
    """

    register: Register
    held: FilingSession
    printed: Mapping[str, Value]
    supposed: FilingSession
    how: PrintedAs

    @classmethod
    def read(
        cls,
        register: Register,
        held: FilingSession,
        figures: PrintedFigures,
        inside: PrintInside,
        name: str,
    ) -> "_Month":
        printed, boxes = figures.values(held.edition), held.edition.boxes
        told = {code: value for code, value in printed.items() if not boxes[code].is_computed}
        entered = {**held.worksheet.entered(), **told}
        kept = {code: value for code, value in entered.items() if value is not None}
        try:
            supposed = register.suppose(held.filing, kept)
            return cls(register, held, printed, supposed, PrintedAs.from_json(inside.how or b""))
        except AmountError as error:
            message = f"{name}: a total of the figures that it carries would overflow. {error}"
            raise DamagedPdf(message) from error
        except UnknownPrint as error:
            message = f"{name}: {error}"
            raise DamagedPdf(message) from error

    def checked(self, title: str, file_digest: str) -> CheckedMonth:
        """Give all that can be found out."""
        filing, store = self.held.filing, self.register.store
        signed = [it for it in store.print_records(filing) if it.file_digest == file_digest]
        drawn, remarks = self.drawn_again()
        return CheckedMonth(
            title,
            filing,
            self.how,
            equal=self.how.content_digest == _digest(self.held),
            differing=self.differing(),
            unfounded=self.unfounded(),
            signed=signed[0] if signed else None,
            remarks=(*self.remarks(), *remarks, *_later(self.register, filing)),
            drawn=drawn,
        )

    def differing(self) -> tuple[Change, ...]:
        """Give the boxes that differ: what the print says, what the store holds."""
        return self._changes(self.held)

    def unfounded(self) -> tuple[Change, ...]:
        """Give the totals that differ: what the print says, what its own figures give."""
        return self._changes(self.supposed)

    def remarks(self) -> Iterator[str]:
        """Say what has changed since that a print depends on, besides the boxes that it tells."""
        how = self.how
        whole = self.printed.keys() >= set(self.held.edition.filed_codes)
        if whole and how.content_digest != _digest(self.supposed):
            yield "The fingerprint that it tells is not that of the figures that it carries."
        changed = how.content_digest != _digest(self.held)
        if changed and not self.differing() and not whole:
            yield (
                "Boxes of pages that are not in this file have changed since it was printed, "
                "and so has the fingerprint of the filing."
            )
        if how.order.copy is Copy.REVIEW and how.notes_digest != notes_digest(self.held.noted()):
            yield "Its notes have changed since, and so have the pages that show them."
        if how.explanations_digest not in ("", _explanations_digest(self.held)):
            yield (
                "The explanations of its changes, or the firm's thresholds, have changed since, "
                "or how targets differ from its policies, or the carried figures, and so have the "
                "pages that show them."
            )
        if how.program != _PROGRAM:
            yield f"It was drawn by {how.program}; this is {_PROGRAM}."

    def drawn_again(self) -> tuple[DrawnAgain | None, tuple[str, ...]]:
        """Draw the month as it was printed, and say what is in the way.

        It is drawn from the figures of which the print tells the fingerprint. If somebody has
        changed the figures that it carries, those may be what the store holds.
        """
        how = self.how
        beside, remarks = self._beside()
        told = (self.supposed, self.held)
        drawn_of = next((it for it in told if _digest(it) == how.content_digest), self.supposed)
        same = {
            fingerprint(how.content_digest): fingerprint(_digest(drawn_of)),
            how.program.rpartition(" ")[2]: _PROGRAM.rpartition(" ")[2],
        }
        try:
            pdf = filing_pdf(drawn_of, how.order, draft=how.draft, compared=beside)
            pages = how.order.pages(self.held.edition)
        except (PrintRefused, PlacingError) as error:
            return None, (*remarks, f"It cannot be drawn again: {error}")
        return DrawnAgain(pdf, tuple(page.tab for page in pages), same), remarks

    def _beside(self) -> tuple[ComparedMonth | None, tuple[str, ...]]:
        """Read the month beside which a review copy stands, and say if it has changed."""
        told = self.how.compared
        if told is None:
            return None, ()
        try:
            found = self.register.store.find(told.period, told.amendment)
        except NoSuchFiling:
            return None, (f"The store does not hold {told.period.label}, beside which it stands.",)
        (month,) = self.register.look_at([found])
        same = ComparedAs.of(month) == told
        changed = f"{found.title}, beside which it stands, has changed since."
        return month, () if same else (changed,)

    def _changes(self, other: FilingSession) -> tuple[Change, ...]:
        values = {code: other.value(code) for code in self.printed}
        codes = differing(self.printed, values)
        return tuple(Change(code, self.printed[code], values[code]) for code in codes)


def _digest(session: FilingSession) -> str:
    return month_digest(session.filing, session.edition, session.worksheet.values())


def _explanations_digest(session: FilingSession) -> str:
    thresholds, overrides = kept_thresholds(session.store), session.targets.overrides()
    warned = tuple(session.checks.warnings.standing().values())
    said, carried = session.explanations(), session.carried.known()
    return explanations_digest(said, thresholds, overrides, warned, carried)


def _later(register: Register, filing: Filing) -> Iterator[str]:
    newest = register.store.find(filing.period)
    if newest.amendment > filing.amendment:
        yield f"The store also holds {newest.title}, which came after it."
