"""All there is to tell about one box: why it holds what it holds, what it feeds, its past."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from focusdesk.calc.checks import Finding
from focusdesk.calc.explain import Candidate, explain
from focusdesk.calc.how_typed import HowTyped, how_typed
from focusdesk.calc.likely_causes import LikelyCause
from focusdesk.filing.attachment import Attachment
from focusdesk.filing.compare import show_compared
from focusdesk.filing.difference import ABSENT, difference
from focusdesk.filing.filing import Note
from focusdesk.filing.listed_findings import FindingList, ListedFinding
from focusdesk.filing.printed_place import printed_place
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.schedule import LineItem, Schedule
from focusdesk.ui.explain.box_past import BoxPast, past_of
from focusdesk.ui.page.baseline import Baseline
from focusdesk.ui.page.marks import target_words
from focusdesk.ui.page.schedule_grid import lines_with_parents
from focusdesk.ui.page.spoken import paper_notation, value_words

NOT_PRINTED = "Does not print: it is a fact of the firm that the form's rules turn on."
NOT_ON_THE_FORM = "Does not print: the form has no such figure, it is worked out beside it."

_TERM = re.compile(r"(^|[+-])\s*\[([^\]]+)\]\s*")
_SIGNED = "excess (deficiency)"
_MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class Related:
    """Another box that this one follows from, or that follows from it.

    Attributes:
        code: The box.
        words: Its line's number and words.
        figure: What it holds.
        sign: How a sum takes it, ``+`` or a minus; empty where the formula is no plain sum.
        taken: It is the one that a greatest or least has taken.
    """

    code: str
    words: str
    figure: str
    sign: str = ""
    taken: bool = False


@dataclass(frozen=True, slots=True)
class BoxStory:
    """What is told of one box.

    Attributes:
        code: The box.
        line: The number of its line; empty where none is printed.
        kind: How it came: ``entered``, ``computed``, ``a fact of the firm``; what a blank can be.
        figure: What it holds.
        verdict: ``excess`` or ``deficiency`` where its words speak of both; else empty.
        words: Its label.
        under: The words of the lines that it stands under, where its own label needs them.
        typed: What was typed for it, where the figure alone does not say it: ``=1000+250``.
        how_typed: What is to be said of that.
        formula: Its formula in paper notation; empty for an entered box.
        sentence: The same with the figures in place.
        inputs: The boxes that it follows from.
        candidates: What competed, for a greatest or least of more than plain boxes.
        feeds: The boxes that follow from it.
        baseline: Last month's heading, figure and change; empty without a baseline.
        findings: What does not hold and concerns it, or is on record of it.
        causes: The single slips that would explain each of them.
        note: The preparer's note at it.
        files: The files that are attached to it.
        open: Notes and files can be changed.
        remark: What else must be known.
        help: What the form's instructions say.
        cite: The rule behind it, marked where nobody has verified it.
        printed: Where it prints, in words.
        past: What it has held.
    """

    code: str
    line: str
    kind: str
    figure: str
    words: str
    verdict: str = ""
    under: str = ""
    typed: str = ""
    how_typed: HowTyped = field(default_factory=HowTyped)
    formula: str = ""
    sentence: str = ""
    inputs: tuple[Related, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    feeds: tuple[Related, ...] = ()
    baseline: tuple[str, str, str] | None = None
    findings: tuple[ListedFinding, ...] = ()
    causes: Mapping[Finding, tuple[LikelyCause, ...]] = field(
        default_factory=dict[Finding, tuple[LikelyCause, ...]]
    )
    note: Note | None = None
    files: tuple[Attachment, ...] = ()
    open: bool = False
    remark: str = ""
    help: str = ""
    cite: str = ""
    printed: str = ""
    past: BoxPast = field(default_factory=BoxPast)


def story_of(session: FilingSession, code: str, baseline: Baseline | None) -> BoxStory:
    """Gather all there is to tell about a box.

    Raises:
        KeyError: the edition has no such box.
        StoreError: the notes, the files or the journal cannot be read.
    """
    edition = session.edition
    box, line, schedule = edition.boxes[code], edition.line_of(code), edition.schedule_of(code)
    words, value = box.label or line.text, session.value(code)
    listed = FindingList(session).listed()
    findings = tuple(each for each in listed if code in each.finding.codes)
    printed = printed_place(edition, code)
    story = BoxStory(
        code=code,
        line=line.number,
        kind=_kind(session, box),
        figure=value_words(box, value),
        words=words,
        verdict=verdict(words, value),
        under="" if box.label else _words_above(schedule, line),
        typed=session.typed(code),
        how_typed=how_typed(code, session.typed(code), session.worksheet),
        feeds=tuple(replace(reader, sign="") for reader in readers_of(session, code)),
        baseline=_last_month(box, session.value(code), baseline),
        findings=findings,
        causes={it.finding: session.checks.causes(it.finding) for it in findings if it.is_shown},
        note=session.notes().get(code),
        files=tuple(file for file in session.attachments() if file.code == code),
        open=not session.read_only,
        remark=_remark(session, box),
        help=line.help,
        cite=box.quoted_cite or schedule.quoted_cite,
        printed=printed.words if printed else _not_printed(box),
        past=past_of(session, box),
    )
    return _with_reckoning(story, session, box) if box.is_computed else story


def _not_printed(box: Box) -> str:
    return NOT_ON_THE_FORM if box.is_computed else NOT_PRINTED


def _remark(session: FilingSession, box: Box) -> str:
    """Give the box's own note, and what the firm's policy gives for a target."""
    policies, overrides = target_words(session)
    follows = f"Follows the firm's policy: {policies[box.code]}." if box.code in policies else ""
    said = (overrides.get(box.code, follows), box.note)
    return " ".join(words for words in said if words)


def _with_reckoning(story: BoxStory, session: FilingSession, box: Box) -> BoxStory:
    """Add how a computed box came to its figure."""
    explained = explain(session.worksheet, box.code)
    return replace(
        story,
        formula=paper_notation(box.formula),
        sentence=explained.sentence,
        inputs=inputs_of(session, box.code),
        candidates=tuple(
            candidate
            for candidate in explained.candidates
            if candidate.words not in session.edition.boxes
        ),
        remark=explained.remark,
    )


def inputs_of(session: FilingSession, code: str) -> tuple[Related, ...]:
    """Give the boxes that a box follows from, in the order of its formula; none if it is entered.

    Raises:
        KeyError: the edition has no such box.
    """
    box = session.edition.boxes[code]
    if not box.is_computed:
        return ()
    explained = explain(session.worksheet, code)
    signs = signs_in(box.formula)
    taken = {candidate.words for candidate in explained.candidates if candidate.wins}
    inputs = (_related(session, part.code) for part in explained.inputs)
    return tuple(
        replace(part, sign=signs.get(part.code, ""), taken=part.code in taken) for part in inputs
    )


def readers_of(session: FilingSession, code: str) -> tuple[Related, ...]:
    """Give the boxes that follow from a box, each with the sign by which a sum takes it."""
    readers = session.plan.calculation.readers_of(code)
    return tuple(
        replace(
            _related(session, reader),
            sign=signs_in(session.edition.boxes[reader].formula).get(code, ""),
        )
        for reader in readers
    )


def verdict(words: str, value: Value) -> str:
    """Say whether an amount is an excess or a deficiency, where its words speak of both."""
    if _SIGNED not in words.casefold() or not isinstance(value, int) or value == 0:
        return ""
    return "excess" if value > 0 else "deficiency"


def signs_in(formula: str) -> dict[str, str]:
    """Give the sign of each box in a plain sum; nothing for any other formula."""
    terms = _TERM.findall(formula)
    plain = not _TERM.sub("", formula)
    return {code: _MINUS if sign == "-" else "+" for sign, code in terms} if plain else {}


def _kind(session: FilingSession, box: Box) -> str:
    if box.is_computed:
        return "computed"
    if not box.printed:
        return "a fact of the firm"
    if session.value(box.code) is None:
        return "blank" if session.read_only else "blank, can be entered"
    return "entered"


def _words_above(schedule: Schedule, line: LineItem) -> str:
    above = next(parents for each, parents in lines_with_parents(schedule) if each is line)
    return ", ".join(parent.text for parent in above)


def _related(session: FilingSession, code: str) -> Related:
    edition = session.edition
    box, line = edition.boxes[code], edition.line_of(code)
    words = f"{line.number}  {box.label or line.text}".strip()
    return Related(code, words, value_words(box, session.value(code)))


def _last_month(box: Box, value: Value, baseline: Baseline | None) -> tuple[str, str, str] | None:
    if baseline is None:
        return None
    since = difference(baseline.values.get(box.code, ABSENT), value, box.kind)
    if box.kind is not BoxKind.AMOUNT and box.code in baseline.values:
        return baseline.heading, value_words(box, baseline.values[box.code]), ""
    return baseline.heading, show_compared(since.earlier) or "blank", since.shown_alone
