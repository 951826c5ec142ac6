"""Places the line items of a schedule as rows: number, label, leader, boxes."""

import re

from focusdesk.form.box import Box, BoxKind
from focusdesk.form.boxes import BoxPlacer, start_of
from focusdesk.form.page import Column
from focusdesk.form.placed import Face, Lettering, Role
from focusdesk.form.schedule import LineItem, LineStyle, Schedule
from focusdesk.form.sheet import Sheet
from focusdesk.form.written import PlacingError

_BLANK = re.compile(r"\{([^{}]*)\}")
_HANGING = re.compile(r"(\(\d+\)|Note:) (?=.)")
_BLANK_INSET = 1.5
_SHORTEST_BLANK = 24.0
_BEFORE_BOX = 2.0
_UNDERLINE_DROP = 1.1
_UNDERLINE_WEIGHT = 0.6
_ROLES = {
    LineStyle.ITEM: Role.LABEL,
    LineStyle.CAPTION: Role.CAPTION,
    LineStyle.NOTE: Role.NOTE,
}


class RowPlacer:
    """Places line items one below the other."""

    def __init__(self, sheet: Sheet, schedule: Schedule, boxes: BoxPlacer) -> None:
        self._sheet = sheet
        self._schedule = schedule
        self._page = schedule.page
        self._boxes = boxes
        self._in_cells = {cell.code for cell in schedule.page.cells}

    def place(self) -> None:
        """Place every printed line item.

        Raises:
            PlacingError: a box has no place, or a line stands below the foot of the page.
        """
        before, baseline = None, self._page.top
        for line in self._schedule.line_items:
            if not line.printed:
                continue
            y = baseline + self._step(before, line) if line.y is None else line.y
            baseline = self._place_line(line, y)
            if baseline > self._page.foot:
                self._refuse_below_foot(line, baseline)
            before = line

    def _step(self, before: LineItem | None, line: LineItem) -> float:
        """Give the distance from the last baseline of the line before."""
        if before is None:
            return 0.0
        if line.style is LineStyle.CAPTION:
            return self._page.row_pitch + self._page.caption_gap
        both_notes = before.style is line.style is LineStyle.NOTE
        return self._page.note_pitch if both_notes else self._page.row_pitch

    def _place_line(self, line: LineItem, y: float) -> float:
        """Place one line item and give its last baseline, on which its boxes stand."""
        self._sheet.row += 1
        in_columns = self._in_columns(line)
        to_x = self._end_of_words(in_columns)
        label_x = self._place_mark(line, y)
        end_x, y = self._place_label(line, (label_x, min(line.words_to or to_x, to_x)), y)
        if in_columns and line.style is LineStyle.ITEM and _is_led_to(in_columns[0][0]):
            leader_to = min(to_x, start_of(*in_columns[0]) - _BEFORE_BOX)
            self._sheet.lead(end_x, leader_to, y, self._lettering(line))
        for box, column in in_columns:
            self._boxes.in_column(box, column, y)
        return y

    def _end_of_words(self, in_columns: list[tuple[Box, Column]]) -> float:
        """Give where words end, and leaders at the latest, before the first of a line's boxes."""
        if not in_columns:
            return self._page.right
        label_to = in_columns[0][1].label_to or self._page.label_to
        return min(label_to, *(start_of(box, column) for box, column in in_columns))

    def _place_mark(self, line: LineItem, y: float) -> float:
        """Place a line's number, if it has one; give where its words begin."""
        page = self._page
        inset = line.indent * page.indent
        x = page.number_x + inset if line.x is None else line.x
        if not line.mark:
            return x
        mark = self._sheet.write(line.mark, (x, y), self._lettering(line), Role.NUMBER)
        gap = page.number_gap if line.gap is None else line.gap
        if gap is not None:
            return mark.right + gap
        return page.label_x + x - page.number_x

    def _place_label(
        self, line: LineItem, span: tuple[float, float], y: float
    ) -> tuple[float, float]:
        """Place a label's words; give where they end and the last baseline."""
        lettering = self._lettering(line)
        leading = self._page.line_pitch if line.leading is None else line.leading
        x, end_x = span[0], span[0]
        for position, piece in enumerate(line.label.split("\n")):
            x = line.hang_x if position and line.hang_x is not None else x
            if _BLANK.search(piece):
                end_x = self._place_words_with_blanks(line, piece, (x, span[1]), y)
                y += leading
                continue
            x, words, hang_x = self._hung(line, piece, (x, y))
            rest = span[1] - hang_x
            for printed in self._sheet.wrapped(words, rest, lettering, span[1] - x):
                end_x = self._place_words(line, printed, (x, y))
                x, y = hang_x, y + leading
        return end_x, y - leading

    def _hung(
        self, line: LineItem, words: str, at: tuple[float, float]
    ) -> tuple[float, str, float]:
        """Say where words begin, which are left to place there, and where further lines begin."""
        lead = _HANGING.match(words) if line.style is LineStyle.NOTE else None
        if line.hang_x is None:
            inset = self._sheet.width_of(lead[0], self._lettering(line)) if lead else 0.0
            return at[0], words, at[0] + inset
        if lead is None:
            return at[0], words, line.hang_x
        self._place_words(line, lead[1], at)
        return line.hang_x, words[lead.end() :], line.hang_x

    def _place_words(self, line: LineItem, words: str, at: tuple[float, float]) -> float:
        """Place one line of a label's words and give where they end."""
        right = self._sheet.write(words, at, self._lettering(line), _ROLES[line.style]).right
        if line.style is LineStyle.CAPTION and self._page.caption_underlined:
            self._sheet.rule((at[0], right), at[1] + _UNDERLINE_DROP, _UNDERLINE_WEIGHT)
        return right

    def _place_words_with_blanks(
        self, line: LineItem, words: str, span: tuple[float, float], y: float
    ) -> float:
        """Place words in which boxes stand as ruled blanks that share the room left over."""
        lettering = self._lettering(line)
        pieces = _BLANK.split(words)  # words, code, words, code, words
        taken = sum(self._sheet.width_of(piece, lettering) for piece in pieces[::2])
        blank = (span[1] - span[0] - taken) / (len(pieces) // 2) - 2 * _BLANK_INSET
        own = {box.code: box for box in line.boxes}
        x = span[0]
        for position, piece in enumerate(pieces):
            if position % 2 == 0:
                if piece:
                    x = self._sheet.write(piece, (x, y), lettering, _ROLES[line.style]).right
                continue
            if piece not in own or blank < _SHORTEST_BLANK:
                message = f"There is no room for {piece} within the words of its line."
                raise PlacingError(message)
            to_x = x + _BLANK_INSET + blank
            self._boxes.in_words(own[piece], (x + _BLANK_INSET, to_x), y)
            x = to_x + _BLANK_INSET
        return x

    def _lettering(self, line: LineItem) -> Lettering:
        page = self._page
        if line.style is not LineStyle.CAPTION:
            return Lettering(page.text_size, Face.REGULAR, page.text_scale)
        face = Face.REGULAR if page.caption_underlined else Face.BOLD
        return Lettering(page.caption_size or page.text_size, face, page.text_scale)

    def _in_columns(self, line: LineItem) -> list[tuple[Box, Column]]:
        """Give the line's boxes that stand in columns, left to right."""
        within = set(_BLANK.findall(line.label)) | self._in_cells
        standing = [
            (box, self._column_of(box))
            for box in line.boxes
            if box.printed and box.code not in within
        ]
        return sorted(standing, key=lambda pair: pair[1].rule)

    def _column_of(self, box: Box) -> Column:
        try:
            return self._page.column(box.column)
        except KeyError as error:
            message = (
                f"{box.code} has no place on the page: it is neither in a column of "
                f"{self._schedule.id}, nor in a cell, nor within its line's words."
            )
            raise PlacingError(message) from error

    def _refuse_below_foot(self, line: LineItem, y: float) -> None:
        named = line.boxes[0].code if line.boxes else f'"{line.text}"'
        message = (
            f"{named} of {self._schedule.id} stands {y - self._page.foot:.0f} points below the "
            f"foot of the page. Set a smaller row_pitch or a higher top."
        )
        raise PlacingError(message)


def _is_led_to(box: Box) -> bool:
    """Leaders lead to amounts; a name stands next to its words."""
    return box.kind is BoxKind.AMOUNT
