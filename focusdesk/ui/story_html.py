"""Writes what there is to tell about a box as rich text, in the colours of a theme."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from PySide6.QtGui import QColor

from focusdesk.calc.checks import Finding
from focusdesk.calc.explain import Candidate
from focusdesk.calc.figures import show_figure
from focusdesk.ui.badges import severity_colours
from focusdesk.ui.box_story import BoxStory, Related
from focusdesk.ui.edges import day_words
from focusdesk.ui.theme import CODE_PIXELS, SMALL_PIXELS, Theme
from focusdesk.ui.zoom import Zoom

_BIG_PIXELS = 21
_SMALLER_PIXELS = 15
_LONGEST_BIG = 15
_LONGEST_FORMULA = 100
_DIGIT_PIXELS = 7
_PIXELS = re.compile(r'(font-size:|<td width=")(\d+)(px|")')


def story_html(story: BoxStory, theme: Theme) -> str:
    """Write a story as rich text; codes are links that name the box to go to."""
    return "".join(_StoryWriter(story, theme).parts())


def enlarged(page: str, zoom: Zoom) -> str:
    """Write a page's sizes, which are those at 100 %, as large as it is shown."""
    return _PIXELS.sub(lambda found: f"{found[1]}{zoom.grown(int(found[2]))}{found[3]}", page)


class _StoryWriter:
    """Writes one story, part by part; a part without anything to tell is left out."""

    def __init__(self, story: BoxStory, theme: Theme) -> None:
        self._story = story
        self._theme = theme

    def parts(self) -> Iterator[str]:
        story = self._story
        yield from self._head()
        yield from (self._finding(finding) for finding in story.findings)
        if story.remark:
            yield self._block(escape(story.remark), self._theme.information_ground)
        yield from self._reckoning()
        if story.feeds:
            yield self._heading("Feeds")
            yield from (self._related(related) for related in story.feeds)
        yield from self._last_month()
        if story.note:
            yield self._heading("Note")
            yield self._paragraph(escape(story.note.text))
            at = story.note.written.astimezone()
            yield self._paragraph(f"{escape(story.note.author)}, {day_words(at)}", soft=True)
        if story.help:
            yield self._heading("What the line asks for")
            yield self._paragraph(escape(story.help))
        if story.cite:
            yield self._paragraph(escape(story.cite), soft=True)
        yield from self._history()

    def _head(self) -> Iterator[str]:
        story = self._story
        line = f"Line {story.line}" if story.line else ""
        where = " \u00b7 ".join(part for part in (line, story.code, story.kind) if part)
        pixels = _BIG_PIXELS if len(story.figure) <= _LONGEST_BIG else _SMALLER_PIXELS
        verdict = (
            f' <span style="font-size:{SMALL_PIXELS}px; font-weight:normal">{story.verdict}</span>'
            if story.verdict
            else ""
        )
        yield self._paragraph(escape(where), soft=True)
        if story.under:
            yield self._paragraph(escape(story.under), soft=True)
        yield (
            f'<p style="margin:2px 0 2px 0; font-size:{pixels}px; font-weight:bold">'
            f"{escape(story.figure)}{verdict}</p>"
        )
        yield self._paragraph(escape(story.words))

    def _reckoning(self) -> Iterator[str]:
        """Write how a computed box came to its figure, a long formula last."""
        story = self._story
        if not story.formula:
            return
        formula = self._paragraph(escape(story.formula))
        long = len(story.formula) > _LONGEST_FORMULA and story.candidates
        yield self._heading("Follows from")
        if not long:
            yield formula
        yield self._paragraph(escape(story.sentence), soft=True)
        yield from self._candidates(story.candidates)
        yield from (self._related(related) for related in story.inputs)
        if long:
            yield self._heading("The formula in full")
            yield formula

    def _candidates(self, candidates: Iterable[Candidate]) -> Iterator[str]:
        for candidate in candidates:
            words, figure = escape(candidate.words), escape(show_figure(candidate.value))
            if candidate.wins:
                words, figure = f"<b>{words}</b> \u2014 taken", f"<b>{figure}</b>"
            yield self._row(words, figure)

    def _related(self, related: Related) -> str:
        """Write a box with its framed code and its figure, and its words below."""
        sign = f"{related.sign}&nbsp;" if related.sign else "taken&nbsp; " if related.taken else ""
        return (
            '<table width="100%" cellspacing="0" cellpadding="0" style="margin-top:5px"><tr>'
            f"{self._code(related.code)}"
            f'<td align="right">{sign}<b>{escape(related.figure)}</b></td></tr>'
            f'<tr><td colspan="2" style="font-size:{SMALL_PIXELS}px; color:{self._soft}">'
            f"{escape(related.words)}</td></tr></table>"
        )

    def _code(self, code: str) -> str:
        frame, accent = self._theme.frame.name(), self._theme.accent.name()
        link = f'<a href="{escape(code)}" style="color:{accent}; text-decoration:none">'
        wide = _DIGIT_PIXELS * len(code) + 10
        return (
            f'<td width="{wide}" align="center" style="border:1px solid {frame}; padding:1px 3px; '
            f'font-size:{CODE_PIXELS}px">{link}{escape(code)}</a></td>'
        )

    def _last_month(self) -> Iterator[str]:
        if self._story.baseline is not None:
            heading, figure, change = self._story.baseline
            yield self._heading("Compared")
            yield self._row(escape(heading), escape(figure))
            if change:
                yield self._row("Change", escape(change))

    def _history(self) -> Iterator[str]:
        story = self._story
        yield self._heading("History")
        if not story.changes:
            none = "a computed box has none of its own" if story.formula else "none yet"
            yield self._paragraph(none, soft=True)
        yield from (self._paragraph(escape(line), small=True) for line in story.changes)
        if story.earlier:
            yield self._paragraph(f"and {story.earlier} earlier", soft=True)

    def _finding(self, finding: Finding) -> str:
        colour, ground = severity_colours(self._theme, finding.severity)
        title = f"{escape(finding.id)} \u00b7 {finding.severity.value}"
        head = f'<b style="color:{colour.name()}">{title}</b>'
        cite = f'<br/><span style="color:{self._soft}">{escape(finding.cite)}</span>'
        return self._block(
            f"{head}<br/>{escape(finding.message)}{cite if finding.cite else ''}", ground, colour
        )

    def _block(self, words: str, ground: QColor, edge: QColor | None = None) -> str:
        bar = (edge or self._theme.information).name()
        return (
            '<table width="100%" cellspacing="0" cellpadding="5" style="margin-top:8px"><tr>'
            f'<td width="1" bgcolor="{bar}" style="padding:0 1px 0 1px"></td>'
            f'<td bgcolor="{ground.name()}">{words}</td></tr></table>'
        )

    def _heading(self, words: str) -> str:
        return (
            f'<p style="margin:12px 0 2px 0; font-size:{CODE_PIXELS}px; font-weight:bold; '
            f'color:{self._soft}">{words.upper()}</p>'
        )

    def _row(self, words: str, figure: str) -> str:
        return (
            '<table width="100%" cellspacing="0" cellpadding="0" style="margin-top:2px"><tr>'
            f'<td>{words}</td><td align="right" style="padding-left:8px">{figure}</td></tr></table>'
        )

    def _paragraph(self, words: str, *, soft: bool = False, small: bool = False) -> str:
        colour = f"color:{self._soft}; " if soft else ""
        size = f"font-size:{SMALL_PIXELS}px; " if soft or small else ""
        return f'<p style="{colour}{size}margin:1px 0 1px 0">{words}</p>'

    @property
    def _soft(self) -> str:
        return self._theme.soft.name()
