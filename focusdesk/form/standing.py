"""Which boxes of a schedule say how a pool of customers, or the firm's capital, stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from focusdesk.form.citation import UNVERIFIED, quoted_cite


@dataclass(frozen=True, slots=True)
class Level:
    """An amount that capital may not fall below untold, by one reading of the rules.

    It is a minimum, or a level below which an early warning is due.

    Attributes:
        figure: The box that holds it, or a carried figure.
        name: Whose it is, to follow a comma: ``the form's``, ``the rule's``.
        cite: The rule or form line behind it.
        sure: How sure that is, as in `focusdesk.form.edit_check.EditCheck`.
    """

    figure: str
    name: str
    cite: str
    sure: str = UNVERIFIED

    @property
    def quoted_cite(self) -> str:
        """The citation as it is quoted anywhere: marked where nobody has verified it."""
        return quoted_cite(self.cite, self.sure)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where to read what is held against a schedule's requirement, and what is left of it.

    Each is the code of an amount box of the edition, or left empty. What is held, a minimum, a
    level, and what stands beside, may be a carried figure while the form's page of it is not there.
    A pool of customers has a target, capital its minimums and levels.

    Attributes:
        name: What it is the standing of, in a word or two: ``Segregation``, ``Capital``.
        held: What is held against the requirement.
        excess: What is held less the requirement; negative is a deficiency.
        target: How much excess the firm wants to keep (17 CFR 1.11(e)(3), 1.23, 22.17, 30.7(g)).
        over_target: The excess less the target; negative is below the target.
        minimums: What capital must not fall below (17 CFR 1.12(a)); the greatest counts.
        levels: Below what capital an early warning is due (17 CFR 1.12(b)); the greatest counts.
        beside: Other amounts that a reader of the standing asks for.
    """

    name: str
    held: str
    excess: str = ""
    target: str = ""
    over_target: str = ""
    beside: tuple[str, ...] = ()
    minimums: tuple[Level, ...] = ()
    levels: tuple[Level, ...] = ()

    @property
    def boxes(self) -> Iterator[tuple[str, str]]:
        """The keys that can only name boxes, with the codes that they name."""
        named = {
            "excess": self.excess,
            "target": self.target,
            "over_target": self.over_target,
        }
        return ((key, code) for key, code in named.items() if code)

    @property
    def figures(self) -> Iterator[tuple[str, str]]:
        """The keys that name a box or a carried figure, with the codes that they name."""
        if self.held:
            yield "held", self.held
        yield from (("beside", code) for code in self.beside)
        yield from (("minimum", each.figure) for each in self.minimums)
        yield from (("level", level.figure) for level in self.levels)
