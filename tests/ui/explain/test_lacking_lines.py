"""Which lines still lack an explanation, and which comes next."""

import pytest
from pytestqt.qtbot import QtBot

from focusdesk.ui.explain.lacking_lines import LackingLines


@pytest.fixture
def lacking(qtbot: QtBot) -> LackingLines:
    lacking = LackingLines()
    qtbot.addWidget(lacking)
    return lacking


def test_they_are_counted_and_named(lacking: LackingLines) -> None:
    lacking.show_codes(["7190"])
    assert lacking.words == "1 line that must be explained has no words yet: 7190."
    lacking.show_codes(["7190", "8770"])
    assert lacking.words == "2 lines that must be explained have no words yet: 7190, 8770."


def test_of_many_the_first_are_named(lacking: LackingLines) -> None:
    lacking.show_codes([str(7190 + at) for at in range(11)])
    assert lacking.words.endswith("7197 and 3 more.")


def test_it_is_gone_where_none_is_lacking(lacking: LackingLines) -> None:
    lacking.show_codes(["7190"])
    assert not lacking.isHidden()
    lacking.show_codes([])
    assert lacking.isHidden()
    assert lacking.words == ""


def test_behind_the_last_comes_the_first(lacking: LackingLines) -> None:
    lacking.show_codes(["7190", "7198", "8770"])
    went = [lacking.after(code) for code in ("7190", "7198", "8770", "7010")]
    assert went == ["7198", "8770", "7190", "7190"]
    back = [lacking.before(code) for code in ("7190", "7198", "8770", "7010")]
    assert back == ["8770", "7190", "7198", "8770"]
    lacking.show_codes([])
    assert lacking.after("7190") == lacking.before("7190") == ""


def test_the_rule_is_told_where_the_mouse_rests(lacking: LackingLines) -> None:
    lacking.show_codes(["7190"], "excess boxes that moved by more than 5")
    assert lacking.toolTip() == "To be explained: excess boxes that moved by more than 5."
