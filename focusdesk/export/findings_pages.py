"""Lays findings on pages: how much each weighs, what it says, and of which boxes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from focusdesk.export.table_pages import LEFT, RIGHT, Standing, TablePager
from focusdesk.export.table_rows import BOLD, TableRow, cell_of
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.form.placed import Role, UnprintableText
from focusdesk.form.written import PlacingError

_THE_MONTH, _CARRIED, _FINDINGS = "The month itself", "Carried figures", "Findings"
_WEIGHT = (LEFT, 92.0)
_CHECK = (96.0, 130.0)
_MESSAGE = (134.0, 496.0)
_BOXES = (504.0, 614.0)
_CITE = (622.0, RIGHT)


class FindingsPager(TablePager):
    """Fills pages with findings, schedule by schedule.

    Attributes:
        carried: The figures that checks ask for and no box holds, with their sources, as lines.
    """

    nothing = "No findings: every check that could be made holds."

    def __init__(
        self,
        findings: Sequence[ListedFinding],
        schedules: Mapping[str, str],
        heads: tuple[str, str],
        note: str = "",
        statement: str = "",
    ) -> None:
        """Take what to lay out.

        Args:
            findings: The findings, those of one schedule together, each with what is said of it.
            schedules: What the schedules are called, by their ids.
            heads: Words at the left and the right head of every page.
            note: What is noted of the month itself, before all findings; empty for nothing.
            statement: What must be known of the findings, such as which are left out.
        """
        super().__init__(heads, statement)
        self._findings = findings
        self._schedules = schedules
        self._note = note
        self.carried: tuple[str, ...] = ()

    def rows(self) -> Iterator[Standing]:
        """Give the findings in their order.

        Raises:
            PlacingError: the typeface lacks a letter of a text; the message names the check.
        """
        if self._note:
            yield Standing(_THE_MONTH, "", self._row_of("note", "", self._note))
        for words in self.carried:
            yield Standing(_CARRIED, "", self._row_of("figure", "", words))
        if (self._note or self.carried) and not self._findings:
            yield Standing(_FINDINGS, "", self._row_of("none", "", self.nothing))
        for each in self._findings:
            yield Standing(self._schedules[each.finding.schedule], "", self._row(each))

    def headings(self) -> float:
        """Write the headings of the columns and give the lowest baseline."""
        self.heading("Weight", _WEIGHT, align="left")
        self.heading("Check", _CHECK, 1, align="left")
        self.heading("Finding", _MESSAGE, 2, align="left")
        self.heading("Boxes", _BOXES, 3, align="left")
        return self.heading("Rule", _CITE, 4, align="left")

    def _row(self, each: ListedFinding) -> TableRow:
        finding = each.finding
        message = " ".join(f"{finding.message} {each.said}".split())
        told = each.kind.value, finding.id, message, ", ".join(finding.codes), finding.cite
        try:
            return self._row_of(*told)
        except UnprintableText as error:
            sentence = f"The finding {finding.id} cannot be printed: {error}"
            raise PlacingError(sentence) from error

    def _row_of(self, weight: str, check: str, message: str, *beside: str) -> TableRow:
        """Lay out one row; beside the message stand boxes and rule, or nothing."""
        sheet = self._sheet
        codes, cite = beside or ("", "")
        cells = (
            cell_of(sheet, weight, _WEIGHT, Role.LABEL, BOLD),
            cell_of(sheet, check, _CHECK, Role.NUMBER),
            cell_of(sheet, message, _MESSAGE, Role.VALUE),
            cell_of(sheet, codes, _BOXES, Role.CODE),
            cell_of(sheet, cite, _CITE, Role.NOTE),
        )
        return TableRow([replace(cell, column=column) for column, cell in enumerate(cells)])
