"""One edit check, asked of its boxes: whether it holds, and if it cannot be judged, why not."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping

from focusdesk.calc.binding import bound
from focusdesk.calc.check_message import message_of
from focusdesk.calc.circumstances import CheckedValues, NotKnown
from focusdesk.calc.finding import Finding, Judgement, Severity, State, Tie, Tolerance
from focusdesk.calc.formula import parse_formula
from focusdesk.calc.nodes import Beside, Binary, Call, Literal, Node, Read, Result, Unanswered
from focusdesk.form.citation import mark_of
from focusdesk.form.edit_check import EditCheck

SIGNING = "signing"
_NOT_SIGNING = "it is asked when a signature copy is."


class Statement:
    """A check of the definition files, read for the boxes of which it is asked.

    Attributes:
        check: What the definition says.
        schedule: The id of the schedule it belongs to.
        codes: The boxes to look at.
        reads: The boxes whose change can change what it comes to.
        asks: The figures that it is judged by, those of other months and of no box too.
    """

    def __init__(
        self,
        check: EditCheck,
        schedule: str,
        words: Mapping[str, str],
        carried: Collection[str] = (),
    ) -> None:
        """Read a check.

        Args:
            check: The definition.
            schedule: The id of its schedule.
            words: The codes for ``[it]`` and ``[other]``, where it is asked of several boxes.
            carried: The figures that no box holds.

        Raises:
            FormulaError: what must hold, or a part of the check, cannot be read.
        """
        self.check, self.schedule = check, schedule
        self.codes = tuple(words.get(code, code) for code in check.codes or tuple(words))
        self._must = bound(parse_formula(check.must).root, words)
        self._when = bound(parse_formula(check.when).root, words) if check.when else None
        self._needs = tuple(
            tuple(words.get(code, code) for code in need.split(" or ")) for need in check.needs
        )
        self._message = message_of(check.message, words)
        self._ties = tuple(bound(parse_formula(tie).root, words) for tie in check.ties)
        # Where nothing else says what must be there, its boxes must not all be blank.
        if not self._needs and self._when is None:
            own = (code for code in _asked(self._must) if code not in carried)
            asked = tuple(dict.fromkeys(own))
            self._needs = (asked,) if asked else ()
        needed = tuple(code for need in self._needs for code in need)
        self._holds = self._last = self._judgement(State.HOLDS)
        self.asks = frozenset((*_keys(self._must), *_keys(self._when), *needed))
        self.reads = frozenset((*_codes(self._must), *_codes(self._when), *needed))

    def judged(self, values: CheckedValues) -> Judgement:
        """Say what the check comes to."""
        try:
            why_not = self._why_not(values)
            holds = None if why_not else self._must.worth(values)
            if holds is False:
                return self._failing(self._message.words(values))
        except Unanswered as fact:
            why_not, holds = f"it waits for the firm's answer in {fact.code}.", None
        except NotKnown as unknown:
            why_not, holds = str(unknown), None
        if holds is None:
            return self._undecided(why_not or _blank(tuple(_codes(self._must)), values))
        return self._holds

    @property
    def sides(self) -> tuple[tuple[Node, Node], ...]:
        """The figures that face one another, two and two."""
        return tuple((tie.left, tie.right) for tie in self._ties if isinstance(tie, Binary))

    def ties(self, values: CheckedValues) -> Iterator[Tie]:
        """Give the figures that face one another, and what they come to."""
        state = self.judged(values).state if self._ties else State.NOT_EVALUATED
        tolerance = _tolerance(self._must, values) if self._ties else None
        for tie in self._ties:
            if isinstance(tie, Binary):
                yield Tie(
                    self.check.id,
                    self.schedule,
                    tuple(_codes(tie.left)),
                    tuple(_codes(tie.right)),
                    tie.sign,
                    _dollars(tie.left.worth(values)),
                    _dollars(tie.right.worth(values)),
                    state,
                    tolerance,
                )

    def _why_not(self, values: CheckedValues) -> str:
        """Say why it is not judged as things are; empty where it is."""
        check, beside = self.check, values.circumstances
        if check.at == SIGNING and not beside.signing:
            return _NOT_SIGNING
        if beside.day is not None and not check.is_in_force(beside.day):
            return _in_force_words(check)
        for need in self._needs:
            if all(values[code] is None for code in need):
                return _blank(need, values)
        if self._when is not None and self._when.worth(values) is not True:
            return self.check.otherwise
        return ""

    def _undecided(self, why: str) -> Judgement:
        """Say why it is not judged; the same reason again is the same judgement."""
        words = why[:1].upper() + why[1:]
        if self._last.words != words:
            self._last = self._judgement(State.NOT_EVALUATED, words)
        return self._last

    def _failing(self, message: str) -> Judgement:
        check = self.check
        cite, severity = check.quoted_cite, Severity(check.severity)
        finding = Finding(
            check.id, severity, self.codes, message, self.schedule, cite, check.why, check.duty
        )
        return self._judgement(State.FAILS, message, finding)

    def _judgement(
        self, state: State, words: str = "", finding: Finding | None = None
    ) -> Judgement:
        check = self.check
        severity, must = Severity(check.severity), check.must
        return Judgement(check.id, severity, self.codes, self.schedule, state, words, must, finding)


def _codes(node: Node | None) -> Iterator[str]:
    if isinstance(node, Read):
        yield node.code
    for part in node.parts if node else ():
        yield from _codes(part)


def _keys(node: Node | None) -> Iterator[str]:
    """List the figures that are read, those of other months by their own names."""
    if isinstance(node, Read):
        yield node.key if isinstance(node, Beside) else node.code
    for part in node.parts if node else ():
        yield from _keys(part)


def _asked(node: Node) -> Iterator[str]:
    """List the boxes whose figure is asked for, and not only whether there is one."""
    if isinstance(node, Read):
        if not isinstance(node, Beside):
            yield node.code
    elif not (isinstance(node, Call) and node.name == "count"):
        for part in node.parts:
            yield from _asked(part)


def _tolerance(must: Node, values: CheckedValues) -> Tolerance | None:
    """Read the share of a larger figure from a statement such as ``[1] - [2] <= 0.01 * [1]``."""
    if not (isinstance(must, Binary) and must.sign == "<=" and isinstance(must.right, Binary)):
        return None
    share, larger = must.right.left, must.right.right
    if must.right.sign != "*" or not isinstance(share, Literal):
        return None
    apart, most = _dollars(must.left.worth(values)), _dollars(larger.worth(values))
    if apart is None or most is None:
        return None
    return Tolerance(share.number, apart, most, must.left.show(values))


def _dollars(worth: Result) -> int | None:
    return worth if isinstance(worth, int) and not isinstance(worth, bool) else None


def _blank(codes: tuple[str, ...], values: CheckedValues) -> str:
    """Say which of some boxes are blank: ``7045 and 7047 are blank.``."""
    blank = list(dict.fromkeys(code for code in codes if values.get(code) is None))
    if len(blank) == 1:
        return f"{blank[0]} is blank."
    return f"{', '.join(blank[:-1])} and {blank[-1]} are blank."


def _in_force_words(check: EditCheck) -> str:
    words: list[str] = []
    if check.in_force_from:
        words.append(f"from {_long(check.in_force_from)} on")
    if check.in_force_to:
        words.append(f"until {_long(check.in_force_to)}")
    return f"it is in force for periods that end {' and '.join(words)}{mark_of(check.sure)}."


def _long(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
