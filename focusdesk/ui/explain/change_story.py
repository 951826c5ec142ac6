"""All there is to tell about one change: what moved, how far, and which entered boxes made it."""

from dataclasses import dataclass

from focusdesk.calc.decomposition import Contribution, Decomposition, Reason
from focusdesk.filing.compare import (
    ComparedMonth,
    Comparison,
    ComparisonRow,
    Pair,
    show_compared,
)
from focusdesk.filing.difference import Difference, DifferenceKind
from focusdesk.filing.explained_change import explained_change
from focusdesk.form.amount import AmountError, format_amount, format_change
from focusdesk.form.box import BoxKind

MOST = 6
"""How many contributions are told one by one at first."""

_PLAIN = (DifferenceKind.CHANGED, DifferenceKind.BLANK, DifferenceKind.IN_NEITHER)
_HOW = {Reason.NEW: "new in the edition", Reason.GONE: "gone with the edition"}


@dataclass(frozen=True, slots=True)
class ChangeAsked:
    """A line of months side by side, and two of them between which it moved.

    Attributes:
        comparison: The months.
        row: The line.
        pair: The places of the two months, the earlier one first.
    """

    comparison: Comparison
    row: ComparisonRow
    pair: Pair

    @property
    def earlier(self) -> ComparedMonth:
        """The earlier month."""
        return self.comparison.months[self.pair[0]]

    @property
    def later(self) -> ComparedMonth:
        """The later month, with which an explanation is kept."""
        return self.comparison.months[self.pair[1]]

    @property
    def code(self) -> str:
        """The line's box in the later month; empty where its form has none."""
        return self.row.codes[self.pair[1]]

    @property
    def moved(self) -> Difference:
        """What differs."""
        return self.row.difference(*self.pair)

    @property
    def months(self) -> str:
        """Between which months: ``Dec 2013 to Jan 2014``."""
        return f"{self.earlier.heading} to {self.later.heading}"


@dataclass(frozen=True, slots=True)
class Made:
    """What one entered box made of a change.

    Attributes:
        code: The box; empty for what the form itself has made.
        words: Its line.
        moved: From what to what it moved itself, and how it came to count.
        dollars: What that made.
    """

    code: str
    words: str
    moved: str
    dollars: str


@dataclass(frozen=True, slots=True)
class ChangeStory:
    """What is told of one change.

    Attributes:
        code: The line's box.
        line: The line's number and words.
        months: Between which months.
        change: The change in dollars, or in words for what is no amount.
        percent: The same in percent; empty for none.
        held: From what to what.
        kind: What kind of difference it is, where that is remarkable; else empty.
        made: Who made it, largest first.
        rest: What those after the first few made together.
        total: What all of them sum to.
        turns: Where another figure is the greatest or least now.
        remark: Why there is nothing to take apart; else empty.
        entered: The line is entered itself, so that nothing stands behind it.
    """

    code: str
    line: str
    months: str
    change: str
    percent: str
    held: str
    kind: str
    made: tuple[Made, ...] = ()
    rest: str = ""
    total: str = ""
    turns: tuple[str, ...] = ()
    remark: str = ""
    entered: bool = False


def change_story(asked: ChangeAsked) -> ChangeStory:
    """Gather all there is to tell about a change."""
    row, moved = asked.row, asked.moved
    made = _decomposed(asked)
    of_amount = row.kind is BoxKind.AMOUNT
    was, now = (show_compared(each, row.kind) or "blank" for each in (moved.earlier, moved.later))
    own = [each.code for each in made.contributions] == [made.code]
    return ChangeStory(
        code=asked.code or row.code,
        line=" ".join(f"{row.number}  {row.label}".split("\n")).strip(),
        months=asked.months,
        change=moved.shown_change or f"{moved.words[0].upper()}{moved.words[1:]}",
        percent=moved.shown_percent if moved.percent is not None else "",
        held=f"{was} \u2192 {now}",
        kind=moved.words if moved.shown_change and moved.kind not in _PLAIN else "",
        made=() if own else tuple(_made(each) for each in made.contributions),
        rest=format_change(made.after_first(MOST)),
        total=format_change(made.total),
        turns=tuple(turn.sentence for turn in made.turns),
        remark="" if own or not of_amount else made.remark,
        entered=own,
    )


def _decomposed(asked: ChangeAsked) -> Decomposition:
    """Take a change apart; what cannot be reckoned is said in place of it."""
    try:
        return explained_change(asked.comparison, asked.row, asked.pair)
    except AmountError as error:
        return Decomposition(asked.row.code, asked.row.label, None, None, remark=str(error))


def _made(each: Contribution) -> Made:
    how = _HOW.get(each.reason, "")
    if each.reason is Reason.FORM:
        return Made("", each.name, "", format_change(each.dollars))
    before, after = _figure(each.before), _figure(each.after)
    moved = f"{before}\u00a0\u2192\u00a0{after}" + (f", {how}" if how else "")
    return Made(each.code, each.name, moved, format_change(each.dollars))


def _figure(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return format_amount(value) if isinstance(value, int) else "blank"
