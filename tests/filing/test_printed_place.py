from importlib import import_module
from typing import Any, cast

import pytest

from focusdesk.catalog.loader import load_editions
from focusdesk.export.report import draw_blank_form
from focusdesk.filing.printed_place import PrintedPlace, printed_place
from focusdesk.form.edition import Edition

pypdfium2 = cast("Any", import_module("pypdfium2"))
EDITIONS = load_editions()


@pytest.mark.parametrize(
    ("edition", "code", "words"),
    [
        ("2014-01", "7070", "Prints on page 2 of 7, T10-1, line 7.A, outer column."),
        ("2014-01", "7415", "Prints on page 7 of 7, T10-6, line A.i, inner column."),
        ("2014-01", "13", "Prints on page 1 of 7. Also shown on pages 2 to 7."),
        (
            "2014-01",
            "7150.describe",
            "Prints on page 2 of 7, T10-1, within the words of line 12.",
        ),
        (
            "2026-03",
            "7080",
            "Prints on page 3 of 7, the form's own page 28, line 7.B, outer column.",
        ),
    ],
)
def test_the_page_its_name_the_line_and_the_column_are_said(
    edition: str, code: str, words: str
) -> None:
    place = printed_place(EDITIONS[edition], code)
    assert place is not None
    assert place.words == words


def test_pages_that_show_a_box_too_are_listed_as_people_say_it() -> None:
    assert PrintedPlace(1, 7, also=(3,)).words.endswith("on page 3.")
    assert PrintedPlace(1, 7, also=(2, 3, 5)).words.endswith("on pages 2, 3 and 5.")


def test_a_fact_of_the_firm_is_not_printed() -> None:
    assert printed_place(EDITIONS["2014-01"], "firm.retail_forex") is None


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_every_code_is_printed_on_the_page_that_is_said(edition: Edition) -> None:
    document = pypdfium2.PdfDocument(draw_blank_form(edition))
    words = [set(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    for code, box in edition.boxes.items():
        place = printed_place(edition, code)
        if place is not None and "." not in code:
            assert place.pages == len(words)
            assert code in words[place.page - 1], f"{code}: {box.label}"
