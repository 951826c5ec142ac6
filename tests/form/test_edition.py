"""An edition finds its boxes, their lines and their schedules."""

from dataclasses import replace

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


def test_an_edition_is_offered_from_a_period_on_until_it_is_in_force() -> None:
    offered = replace(EDITION, in_force_from=Period(2026, 3), offered_from=Period(2021, 10))

    asked = [Period(2021, 9), Period(2021, 10), Period(2026, 2), Period(2026, 3)]
    assert [offered.is_offered(period) for period in asked] == [False, True, True, False]
    assert not EDITION.is_offered(Period(2012, 12))


def test_a_box_has_a_code_in_another_edition_whichever_is_the_newer() -> None:
    renumbered = LineItem("", "Name", (Box("113", BoxKind.TEXT, renamed_from="13"),))
    cover = replace(COVER, line_items=(renumbered,))
    newer = replace(EDITION, id="2026-03", schedules=(cover, SEGREGATION))

    assert (newer.code_in(EDITION, "113"), EDITION.code_in(newer, "13")) == ("13", "113")
    assert newer.code_in(EDITION, "7010") == EDITION.code_in(newer, "7010") == "7010"


def test_a_box_that_another_edition_lacks_has_no_code_there() -> None:
    added = LineItem("", "Country", (Box("12009", BoxKind.TEXT),))
    newer = replace(EDITION, schedules=(replace(COVER, line_items=(added,)),))

    assert newer.code_in(EDITION, "12009") == ""
    assert EDITION.code_in(newer, "7010") == ""


def test_two_editions_with_the_same_schedules_are_equal() -> None:
    again = Edition("2014-01", "FOCUS Report, Part II", Period(2013, 1), (COVER, SEGREGATION))

    assert again == EDITION
