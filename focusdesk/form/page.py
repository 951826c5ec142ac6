"""Where everything stands on a printed page, as the definition files say it.

All measures are in points from the top left corner of the page, as in the official PDF's own
coordinates. Nothing here draws: `focusdesk.form.placing` turns a layout and the figures into
placed texts, rules and frames, and `focusdesk.export` draws those.
"""

from dataclasses import dataclass
from enum import StrEnum


class DatePart(StrEnum):
    """How much of a date a cell prints: the whole as MM/DD/YY, or one of its words.

    A year's last digits stand behind those that the form prints: two behind "20", three behind "2".
    """

    WHOLE = "whole"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    YEAR_OF_MILLENNIUM = "year_of_millennium"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of boxes on a page.

    Attributes:
        id: The name that boxes use: ``inner``, ``middle``, ``outer``, ``name`` ...
        title: The printed heading over the column; empty for none.
        dollar_x: Where "$" stands for a box that prints one; 0 is a little before the rule.
        rule: Left and right end of the ruled line under the amount; its last digit ends there, and
            a closing parenthesis hangs beyond.
        frame: Left and right edge of the frame around the code.
        parentheses: Where the two parentheses stand around an amount that the form prints within
            them, the ruled line shortened to what is left between them; `None` is just outside it.
        label_to: Where labels end and dotted leaders stop, at the latest, on a line whose first box
            stands in this column; 0 is the page's ``label_to``.
    """

    id: str
    rule: tuple[float, float]
    frame: tuple[float, float]
    dollar_x: float = 0.0
    title: str = ""
    parentheses: tuple[float, float] | None = None
    label_to: float = 0.0


@dataclass(frozen=True, slots=True)
class Ornament:
    """Something printed that is no line item: a text, a rule or a frame.

    Attributes:
        kind: ``text``, ``rule`` or ``frame``.
        x: Left edge, or the point that the text is aligned to.
        y: Baseline of a text, top of a frame, height of a horizontal rule.
        to_x: Right end of a rule or frame; for a text, where its words are wrapped. A text with a
            code in it is shrunk instead, to be no wider than from ``x`` to here.
        to_y: Lower end of a rule or frame.
        text: The words; a code in braces, ``{13}``, is replaced by what the box holds, and
            ``{page_label}`` by the page's own name.
        lead: Words printed bold before the others, such as "ATTENTION".
        size: Type size in points; 0 is the page's ``text_size``.
        scale: Horizontal scale of the type; 0 is the page's ``text_scale``.
        bold: Printed bold.
        italic: Printed italic.
        align: ``left``, ``center`` or ``right``, or ``justify`` for wrapped words that fill each
            line but the last.
        leader_to: Where the dotted leader ends that follows the words; 0 for none.
        weight: Line width in points of a rule or frame.
        leading: Distance between wrapped lines, in points.
        from_foot: Stands below the line items: ``y`` and ``to_y`` count from the page's ``foot``.
        block: The part of the furniture that it belongs to, such as ``head``. A page's own
            ornaments of a block stand in place of all the furniture of that block.
    """

    kind: str
    x: float
    y: float
    to_x: float = 0.0
    to_y: float = 0.0
    text: str = ""
    lead: str = ""
    size: float = 0.0
    scale: float = 0.0
    bold: bool = False
    italic: bool = False
    align: str = "left"
    leader_to: float = 0.0
    weight: float = 0.5
    leading: float = 9.6
    from_foot: bool = False
    block: str = ""


@dataclass(frozen=True, slots=True)
class PageCell:
    """Where one box stands that belongs to no column, such as the boxes of the cover.

    Attributes:
        code: The box.
        rule: Left and right end of the ruled line that the value stands on; a box to be ticked
            has a frame there instead.
        y: Height of that line.
        frame: Left and right edge of the frame around the code; equal edges print no frame.
        size: Type size of the value in points; 0 is the page's ``text_size``.
        part: How much of a date is printed. A date that is printed in parts has a cell for each.
        ruled: Whether the line is printed that the value stands on.
        one_line: Whether the value stays on one line, however small it must be: there is no room
            for another above.
    """

    code: str
    rule: tuple[float, float]
    y: float
    frame: tuple[float, float]
    size: float = 0.0
    part: DatePart = DatePart.WHOLE
    ruled: bool = True
    one_line: bool = False


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The geometry of one schedule's page.

    Attributes:
        width: Page width; Letter is 612.
        height: Page height; Letter is 792.
        top: Baseline of the first line item.
        row_pitch: From one line item's baseline to the next.
        line_pitch: From one line of a wrapped label to the next.
        note_pitch: From one note's last baseline to the next note's first.
        caption_gap: How much more room a caption has above it.
        number_x: Where a line's number is printed.
        label_x: Where the words of a numbered line without indent begin; without a number they
            begin where it would stand.
        number_gap: The room between a number and its words, where they follow it directly instead
            of beginning at ``label_x``; `None` where they do not.
        indent: Width of one step of indent.
        label_to: Where labels end and dotted leaders stop, at the latest.
        right: Where captions, notes and labels without a box end.
        foot: No line item stands lower than this.
        caption_size: Type size of captions; 0 is ``text_size``.
        caption_underlined: Captions are underlined instead of bold.
        title_x: The middle of the title; 0 is the middle of the page.
        title_y: Baseline of the first line of the title.
        title_size: Type size of the title.
        title_pitch: From one line of the title to the next.
        title_scale: Horizontal scale of the title; 0 is ``text_scale``.
        title_bold: The title is printed bold.
        text_size: Type size of labels, amounts and codes.
        code_bold: The codes are printed bold.
        text_scale: Horizontal scale of all type, 1.0 for none; the form's face is condensed.
        frame_height: Height of the frame around a code.
        tick_height: Height of a box to be ticked, beside the middle of its code's frame; 0 is
            ``frame_height``.
        frame_drop: From a baseline down to the lower edge of the frame; `None` is ``rule_drop``.
        rule_drop: From a baseline down to the ruled line.
        value_lift: How far values stand above the baseline, to be clear of a rule close below it.
        rule_to_frame: The ruled line under an amount goes on to the frame around its code, and the
            second line of a double rule under the frame.
        furniture: Whether the page carries the edition's furniture and the schedule's title.
        rows: Whether line items are printed as rows; where not, cells and ornaments print them.
        double_ruled: The codes of the grand totals, which have a double rule.
        columns: The columns, left to right.
        cells: Boxes placed one by one.
        ornaments: What else is printed.
    """

    width: float = 612.0
    height: float = 792.0
    top: float = 136.0
    row_pitch: float = 16.2
    line_pitch: float = 9.6
    note_pitch: float = 12.0
    caption_gap: float = 5.0
    number_x: float = 36.0
    label_x: float = 51.0
    number_gap: float | None = None
    indent: float = 15.0
    label_to: float = 457.4
    right: float = 575.8
    foot: float = 748.0
    caption_size: float = 0.0
    caption_underlined: bool = False
    title_x: float = 0.0
    title_y: float = 100.0
    title_size: float = 9.0
    title_pitch: float = 11.0
    title_scale: float = 0.0
    title_bold: bool = True
    text_size: float = 8.0
    code_bold: bool = True
    text_scale: float = 0.82
    frame_height: float = 11.0
    tick_height: float = 0.0
    frame_drop: float | None = None
    rule_drop: float = 2.6
    value_lift: float = 0.0
    rule_to_frame: bool = True
    furniture: bool = True
    rows: bool = True
    double_ruled: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    cells: tuple[PageCell, ...] = ()
    ornaments: tuple[Ornament, ...] = ()

    def column(self, name: str) -> Column:
        """Give a column by its name.

        Raises:
            KeyError: the page has no such column.
        """
        for column in self.columns:
            if column.id == name:
                return column
        raise KeyError(name)
