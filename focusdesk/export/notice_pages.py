"""Lays notices on pages: what happened, whom to tell, by when, and room for what was done."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from focusdesk.export.table_pages import LEFT, RIGHT, Standing, TablePager
from focusdesk.export.table_rows import BOLD, TableRow, cell_of
from focusdesk.filing.notice_sheet import NoticeSheet
from focusdesk.form.placed import Role, UnprintableText
from focusdesk.form.written import PlacingError

_WHAT = (LEFT, 180.0)
_WORDS = (188.0, RIGHT)


class NoticePager(TablePager):
    """Fills pages with notices, each under its own heading."""

    nothing = "No notice is on record."

    def __init__(self, notices: Sequence[NoticeSheet], heads: tuple[str, str]) -> None:
        """Take what to lay out.

        Args:
            notices: The notices, in order.
            heads: Words at the left and the right head of every page.
        """
        super().__init__(heads)
        self._notices = notices

    def rows(self) -> Iterator[Standing]:
        """Give what is said of the notices, in order.

        Raises:
            PlacingError: the typeface lacks a letter of a text; the message names the notice.
        """
        for notice in self._notices:
            for what, words in notice.rows:
                try:
                    yield Standing(notice.title, "", self._row(what, words))
                except UnprintableText as error:
                    sentence = f"{notice.title} cannot be printed: {error}"
                    raise PlacingError(sentence) from error

    def headings(self) -> float:
        """Write the headings of the columns and give the lowest baseline."""
        self.heading("Of the notice", _WHAT, align="left")
        return self.heading("Words", _WORDS, 1, align="left")

    def _row(self, what: str, words: str) -> TableRow:
        sheet = self._sheet
        cells = (
            cell_of(sheet, what, _WHAT, Role.LABEL, BOLD),
            cell_of(sheet, words, _WORDS, Role.VALUE),
        )
        return TableRow([replace(cell, column=column) for column, cell in enumerate(cells)])
