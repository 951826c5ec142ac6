"""Writes what there is to tell about a change as rich text; a code is a link to its box."""

from collections.abc import Iterator
from html import escape

from focusdesk.ui.explain.change_story import MOST, ChangeStory, Made
from focusdesk.ui.explain.html_parts import HtmlParts
from focusdesk.ui.look.note_words import count_of
from focusdesk.ui.look.theme import SMALL_PIXELS, Theme

ALL_LINK = "all:"
"""Tell every contribution."""
FEWER_LINK = "fewer:"
"""Tell the largest contributions alone."""

_BIG_PIXELS = 21
_ENTERED = "It is entered itself: no other box stands behind it."
_SUMS = "sums exactly to the change"


def change_html(story: ChangeStory, theme: Theme, *, is_all: bool) -> str:
    """Write a change as rich text.

    Args:
        story: What is told.
        theme: The colours.
        is_all: Every contribution is told; else the largest alone, and the others in one sum.
    """
    return "".join(_ChangeWriter(story, theme).parts(is_all=is_all))


class _ChangeWriter(HtmlParts):
    def __init__(self, story: ChangeStory, theme: Theme) -> None:
        super().__init__(theme)
        self._story = story

    def parts(self, *, is_all: bool) -> Iterator[str]:
        story = self._story
        yield self.paragraph(escape(f"{story.line}, {story.months}"), soft=True)
        percent = (
            f' <span style="font-size:{SMALL_PIXELS}px; font-weight:normal">'
            f"{escape(story.percent)}</span>"
            if story.percent
            else ""
        )
        yield (
            f'<p style="margin:2px 0 2px 0; font-size:{_BIG_PIXELS}px; font-weight:bold">'
            f"{escape(story.change)}{percent}</p>"
        )
        yield self.paragraph(escape(story.held), soft=True)
        if story.kind:
            sentence = f"{story.kind[0].upper()}{story.kind[1:]}."
            yield self.block(escape(sentence), self.theme.information_ground)
        for turn in story.turns:
            yield self.block(escape(turn), self.theme.information_ground)
        if story.remark:
            yield self.paragraph(escape(story.remark), soft=True)
        if story.entered:
            yield self.paragraph(_ENTERED, soft=True)
        if story.made:
            yield from self._contributions(is_all=is_all)

    def _contributions(self, *, is_all: bool) -> Iterator[str]:
        """Write who made the change, and the sum of all of them under it."""
        made = self._story.made
        left = len(made) - MOST
        shown = made if is_all or left <= 1 else made[:MOST]
        yield self.heading_over("Made by", escape(f"Effect on {self._story.code}"))
        yield from (self._contribution(each) for each in shown)
        if len(shown) < len(made):
            words = self.link(
                ALL_LINK, f"\u2026 {count_of(left, 'more box', 'more entered boxes')}"
            )
            yield self.row(words, escape(self._story.rest))
        soft = f'<span style="color:{self.soft}">'
        yield (
            f'<hr/><table width="100%" cellspacing="0" cellpadding="0"><tr>'
            f"<td>{soft}{_SUMS}</span></td>"
            f'<td align="right" style="padding-left:8px">{soft}<b>{escape(self._story.total)}</b>'
            f"</span></td></tr></table>"
        )
        if is_all and left > 1:
            yield self.paragraph(self.link(FEWER_LINK, "The largest alone"), soft=True)

    def _contribution(self, each: Made) -> str:
        """Write one box with its framed code and what it made, and how it moved itself below."""
        first = self.code(each.code) if each.code else "<td></td>"
        moved = f" \u00b7 {escape(each.moved)}" if each.moved else ""
        return (
            '<table width="100%" cellspacing="0" cellpadding="0" style="margin-top:5px"><tr>'
            f'{first}<td align="right"><b>{escape(each.dollars)}</b></td></tr>'
            f'<tr><td colspan="2" style="font-size:{SMALL_PIXELS}px; color:{self.soft}">'
            f"{escape(each.words)}{moved}</td></tr></table>"
        )
