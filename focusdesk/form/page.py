"""Where everything stands on a printed page, as the definition files say it.

All measures are in points from the top left corner of the page, as in the official PDF's own
coordinates. Nothing here draws: `focusdesk.form.placing` turns a layout and the figures into
placed texts, rules and frames, and `focusdesk.export` draws those.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column of boxes on a page.

    Attributes:
        id: The name that boxes use: ``inner``, ``middle``, ``outer``, ``name`` ...
        title: The printed heading over the column; empty for none.
        dollar_x: Where "$" stands for a box that prints one.
        rule: Left and right end of the ruled line under the amount; the amount is right-aligned.
        frame: Left and right edge of the frame around the code.
    """

    id: str
    rule: tuple[float, float]
    frame: tuple[float, float]
    dollar_x: float = 0.0
    title: str = ""


@dataclass(frozen=True, slots=True)
class Ornament:
    """Something printed that is no line item: a text, a rule or a frame.

    Attributes:
        kind: ``text``, ``rule`` or ``frame``.
        x: Left edge, or the point that the text is aligned to.
        y: Baseline of a text, top of a frame, height of a horizontal rule.
        to_x: Right end of a rule or frame; for a text, where its words are wrapped.
        to_y: Lower end of a rule or frame.
        text: The words; a code in braces, ``{13}``, is replaced by what the box holds.
        size: Type size in points.
        bold: Printed bold.
        align: ``left``, ``center`` or ``right``.
        weight: Line width in points of a rule or frame.
        leading: Distance between wrapped lines, in points.
    """

    kind: str
    x: float
    y: float
    to_x: float = 0.0
    to_y: float = 0.0
    text: str = ""
    size: float = 8.0
    bold: bool = False
    align: str = "left"
    weight: float = 0.5
    leading: float = 9.6


@dataclass(frozen=True, slots=True)
class PageCell:
    """Where one box stands that belongs to no column, such as the boxes of the cover.

    Attributes:
        code: The box.
        rule: Left and right end of the ruled line that the value stands on.
        y: Height of that line.
        frame: Left and right edge of the frame around the code; equal edges print no frame.
        size: Type size of the value in points.
        format: How a date is written, as for `datetime.date.strftime`; empty is MM/DD/YY.
    """

    code: str
    rule: tuple[float, float]
    y: float
    frame: tuple[float, float]
    size: float = 8.0
    format: str = ""


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The geometry of one schedule's page.

    Attributes:
        width: Page width; Letter is 612.
        height: Page height; Letter is 792.
        top: Baseline of the first line item.
        row_pitch: From one line item's baseline to the next.
        line_pitch: From one line of a wrapped label to the next.
        number_x: Where a line's number is printed.
        label_x: Where the words of a line without indent begin.
        indent: Width of one step of indent.
        label_to: Where labels end and dotted leaders stop.
        title_y: Baseline of the first line of the title.
        text_size: Type size of labels and amounts.
        text_scale: Horizontal scale of all type, 1.0 for none; the form's face is condensed.
        furniture: Whether the page carries the edition's furniture and the schedule's title.
        columns: The columns, left to right.
        cells: Boxes placed one by one.
        ornaments: What else is printed.
    """

    width: float = 612.0
    height: float = 792.0
    top: float = 150.0
    row_pitch: float = 14.4
    line_pitch: float = 9.2
    number_x: float = 36.0
    label_x: float = 52.0
    indent: float = 14.0
    label_to: float = 456.0
    title_y: float = 118.0
    text_size: float = 8.0
    text_scale: float = 0.82
    furniture: bool = True
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
