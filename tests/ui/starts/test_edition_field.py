import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.register import NoEdition
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.ui.starts.edition_field import EditionField

IN_TWO = Period(2022, 11)


@pytest.fixture
def field(light: QApplication, qtbot: QtBot, editions: dict[str, Edition]) -> EditionField:
    del light
    field = EditionField(editions.values())
    qtbot.addWidget(field)
    field.show()
    return field


def chosen(field: EditionField) -> str:
    return field.edition.id if field.edition else ""


def test_where_one_edition_may_be_used_nothing_is_asked(field: EditionField) -> None:
    for period, edition in ((Period(2014, 1), "2014-01"), (Period(2026, 3), "2026-03")):
        field.show_for(period)
        assert not field.choice.isVisible()
        assert chosen(field) == edition


def test_where_two_may_be_used_the_one_in_force_is_taken_until_the_user_chooses(
    field: EditionField, qtbot: QtBot
) -> None:
    field.show_for(IN_TWO)
    offered = [field.choice.itemText(at) for at in range(field.choice.count())]
    assert field.choice.isVisible()
    assert offered == ["2014-01, in force", "2026-03, offered"]
    assert chosen(field) == "2014-01"
    with qtbot.waitSignal(field.changed):
        QTest.keyClick(field.choice, Qt.Key.Key_Down)
    assert chosen(field) == "2026-03"
    assert field.text().endswith("its cover is not verified for months before March 2026.")


def test_what_was_chosen_stays_while_it_may_be_used(field: EditionField) -> None:
    field.show_for(IN_TWO)
    field.choice.setCurrentIndex(1)
    field.show_for(Period(2022, 12))
    assert chosen(field) == "2026-03"
    field.show_for(Period(2014, 1))
    assert chosen(field) == "2014-01"


def test_what_was_in_force_for_another_period_is_not_taken_for_a_choice(
    field: EditionField,
) -> None:
    field.show_for(Period(2026, 3))
    field.show_for(IN_TWO)
    assert chosen(field) == "2014-01"


def test_for_another_period_nothing_has_been_chosen_by_the_user(
    field: EditionField, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(field.changed):
        field.show_for(IN_TWO)
        field.show_for(Period(2026, 3))


def test_a_period_before_every_edition_has_none(field: EditionField) -> None:
    field.show_for(Period(2014, 1))
    with pytest.raises(NoEdition, match="January 1999"):
        field.show_for(Period(1999, 1))
    assert field.edition is None
    assert field.text() == "No edition of the form that this program knows is in force then."
