"""A page becomes headings, tables and paragraphs, by what its texts are and not by where."""

from dataclasses import replace

from focusdesk.export.tagging import Element, Scope, Tag, runs_of, section_of, spoken
from focusdesk.form.placed import Lettering, PlacedPage, PlacedText, Role

PLAIN = Lettering(8.0)
Outline = tuple[object, ...]


def text(  # noqa: PLR0913, PLR0917 -- a text is its words, role, row, column, code and place
    words: str, role: Role, row: int = 0, column: int = 0, code: str = "", x: float = 0.0
) -> PlacedText:
    return PlacedText(words, x, 100.0, 10.0, PLAIN, role, code, row, column)


def page(*texts: PlacedText, **names: str) -> PlacedPage:
    return PlacedPage(612.0, 792.0, "Segregation", texts, names=names)


def outline(element: Element) -> Outline:
    """Give an element as tags and words."""
    return (
        element.tag.value,
        *(
            outline(kid) if isinstance(kid, Element) else "".join(words for _, words in spoken(kid))
            for kid in element.kids
        ),
    )


def parts(*texts: PlacedText, **names: str) -> tuple[object, ...]:
    return outline(section_of(page(*texts, **names)))[1:]


def test_a_line_item_is_a_row_that_its_number_and_words_head() -> None:
    assert parts(
        text("A.", Role.NUMBER, 1),
        text("Cash and other", Role.LABEL, 1),
        text("funds", Role.LABEL, 1),
        text("$", Role.DOLLAR, 1, 2, "7010"),
        text("5", Role.VALUE, 1, 2, "7010"),
        text("7010", Role.CODE, 1, 2, "7010"),
    ) == (("Table", ("TR", ("TH", "A. Cash and other funds"), ("TD",), ("TD", "$5 7010"))),)


def test_rows_are_one_table_until_a_caption_or_a_note_comes_between() -> None:
    assert parts(
        text("REQUIREMENTS", Role.CAPTION, 1),
        text("One", Role.LABEL, 2),
        text("Two", Role.LABEL, 3),
        text("Note: see", Role.NOTE, 4),
        text("page 6", Role.NOTE, 4),
        text("Three", Role.LABEL, 5),
    ) == (
        ("H2", "REQUIREMENTS"),
        ("Table", ("TR", ("TH", "One")), ("TR", ("TH", "Two"))),
        ("P", "Note: see page 6"),
        ("Table", ("TR", ("TH", "Three"))),
    )


def test_a_caption_with_an_amount_is_a_row() -> None:
    assert parts(text("REQUIREMENTS", Role.CAPTION, 1), text("7010", Role.CODE, 1, 1, "7010")) == (
        ("Table", ("TR", ("TH", "REQUIREMENTS"), ("TD", "7010"))),
    )


def test_heads_of_columns_wait_for_the_rows_that_they_head() -> None:
    assert parts(
        text("TITLE", Role.TITLE),
        text("Total", Role.HEADING, 1, 1),
        text("As of", Role.FURNITURE, 2),
        text("Cash", Role.LABEL, 3),
        text("5", Role.VALUE, 3, 1, "7010"),
    ) == (
        ("H1", "TITLE"),
        ("P", "As of"),
        ("Table", ("TR", ("TD",), ("TH", "Total")), ("TR", ("TH", "Cash"), ("TD", "5"))),
    )


def test_a_table_with_heads_goes_on_through_titles_and_captions() -> None:
    section = section_of(
        page(
            text("Months", Role.TITLE, 1),
            text("Line", Role.HEADING, 2),
            text("Dec 2013", Role.HEADING, 2, 1),
            text("Segregation", Role.TITLE, 3),
            text("Cash", Role.LABEL, 4),
            text("5", Role.VALUE, 4, 1, "7010"),
        )
    )

    title, table = section.kids
    assert isinstance(title, Element)
    assert isinstance(table, Element)
    assert (title.tag, table.tag) == (Tag.TITLE, Tag.TABLE)
    _, between, _ = table.kids
    assert isinstance(between, Element)
    [whole] = between.kids
    assert isinstance(whole, Element)
    assert (whole.tag, whole.scope, whole.span) == (Tag.HEAD, Scope.COLUMN, 2)


