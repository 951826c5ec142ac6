"""The two sides of a pool: what customers are owed facing what is held for them, and the ties.

Which lines stand on which side follows from the form's own data: a side goes down to the box that
its schedule names as the requirement, or as what is held against it. The two may stand on one page,
as in segregation, or on two, as the secured amounts (7360) face the funds of regulation 30.7. What
ties them together are the figures that edit checks hold against one another (X01 to X07).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from focusdesk.calc.entered_parts import entered_codes, spread_out
from focusdesk.calc.finding import Finding, Judgement, State, Tie
from focusdesk.calc.formula import parse_formula
from focusdesk.calc.likely_causes import LikelyCause
from focusdesk.filing.facing_tie import FacingTie
from focusdesk.filing.overview import cards_of
from focusdesk.filing.overview_card import Card
from focusdesk.filing.session import FilingSession
from focusdesk.form.amount import format_amount
from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.schedule import LineItem, LineStyle, Schedule


@dataclass(frozen=True, slots=True)
class SideLine:
    """One line of a side: a box with its amount, or the words over several of them.

    Attributes:
        number: The line's number, such as ``8.A``; empty where none is printed, and at the further
            boxes of a line.
        words: Its words.
        indent: How many steps it is indented.
        code: The box; empty for words over others.
        value: What the box holds, in whole dollars; `None` for a blank.
        subtracted: The form prints parentheses around it: it is taken off.
        is_total: It closes what stands over it.
        under: The words that it stands under, outermost first.
    """

    number: str
    words: str
    indent: int
    code: str = ""
    value: int | None = None
    subtracted: bool = False
    is_total: bool = False
    under: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The amount as the form writes it; nothing for a blank."""
        written = format_amount(self.value)
        return f"({written})" if self.subtracted and written and self.value else written

    @property
    def said(self) -> str:
        """The line in words: ``8.A, Margins on deposit ..., Cash, 7100: 93,296,699``."""
        parts = (self.number, *self.under, self.words, self.code)
        name = ", ".join(part for part in parts if part)
        return f"{name}: {self.shown or 'blank'}" if self.code else name


@dataclass(frozen=True, slots=True)
class Side:
    """What is owed, or what is held.

    Attributes:
        schedule: The tab of the schedule on which it stands.
        heading: The form's own caption over it.
        lines: Its lines in the order of the form; the last is its total.
    """

    schedule: str
    heading: str
    lines: tuple[SideLine, ...]

    @property
    def total(self) -> SideLine:
        """What it comes to."""
        return self.lines[-1]

    @property
    def codes(self) -> tuple[str, ...]:
        """Its boxes."""
        return tuple(line.code for line in self.lines if line.code)

    def line_of(self, code: str) -> SideLine:
        """Give the line of a box.

        Raises:
            KeyError: the box does not stand on this side.
        """
        for line in self.lines:
            if line.code == code:
                return line
        raise KeyError(code)


@dataclass(frozen=True, slots=True)
class TwoSides:
    """A pool, its two sides facing one another.

    Attributes:
        schedule: The id of the schedule that says what is held.
        name: What the pool is called.
        requirement: What customers are owed.
        assets: What is held for them.
        ties: The figures that face one another, in the order of the requirement.
        card: The totals, the excess and the target, and how the requirement is met.
    """

    schedule: str
    name: str
    requirement: Side
    assets: Side
    ties: tuple[FacingTie, ...]
    card: Card

    def ties_of(self, code: str) -> tuple[FacingTie, ...]:
        """Give the ties in which a box takes part."""
        return tuple(tie for tie in self.ties if code in tie.codes)

    def holds(self, schedule: str) -> bool:
        """Whether one of its sides stands on the schedule of a tab."""
        return schedule in (self.requirement.schedule, self.assets.schedule)


def two_sides_of(session: FilingSession) -> tuple[TwoSides, ...]:
    """Give the two sides of each pool of a month, in the order of the form.

    Raises:
        StoreError: an earlier month, or the journal, cannot be read.
    """
    cards = {card.schedule: card for card in cards_of(session)}
    ties, judgements = session.checks.ties(), session.checks.judgements()
    values = session.worksheet.values()
    pools: list[TwoSides] = []
    for schedule in session.edition.schedules:
        standing = schedule.standing
        if standing is None or not standing.excess:
            continue
        owed = _side(session.edition, schedule.requirement, standing.held, values)
        held = _side(session.edition, standing.held, schedule.requirement, values)
        between = tuple(_facing(session.edition, ties, judgements, (owed, held)))
        card = cards[schedule.id]
        pools.append(TwoSides(schedule.id, standing.name, owed, held, between, card))
    return tuple(pools)


