"""Places what is printed beside the line items: the edition's furniture and a page's ornaments."""

import re
from collections.abc import Iterable
from dataclasses import replace

from focusdesk.form.page import Ornament, PageLayout
from focusdesk.form.placed import Face, Lettering, PlacedFrame, PlacedRule, Role
from focusdesk.form.schedule import Schedule
from focusdesk.form.sheet import Sheet
from focusdesk.form.written import Written

PAGE_LABEL = "page_label"
"""The word in braces that stands for the page's own name."""

_SHOWN = re.compile(r"\{([^{}]*)\}")


def furniture_of(page: PageLayout, furniture: tuple[Ornament, ...]) -> tuple[Ornament, ...]:
    """Give the furniture of one page: that of the edition, but for blocks that the page has itself.

    Args:
        page: The page, which may refuse what the edition's pages share.
        furniture: What they share.
    """
    own = tuple(ornament for ornament in page.ornaments if ornament.block)
    replaced = {ornament.block for ornament in own}
    shared = furniture if page.furniture else ()
    return (*(ornament for ornament in shared if ornament.block not in replaced), *own)


class OrnamentPlacer:
    """Places the ornaments of one page."""

    def __init__(self, sheet: Sheet, schedule: Schedule, written: Written) -> None:
        self._sheet = sheet
        self._page = schedule.page
        self._page_label = schedule.page_label
        self._written = written

    def place(self, ornaments: Iterable[Ornament]) -> None:
        """Place ornaments in their order.

        Raises:
            PlacingError: a text shows a box that the form does not have; the message names it.
        """
        for ornament in ornaments:
            self._sheet.row += 1
            standing = self._standing(ornament)
            if ornament.kind == "rule":
                self._sheet.rules.append(PlacedRule(*_edges(standing), ornament.weight))
            elif ornament.kind == "frame":
                self._sheet.frames.append(PlacedFrame(*_edges(standing), ornament.weight))
            else:
                self._place_text(standing)

    def _standing(self, ornament: Ornament) -> Ornament:
        """Give an ornament with its heights counted from the top of the page."""
        if not ornament.from_foot:
            return ornament
        foot = self._page.foot
        return replace(ornament, y=foot + ornament.y, to_y=foot + ornament.to_y)

    def _place_text(self, ornament: Ornament) -> None:
        lettering = self._lettering(ornament)
        text = _SHOWN.sub(lambda match: self._shown(match[1]), ornament.text)
        if ornament.to_x and text != ornament.text:
            span = (ornament.x, ornament.to_x)
            y, align = ornament.y, ornament.align
            self._sheet.write_within(text, span, y, lettering, Role.FURNITURE, align=align)
        elif ornament.to_x:
            self._place_paragraph(ornament, lettering)
        elif text:
            at = (ornament.x, ornament.y)
            end = self._sheet.write(text, at, lettering, Role.FURNITURE, align=ornament.align).right
            if ornament.leader_to:
                self._sheet.lead(end, ornament.leader_to, ornament.y, lettering)

    def _shown(self, word: str) -> str:
        return self._page_label if word == PAGE_LABEL else self._written.text(word)

    def _place_paragraph(self, ornament: Ornament, lettering: Lettering) -> None:
        """Place wrapped words, with their lead before the first."""
        sheet, x, y = self._sheet, ornament.x, ornament.y
        room = ornament.to_x - ornament.x
        lead = f"{ornament.lead} " if ornament.lead else ""
        bold = replace(lettering, face=Face.BOLD)
        begin = x + sheet.width_of(lead, bold)
        if lead:
            sheet.write(ornament.lead, (x, y), bold, Role.FURNITURE)
        *lines, last = sheet.wrapped(ornament.text, room, lettering, ornament.to_x - begin)
        justified = ornament.align == "justify"
        for words in lines:
            if justified:
                sheet.write_across(words, (begin, ornament.to_x), y, lettering, Role.FURNITURE)
            else:
                sheet.write(words, (begin, y), lettering, Role.FURNITURE, align=ornament.align)
            begin, y = x, y + ornament.leading
        align = "left" if justified else ornament.align
        sheet.write(last, (begin, y), lettering, Role.FURNITURE, align=align)

    def _lettering(self, ornament: Ornament) -> Lettering:
        face = Face.BOLD if ornament.bold else Face.ITALIC if ornament.italic else Face.REGULAR
        page = self._page
        return Lettering(ornament.size or page.text_size, face, ornament.scale or page.text_scale)


def _edges(ornament: Ornament) -> tuple[float, float, float, float]:
    return ornament.x, ornament.y, ornament.to_x, ornament.to_y
