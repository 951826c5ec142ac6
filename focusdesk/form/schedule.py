"""One titled statement of the form: its line items in printed order and their boxes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from focusdesk.form.box import Box
from focusdesk.form.citation import UNVERIFIED, quoted_cite
from focusdesk.form.edit_check import EditCheck
from focusdesk.form.page import PageLayout
from focusdesk.form.standing import Standing


class LineStyle(StrEnum):
    """How a printed line reads: an ordinary line item, a bold caption, or a note in prose."""

    ITEM = "item"
    CAPTION = "caption"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class LineItem:
    """One printed line of a schedule.

    Attributes:
        number: The line's full number, ``5`` or ``7.A`` or ``A.iii``; empty where none is printed.
        label: The printed words, letter by letter. A line feed is a line break on paper. A code in
            braces, ``(describe: {7150.describe})``, is a box that stands within the words.
        boxes: The line's boxes from left to right.
        indent: How many steps the line is indented.
        style: How the line reads.
        y: Where the line's first baseline stands, in points from the top of the page; `None` is
            one row below the line before.
        x: Where its number, or its words without one, begins; `None` follows from the indent.
        gap: The room between its number and its words; `None` is as everywhere on the page.
        words_to: Where its words end and a blank within them, though a leader goes on; 0 is where
            the leader ends.
        hang_x: Where its second line begins and all further ones, and the words after ``Note:``;
            `None` is under the first words.
        leading: From one line of its words to the next; `None` is the page's ``line_pitch``.
        printed_mark: The number as it is printed, where that is not its last part and a full stop.
        printed: Stands on paper; a fact of the firm is only on screen.
        help: What the form's instructions or the rule say about the line.
    """

    number: str = ""
    label: str = ""
    boxes: tuple[Box, ...] = ()
    indent: int = 0
    style: LineStyle = LineStyle.ITEM
    y: float | None = None
    x: float | None = None
    gap: float | None = None
    words_to: float = 0.0
    hang_x: float | None = None
    leading: float | None = None
    printed_mark: str = ""
    printed: bool = True
    help: str = ""

    @property
    def mark(self) -> str:
        """The number as it is printed at the line: ``5.``, ``A.``, ``iii.``."""
        if self.printed_mark:
            return self.printed_mark
        return f"{self.number.rpartition('.')[2]}." if self.number else ""

    @property
    def text(self) -> str:
        """The label in one line, with an ellipsis where a box stands within the words.

        Where the form sets its words further apart, as in ``CFR.  30.7``, they are words all the
        same.
        """
        words = " ".join(self.label.split())
        for box in self.boxes:
            words = words.replace("{" + box.code + "}", "…")
        return words


@dataclass(frozen=True, slots=True)
class Schedule:
    """One statement or computation of the form: one tab, one page, one definition file.

    Attributes:
        id: The stable name of the schedule, the same in every edition.
        tab: The short name on its tab.
        title: The printed title, one entry for each printed line.
        order: Where the schedule stands in the form.
        line_items: The printed lines, top to bottom.
        page: Where everything stands on paper.
        checks: What must hold between its boxes.
        page_label: The page's own name, such as ``T10-3``.
        cite: The rule that asks for the schedule.
        sure: How sure that is, as in `EditCheck`.
        public: The firm publishes it (17 CFR 1.55(o)).
        requirement: The box that says how much must be held, of which the changes of this
            schedule's boxes are a part; empty where it has none.
        standing: Which boxes say how that requirement is met; `None` where the schedule says
            nothing of it.
    """

    id: str
    tab: str
    title: tuple[str, ...]
    order: int
    line_items: tuple[LineItem, ...]
    page: PageLayout
    checks: tuple[EditCheck, ...] = ()
    page_label: str = ""
    cite: str = ""
    sure: str = UNVERIFIED
    public: bool = False
    requirement: str = ""
    standing: Standing | None = None
    _line_by_code: dict[str, LineItem] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_code = {box.code: line for line in self.line_items for box in line.boxes}
        object.__setattr__(self, "_line_by_code", by_code)

    @property
    def boxes(self) -> Iterator[Box]:
        """Every box of the schedule, in printed order."""
        return (box for line in self.line_items for box in line.boxes)

    @property
    def quoted_cite(self) -> str:
        """The citation as it is quoted anywhere, marked where nobody has verified it."""
        return quoted_cite(self.cite, self.sure)

    def line_of(self, code: str) -> LineItem:
        """Give the line item on which a box stands.

        Raises:
            KeyError: the box is not on this schedule.
        """
        return self._line_by_code[code]
