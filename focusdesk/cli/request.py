"""Read what was typed after ``focusdesk``: the command, its options, its words.

Options and words may come in any order. STORE may be left out; the first word is taken as STORE
where it cannot be anything else: no ``CODE=VALUE`` of `set`, no month of `compare`, not the last
word of `explain` and `import`.
"""

import argparse
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from focusdesk.cli.options import OPTIONS
from focusdesk.cli.verbs import VERBS, Verb
from focusdesk.form.period import Period, PeriodError


class Refused(ValueError):
    """What was typed cannot be done; the message is a sentence for the user."""


class Request(argparse.Namespace):
    """What was asked for. An attribute that the command has no option for is not set.

    Attributes:
        store: The store that was named; `None` for the default one.
        words: What else was typed: boxes with values, months, a code, a file.
        period: The month.
        source: The month to roll forward from.
        edition: The id of an edition.
        to: The file to write; `None` where a command that may go without one has none.
        pdf: The printed PDF to hold against the store.
        calendar: Which holidays count; `None` for those of the firm.
        year: The year in which filings are due; `None` where a month is named.
        skipped: Whether the days that do not count are listed for a whole year too.
        ics: The calendar file to write; `None` for none.
        reason: Why a due date is set or withdrawn.
        how: By which means a month was handed in.
        reference: What the regulator's system gave for that.
        source_words: Where carried figures come from.
        withdraw: Whether something that was set is taken back.
        record: Whether notices that the figures call for may go on record.
        since: From which day on a calendar or a target counts, as it was typed.
        month: The month whose targets are meant; `None` for the firm's policies.
        approved_by: Who approved a target.
        follow: Whether a target is put back to what its policy gives.
        as_json: Whether output is for a program.
        all_checks: Whether checks that could not be evaluated are told too.
        sides: Whether the two sides of each pool are told in the place of findings.
        dry_run: Whether nothing is to be changed.
        copy: What a print is for; `None` where that is not said.
        schedules: The ids of schedules, each text with one or more between commas.
        preset: Which months to lay side by side; `None` where they are named.
        pair: The two months between which changes are told; `None` for the last two.
        neighbours: Whether they are told between each month and the next.
        changed: Whether only what differs is shown.
        above: From which size on a change is shown; `None` for any.
        totals: Whether only totals are shown.
        find: Words that shown lines have in them.
        sort: In which order lines are shown.
        explained: The codes whose change is to be explained.
        with_explanations: Whether what is said of the changes goes with them.
        trends: Whether the months are drawn as lines too.
        lines: The codes of lines that are drawn besides those of the form.
        against: The earlier month against which a change is explained; `None` for the one before.
        beside: The month to compare with.
        no_margin: Whether the foot of the pages is to stay empty.
        date_for_pen: Whether the date of signing is to stay empty.
    """

    store: Path | None
    words: list[str]
    period: Period
    source: Period | None
    edition: str | None
    to: Path | None
    pdf: Path | None
    calendar: str | None
    year: int | None
    skipped: bool
    ics: Path | None
    reason: str
    how: str
    reference: str
    source_words: str
    withdraw: bool
    record: bool
    since: str | None
    month: Period | None
    approved_by: str
    follow: bool
    as_json: bool
    all_checks: bool
    sides: bool
    dry_run: bool
    copy: str | None
    schedules: list[str]
    preset: str | None
    pair: list[Period] | None
    neighbours: bool
    changed: bool
    above: str | None
    totals: bool
    find: str
    sort: str
    explained: list[str]
    with_explanations: bool
    trends: bool
    lines: list[str]
    against: Period | None
    beside: Period | None
    no_margin: bool
    date_for_pen: bool

    @property
    def file(self) -> Path:
        """The file to write.

        Raises:
            Refused: none is named.
        """
        if self.to is None:
            message = "Name the file to write: --to FILE."
            raise Refused(message)
        return self.to


def refuse_beside(options: Mapping[str, object], why: str) -> None:
    """Refuse options that would be passed over.

    Args:
        options: What was given for them.
        why: Why they do not fit, as the rest of a sentence.

    Raises:
        Refused: one of them is given.
    """
    given = [option for option, value in options.items() if value]
    if given:
        message = f"{', '.join(given)}: {why}. Leave {'it' if len(given) == 1 else 'them'} out."
        raise Refused(message)


def read_request(name: str, arguments: Sequence[str]) -> Request:
    """Read a command's arguments.

    Raises:
        Refused: they make no sense; the sentence says what the command takes.
        SystemExit: help was asked for and has been printed.
    """
    verb = VERBS[name]
    parser = _Parser(
        prog=f"focusdesk {name}",
        usage=f"focusdesk {name} {verb.usage}".replace("%", "%%"),
        description=verb.purpose,
        allow_abbrev=False,
    )
    parser.add_argument("words", nargs="*", help=argparse.SUPPRESS)
    for option in verb.options:
        flag = option.removesuffix("!")
        settings = dict(OPTIONS[flag])
        if option.endswith("!"):
            settings["required"] = True
        parser.add_argument(flag, **settings)
    request = Request()
    parser.parse_intermixed_args(arguments, namespace=request)
    request.store, request.words = _WORDS[name].sort(name, verb, request.words)
    return request


