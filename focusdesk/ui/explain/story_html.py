"""Writes what there is to tell about a box as rich text, in the colours of a theme.

What can be gone to or done is a link: a code goes to its box; what is no box has a word before a
colon (`NOTE_LINK`, `ATTACH_LINK`, `FILE_LINK`, `ANSWER_LINK`).
"""

from collections.abc import Iterable, Iterator
from html import escape

from focusdesk.calc.explain import Candidate
from focusdesk.calc.figures import show_figure
from focusdesk.calc.likely_causes import LikelyCause
from focusdesk.filing.attachment import Attachment
from focusdesk.filing.explained_warnings import can_be_explained
from focusdesk.filing.explanations_due import asks_why
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.ui.edges import moment_words
from focusdesk.ui.explain.box_story import BoxStory, Related
from focusdesk.ui.explain.html_parts import HtmlParts
from focusdesk.ui.look.note_words import keeping_words, size_words
from focusdesk.ui.look.severities import severity_colours
from focusdesk.ui.look.theme import SMALL_PIXELS, Theme

NOTE_LINK = "note:"
"""Write the box's note."""
ATTACH_LINK = "attach:"
"""Attach a file to the box."""
FILE_LINK = "file:"
"""Open an attached file; its number follows."""
ANSWER_LINK = "answer:"
"""Say what is to be said of a finding; its place among those of the box follows."""
HELP_ANCHOR = "section_help"
"""The anchor of what the line asks for."""

_NO_HELP = "The form's instructions say no more than the line itself."
_BIG_PIXELS = 21
_SMALLER_PIXELS = 15
_LONGEST_BIG = 15
_LONGEST_FORMULA = 100


def story_html(story: BoxStory, theme: Theme) -> str:
    """Write a story as rich text; codes are links that name the box to go to."""
    return "".join(_StoryWriter(story, theme).parts())


