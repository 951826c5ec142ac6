"""Read back from finished files: who cannot see a page finds every figure at its line."""

from collections.abc import Mapping
from typing import Any

import pytest

from focusdesk.catalog.loader import load_editions
from focusdesk.export.comparison import draw_comparison
from focusdesk.export.draw import Drawing
from focusdesk.export.fonts import measure
from focusdesk.filing.compare import ComparedMonth, compare, show_compared
from focusdesk.filing.filing import Filing
from focusdesk.form.box import BoxKind, Value, show_value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.form.placed import Lettering, PlacedMark, PlacedPage, PlacedText, Role
from focusdesk.form.placing import place
from tests.export.tagged_pdf import ARTIFACT, Part, TaggedPdf, words_by_run

Values = Mapping[str, Value]

EDITIONS = load_editions()
FORMS = [pytest.param(edition, id=edition.id) for edition in EDITIONS.values()]


def values_of(edition: Edition) -> dict[str, Value]:
    boxes = enumerate(edition.boxes.values())
    return {box.code: 1_000_003 * place for place, box in boxes if box.kind is BoxKind.AMOUNT}


def drawn(edition: Edition, values: Values | None) -> TaggedPdf:
    drawing = Drawing(title="Title", author="Firm", subject="Subject")
    read = None if values is None else values.get
    for schedule in edition.schedules:
        drawing.page(place(edition, schedule, read, measure))
    return TaggedPdf(drawing.finish())


def rows_of(pdf: TaggedPdf) -> dict[str, tuple[str, str]]:
    """Give for each code in a cell its row's head and the cell's words."""
    found: dict[str, tuple[str, str]] = {}
    for row in pdf.document.all("TR"):
        head, *cells = row.parts
        for cell in cells:
            if cell.words:
                assert head.attributes == {"O": "/Table", "Scope": "/Row"}
                found[cell.words.split()[-1]] = (head.words, cell.words)
    return found


def with_ends(label: str) -> list[str]:
    """Give the words of a label around the boxes that stand within it."""
    return [word for word in label.replace("\n", " ").split() if "{" not in word]


