"""What can be printed of a filing: which copy, which of its pages, and what its margins say."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from focusdesk.filing.filing import Filing
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.form.schedule import Schedule

FILING_ATTACHMENT = "filing.json"
"""The file inside every printed PDF that holds the boxes of its pages, as `export --to x.json`."""

PRINT_ATTACHMENT = "print.json"
"""The file inside every printed PDF that says how it was printed, so that it can be drawn again."""

DATE_OF_SIGNING = "execution.date"
"""The box, in every edition, that is left to the pen when the officers date what they sign."""


class Copy(StrEnum):
    """What a print is for.

    - ``filing``: the pages as they stand.
    - ``review``: for the colleague who checks them, with notes, findings, changes and initials.
    - ``public``: the statements that the firm publishes (17 CFR 1.55(o)).
    - ``signature``: clean, for the officers' pens; making one marks the month as printed.
    """

    FILING = "filing"
    REVIEW = "review"
    PUBLIC = "public"
    SIGNATURE = "signature"


class PrintRefused(ValueError):
    """Such a print cannot be made; the message is a sentence that says why and what to do."""


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What to print.

    Attributes:
        copy: What the print is for.
        schedules: The ids of the schedules to print; empty for all that belong in the copy.
        margin: Whether margins carry page numbers, edition and fingerprint, outside the form's
            own area. What keeps a print from being taken for a filing is there in any case.
        date_for_pen: Leave the date of signing empty, whatever its box holds.
        compared_with: The month beside which a review copy shows its figures; `None` for the month
            before (`focusdesk.filing.comparison_month`).
    """

    copy: Copy = Copy.FILING
    schedules: tuple[str, ...] = ()
    margin: bool = True
    date_for_pen: bool = False
    compared_with: Period | None = None

    def refuse_made_up(self, filing: Filing) -> None:
        """Let no officer sign figures that are made up.

        Raises:
            PrintRefused: they are, and this is a signature copy.
        """
        if self.copy is Copy.SIGNATURE and filing.illustrative:
            message = (
                f"The figures of {filing.title} are made up, and nobody signs those: "
                f"there is no signature copy of it. Print the filing instead."
            )
            raise PrintRefused(message)

    def pages(self, edition: Edition) -> tuple[Schedule, ...]:
        """Give the schedules to print, in the order of the form.

        Raises:
            PrintRefused: the form has no such schedule, it does not belong in a public set, none
                does, or a signature copy would be without one of them.
        """
        belonging = [it for it in edition.schedules if it.public or self.copy is not Copy.PUBLIC]
        if not belonging:
            message = (
                f"No schedule of edition {edition.id} is one that the firm publishes, so that "
                f"there is no public set of it. Print the filing instead."
            )
            raise PrintRefused(message)
        if not self.schedules:
            return tuple(belonging)
        known = [schedule.id for schedule in belonging]
        for wanted in self.schedules:
            if wanted not in known:
                whole = "a public set" if self.copy is Copy.PUBLIC else f"edition {edition.id}"
                message = f'There is no schedule "{wanted}" in {whole}. It has: {", ".join(known)}.'
                raise PrintRefused(message)
        left_out = ", ".join(it.tab for it in belonging if it.id not in self.schedules)
        if self.copy is Copy.SIGNATURE and left_out:
            message = (
                f"The officers sign the whole filing, and this would be without: {left_out}. "
                f"Choose all schedules, or print the filing instead."
            )
            raise PrintRefused(message)
        return tuple(schedule for schedule in belonging if schedule.id in self.schedules)

    def printed_values(self, edition: Edition, values: Mapping[str, Value]) -> dict[str, Value]:
        """Keep the boxes of the schedules that are printed, in the order of the form.

        Nothing else travels inside the file: whoever is given a page, or reads what the firm
        publishes, has not been given the rest of the filing.

        Raises:
            PrintRefused: as `pages` does.
        """
        return {
            box.code: values[box.code]
            for schedule in self.pages(edition)
            for box in schedule.boxes
            if box.is_filed
        }
