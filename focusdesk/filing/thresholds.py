"""From which size on a change counts: dollars and percent, for all lines and for single ones.

A change counts when it is above both of what is set: 40,000,000 more on 900,000,000 is 4 percent
and no surprise, and neither are 300 percent of 1,000 dollars. What has no percentage, because it
was blank or zero or its box is new, counts by its dollars alone. Above means more than.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Protocol, cast

from focusdesk.filing.compare import ComparisonRow
from focusdesk.filing.difference import Difference
from focusdesk.filing.ports import FilingStore
from focusdesk.form.amount import AmountError, format_amount, parse_amount, quoted, read_figure
from focusdesk.form.box import BoxKind
from focusdesk.form.edition import Edition

FACT: Final = "thresholds"
"""Under which name the firm keeps its thresholds."""

_ALL = "all"
_BETWEEN = re.compile(r"\s*;\s*|,\s+|\s+and\s+|\s+(?=[0-9.]+\s*%)")
_OR = re.compile(r"\bor\b", re.IGNORECASE)
_PERCENT = re.compile(r"([0-9]{1,7}(?:\.[0-9]{1,4})?)\s*%")


class ThresholdError(ValueError):
    """Text that is no threshold, or a line that can have none; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """From which size on a change counts.

    Attributes:
        dollars: It is above so many dollars, whatever its sign; `None` where that is not asked.
        percent: It is above so many percent of the earlier amount; `None` likewise.
    """

    dollars: int | None = None
    percent: Decimal | None = None

    @property
    def words(self) -> str:
        """The threshold as it is written and read: ``5,000,000 and 10 %``; empty for none."""
        dollars = [] if self.dollars is None else [format_amount(self.dollars)]
        percent = [] if self.percent is None else [f"{self.percent.normalize():f} %"]
        return " and ".join((*dollars, *percent))


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which sizes on the changes of a form's lines count.

    Attributes:
        of_all: For every line that has none of its own.
        of_lines: For single lines, by their codes; in place of that for all, not beside it.
    """

    of_all: Threshold = Threshold()
    of_lines: Mapping[str, Threshold] = field(default_factory=dict[str, Threshold])

    def of(self, row: ComparisonRow) -> Threshold:
        """Give the threshold of a line, whatever code it had when that was set."""
        for code in (row.code, *row.codes):
            if code in self.of_lines:
                return self.of_lines[code]
        return self.of_all

    @property
    def are_set(self) -> bool:
        """Whether the firm has set any, for all lines or for single ones."""
        return self != Thresholds()

    def with_line(self, code: str, threshold: Threshold | None) -> "Thresholds":
        """Give these thresholds with another one for a line; `None` withdraws its own."""
        others = {line: its for line, its in self.of_lines.items() if line != code}
        return Thresholds(self.of_all, others if threshold is None else others | {code: threshold})

    @property
    def words(self) -> str:
        """Say them in short: ``above 5,000,000 and 10 %, 2 lines otherwise``."""
        of_all = f"above {self.of_all.words}" if self.of_all.words else "any change"
        count = len(self.of_lines)
        lines = f", {count} line{'s' if count > 1 else ''} otherwise" if count else ""
        return of_all + lines


def line_words(thresholds: Thresholds) -> str:
    """Say what single lines have: ``7190 above 500,000, 7194 any change``; empty for none."""
    return ", ".join(
        f"{code} above {its.words}" if its.words else f"{code} any change"
        for code, its in sorted(thresholds.of_lines.items())
    )


def above(threshold: Threshold, change: Difference) -> bool:
    """Whether a change counts; what is no amount never does, nor does a change of nothing."""
    if not change.size or change.size <= (threshold.dollars or 0):
        return False
    if threshold.percent is None or change.percent is None:
        return True
    return abs(change.percent) > threshold.percent


def parse_threshold(text: str) -> Threshold:
    """Read a threshold: ``5,000,000``, ``10 %``, ``5m and 10 %``; empty text is none.

    Raises:
        ThresholdError: it is neither an amount nor a percentage, or has one of them twice.
    """
    dollars: int | None = None
    percent: Decimal | None = None
    for part in _BETWEEN.split(text.strip()) if text.strip() else ():
        is_percent = part.rstrip().endswith("%")
        if (percent if is_percent else dollars) is not None:
            what = "percentage" if is_percent else "amount"
            message = f'"{quoted(text)}" has more than one {what}. {_WRITE}'
            raise ThresholdError(message)
        if is_percent:
            percent = _percent(part, text)
        else:
            dollars = _dollars(part, text)
    return Threshold(dollars, percent)


def parse_thresholds(text: str) -> Thresholds:
    """Read thresholds as `thresholds_text` wrote them; empty text is none.

    Raises:
        ThresholdError: the text is something else.
    """
    try:
        lines: object = json.loads(text or "{}")
    except ValueError:
        lines = None
    if not isinstance(lines, dict):
        message = (
            f'The firm\'s thresholds cannot be read: "{quoted(text)}" is none of them. '
            f"Set them again."
        )
        raise ThresholdError(message)
    kept = cast("dict[str, object]", lines)
    of_lines = {code: parse_threshold(str(its)) for code, its in kept.items()}
    return Thresholds(of_lines.pop(_ALL, Threshold()), of_lines)


def thresholds_text(thresholds: Thresholds) -> str:
    """Write thresholds as the firm keeps them; the journal shows this text."""
    of_lines = sorted(thresholds.of_lines.items())
    written = {_ALL: thresholds.of_all.words, **{code: its.words for code, its in of_lines}}
    return json.dumps(written)


def kept_thresholds(store: FilingStore) -> Thresholds:
    """Read the thresholds that the firm keeps; without any, every change counts.

    Raises:
        ThresholdError: what is kept cannot be read.
        StoreError: the store cannot be read.
    """
    return parse_thresholds(store.facts().get(FACT, ""))


class FirmForms(Protocol):
    """The firm's store with the forms that it may use: `focusdesk.filing.register.Register`."""

    @property
    def store(self) -> FilingStore:
        """Where the firm's facts are kept."""
        ...

    @property
    def editions(self) -> Mapping[str, Edition]:
        """The editions that the program knows."""
        ...


