"""Writes what there is to tell about a box as rich text, in the colours of a theme.

What can be gone to or done is a link: a code goes to its box; what is no box has a word before a
colon (`NOTE_LINK`, `ATTACH_LINK`, `FILE_LINK`).
"""

import re
from collections.abc import Iterable, Iterator
from html import escape

from PySide6.QtGui import QColor

from focusdesk.calc.checks import Finding
from focusdesk.calc.explain import Candidate
from focusdesk.calc.figures import show_figure
from focusdesk.filing.attachment import Attachment
from focusdesk.ui.edges import moment_words
from focusdesk.ui.explain.box_story import BoxStory, Related
from focusdesk.ui.look.note_words import keeping_words, size_words
from focusdesk.ui.look.severities import severity_colours
from focusdesk.ui.look.theme import CODE_PIXELS, SMALL_PIXELS, Theme
from focusdesk.ui.look.zoom import Zoom

NOTE_LINK = "note:"
"""Write the box's note."""
ATTACH_LINK = "attach:"
"""Attach a file to the box."""
FILE_LINK = "file:"
"""Open an attached file; its number follows."""
SECTION = "section"
"""How the anchors of the headings begin."""
HELP_ANCHOR = "section_help"
"""The anchor of what the line asks for."""

_NO_HELP = "The form's instructions say no more than the line itself."
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
        self._sections = 0

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
        yield from self._note()
        yield from self._files()
        yield self._heading("What the line asks for", HELP_ANCHOR)
        yield self._paragraph(escape(story.help or _NO_HELP), soft=not story.help)
        if story.cite:
            yield self._heading("The rule")
            yield self._paragraph(escape(story.cite))
        if story.printed:
            yield self._heading("On paper")
            yield self._paragraph(escape(story.printed))
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
        if story.typed:
            yield from self._typed()

    def _typed(self) -> Iterator[str]:
        """Write what was typed for the figure, and what has become of that."""
        said = self._story.how_typed
        cents = f", {escape(said.cents)}" if said.cents else ""
        yield self._paragraph(f"Typed as <b>{escape(self._story.typed)}</b>{cents}")
        if said.outdated:
            sentence = f"{said.outdated[0].upper()}{said.outdated[1:].removesuffix('.')}."
            yield self._block(escape(sentence), self._theme.warning_ground)

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

    def _note(self) -> Iterator[str]:
        """Write the note at the box, or how one is written."""
        note, is_open = self._story.note, self._story.open
        if note is None and not is_open:
            return
        yield self._heading("Note")
        if note is not None:
            yield self._paragraph(escape(note.text).replace("\n", "<br/>"))
            told = f"{note.author}, {moment_words(note.written)}"
            yield self._paragraph(escape(told), soft=True)
            yield self._paragraph(keeping_words(permanent=note.permanent), soft=True)
        words = (
            "Write a note" if note is None else "Change the note" if is_open else "Show the note"
        )
        yield self._paragraph(f"{self._link(NOTE_LINK, words)} Shift+F2", soft=True)

    def _files(self) -> Iterator[str]:
        """List the files at the box as links that open them."""
        files, is_open = self._story.files, self._story.open
        if not files and not is_open:
            return
        yield self._heading("Attached files")
        yield from (self._file(file) for file in files)
        if is_open:
            yield self._paragraph(self._link(ATTACH_LINK, "Attach a file"), soft=True)

    def _file(self, file: Attachment) -> str:
        link = self._link(f"{FILE_LINK}{file.number}", file.name)
        told = f"{size_words(file.size)}, {file.author}, {moment_words(file.attached)}"
        return self._paragraph(link) + self._paragraph(escape(told), soft=True)

    def _link(self, to: str, words: str) -> str:
        accent = self._theme.accent.name()
        return f'<a href="{escape(to)}" style="color:{accent}">{escape(words)}</a>'

    def _history(self) -> Iterator[str]:
        story, past = self._story, self._story.past
        yield self._heading("History")
        if not past.changes:
            follows = "It follows from the boxes above; each has its own history."
            none = follows if story.formula else "Nothing has been entered yet."
            yield self._paragraph(none, soft=True)
        yield from (self._paragraph(escape(line), small=True) for line in past.changes)
        if past.earlier:
            yield self._paragraph(f"and {past.earlier} earlier", soft=True)

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

    def _heading(self, words: str, anchor: str = "") -> str:
        """Write a heading with an anchor, by which the keyboard goes from part to part."""
        self._sections += 1
        name = anchor or f"{SECTION}{self._sections}"
        return (
            f'<p style="margin:12px 0 2px 0; font-size:{CODE_PIXELS}px; font-weight:bold; '
            f'color:{self._soft}"><a name="{name}">{words.upper()}</a></p>'
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
