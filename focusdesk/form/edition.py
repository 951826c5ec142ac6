"""One version of the whole form, in force from a period on."""

from dataclasses import dataclass, field

from focusdesk.form.box import Box
from focusdesk.form.edit_check import CarriedFigure, EditCheck
from focusdesk.form.page import Ornament
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem, Schedule


@dataclass(frozen=True, slots=True)
class Edition:
    """The form as the regulator had it in force from one period to the next edition.

    Attributes:
        id: The edition's name, ``2014-01``.
        title: What the form is called.
        in_force_from: The first period that is reported in this edition.
        illustrative_before: Periods before this one are in force only as an illustration.
        offered_from: The first period for which it may be chosen though another edition is in
            force; `None` where it may be chosen only while it is in force.
        offered_note: What is not sure of it until it is in force, as the rest of a sentence.
        schedules: The schedules in the order of the form.
        furniture: What every page but the cover carries: the strip with the firm and the date.
        sign_check: The check that flags a negative amount where the form has none (S04).
        total_check: What is told of a stated total that is not what the form's formula gives; its
            id is that of the box's formula (F01 to F34).
        checks: What must hold of boxes on any schedule; each is judged with its box's schedule.
        figures: What checks ask for and no box holds.
        firm_code: The box that names the firm.
        file_number_code: The box of the firm's SEC file number; empty where the form has none.
        begins_code: The box that says when the period begins; empty where the form has none.
        as_of_code: The box that says when the period ends.
    """

    id: str
    title: str
    in_force_from: Period
    schedules: tuple[Schedule, ...]
    furniture: tuple[Ornament, ...] = ()
    illustrative_before: Period | None = None
    offered_from: Period | None = None
    offered_note: str = ""
    sign_check: EditCheck | None = None
    total_check: EditCheck | None = None
    checks: tuple[EditCheck, ...] = ()
    figures: tuple[CarriedFigure, ...] = ()
    firm_code: str = "13"
    file_number_code: str = ""
    begins_code: str = ""
    as_of_code: str = "25"
    _boxes: dict[str, Box] = field(init=False, repr=False, compare=False)
    _schedule_by_code: dict[str, Schedule] = field(init=False, repr=False, compare=False)
    _code_by_earlier: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        boxes = {box.code: box for schedule in self.schedules for box in schedule.boxes}
        places = {box.code: schedule for schedule in self.schedules for box in schedule.boxes}
        object.__setattr__(self, "_boxes", boxes)
        renamed = {box.renamed_from: box.code for box in boxes.values() if box.renamed_from}
        object.__setattr__(self, "_schedule_by_code", places)
        object.__setattr__(self, "_code_by_earlier", renamed)

    @property
    def boxes(self) -> dict[str, Box]:
        """Every box by its code, in the order of the form. Do not change it."""
        return self._boxes

    @property
    def filed_codes(self) -> tuple[str, ...]:
        """The boxes that are part of what a filing says, in the order of the form."""
        return tuple(box.code for box in self._boxes.values() if box.is_filed)

    def is_offered(self, period: Period) -> bool:
        """Whether it may be chosen for a period for which it is not in force yet."""
        return self.offered_from is not None and self.offered_from <= period < self.in_force_from

    def code_in(self, other: "Edition", code: str) -> str:
        """Give the code that the box of ``code`` here has in another edition, older or newer.

        Empty where the other edition has no such box.
        """
        if code in other.boxes:
            return code
        box = self._boxes.get(code)
        earlier = box.renamed_from if box else ""
        return earlier if earlier in other.boxes else other.code_since(code)

    def code_since(self, earlier: str) -> str:
        """Give the code here of a box that had another in an earlier edition; empty for none."""
        return self._code_by_earlier.get(earlier, "")

    def schedule_of(self, code: str) -> Schedule:
        """Give the schedule on which a box stands.

        Raises:
            KeyError: the edition has no such box.
        """
        return self._schedule_by_code[code]

    def line_of(self, code: str) -> LineItem:
        """Give the line item on which a box stands.

        Raises:
            KeyError: the edition has no such box.
        """
        return self.schedule_of(code).line_of(code)

    def name_of(self, code: str) -> str:
        """Say which box a code is: ``Line 14, Excess (deficiency) funds in segregation``.

        Raises:
            KeyError: the edition has no such box.
        """
        box, line = self._boxes[code], self.line_of(code)
        words = box.label or line.text
        return f"Line {line.number}, {words}" if line.number else words