def test_heads_without_rows_are_a_table_all_the_same() -> None:
    assert parts(text("Line", Role.HEADING, 1), text("Nothing differs.", Role.NOTE, 2)) == (
        ("P", "Nothing differs."),
        ("Table", ("TR", ("TH", "Line"))),
    )


def test_a_title_in_several_lines_is_one_heading() -> None:
    assert parts(text("STATEMENT OF", Role.TITLE, 1), text("FUNDS", Role.TITLE, 1)) == (
        ("H1", "STATEMENT OF FUNDS"),
    )


def test_a_page_without_a_title_is_headed_by_its_largest_words() -> None:
    large = replace(text("FOCUS REPORT", Role.FURNITURE, 2), lettering=Lettering(30.0))

    assert parts(text("SEC", Role.FURNITURE, 1), large, text("PART II", Role.FURNITURE, 3)) == (
        ("P", "SEC"),
        ("H1", "FOCUS REPORT"),
        ("P", "PART II"),
    )


def test_a_box_in_no_column_is_a_field_with_a_name() -> None:
    section = section_of(
        page(
            text("TITLE", Role.TITLE, 1),
            text("HSBC", Role.VALUE, 2, code="13"),
            text("13", Role.CODE, 2, code="13"),
            **{"13": "NAME OF BROKER-DEALER"},
        )
    )

    _, field = section.kids
    assert isinstance(field, Element)
    assert (field.tag, field.name) == (Tag.FIELD, "NAME OF BROKER-DEALER")
    assert outline(field) == ("Form", "HSBC 13")


def test_a_blank_within_words_is_a_field_between_them() -> None:
    assert parts(
        text("On hand (describe: ", Role.LABEL, 1),
        text("coin", Role.VALUE, 1, code="7150.describe"),
        text(")", Role.LABEL, 1),
    ) == (("Table", ("TR", ("TH", "On hand (describe: ", ("Form", "coin"), ")"))),)


def test_an_amount_is_read_within_the_parentheses_that_were_placed_before_it() -> None:
    label = text("Less", Role.LABEL, 1)
    opening = text("(", Role.PARENTHESIS, 1, 1, "7047", 350.0)
    closing = text(")", Role.PARENTHESIS, 1, 1, "7047", 434.0)
    code = text("7047", Role.CODE, 1, 1, "7047", 441.0)
    value = text("920", Role.VALUE, 1, 1, "7047", 410.0)

    assert parts(label, opening, closing, value, code) == (
        ("Table", ("TR", ("TH", "Less"), ("TD", "(920) 7047"))),
    )
    assert parts(label, opening, closing, code) == (
        ("Table", ("TR", ("TH", "Less"), ("TD", "() 7047"))),
    )


def test_a_dollar_sign_before_a_blank_is_no_part_of_the_code() -> None:
    assert parts(
        text("Cash", Role.LABEL, 1),
        text("$", Role.DOLLAR, 1, 1, "7010"),
        text("7010", Role.CODE, 1, 1, "7010"),
    ) == (("Table", ("TR", ("TH", "Cash"), ("TD", "$ 7010"))),)


def test_texts_of_a_row_belong_together_wherever_they_come() -> None:
    assert parts(
        text("TITLE", Role.TITLE, 1),
        text("The Bank of", Role.VALUE, 2, code="7510"),
        text("ADDRESS", Role.FURNITURE, 3),
        text("New York", Role.VALUE, 2, code="7510"),
    ) == (("H1", "TITLE"), ("Form", "The Bank of New York"), ("P", "ADDRESS"))


def test_words_in_the_margin_are_left_out_and_all_others_come_once() -> None:
    texts = (
        text("TITLE", Role.TITLE, 1),
        text("page 1 of 7", Role.MARGIN),
        text("BROKER OR DEALER", Role.FURNITURE),
        text("Cash", Role.LABEL, 2),
    )

    found = [one for _, run in runs_of(section_of(page(*texts))) for one in run]
    assert found == [texts[0], texts[2], texts[3]]


def test_a_page_without_words_is_an_empty_section() -> None:
    assert section_of(page()) == Element(Tag.SECTION, (), name="Segregation")
