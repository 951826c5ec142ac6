"""The words of a printed PDF, page by page."""

import pytest

from focusdesk.catalog.loader import load_editions
from focusdesk.exchange.pdf_words import Shown, shown_otherwise, words_of
from focusdesk.exchange.printed_pdf import DamagedPdf
from focusdesk.export.report import draw_blank_form


def test_the_words_of_each_page_are_read_in_their_order() -> None:
    edition = load_editions()["2014-01"]
    pages = words_of(draw_blank_form(edition), "a.pdf")
    assert len(pages) == len(edition.schedules)
    assert " ".join(pages[1]).find("Net ledger balance") >= 0
    assert "7010" in pages[1]


def test_words_in_the_place_of_others_are_told_with_them() -> None:
    here = ["Cash", "99,296,699", "7100", "DRAFT"]
    there = ["Cash", "93,296,699", "7100", "page", "2"]
    assert shown_otherwise(here, there, {}) == (
        Shown("99,296,699", "93,296,699"),
        Shown("DRAFT", "page 2"),
    )


def test_missing_and_additional_words_have_no_counterpart() -> None:
    assert shown_otherwise(["a", "b"], ["b", "c"], {}) == (Shown("a", ""), Shown("", "c"))


def test_words_that_may_stand_for_others_are_no_difference() -> None:
    assert shown_otherwise(["focusdesk", "0.9"], ["focusdesk", "1.0"], {"0.9": "1.0"}) == ()


def test_what_is_no_pdf_is_damaged() -> None:
    with pytest.raises(DamagedPdf, match=r"a\.pdf is damaged: the words"):
        words_of(b"%PDF-1.7\n", "a.pdf")
