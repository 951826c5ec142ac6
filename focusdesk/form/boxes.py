"""Places one box: its ruled line or cell, its value, and its code in a frame."""

from dataclasses import replace
from typing import TypeAlias

from focusdesk.form.box import Box, BoxKind
from focusdesk.form.page import Column, DatePart, PageCell, PageLayout
from focusdesk.form.placed import Face, Lettering, Role, UnprintableText
from focusdesk.form.sheet import Sheet
from focusdesk.form.written import PlacingError, Written

Span: TypeAlias = tuple[float, float]
"""A left and a right edge."""

_TEXT_INSET = 2.0
_FRAME_INSET = 0.25
_PARENTHESIS_GAP = 0.4
_PARENTHESIS_ROOM = 4.0
_DOLLAR_ROOM = 11.0
_DOUBLE_RULE_GAP = 2.1
_TICKED = (BoxKind.CHECK, BoxKind.YES_NO)
_BEHIND_DIGITS = (DatePart.YEAR, DatePart.YEAR_OF_MILLENNIUM)


def dollar_x(column: Column) -> float:
    """Give where a column's dollar signs stand."""
    return column.dollar_x or column.rule[0] - _DOLLAR_ROOM


def start_of(box: Box, column: Column) -> float:
    """Give where a box begins in its column, so that labels and leaders end before it."""
    if column.dollar_x or box.dollar_sign:
        return dollar_x(column)
    if box.parentheses and column.parentheses:
        return column.parentheses[0]
    return column.rule[0] - _PARENTHESIS_ROOM


