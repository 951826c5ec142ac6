"""Changes between months: why they happened, `explain-change`, and which count, `thresholds`."""

from collections.abc import Callable, Iterable, Mapping

from focusdesk.cli.opening import opened
from focusdesk.cli.output import say, say_json, tell
from focusdesk.cli.request import Refused, Request
from focusdesk.cli.verbs import DONE, FINDINGS
from focusdesk.exchange.comparison_files import annex_content
from focusdesk.filing.compare import ComparedMonth
from focusdesk.filing.comparison_annex import ComparisonAnnex, review_annex
from focusdesk.filing.explanation import Subject, line, pool
from focusdesk.filing.explanations_due import rule_words
from focusdesk.filing.ports import NoSuchFiling
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.thresholds import (
    Thresholds,
    keep_thresholds,
    kept_thresholds,
    parse_threshold,
)
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period


def explain_changes(request: Request) -> int:
    """Keep why lines moved, all of it or nothing; or show what is said and what is not.

    The status is that of findings where lines lack an explanation and none was given.

    Raises:
        StoreError: the month or the store is not there, or cannot be written.
        EditRefused: the month is sealed, or the words cannot be kept.
        Refused: something is neither a box nor a schedule, or is explained twice.
    """
    with opened(request.store) as register:
        session = register.open(register.store.find(request.period))
        against = request.against or request.period.plus(-1)
        said = _explanations(request.words, session.edition)
        with register.store.together():
            for subject, text in said.items():
                session.explain_change(subject, text, against)
        annex = _annex(register, session, against)
    if said and not annex.rule:
        tell(
            f"The store has no {against.label}: the words are kept, but there is no change yet "
            f"that they explain. For another month, add --against."
        )
    if said and not request.as_json:
        _say_written(said, annex)
        return DONE
    if request.as_json:
        say_json(annex_content(annex))
    else:
        _say_annex(annex, session, against)
    return FINDINGS if annex.lacking and not said else DONE


def set_thresholds(request: Request) -> int:
    """Keep the firm's thresholds, or show them.

    Raises:
        StoreError: the store is not there, or cannot be written.
        ThresholdError: a size is none, or a line is no amount.
        Refused: a size is given twice.
    """
    with opened(request.store) as register:
        kept = kept_thresholds(register.store)
        if request.words:
            kept = _with_sizes(kept, request.words)
            keep_thresholds(register, kept)
            tell("Kept with the firm.")
    if request.as_json:
        lines = {code: its.words for code, its in kept.of_lines.items()}
        say_json({"all": kept.of_all.words, "lines": lines})
        return DONE
    say(f"{_all_words(kept)}.")
    for code, its in sorted(kept.of_lines.items()):
        say(f"{code}  {f'above {its.words}' if its.words else 'any change'}")
    built_in = "" if kept.of_all.words else " by the built-in rule, until one is set"
    say(f"To be explained{built_in}: {rule_words(kept)}.")
    return DONE


def _all_words(kept: Thresholds) -> str:
    if kept.of_all.words:
        return f"A change counts above {kept.of_all.words}"
    return "No threshold is set for all lines: a comparison counts every change of them"


def _explanations(assignments: Iterable[str], form: Edition) -> dict[Subject, str]:
    """Read ``7190=words`` and ``segregation=words``."""
    said: dict[Subject, str] = {}
    for assignment in assignments:
        name, equals, text = assignment.partition("=")
        if not equals:
            message = f'"{assignment}" explains nothing. Write the box, "=" and why: 7190="rates".'
            raise Refused(message)
        subject = _subject(name.strip(), form)
        if subject in said:
            message = f"{subject.name} is explained twice. Give it one explanation."
            raise Refused(message)
        said[subject] = text
    return said


def _subject(name: str, form: Edition) -> Subject:
    if name in form.boxes:
        return line(name)
    schedules = [schedule.id for schedule in form.schedules]
    if name in schedules:
        return pool(name)
    message = (
        f'"{name}" is neither a box of the form nor a schedule. Use a code like 7190, '
        f"or one of: {', '.join(schedules)}."
    )
    raise Refused(message)


def _annex(register: Register, session: FilingSession, against: Period) -> ComparisonAnnex:
    """Lay the month beside the earlier one, if the store has it."""
    filing = session.filing
    month = ComparedMonth(filing, session.edition, session.worksheet.values())
    try:
        (earlier,) = register.look_at([register.store.find(against)])
    except NoSuchFiling:
        earlier = None
    return review_annex(earlier, month, session.explanations(), kept_thresholds(register.store))


def _say_written(said: Mapping[Subject, str], annex: ComparisonAnnex) -> None:
    for subject in said:
        found = [each for each in annex.said if each.subject == subject]
        say(f"{subject.name}  {found[-1].words if found else 'nothing is said of it any more'}")
    if annex.lacking:
        say(f"Not explained yet: {', '.join(each.code for each in annex.lacking)}.")


def _say_annex(annex: ComparisonAnnex, session: FilingSession, against: Period) -> None:
    for each in annex.said:
        say(f"{each.subject.name}  {each.months}  {each.words}")
    for each in annex.lacking:
        change = each.moved.shown_change if each.moved else ""
        say(f"{each.code}  {each.months}  {change}  {each.words}")
    month = session.filing.period.label
    if not annex.rule:
        say(f"{month}: the store has no {against.label}, so that nothing is asked.")
    else:
        count = len(annex.lacking)
        lines = "1 line lacks" if count == 1 else f"{count} lines lack"
        say(f"{month}: {lines} an explanation. The firm asks why {annex.rule}.")


def _with_sizes(kept: Thresholds, words: Iterable[str]) -> Thresholds:
    """Read ``5m and 10 %`` and ``7190=1m``; what is empty is taken back."""
    seen: set[str] = set()
    for word in words:
        code, equals, size = word.partition("=")
        code, size = (code.strip(), size) if equals else ("", word)
        if code in seen:
            what = code or "The size for all lines"
            message = f"{what} is given twice. Give one size."
            raise Refused(message)
        seen.add(code)
        size_read = parse_threshold(size)
        if code:
            kept = kept.with_line(code, size_read if size.strip() else None)
        else:
            kept = Thresholds(size_read, kept.of_lines)
    return kept


ACTS: Mapping[str, Callable[[Request], int]] = {
    "explain-change": explain_changes,
    "thresholds": set_thresholds,
}
"""What each command does."""
