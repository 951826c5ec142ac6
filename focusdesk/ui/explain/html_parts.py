"""The parts of which a card is written: headings, paragraphs, blocks, rows, framed codes, links."""

import re
from html import escape

from PySide6.QtGui import QColor

from focusdesk.ui.look.theme import CODE_PIXELS, SMALL_PIXELS, Theme
from focusdesk.ui.look.zoom import Zoom

SECTION = "section"
"""How the anchors of the headings begin."""

_DIGIT_PIXELS = 7
_PIXELS = re.compile(r'(font-size:|<td width=")(\d+)(px|")')


def enlarged(page: str, zoom: Zoom) -> str:
    """Write a page's sizes, which are those at 100 %, as large as it is shown."""
    return _PIXELS.sub(lambda found: f"{found[1]}{zoom.grown(int(found[2]))}{found[3]}", page)


class HtmlParts:
    """Writes parts of one card in the colours of a theme.

    Attributes:
        theme: The theme.
    """

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._sections = 0

    def code(self, code: str) -> str:
        """Write a framed code, which is a link to its box, as a cell of a table."""
        frame, accent = self.theme.frame.name(), self.theme.accent.name()
        link = f'<a href="{escape(code)}" style="color:{accent}; text-decoration:none">'
        wide = _DIGIT_PIXELS * len(code) + 10
        return (
            f'<td width="{wide}" align="center" style="border:1px solid {frame}; padding:1px 3px; '
            f'font-size:{CODE_PIXELS}px">{link}{escape(code)}</a></td>'
        )

    def link(self, to: str, words: str) -> str:
        """Write a link."""
        accent = self.theme.accent.name()
        return f'<a href="{escape(to)}" style="color:{accent}">{escape(words)}</a>'

    def block(self, words: str, ground: QColor, edge: QColor | None = None) -> str:
        """Write words on a ground of their own, with a bar before them."""
        bar = (edge or self.theme.information).name()
        return (
            '<table width="100%" cellspacing="0" cellpadding="5" style="margin-top:8px"><tr>'
            f'<td width="1" bgcolor="{bar}" style="padding:0 1px 0 1px"></td>'
            f'<td bgcolor="{ground.name()}">{words}</td></tr></table>'
        )

    def heading(self, words: str, anchor: str = "") -> str:
        """Write a heading with an anchor, by which the keyboard goes from part to part."""
        self._sections += 1
        name = anchor or f"{SECTION}{self._sections}"
        return (
            f'<p style="margin:12px 0 2px 0; font-size:{CODE_PIXELS}px; font-weight:bold; '
            f'color:{self.soft}"><a name="{name}">{words.upper()}</a></p>'
        )

    def heading_over(self, words: str, figures: str) -> str:
        """Write a heading, and at its right what the figures below it are."""
        left, right = self.heading(words), self.heading(figures)
        return (
            '<table width="100%" cellspacing="0" cellpadding="0" style="margin-top:12px"><tr>'
            f"<td>{left}</td>"
            f'<td align="right">{right}</td></tr></table>'
        )

    def row(self, words: str, figure: str) -> str:
        """Write words with a figure at the right."""
        return (
            '<table width="100%" cellspacing="0" cellpadding="0" style="margin-top:2px"><tr>'
            f'<td>{words}</td><td align="right" style="padding-left:8px">{figure}</td></tr></table>'
        )

    def paragraph(self, words: str, *, soft: bool = False, small: bool = False) -> str:
        """Write a paragraph; soft words are small too."""
        colour = f"color:{self.soft}; " if soft else ""
        size = f"font-size:{SMALL_PIXELS}px; " if soft or small else ""
        return f'<p style="{colour}{size}margin:1px 0 1px 0">{words}</p>'

    @property
    def soft(self) -> str:
        """The colour of words of less weight."""
        return self.theme.soft.name()
