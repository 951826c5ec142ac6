"""The edition of March 2026 against that of January 2014: what changed is what should have."""

from dataclasses import replace

import pytest

from focusdesk.catalog.loader import load_editions
from focusdesk.form.box import Box, BoxKind
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period

EDITIONS = load_editions()
OLD, NEW = EDITIONS["2014-01"], EDITIONS["2026-03"]
PAGES = {
    "cftc_capital": "27",
    "segregation": "28",
    "cleared_swaps": "29",
    "dealer_options": "30",
    "secured_amounts": "31",
    "secured_funds": "32",
}


def boxes(edition: Edition) -> dict[str, Box]:
    """The boxes of the pages but the cover."""
    return {box.code: box for page in edition.schedules if page.id in PAGES for box in page.boxes}


def test_it_is_in_force_from_march_2026() -> None:
    assert NEW.in_force_from == Period(2026, 3)


def test_the_pages_follow_the_cover_in_the_order_of_the_official_form() -> None:
    assert [schedule.id for schedule in NEW.schedules] == ["cover", *PAGES]
    assert [schedule.order for schedule in NEW.schedules] == [10, 20, 30, 40, 50, 60, 70]
    labels = {
        schedule.id: schedule.page_label for schedule in NEW.schedules if schedule.id in PAGES
    }
    assert labels == PAGES


def test_two_boxes_are_new_and_none_is_gone() -> None:
    assert set(boxes(NEW)) - set(boxes(OLD)) == {"7446", "7447"}
    assert not set(boxes(OLD)) - set(boxes(NEW))


def test_a_box_stays_on_its_schedule_and_its_tab() -> None:
    for code in boxes(OLD):
        old, new = OLD.schedule_of(code), NEW.schedule_of(code)
        assert (old.id, old.tab) == (new.id, new.tab)


@pytest.mark.parametrize("code", boxes(OLD))
def test_a_box_takes_adds_and_carries_what_it_did(code: str) -> None:
    old, new = OLD.boxes[code], NEW.boxes[code]
    changed = {
        "7352": {"parentheses": False},
        "7455": {"formula": "[7425] + [7445] + [7447]", "check": "F33"},
        "7495": {
            "formula": "round(max(1.10 * [7455], 1.50 * [7465], 1.50 * [7475]))",
            "check": "F34",
        },
    }
    expected = replace(old, **changed.get(code, {}))

    words = {"label": "", "note": "", "dollar_sign": False}
    assert replace(new, **words) == replace(expected, **words)


def test_the_swap_dealer_s_line_is_two_percent_of_the_margin() -> None:
    margin, line = NEW.boxes["7446"], NEW.boxes["7447"]

    assert (margin.kind, margin.is_computed, margin.may_be_negative) == (
        BoxKind.AMOUNT,
        False,
        False,
    )
    assert line.check == "F32"
    assert line.formula == "if(count([7446]) = 1, if([firm.swap_dealer], round(0.02 * [7446])))"


def test_every_amount_has_a_dollar_sign() -> None:
    amounts = {code for code, box in boxes(NEW).items() if box.kind is BoxKind.AMOUNT}

    assert amounts == {code for code, box in boxes(NEW).items() if box.dollar_sign}


def test_deductions_are_in_parentheses_but_for_7352_which_still_is_subtracted() -> None:
    closed = sorted(code for code, box in boxes(NEW).items() if box.parentheses)

    assert " ".join(closed) == "7033 7047 7133 7615 7675 7735 8540 8570 8680"
    assert NEW.boxes["7354"].formula == "[7351] - [7352]"


@pytest.mark.parametrize("schedule_id", PAGES)
def test_the_edit_checks_are_those_of_2014(schedule_id: str) -> None:
    old, new = (
        next(schedule for schedule in edition.schedules if schedule.id == schedule_id)
        for edition in (OLD, NEW)
    )
    assert new.checks == old.checks
    assert NEW.sign_check == OLD.sign_check


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("7130", "Net settlement from (to) derivative clearing organizations of contract markets"),
        ("7240", "Excess (deficiency) funds in segregation (subtract Line 2C from Line 1)"),
        ("7200", "Amount required to be segregated in accordance with 17 CFR 32.6"),
        (
            "7380",
            "Excess (deficiency) set aside funds for secured amount "
            "(Line Item 7770 minus Line Item 7360)",
        ),
        (
            "7495",
            "CFTC early warning level \N{EN DASH} enter the greatest of 110% of Line A.vii. or "
            "150% of Line B or 150% of Line C",
        ),
    ],
)
def test_the_words_are_the_official_ones_with_their_slips(code: str, words: str) -> None:
    assert NEW.line_of(code).text == words


def test_the_number_that_the_form_prints_without_a_full_stop_stays_so() -> None:
    assert (NEW.line_of("7210").number, NEW.line_of("7210").mark) == ("2.A", "A")
    assert NEW.line_of("7220").mark == "B."