def keep_thresholds(register: FirmForms, thresholds: Thresholds) -> None:
    """Keep thresholds with the firm, in one durable transaction with its row in the journal.

    Raises:
        ThresholdError: a line is no amount of any edition.
        StoreError: nothing was written; the sentence says why.
    """
    refuse_lines(register, thresholds.of_lines)
    register.store.set_fact(FACT, thresholds_text(thresholds))


def refuse_lines(register: FirmForms, codes: Iterable[str]) -> None:
    """Refuse codes of lines that can have no threshold.

    Raises:
        ThresholdError: a line is no amount of any edition.
    """
    for code in codes:
        kinds = {
            edition.boxes[code].kind
            for edition in register.editions.values()
            if code in edition.boxes
        }
        if BoxKind.AMOUNT not in kinds:
            why = "holds no amount" if kinds else "is not a box of any edition"
            message = f'"{quoted(code)}" {why}, so it can have no threshold. Use a code like 7190.'
            raise ThresholdError(message)


_WRITE = (
    "Write a threshold like 5,000,000, like 10 %, or like 5,000,000 and 10 %: with both, "
    "a change counts when it is above both."
)


def _percent(part: str, text: str) -> Decimal:
    match = _PERCENT.fullmatch(part.strip())
    if match is None:
        message = f'"{quoted(text)}" is no threshold: "{quoted(part)}" is no percentage. {_WRITE}'
        raise ThresholdError(message)
    return Decimal(match[1])


def _dollars(part: str, text: str) -> int:
    try:
        read_figure(part)
    except AmountError as error:
        what = 'has "or", and never is one enough' if _OR.search(text) else "is no threshold"
        message = f'"{quoted(text)}" {what}. {_WRITE}'
        raise ThresholdError(message) from error
    try:
        dollars = parse_amount(part)
    except AmountError as error:
        message = f"{error} {_WRITE}"
        raise ThresholdError(message) from error
    if dollars is None or dollars < 0:
        message = f'"{quoted(text)}" is no threshold: it has no sign, and no empty part. {_WRITE}'
        raise ThresholdError(message)
    return dollars