class BoxPlacer:
    """Places the boxes of one page and remembers which it has placed."""

    def __init__(self, sheet: Sheet, page: PageLayout, written: Written) -> None:
        self._sheet = sheet
        self._page = page
        self._written = written
        self._text = Lettering(page.text_size, Face.REGULAR, page.text_scale)
        code_face = Face.BOLD if page.code_bold else Face.REGULAR
        self._code = replace(self._text, face=code_face)
        self._frame_drop = page.rule_drop if page.frame_drop is None else page.frame_drop
        self.placed: set[str] = set()

    def in_column(self, box: Box, column: Column, y: float) -> None:
        """Place a box of a row whose baseline is ``y``."""
        self._sheet.column = self._page.columns.index(column) + 1
        if box.dollar_sign:
            at = (dollar_x(column), y)
            self._sheet.write("$", at, self._text, Role.DOLLAR, code=box.code)
        rule = self._within_parentheses(box, column.rule, y, column.parentheses)
        self._rules(box, rule, column.frame, y + self._page.rule_drop)
        self._value(box, rule, y, self._text)
        self._framed_code(box.code, column.frame, y + self._frame_drop)
        self._sheet.column = 0

    def in_cell(self, cell: PageCell) -> None:
        """Place a box, or a part of one, in its own cell."""
        self._sheet.row += 1
        box = self._written.box(cell.code)
        lettering = self._text.of_size(cell.size) if cell.size else self._text
        frame_y = cell.y + self._frame_drop - self._page.rule_drop
        if box.kind in _TICKED:
            height = self._page.tick_height or self._page.frame_height
            foot = frame_y - (self._page.frame_height - height) / 2
            self._sheet.frame(cell.rule, foot, height, box.code)
            y = foot - (height - lettering.capital_height) / 2
        else:
            if cell.ruled:
                self._sheet.rule(cell.rule, cell.y, code=box.code)
            y = cell.y - self._page.rule_drop
        self._within_parentheses(box, cell.rule, y)
        self._value(box, cell.rule, y, lettering, cell)
        if cell.frame[0] != cell.frame[1]:
            self._framed_code(box.code, cell.frame, frame_y)

    def in_words(self, box: Box, span: Span, y: float) -> None:
        """Place a box as a ruled blank within a label."""
        self._sheet.rule(span, y + self._page.rule_drop, code=box.code)
        self._within_parentheses(box, span, y)
        self._value(box, span, y, self._text)

    def _rules(self, box: Box, rule: Span, frame: Span, y: float) -> None:
        goes_on = self._page.rule_to_frame
        self._sheet.rule(rule, y, code=box.code)
        if goes_on:
            self._sheet.rule((rule[1], frame[0]), y)
        if box.code in self._page.double_ruled:
            to_x = frame[1] if goes_on else rule[1]
            self._sheet.rule((rule[0], to_x), y + _DOUBLE_RULE_GAP, code=box.code)

    def _value(
        self, box: Box, span: Span, y: float, lettering: Lettering, cell: PageCell | None = None
    ) -> None:
        self.placed.add(box.code)
        part = cell.part if cell else DatePart.WHOLE
        text = self._written.text(box.code, part)
        if not text:
            return
        if box.kind not in _TICKED and part not in _BEHIND_DIGITS:
            y -= self._page.value_lift
        try:
            if box.kind is BoxKind.AMOUNT:
                self._amount(box, text, span, y, lettering)
            elif part in _BEHIND_DIGITS:
                self._one_line(box.code, text, span, y, lettering, "left")
            else:
                inset = (span[0] + _TEXT_INSET, span[1] - _TEXT_INSET)
                self._words(box, text, inset, y, lettering, cell)
        except UnprintableText as error:
            message = f"{box.code} cannot be printed: {error}"
            raise PlacingError(message) from error

    def _words(  # noqa: PLR0913, PLR0917 -- a value is its box, words, place and setting
        self,
        box: Box,
        text: str,
        span: Span,
        y: float,
        lettering: Lettering,
        cell: PageCell | None,
    ) -> None:
        whole = cell is None or cell.part is DatePart.WHOLE
        if box.kind is BoxKind.TEXT and not (cell and cell.one_line):
            self._sheet.write_within(text, span, y, lettering, Role.VALUE, code=box.code)
        elif box.kind in _TICKED or not whole:
            face = Face.BOLD if box.kind in _TICKED else lettering.face
            self._one_line(box.code, text, span, y, replace(lettering, face=face), "center")
        else:
            self._one_line(box.code, text, span, y, lettering, "left")

    def _amount(self, box: Box, text: str, span: Span, y: float, lettering: Lettering) -> None:
        fit = self._sheet.shrunk(text, span[1] - span[0], lettering)
        # The digits of a negative amount end where those of the others do.
        hangs = text.endswith(")") and not box.parentheses
        right = span[1] + (self._sheet.width_of(")", fit) if hangs else 0.0)
        self._sheet.write(text, (right, y), fit, Role.VALUE, code=box.code, align="right")

    def _one_line(  # noqa: PLR0913, PLR0917 -- a value is its box, words, place and setting
        self, code: str, text: str, span: Span, y: float, lettering: Lettering, align: str
    ) -> None:
        fit = self._sheet.shrunk(text, span[1] - span[0], lettering)
        x = span[0] if align == "left" else (span[0] + span[1]) / 2
        self._sheet.write(text, (x, y), fit, Role.VALUE, code=code, align=align)

    def _within_parentheses(
        self, box: Box, rule: Span, y: float, standing: Span | None = None
    ) -> Span:
        """Place the parentheses that the form prints, if any; give the rule that they leave."""
        if not box.parentheses:
            return rule
        width = self._sheet.width_of("(", self._text)
        opening, closing = standing or (
            rule[0] - _PARENTHESIS_GAP - width,
            rule[1] + _PARENTHESIS_GAP,
        )
        for words, x in (("(", opening), (")", closing)):
            self._sheet.write(words, (x, y), self._text, Role.PARENTHESIS, code=box.code)
        return max(rule[0], opening + width), min(rule[1], closing)

    def _framed_code(self, code: str, frame: tuple[float, float], y: float) -> None:
        height = self._page.frame_height
        self._sheet.frame(frame, y, height, code)
        baseline = y - (height - self._code.capital_height) / 2
        room = frame[1] - frame[0] - 2 * _FRAME_INSET
        lettering = self._sheet.shrunk(code, room, self._code)
        middle = (frame[0] + frame[1]) / 2
        at = (middle, baseline)
        self._sheet.write(code, at, lettering, Role.CODE, code=code, align="center")