def assert_whole(pdf: TaggedPdf) -> None:
    """Every run is in one part, and the page finds that part by the run's number."""
    assert set(pdf.run_owners) == pdf.runs
    numbers = list(pdf.pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for (page, run), owner in pdf.run_owners.items():
        listed: Any = owners[int(pdf.pdf.pages[page].StructParents)]
        assert listed[run].objgen == owner
    assert int(pdf.pdf.Root.StructTreeRoot.ParentTreeNextKey) == len(owners)


@pytest.mark.parametrize("edition", FORMS)
def test_every_amount_is_in_a_cell_of_the_row_that_its_line_heads(edition: Edition) -> None:
    values = values_of(edition)
    rows = rows_of(drawn(edition, values))

    standing = [box for box in edition.boxes.values() if box.column and box.printed]
    assert {box.code for box in standing} == set(rows)
    for box in standing:
        head, words = rows[box.code]
        line = edition.line_of(box.code)
        assert head.startswith(line.mark)
        assert [word for word in with_ends(line.label) if word not in head] == []
        shown = show_value(values.get(box.code)).strip("()")
        assert words.lstrip("$ ").removesuffix(box.code).strip(" ()") == shown


@pytest.mark.parametrize("edition", FORMS)
def test_every_word_is_in_one_part_and_everything_else_is_none_of_the_form(
    edition: Edition,
) -> None:
    for values in (values_of(edition), None):
        assert_whole(drawn(edition, values))
    pdf = drawn(edition, None)
    assert [part.tag for part in pdf.document.parts] == ["Sect"] * len(edition.schedules)
    assert [part.title for part in pdf.document.parts] == [s.tab for s in edition.schedules]


@pytest.mark.parametrize("edition", FORMS)
def test_tables_are_regular_and_the_blank_form_has_the_same(edition: Edition) -> None:
    filled, blank = drawn(edition, values_of(edition)), drawn(edition, None)

    shapes: list[list[list[int]]] = []
    for pdf in (filled, blank):
        tables = list(pdf.document.all("Table"))
        shapes.append([[len(row.parts) for row in table.parts] for table in tables])
        assert all(part.tag == "TR" for table in tables for part in table.parts)
    assert shapes[0] == shapes[1]
    assert all(len(set(rows)) == 1 for rows in shapes[0])
    assert {code: words for code, (_, words) in rows_of(blank).items()}.keys() == rows_of(
        filled
    ).keys()


@pytest.mark.parametrize("edition", FORMS)
def test_every_schedule_begins_with_its_title_and_captions_stand_under_it(
    edition: Edition,
) -> None:
    pdf = drawn(edition, None)

    for section, schedule in zip(pdf.document.parts, edition.schedules, strict=True):
        [title] = section.all("H1")
        captions = [part.words for part in section.all("H2")]
        if schedule.page.rows:
            assert title.words == " ".join(schedule.title)
        else:
            assert title.words in ("FOCUS REPORT", "Form X-17A-5")
        assert captions == [
            line.label.replace("\n", " ")
            for line in schedule.line_items
            if line.style.value == "caption" and schedule.page.rows and not line.boxes
        ]


def test_a_box_of_the_cover_is_a_field_that_says_what_it_is_called(form: Edition) -> None:
    values: Values = {"13": "HSBC SECURITIES (USA) INC.", "16": True}
    fields = {part.attributes["Desc"]: part for part in drawn(form, values).document.all("Form")}

    assert fields["NAME OF BROKER-DEALER"].words == "HSBC SECURITIES (USA) INC. 13"
    assert fields["NAME OF BROKER-DEALER"].attributes["O"] == "/PrintField"
    assert fields["Line 1, Rule 17a-5(a)"].words == "X 16"


def test_a_blank_within_words_is_a_field_among_them(form: Edition) -> None:
    values: Values = {"7150.describe": "Cash in transit"}
    pdf = drawn(form, values)
    [head] = [part for part in pdf.document.all("TH") if "Cash in transit" in part.words]

    [field] = head.parts
    assert (field.tag, field.words) == ("Form", "Cash in transit")
    assert field.attributes["Desc"] == form.name_of("7150.describe")
    assert head.words == "12. Segregated funds on hand (describe: Cash in transit)"


def test_the_words_in_the_margins_are_none_of_the_form() -> None:
    mark = PlacedMark("DRAFT", 100.0, 700.0, Lettering(90.0), 45.0, 0.9)
    margin = PlacedText("page 1 of 7", 36.0, 780.0, 40.0, Lettering(6.5), Role.MARGIN)
    drawing = Drawing(title="Title", author="Firm", subject="Subject")
    drawing.page(PlacedPage(612.0, 792.0, "Cover", (margin,), marks=(mark,)))
    pdf = TaggedPdf(drawing.finish())

    assert words_by_run(pdf.pdf.pages[0]) == {ARTIFACT: "DRAFTpage 1 of 7"}
    assert pdf.document.words == ""


def test_the_document_says_its_language_and_that_its_parts_are_to_be_trusted(
    form: Edition,
) -> None:
    pdf = drawn(form, None)
    root: Any = pdf.pdf.Root

    assert str(root.Lang) == "en-US"
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert all(str(page.Tabs) == "/S" for page in pdf.pdf.pages)


def test_months_side_by_side_are_one_table_a_page_with_the_months_as_heads(
    form: Edition, every_box: dict[str, Value]
) -> None:
    months = [
        ComparedMonth(Filing(number, Period(2013, 12).plus(number), form.id), form, every_box)
        for number in range(2)
    ]
    pdf = TaggedPdf(draw_comparison(compare(months), firm="Firm", program="focusdesk"))

    assert_whole(pdf)
    codes: list[str] = []
    for section in pdf.document.parts:
        [table] = section.all("Table")
        heads, *rows = table.parts
        assert {head.attributes["Scope"] for head in heads.parts} == {"/Column"}
        assert [head.words for head in heads.parts[-4:]] == [
            *("Dec 2013", "Jan 2014"),
            *("Change Dec 2013 to Jan 2014 in dollars", "Change Dec 2013 to Jan 2014 in percent"),
        ]
        codes += [code for row in rows for code in codes_of(row, len(heads.parts), form, every_box)]
    assert codes == [row.code for row in compare(months).rows]


def codes_of(row: Part, columns: int, form: Edition, values: dict[str, Value]) -> list[str]:
    """Give the code of a row, if it is no caption, having looked at its months."""
    if len(row.parts) == 1:
        assert row.parts[0].attributes["ColSpan"] == str(columns)
        return []
    code = row.parts[1].words.replace(". ", ".")
    shown = show_compared(values[code], form.boxes[code].kind)
    assert [cell.words for cell in row.parts[2:4]] == [shown, shown]
    assert row.parts[0].attributes["Scope"] == "/Row"
    assert len(row.parts) == columns
    return [code]