def causes_of(session: FilingSession, tie: FacingTie) -> tuple[LikelyCause, ...]:
    """Give the single slips that would explain why a tie breaks; none for one that does not.

    Of a check that holds several figures against one another, only what concerns this tie.

    Raises:
        StoreError: an earlier month, or the journal, cannot be read.
    """
    if tie.finding is None:
        return ()
    boxes = session.edition.boxes
    own = {part for code in tie.codes for part in _entered(boxes[code], session.edition)}
    return tuple(cause for cause in session.checks.causes(tie.finding) if cause.code in own)


def _entered(box: Box, edition: Edition) -> Iterator[str]:
    if not box.is_computed:
        yield box.code
        return
    yield from entered_codes(spread_out(parse_formula(box.formula).root, edition, {}))


def _side(edition: Edition, total: str, other: str, values: Mapping[str, Value]) -> Side:
    """Take the lines down to a total, from below the other side's where that stands before it."""
    schedule = edition.schedule_of(total)
    lines = [line for line in schedule.line_items if line.printed]
    last, begin = lines.index(schedule.line_of(total)), 0
    if edition.schedule_of(other) is schedule:
        above = lines.index(schedule.line_of(other))
        begin = above + 1 if above < last else 0
    own = lines[begin : last + 1]
    captions = [line.text for line in own if line.style is LineStyle.CAPTION]
    return Side(
        schedule=schedule.tab,
        heading=captions[0] if captions else _title(schedule),
        lines=tuple(_side_lines(own, values)),
    )


def _side_lines(lines: Sequence[LineItem], values: Mapping[str, Value]) -> Iterator[SideLine]:
    above: list[LineItem] = []
    for line in lines:
        if line.style is not LineStyle.ITEM:
            continue
        above = [each for each in above if each.indent < line.indent]
        if not line.boxes:
            above.append(line)
            if not _says_the_same(line, lines):
                under = tuple(each.text for each in above[:-1])
                yield SideLine(line.number, line.text, line.indent, under=under)
        yield from _boxes_of(line, above, values)


def _boxes_of(
    line: LineItem, above: Sequence[LineItem], values: Mapping[str, Value]
) -> Iterator[SideLine]:
    under = tuple(each.text for each in above)
    amounts = [box for box in line.boxes if box.kind is BoxKind.AMOUNT]
    for place, box in enumerate(amounts):
        same = [each for each in above if each.text == box.label]
        yield SideLine(
            number=same[-1].number if same else line.number if place == 0 else "",
            words=_words(box, line, under),
            indent=same[-1].indent if same else line.indent,
            code=box.code,
            value=_dollars(values.get(box.code)),
            subtracted=box.parentheses,
            is_total=box.total,
            under=() if box.label else under,
        )


def _says_the_same(line: LineItem, lines: Sequence[LineItem]) -> bool:
    """Whether a box under a line has the line's own words, and so takes its place."""
    return any(box.label == line.text for each in lines for box in each.boxes)


def _words(box: Box, line: LineItem, under: tuple[str, ...]) -> str:
    """Give a box's words; its own label says more than its line only where it is not under one."""
    return line.text if under and line.number and not box.is_computed else box.label or line.text


def _title(schedule: Schedule) -> str:
    return " ".join(schedule.title)


def _facing(
    edition: Edition,
    ties: Sequence[Tie],
    judgements: Sequence[Judgement],
    sides: tuple[Side, Side],
) -> Iterator[FacingTie]:
    """Give the ties that go from one side to the other, in the order of the first."""
    left, right = ({code: at for at, code in enumerate(side.codes)} for side in sides)
    own = [
        tie
        for tie in ties
        if left.keys() >= {*tie.left} and right.keys() >= {*tie.right} and tie.left and tie.right
    ]
    for tie in sorted(own, key=lambda each: left[each.left[0]]):
        asked = [
            each
            for each in judgements
            if (each.id, each.schedule) == (tie.check, tie.schedule)
            and {*tie.left, *tie.right} <= {*each.codes}
        ]
        yield FacingTie(
            tie=tie,
            why_not=_why_not(asked) if tie.state is State.NOT_EVALUATED else "",
            finding=_finding(asked),
            deducted=all(edition.boxes[code].parentheses for code in (*tie.left, *tie.right)),
            check=next(
                check
                for schedule in edition.schedules
                if schedule.id == tie.schedule
                for check in schedule.checks
                if check.id == tie.check
            ),
        )


def _why_not(asked: Sequence[Judgement]) -> str:
    return next((each.words for each in asked if each.state is State.NOT_EVALUATED), "")


def _finding(asked: Sequence[Judgement]) -> Finding | None:
    return next((each.finding for each in asked if each.finding is not None), None)


def _dollars(value: Value) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
