"""The geometry that a schedule's page has by name."""

import pytest

from focusdesk.form.page import Column, PageLayout

OUTER = Column("outer", rule=(473.0, 550.4), frame=(554.5, 575.8))


def test_a_column_is_found_by_its_name() -> None:
    assert PageLayout(columns=(OUTER,)).column("outer") is OUTER


def test_a_column_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match="inner"):
        PageLayout(columns=(OUTER,)).column("inner")


def test_a_page_is_letter_unless_it_says_otherwise() -> None:
    assert (PageLayout().width, PageLayout().height) == (612.0, 792.0)