class _Parser(argparse.ArgumentParser):
    """Refuses with a sentence instead of leaving the program."""

    # No decorator from typing_extensions here: `doctor` runs where no library is installed.
    def error(self, message: str) -> NoReturn:
        words = message.removeprefix("argument ").rstrip(".")
        missing = "the following arguments are required: "
        if words.startswith(missing):
            words = f"this needs {words.removeprefix(missing)}"
        sentence = f"{words}. Usage: {(self.usage or '').replace('%%', '%')}"
        raise Refused(sentence)


@dataclass(frozen=True, slots=True)
class _Words:
    """How a command's words are told apart.

    Attributes:
        is_word: Whether a first word is one of the command's own and not the store.
        least: How many of its own words it needs.
        most: How many it takes.
        called: What they are.
        takes_store: Whether the command works on a store.
    """

    is_word: Callable[[str], bool] | None = None
    least: int = 0
    most: int = 0
    called: str = ""
    takes_store: bool = True

    def sort(self, name: str, verb: Verb, words: list[str]) -> tuple[Path | None, list[str]]:
        """Part the store from the command's own words.

        Raises:
            Refused: there are too few words or too many.
        """
        store: Path | None = None
        if self.takes_store and words and self._is_store(words):
            store, words = Path(words[0]), words[1:]
        if not self.least <= len(words) <= self.most:
            why = (
                f"{name} needs {self.called}"
                if len(words) < self.least
                else f'"{words[self.most]}" is one word too many'
            )
            message = f"{why}. Usage: focusdesk {name} {verb.usage}"
            raise Refused(message)
        return store, words

    def _is_store(self, words: list[str]) -> bool:
        if self.is_word is not None:
            return not self.is_word(words[0])
        return len(words) > self.least


def _is_assignment(word: str) -> bool:
    """Whether a word is ``CODE=VALUE``; a path may hold "=", but only after a separator."""
    code, equals, _ = word.partition("=")
    return bool(equals) and not set(code) & {"/", "\\"}


def _is_size(word: str) -> bool:
    """Whether a word is no store: a size such as ``5m and 10 %``, or a line with its own."""
    return _is_assignment(word) or _is_no_store(word)


def _is_no_store(word: str) -> bool:
    """Whether a word is no path and no file that is there, and so something that was mistyped."""
    path = Path(word)
    named = bool(set(word) & {"/", "\\"}) or path.suffix == ".focusdesk"
    return not (named or path.exists())


def _is_of_notice(word: str) -> bool:
    """Whether a word is a notice's number, or says something of it."""
    return word.isdigit() or _is_assignment(word)


def _is_target(word: str) -> bool:
    """Whether a word is a target, ``7194="5 %"``, or names one or its policy, ``7194:2``."""
    return _is_assignment(word) or bool(_TARGET.fullmatch(word) and not Path(word).exists())


def _is_month(word: str) -> bool:
    try:
        Period.parse(word)
    except PeriodError:
        return False
    return True


_MANY = 10_000
_TARGET = re.compile(r"\w+(?:\.\w+)*(?::\d+)?(?<!\.focusdesk)")
_STORE_ONLY = _Words()
_NOTHING = _Words(takes_store=False)
_WORDS: dict[str, _Words] = {
    "sample": _STORE_ONLY,
    "new": _STORE_ONLY,
    "months": _STORE_ONLY,
    "set": _Words(_is_assignment, 1, _MANY, "boxes to set, like 7010=347295282"),
    "import": _Words(None, 1, 1, "a file to import"),
    "export": _STORE_ONLY,
    "compare": _Words(_is_month, 0, _MANY, "at least two months, like 2013-12 2014-01"),
    "check": _STORE_ONLY,
    "overview": _STORE_ONLY,
    "explain": _Words(None, 1, 1, "a box's code, like 7190"),
    "explain-change": _Words(_is_assignment, 0, _MANY, 'explanations, like 7190="new clients"'),
    "explain-finding": _Words(_is_assignment, 0, _MANY, 'words, like X13:7690="held by a broker"'),
    "thresholds": _Words(_is_size, 0, _MANY, 'sizes, like "5m and 10 %"'),
    "complete": _Words(_is_no_store, 1, _MANY, "schedules, like segregation"),
    "notices": _STORE_ONLY,
    "notice": _Words(_is_of_notice, 2, _MANY, 'a notice and what became of it, like 17 by="..."'),
    "figures": _Words(_is_size, 0, _MANY, "figures, like anc=650,000,000"),
    "targets": _Words(_is_target, 0, _MANY, 'targets, like 7194="5 %"'),
    "due": _Words(_is_no_store, 0, 1, "a month, like 2014-01"),
    "due-override": _Words(_is_no_store, 0, 1, "a day, like 2014-03-12"),
    "handed-in": _Words(_is_no_store, 0, 1, "a day, like 2014-02-26"),
    "calendar": _Words(_is_no_store, 0, 1, "a calendar, like exchange"),
    "blank": _NOTHING,
    "editions": _NOTHING,
    "verify": _STORE_ONLY,
    "doctor": _NOTHING,
}