class _StoryWriter(HtmlParts):
    """Writes one story, part by part; a part without anything to tell is left out."""

    def __init__(self, story: BoxStory, theme: Theme) -> None:
        super().__init__(theme)
        self._story = story

    def parts(self) -> Iterator[str]:
        story = self._story
        yield from self._head()
        yield from (self._finding(at, each) for at, each in enumerate(story.findings))
        if story.remark:
            yield self.block(escape(story.remark), self.theme.information_ground)
        yield from self._reckoning()
        if story.feeds:
            yield self.heading("Feeds")
            yield from (self._related(related) for related in story.feeds)
        yield from self._last_month()
        yield from self._note()
        yield from self._files()
        yield self.heading("What the line asks for", HELP_ANCHOR)
        yield self.paragraph(escape(story.help or _NO_HELP), soft=not story.help)
        if story.cite:
            yield self.heading("The rule")
            yield self.paragraph(escape(story.cite))
        if story.printed:
            yield self.heading("On paper")
            yield self.paragraph(escape(story.printed))
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
        yield self.paragraph(escape(where), soft=True)
        if story.under:
            yield self.paragraph(escape(story.under), soft=True)
        yield (
            f'<p style="margin:2px 0 2px 0; font-size:{pixels}px; font-weight:bold">'
            f"{escape(story.figure)}{verdict}</p>"
        )
        yield self.paragraph(escape(story.words))
        if story.typed:
            yield from self._typed()

    def _typed(self) -> Iterator[str]:
        """Write what was typed for the figure, and what has become of that."""
        said = self._story.how_typed
        cents = f", {escape(said.cents)}" if said.cents else ""
        yield self.paragraph(f"Typed as <b>{escape(self._story.typed)}</b>{cents}")
        if said.outdated:
            sentence = f"{said.outdated[0].upper()}{said.outdated[1:].removesuffix('.')}."
            yield self.block(escape(sentence), self.theme.warning_ground)

    def _reckoning(self) -> Iterator[str]:
        """Write how a computed box came to its figure, a long formula last."""
        story = self._story
        if not story.formula:
            return
        formula = self.paragraph(escape(story.formula))
        long = len(story.formula) > _LONGEST_FORMULA and story.candidates
        yield self.heading("Follows from")
        if not long:
            yield formula
        yield self.paragraph(escape(story.sentence), soft=True)
        yield from self._candidates(story.candidates)
        yield from (self._related(related) for related in story.inputs)
        if long:
            yield self.heading("The formula in full")
            yield formula

    def _candidates(self, candidates: Iterable[Candidate]) -> Iterator[str]:
        for candidate in candidates:
            words, figure = escape(candidate.words), escape(show_figure(candidate.value))
            if candidate.wins:
                words, figure = f"<b>{words}</b> \u2014 taken", f"<b>{figure}</b>"
            yield self.row(words, figure)

    def _related(self, related: Related) -> str:
        """Write a box with its framed code and its figure, and its words below."""
        sign = f"{related.sign}&nbsp;" if related.sign else "taken&nbsp; " if related.taken else ""
        return (
            '<table width="100%" cellspacing="0" cellpadding="0" style="margin-top:5px"><tr>'
            f"{self.code(related.code)}"
            f'<td align="right">{sign}<b>{escape(related.figure)}</b></td></tr>'
            f'<tr><td colspan="2" style="font-size:{SMALL_PIXELS}px; color:{self.soft}">'
            f"{escape(related.words)}</td></tr></table>"
        )

    def _last_month(self) -> Iterator[str]:
        if self._story.baseline is not None:
            heading, figure, change = self._story.baseline
            yield self.heading("Compared")
            yield self.row(escape(heading), escape(figure))
            if change:
                yield self.row("Change", escape(change))

    def _note(self) -> Iterator[str]:
        """Write the note at the box, or how one is written."""
        note, is_open = self._story.note, self._story.open
        if note is None and not is_open:
            return
        yield self.heading("Note")
        if note is not None:
            yield self.paragraph(escape(note.text).replace("\n", "<br/>"))
            told = f"{note.author}, {moment_words(note.written)}"
            yield self.paragraph(escape(told), soft=True)
            yield self.paragraph(keeping_words(permanent=note.permanent), soft=True)
        words = (
            "Write a note" if note is None else "Change the note" if is_open else "Show the note"
        )
        yield self.paragraph(f"{self.link(NOTE_LINK, words)} Shift+F2", soft=True)

    def _files(self) -> Iterator[str]:
        """List the files at the box as links that open them."""
        files, is_open = self._story.files, self._story.open
        if not files and not is_open:
            return
        yield self.heading("Attached files")
        yield from (self._file(file) for file in files)
        if is_open:
            yield self.paragraph(self.link(ATTACH_LINK, "Attach a file"), soft=True)

    def _file(self, file: Attachment) -> str:
        link = self.link(f"{FILE_LINK}{file.number}", file.name)
        told = f"{size_words(file.size)}, {file.author}, {moment_words(file.attached)}"
        return self.paragraph(link) + self.paragraph(escape(told), soft=True)

    def _history(self) -> Iterator[str]:
        story, past = self._story, self._story.past
        yield self.heading("History")
        if not past.changes:
            follows = "It follows from the boxes above; each has its own history."
            none = follows if story.formula else "Nothing has been entered yet."
            yield self.paragraph(none, soft=True)
        yield from (self.paragraph(escape(line), small=True) for line in past.changes)
        if past.earlier:
            yield self.paragraph(f"and {past.earlier} earlier", soft=True)

    def _finding(self, at: int, each: ListedFinding) -> str:
        """Write a finding, what is said of it, and the way to say something else."""
        finding, theme = each.finding, self.theme
        colour, ground = severity_colours(theme, finding.severity)
        if each.is_answered:
            colour, ground = theme.soft, theme.paper
        title = f"{escape(finding.id)} \u00b7 {each.kind}"
        told = [f'<b style="color:{colour.name()}">{title}</b>', escape(finding.message)]
        if finding.cite:
            told.append(f'<span style="color:{self.soft}">{escape(finding.cite)}</span>')
        if each.said:
            told.append(escape(each.said))
        if words := self._answer_words(each):
            told.append(self.link(f"{ANSWER_LINK}{at}", words))
        told += [self._cause(cause) for cause in self._story.causes.get(finding, ())]
        return self.block("<br/>".join(told), ground, colour)

    def _answer_words(self, each: ListedFinding) -> str:
        """Say what can be done about a finding; empty for nothing."""
        finding, is_open = each.finding, self._story.open
        if each.notice is not None or finding.duty is not None:
            return "Open the notices"
        if asks_why(finding):
            return "Explain the change" if is_open else ""
        if not can_be_explained(finding):
            return ""
        if not is_open:
            return "Show what was said" if each.said else ""
        return "Change the words" if each.said else "Say why it may stand"

    def _cause(self, cause: LikelyCause) -> str:
        """Write what would explain a finding to the dollar, with the way to its box."""
        there = self.link(cause.code, f"go to {cause.code}")
        return f"<b>Likely cause:</b> {escape(cause.words)} \u00b7 {there}"
