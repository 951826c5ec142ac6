"""The printed report, read back from the finished file."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from focusdesk.calc.worksheet import Worksheet
from focusdesk.export.report import ReportHeading, draw_blank_form, draw_report
from focusdesk.form.box import BoxKind, Value, show_value
from focusdesk.form.edition import Edition
from focusdesk.form.written import PlacingError
from focusdesk.resources import resource_path
from tests.export.printed_values import misprinted

Values = dict[str, Value]
ReadWords = Callable[[bytes], list[Any]]

SCHEDULES = [
    "Cover",
    "Segregation",
    "Dealer options",
    "Secured amounts",
    "30.7 funds",
    "Cleared swaps",
    "CFTC capital",
]


@pytest.fixture(scope="module")
def report(form: Edition, every_box: Values, heading: ReportHeading) -> bytes:
    return draw_report(form, every_box.__getitem__, heading)


@pytest.fixture(scope="module")
def blank(form: Edition) -> bytes:
    return draw_blank_form(form)


def page_texts(content: bytes, words_of: ReadWords) -> list[str]:
    words = words_of(content)
    return [
        " ".join(word.text for word in words if word.page == page)
        for page in range(words[-1].page + 1)
    ]


def test_january_2014_as_filed_is_read_back_and_its_blanks_are_empty(
    form: Edition, heading: ReportHeading, words_of: ReadWords
) -> None:
    sample = tomllib.loads(resource_path("sample", "2014-01.toml").read_text("utf-8"))
    entered = {code: form.boxes[code].parse(text) for code, text in sample["values"].items()}
    worksheet = Worksheet(form, entered)

    words = words_of(draw_report(form, worksheet.value, heading))

    assert misprinted(words, form, worksheet.values()) == {}
    assert worksheet.value("7180") == 1_036_486_351


def test_every_value_is_read_back_beside_its_own_code_on_its_own_line(
    report: bytes, form: Edition, every_box: Values, words_of: ReadWords
) -> None:
    assert misprinted(words_of(report), form, every_box) == {}


def test_what_is_printed_beside_another_code_is_noticed(
    report: bytes, form: Edition, every_box: Values, words_of: ReadWords
) -> None:
    others = {**every_box, "7010": every_box["7020"], "7080": None, "7100": 0}

    assert set(misprinted(words_of(report), form, others)) == {"7010", "7080", "7100"}


def test_a_box_without_a_printed_code_is_read_back_in_its_place(
    report: bytes, every_box: Values, words_of: ReadWords
) -> None:
    pages = page_texts(report, words_of)
    named = [
        code
        for code in every_box
        if not code.isdigit() and not code.startswith("firm.") and code != "7495.rule"
    ]

    assert re.search(rf"\(describe: {every_box['7150.describe']} \)", pages[1])
    assert re.search(rf"\(describe: {every_box['7765.describe']} \)", pages[4])
    assert re.search(rf"\(describe: {every_box['8715.describe']} \)", pages[5])
    assert re.search(r"Dated the \d+(st|nd|rd|th) day of [A-Z][a-z]+ 2014", pages[0])
    signing = [f"execution.{who}{number}" for who in ("officer", "title") for number in (1, 2, 3)]
    assert all(f"{every_box[code]}" in pages[0] for code in signing)
    assert len(named) == 11


def test_parentheses_are_printed_for_deductions_and_negative_amounts_alone(
    report: bytes, form: Edition, every_box: Values, words_of: ReadWords
) -> None:
    closed = {
        word.text.strip("()")
        for word in words_of(report)
        if re.fullmatch(r"\(?[\d,]+\)", word.text)
    }
    due = {
        show_value(value).strip("()")
        for code, value in every_box.items()
        if form.boxes[code].kind is BoxKind.AMOUNT
        and (form.boxes[code].parentheses or (isinstance(value, int) and value < 0))
    }

    assert {text for text in closed if len(text) > 5} == due


def test_the_blank_form_has_the_same_words_and_no_value(
    blank: bytes, report: bytes, form: Edition, words_of: ReadWords
) -> None:
    empty = words_of(blank)
    figures = {word.text for word in empty if re.fullmatch(r"\(?[\d,]+\)?", word.text)}

    assert {code for code in figures if code.isdigit()} >= {
        code for code in form.boxes if code.isdigit()
    }
    assert not [text for text in figures if "," in text and len(text) > 2]
    assert not [word for word in empty if word.text.startswith("NAME") and word.text[4:].isdigit()]
    places = {(word.text, word.page, round(word.x), round(word.y)) for word in words_of(report)}
    apart = [w for w in empty if (w.text, w.page, round(w.x), round(w.y)) not in places]
    # The words around a filled blank are parted from it differently by the reader.
    assert len(apart) < 0.02 * len(empty)


def test_a_blank_prints_nothing_and_a_zero_prints_0(
    form: Edition, heading: ReportHeading, words_of: ReadWords
) -> None:
    values: Values = dict.fromkeys(form.boxes)
    words = words_of(draw_report(form, {**values, "7010": 0}.__getitem__, heading))

    [zero] = [word for word in words if word.text == "0"]
    [code] = [word for word in words if word.text == "7010"]
    assert zero.y == pytest.approx(code.y, abs=0.1)


def test_the_same_figures_give_the_same_bytes(
    report: bytes, form: Edition, every_box: Values, heading: ReportHeading
) -> None:
    assert draw_report(form, every_box.__getitem__, heading) == report


def test_the_pages_are_letter_one_for_each_schedule_with_its_bookmark(report: bytes) -> None:
    with pikepdf.open(BytesIO(report)) as pdf, pdf.open_outline() as outline:
        assert len(pdf.pages) == 7
        assert {tuple(float(edge) for edge in page.mediabox) for page in pdf.pages} == {
            (0.0, 0.0, 612.0, 792.0)
        }
        assert [item.title for item in outline.root] == SCHEDULES


def test_the_file_says_what_it_is(report: bytes, blank: bytes) -> None:
    with pikepdf.open(BytesIO(report)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "FOCUS Report, Part II, January 2014"
        assert str(pdf.docinfo["/Author"]) == "HSBC SECURITIES (USA) INC."
        assert "2014-01" in str(pdf.docinfo["/Subject"])
        assert str(pdf.Root["/Lang"]) == "en-US"
        assert bool(pdf.Root["/ViewerPreferences"]["/DisplayDocTitle"])
    with pikepdf.open(BytesIO(blank)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "FOCUS Report, Part II, blank form"


def test_every_face_is_embedded_as_a_subset(report: bytes) -> None:
    with pikepdf.open(BytesIO(report)) as pdf:
        fonts = [font for page in pdf.pages for font in page["/Resources"]["/Font"].values()]
        names = {str(font["/BaseFont"]) for font in fonts}
        embedded = [font for font in fonts if "/FontFile2" in font["/FontDescriptor"]]

    assert len(embedded) == len(fonts) > 0
    assert {re.sub(r"^/[A-Z]{6}\+", "", name) for name in names} == {
        "LiberationSans",
        "LiberationSans-Bold",
        "LiberationSans-Italic",
    }


def test_every_page_says_that_its_figures_are_illustrative_where_nothing_else_stands(
    report: bytes, words_of: ReadWords
) -> None:
    for page in page_texts(report, words_of):
        assert page.count("ILLUSTRATIVE FIGURES - NOT A FILING") == 1
    marks = [word for word in words_of(report) if word.text == "ILLUSTRATIVE"]
    others = [
        word for word in words_of(report) if word.y > 760 and word.text not in "FIGURES - NOT A"
    ]
    assert {round(mark.y) for mark in marks} == {round(other.y) for other in others}


def test_the_foot_of_every_page_counts_it_and_says_what_it_belongs_to(
    report: bytes, words_of: ReadWords
) -> None:
    for number, page in enumerate(page_texts(report, words_of), start=1):
        assert "January 2014 · edition 2014-01 · DRAFT" in page
        assert f"focusdesk 1.2.3 · page {number} of 7" in page


def test_a_filing_that_is_not_illustrative_does_not_say_so(
    form: Edition, every_box: Values, heading: ReportHeading, words_of: ReadWords
) -> None:
    plain = replace(heading, warning="", remark="as filed")
    pages = page_texts(draw_report(form, every_box.__getitem__, plain), words_of)

    assert not any("ILLUSTRATIVE" in page for page in pages)
    assert all("DRAFT · as filed" in page for page in pages)


def test_the_blank_form_has_nothing_of_ours_in_its_margins(
    blank: bytes, words_of: ReadWords
) -> None:
    assert not [word for word in words_of(blank) if word.y > 760 or word.y < 30]


def test_what_cannot_be_printed_stops_the_report_with_its_code(
    form: Edition, every_box: Values, heading: ReportHeading
) -> None:
    values = {**every_box, "7510": "銀行"}

    with pytest.raises(PlacingError, match=r"7510 cannot be printed.*銀"):
        draw_report(form, values.__getitem__, heading)


def test_words_across_the_pages_are_on_each_of_them_and_no_part_of_the_form(
    form: Edition, every_box: Values, heading: ReportHeading, words_of: ReadWords
) -> None:
    across = replace(heading, across=("DRAFT",))
    words = words_of(draw_report(form, every_box.__getitem__, across))

    assert misprinted(words, form, every_box) == {}
    for page in range(7):
        letters = [word.text for word in words if word.page == page and len(word.text) == 1]
        assert "".join(letters).startswith("DRAFT")


def test_the_foot_names_what_is_printed_and_can_be_left_empty(
    form: Edition, every_box: Values, heading: ReportHeading, words_of: ReadWords
) -> None:
    named = replace(heading, fingerprint="K7QF-3M2P-9XTA-4D2Q")
    for foot in (True, False):
        content = draw_report(form, every_box.__getitem__, replace(named, foot=foot))
        for page in page_texts(content, words_of):
            assert ("fingerprint K7QF-3M2P-9XTA-4D2Q · focusdesk 1.2.3" in page) is foot
            assert ("edition 2014-01" in page) is foot
            assert "ILLUSTRATIVE FIGURES - NOT A FILING" in page
