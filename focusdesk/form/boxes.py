"""Places one box: its ruled line or cell, its value, and its code in a frame."""

from focusdesk.form.box import Box, BoxKind
from focusdesk.form.page import Column, DatePart, PageCell, PageLayout
from focusdesk.form.placed import Face, Lettering, Role, UnprintableText
from focusdesk.form.sheet import Sheet
from focusdesk.form.written import PlacingError, Written

_TEXT_INSET = 2.0
_FRAME_INSET = 1.0
_PARENTHESIS_GAP = 0.4
_DOUBLE_RULE_GAP = 1.6
_TOTAL_WEIGHT = 0.9
_CAP_HEIGHT = 0.729  # of the type size, in Liberation Sans as in Arial
_TICKED = (BoxKind.CHECK, BoxKind.YES_NO)


class BoxPlacer:
    """Places the boxes of one page and remembers which it has placed."""

    def __init__(self, sheet: Sheet, page: PageLayout, written: Written) -> None:
        self._sheet = sheet
        self._page = page
        self._written = written
        self._text = Lettering(page.text_size, Face.REGULAR, page.text_scale)
        self._code = Lettering(page.code_size, Face.BOLD, page.text_scale)
        self.placed: set[str] = set()

    def in_column(self, box: Box, column: Column, y: float) -> None:
        """Place a box of a row whose baseline is ``y``."""
        if box.dollar_sign:
            self._sheet.write("$", (column.dollar_x, y), self._text, Role.DOLLAR, code=box.code)
        self._rules(box, column.rule, y + self._page.rule_drop)
        if box.kind is BoxKind.AMOUNT:
            self._amount(box, column.rule, y)
        else:
            align = "center" if box.kind in _TICKED else "left"
            self._value(box, column.rule, y, self._text, align=align)
        self._framed_code(box.code, column.frame, y + self._page.rule_drop)

    def in_cell(self, cell: PageCell) -> None:
        """Place a box, or a part of one, in its own cell."""
        box = self._written.box(cell.code)
        lettering = self._text.of_size(cell.size)
        height = self._page.frame_height
        if box.kind in _TICKED:
            self._sheet.frame(cell.rule, cell.y, height, box.code)
            y = cell.y - (height - _CAP_HEIGHT * cell.size) / 2
            lettering = Lettering(cell.size, Face.BOLD, self._page.text_scale)
            self._value(box, cell.rule, y, lettering, align="center")
        else:
            self._sheet.rule(cell.rule, cell.y, code=box.code)
            align = "left" if cell.part is DatePart.WHOLE else "center"
            y = cell.y - self._page.rule_drop
            self._value(box, cell.rule, y, lettering, align=align, part=cell.part)
        if cell.frame[0] != cell.frame[1]:
            self._framed_code(box.code, cell.frame, cell.y)

    def in_words(self, box: Box, span: tuple[float, float], y: float) -> None:
        """Place a box as a ruled blank within a label."""
        self._sheet.rule(span, y + self._page.rule_drop, code=box.code)
        self._value(box, span, y, self._text)

    def _amount(self, box: Box, rule: tuple[float, float], y: float) -> None:
        left, right = rule
        if box.parentheses:
            at = (left - _PARENTHESIS_GAP, y)
            self._sheet.write("(", at, self._text, Role.PARENTHESIS, code=box.code, align="right")
        elif self._shown(box).endswith(")"):
            # The digits of a negative amount end where those of the others do.
            hanging = self._sheet.width_of(")", self._text)
            left, right = left + hanging, right + hanging
        self._value(box, (left, right), y, self._text, align="right")
        if box.parentheses:
            at = (right + _PARENTHESIS_GAP, y)
            self._sheet.write(")", at, self._text, Role.PARENTHESIS, code=box.code)

    def _rules(self, box: Box, rule: tuple[float, float], y: float) -> None:
        doubled = box.code in self._page.double_ruled
        self._sheet.rule(rule, y, _TOTAL_WEIGHT if box.total and not doubled else 0.5, box.code)
        if doubled:
            self._sheet.rule(rule, y + _DOUBLE_RULE_GAP, code=box.code)

    def _value(  # noqa: PLR0913 -- a value is its box, place, setting and the part of it shown
        self,
        box: Box,
        span: tuple[float, float],
        y: float,
        lettering: Lettering,
        *,
        align: str = "left",
        part: DatePart = DatePart.WHOLE,
    ) -> None:
        self.placed.add(box.code)
        text = self._shown(box, part)
        if not text:
            return
        if align == "left":
            span = (span[0] + _TEXT_INSET, span[1] - _TEXT_INSET)
        try:
            self._sheet.write_within(
                text, span, y, lettering, Role.VALUE, code=box.code, align=align
            )
        except UnprintableText as error:
            message = f"{box.code} cannot be printed: {error}"
            raise PlacingError(message) from error

    def _shown(self, box: Box, part: DatePart = DatePart.WHOLE) -> str:
        return self._written.text(box.code, part)

    def _framed_code(self, code: str, frame: tuple[float, float], y: float) -> None:
        height = self._page.frame_height
        self._sheet.frame(frame, y, height, code)
        baseline = y - (height - _CAP_HEIGHT * self._page.code_size) / 2
        inside = (frame[0] + _FRAME_INSET, frame[1] - _FRAME_INSET)
        self._sheet.write_within(
            code, inside, baseline, self._code, Role.CODE, code=code, align="center"
        )
