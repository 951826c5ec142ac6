"""What the form's own rules demand between boxes, and the figures that only other pages have."""

import datetime as dt
from dataclasses import dataclass

from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.citation import UNVERIFIED, quoted_cite


@dataclass(frozen=True, slots=True)
class NoticeDuty:
    """What a rule wants reported when a check does not hold: an event, to whom, how soon.

    Attributes:
        event: What has happened, in a few words: ``under-segregated``. No two checks of a schedule
            have the same.
        within: How soon: ``immediately``, ``same day``, ``24 hours``, ``2 business days`` after it
            is known, or ``2 business days before`` it happens.
        to: Who must be told.
        means: By which means, and with what.
        sure: How sure that is, as in `EditCheck`.
    """

    event: str
    within: str
    to: tuple[str, ...]
    means: str
    sure: str = UNVERIFIED


@dataclass(frozen=True, slots=True)
class EditCheck:
    """A statement that must hold between boxes (``rules``: S01, X05, N01 and so on).

    A check that asks the same of several boxes says it once, of ``[it]``, and names them in
    ``each``; a second box that goes with each is ``[other]``. One id may stand for several
    statements, each with its own severity and words.

    Attributes:
        id: The check's name, such as ``S01``.
        severity: ``error``, ``warning``, ``notice`` or ``information``.
        must: The statement, in the formula language.
        codes: The boxes to look at when it does not hold; those of ``each`` where it is left out.
        message: What to tell the preparer; a code in braces is replaced by the box's figure.
        cite: The rule or form line behind it.
        sure: How sure the citation is: ``form`` for the form's own words, ``published`` for a rule
            whose text was seen, ``house`` where no rule asks for it, ``unverified`` for what is
            said from general knowledge; dates in force are as sure as the citation.
        why: Why it matters, in a sentence or two.
        needs: Boxes that must not be blank for it to be judged; ``7070 or 7100`` for any of them.
        when: The condition under which it is judged at all; empty for always.
        otherwise: Why it is not judged while that condition does not hold.
        at: ``always``, or ``signing`` for what is asked only of a signature copy.
        in_force_from: It is judged for periods that end on this day or later; `None` for all.
        in_force_to: It is judged for periods that end on this day or earlier; `None` for all.
        ties: The figures that face one another, as comparisons: ``[7032] = [7132]``.
        each: Of which boxes the same is asked, one at a time: ``7070``, or ``7690 7740`` for two.
        of_every: A kind of box: the same is asked of every such box that the schedule prints.
        without: Those of them of which it is not asked.
        duty: What a rule wants reported when it does not hold; `None` for nothing.
    """

    id: str
    severity: str
    must: str
    codes: tuple[str, ...] = ()
    message: str = ""
    cite: str = ""
    sure: str = UNVERIFIED
    why: str = ""
    needs: tuple[str, ...] = ()
    when: str = ""
    otherwise: str = ""
    at: str = "always"
    in_force_from: dt.date | None = None
    in_force_to: dt.date | None = None
    ties: tuple[str, ...] = ()
    each: tuple[str, ...] = ()
    of_every: BoxKind | None = None
    without: tuple[str, ...] = ()
    duty: NoticeDuty | None = None

    @property
    def quoted_cite(self) -> str:
        """The citation as it is quoted anywhere, marked where nobody has verified it."""
        return quoted_cite(self.cite, self.sure)

    def is_in_force(self, day: dt.date) -> bool:
        """Whether it is judged for a period that ends on a day."""
        begun = self.in_force_from is None or self.in_force_from <= day
        return begun and (self.in_force_to is None or day <= self.in_force_to)


@dataclass(frozen=True, slots=True)
class CarriedFigure:
    """A figure that checks ask for and no box of the form holds: adjusted net capital, say.

    Attributes:
        code: Its name in statements; the number that its page prints where that page has one.
        label: What it is.
        why_unknown: Why it is not known, as a sentence; empty where blank is an answer.
        kind: What kind of value it is.
        given: Somebody gives it for each month, with its source; others the program knows itself.
        filed: The figure that it is in the last report that was filed, unless it is given; empty
            for none.
    """

    code: str
    label: str
    why_unknown: str = ""
    kind: BoxKind = BoxKind.AMOUNT
    given: bool = False
    filed: str = ""

    @property
    def name(self) -> str:
        """What it is, to begin a line or a sentence with: ``Adjusted net capital``."""
        return self.label[:1].upper() + self.label[1:]

    def parse(self, text: str) -> Value:
        """Read what a person types for it, as a box of its kind does; empty text is a blank.

        Raises:
            EntryError: it cannot be that; the message says why and what to type.
        """
        return Box(self.code, self.kind, self.label).parse(text)
