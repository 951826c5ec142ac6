"""An edition finds its boxes, their lines and their schedules."""

import pytest

from focusdesk.form.box import Box, BoxKind
from focusdesk.form.edition import Edition
from focusdesk.form.page import PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem, Schedule

CASH = LineItem("1.A", "Cash", (Box("7010", BoxKind.AMOUNT),))
NET = LineItem("", "Less: offset", (Box("7050", BoxKind.AMOUNT, label="Deficits, net"),))
FIRM = LineItem("", "NAME OF BROKER-DEALER", (Box("13", BoxKind.TEXT),))
SEGREGATION = Schedule("segregation", "Segregation", (), 20, (CASH, NET), PageLayout())
COVER = Schedule("cover", "Cover", (), 10, (FIRM,), PageLayout())
EDITION = Edition("2014-01", "FOCUS Report, Part II", Period(2013, 1), (COVER, SEGREGATION))


def test_the_boxes_of_an_edition_come_in_the_order_of_the_form() -> None:
    assert list(EDITION.boxes) == ["13", "7010", "7050"]


def test_a_box_is_found_on_its_schedule_and_its_line() -> None:
    assert EDITION.schedule_of("7010") is SEGREGATION
    assert EDITION.line_of("7010") is CASH


def test_a_box_is_named_by_its_line_and_its_own_words_if_it_has_some() -> None:
    assert EDITION.name_of("7010") == "Line 1.A, Cash"
    assert EDITION.name_of("7050") == "Deficits, net"
    assert EDITION.name_of("13") == "NAME OF BROKER-DEALER"


def test_a_box_that_the_edition_lacks_is_not_found() -> None:
    for lookup in (EDITION.schedule_of, EDITION.line_of, EDITION.name_of):
        with pytest.raises(KeyError):
            lookup("7446")


def test_two_editions_with_the_same_schedules_are_equal() -> None:
    again = Edition("2014-01", "FOCUS Report, Part II", Period(2013, 1), (COVER, SEGREGATION))

    assert again == EDITION
