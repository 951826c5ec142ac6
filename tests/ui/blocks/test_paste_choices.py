from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.ground import Ground
from focusdesk.filing.paste_preview import preview_paste
from focusdesk.filing.placed_block import BlockReading, PlacedBlock, PlacedCell, Way
from focusdesk.ui.blocks.paste_choices import PasteChoices
from tests.ui.paste_previews import BAD, block, figures, preview_of

BY_ROW = BlockReading(Way.BY_POSITION, "By position, each row", (PlacedCell(1, "7010", "5"),), 3)


@pytest.fixture
def choices(light: QApplication, qtbot: QtBot) -> PasteChoices:
    del light
    placed = block(*BAD)
    made = PasteChoices(
        replace(placed, readings=(*placed.readings, BY_ROW), remarks=("A remark.",))
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_question_is_shown_only_where_it_arises(choices: PasteChoices) -> None:
    choices.ask(preview_of(*BAD))
    assert choices.signs.isVisible()
    assert choices.skips_blanks.isVisible()
    choices.ask(preview_of(("7010", "5")))
    assert not choices.signs.isVisible()
    assert not choices.skips_blanks.isVisible()


def test_an_answer_stays_to_be_seen_and_changed(choices: PasteChoices) -> None:
    choices.ask(preview_of(*BAD).with_signs(as_printed=True))
    assert choices.signs.isVisible()
    assert choices.signs.currentText().startswith("They are the form's own")


def test_what_is_chosen_is_told(choices: PasteChoices) -> None:
    told: list[object] = []
    for signal in (choices.read_otherwise, choices.signs_answered, choices.blanks_settled):
        signal.connect(told.append)
    choices.ask(preview_of(*BAD))
    assert told == []
    choices.reading.setCurrentIndex(1)
    choices.signs.setCurrentIndex(2)
    choices.skips_blanks.setChecked(True)
    assert told == [BY_ROW, False, True]


def test_remarks_and_what_is_passed_over_are_said(choices: PasteChoices) -> None:
    choices.ask(preview_paste(BY_ROW, Ground(figures())))
    assert choices.remarks.text() == (
        "3 rows have neither code nor figure and are passed over. A remark."
    )


def test_with_one_reading_it_is_said_and_not_asked(light: QApplication, qtbot: QtBot) -> None:
    del light
    alone = PasteChoices(PlacedBlock((BY_ROW,)))
    qtbot.addWidget(alone)
    alone.ask(preview_paste(BY_ROW, Ground(figures())))
    alone.show()
    assert not alone.reading.isVisible()
    assert alone.remarks.text().startswith("By position, each row. 3 rows")
