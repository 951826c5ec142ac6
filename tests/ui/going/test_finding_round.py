from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.calc.checks import Finding, Severity
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.explanation import line
from focusdesk.filing.listed_findings import FindingList, ListedFinding
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.warning_book import WarningBook
from focusdesk.form.box import Value
from focusdesk.ui.going.finding_round import first_open, next_finding
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import JANUARY, SHIFT, press

PLACES = {"7010": 0, "7045": 1, "7047": 2, "7690": 3}


def finding(name: str, *codes: str) -> Finding:
    return Finding(name, Severity.ERROR, codes, f"{name} does not hold.", "segregation")


OFFSET, SIGN, NAME = (
    finding("S01", "7045", "7047"),
    finding("S04", "7045"),
    finding("X13", "7690"),
)
ALL = (OFFSET, SIGN, NAME)


def test_the_next_one_is_the_next_in_the_list_also_at_the_same_box() -> None:
    assert next_finding(ALL, OFFSET, 1, PLACES) is SIGN
    assert next_finding(ALL, SIGN, 1, PLACES) is NAME
    assert next_finding(ALL, NAME, 3, PLACES) is OFFSET


def test_from_elsewhere_it_is_the_next_one_in_the_form() -> None:
    assert next_finding(ALL, None, 0, PLACES) is OFFSET
    assert next_finding(ALL, None, 2, PLACES) is NAME
    assert next_finding(ALL, None, 3, PLACES) is OFFSET


def test_a_finding_without_a_box_cannot_be_gone_to() -> None:
    assert next_finding((finding("C01"), NAME), None, 0, PLACES) is NAME
    assert next_finding((finding("C01"),), None, 0, PLACES) is None


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, tmp_path: Path, two_months: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.desk.show_month(window.month(JANUARY), "7010")
    return window


def hurt(window: Window) -> list[str]:
    """Enter what breaks several of the form's checks, two of them at one box."""
    wrong: dict[str, Value] = {"7045": -1, "7047": 968_254, "7305": -7, "8510": -5}
    window.session.apply(Edit(wrong, Cause.TYPED))
    return [each.codes[0] for each in asking(window)]


def asking(window: Window) -> list[Finding]:
    """What asks for something, in the order of the form."""
    return [each.finding for each in found(window) if each.is_open]


def found(window: Window) -> tuple[ListedFinding, ...]:
    return FindingList(window.session).listed()


def test_f8_reaches_every_open_finding_in_the_order_of_the_form(window: Window) -> None:
    codes = hurt(window)
    assert len(codes) > len(set(codes)), "two of them share a box"
    window.desk.go_to("16")
    seen: list[str] = []
    assert {each.severity for each in window.session.checks.moves.findings()}, "one asks why"
    for at, each in enumerate(asking(window)):
        press(Qt.Key.Key_F8)
        seen.append(window.desk.current_code)
        assert window.said.startswith(f"Finding {at + 1} of {len(codes)}: {each.id} ")
    assert seen == codes
    press(Qt.Key.Key_F8)
    assert window.desk.current_code == codes[0]


def test_shift_f8_reaches_them_the_other_way_round(window: Window) -> None:
    codes = hurt(window)
    window.desk.go_to(codes[0])
    seen: list[str] = []
    for _ in codes:
        press(Qt.Key.Key_F8, SHIFT)
        seen.append(window.said.split(" of ")[0])
    assert seen == [f"Finding {at}" for at in range(len(codes), 0, -1)]


def test_a_finding_that_was_mended_is_passed(window: Window) -> None:
    hurt(window)
    window.desk.go_to("7033")
    press(Qt.Key.Key_F8)
    assert window.desk.current_code == "7045"
    window.session.apply(Edit({"7045": 968_254, "7047": 920_597}, Cause.TYPED))
    press(Qt.Key.Key_F8)
    assert window.desk.current_code not in {"7045", "7047"}
    assert window.said.startswith("Finding ")


def mended(window: Window) -> None:
    """Enter what the filing left out, and let nothing move much since December."""
    names: dict[str, Value] = {"15": "0000001", "7690": "A BROKER"}
    moved = {"7030": -2_410_901, "7130": 3_118_201, "7325": 6_782_186, "7720": 6_782_186}
    window.session.apply(Edit({**names, **moved, "8660": -14_936_379}, Cause.TYPED))
    for finding in window.session.checks.moves.findings():
        window.session.explain_change(line(finding.codes[0]), "A new client.")


def test_where_all_holds_it_is_said(window: Window) -> None:
    mended(window)
    assert window.session.checks.for_review() == ()
    press(Qt.Key.Key_F8)
    assert window.said.startswith("None of the form's checks fails")
    assert window.desk.current_code == "7010"


def test_which_finding_it_is_is_said_until_another_schedule_comes(window: Window) -> None:
    hurt(window)
    press(Qt.Key.Key_F8)
    assert window.said.startswith("Finding ")
    window.do("next_schedule")
    assert window.said == ""


def test_an_explained_warning_is_passed_and_information_comes_last(window: Window) -> None:
    name = next(each.finding for each in found(window) if each.finding.id == "X13")
    assert name in first_open(found(window))
    WarningBook(window.session).explain(name, "A broker that asks for it.")
    assert name not in first_open(found(window))
    told = [each for each in found(window) if not each.is_open]
    last = first_open(told)
    assert last, "where nothing asks for anything, what is for information"
    assert {each.severity for each in last} == {Severity.INFORMATION}


def test_an_open_notice_is_gone_to_also_when_its_figures_are_mended(window: Window) -> None:
    before = {code: window.session.value(code) for code in ("7070", "7100")}
    window.session.apply(Edit({"7070": 0, "7100": 0}, Cause.TYPED))
    NoticeBook(window.session).mark_complete("segregation")
    window.session.apply(Edit(before, Cause.TYPED))
    window.desk.go_to("7010")
    press(Qt.Key.Key_F8)
    assert window.desk.current_code == "7190"
    assert "N01 Under-segregated, recorded " in window.said
