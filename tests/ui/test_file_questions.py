from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.ui.file_questions import FileQuestions


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def _answering(monkeypatch: pytest.MonkeyPatch, name: str, kind: str = "") -> None:
    def answer(*_: object) -> tuple[str, str]:
        return name, kind

    def several(*_: object) -> tuple[list[str], str]:
        return [name] if name else [], kind

    def folder(*_: object) -> str:
        return name

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", folder)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", several)


def test_thinking_again_is_no_answer(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    _answering(monkeypatch, "")
    questions = FileQuestions()
    assert questions.store(parent, Path("/x")) is None
    assert questions.new_store(parent, Path("/x/a.focusdesk")) is None
    assert questions.folder(parent, "Folder", Path("/x")) is None
    assert questions.files(parent, "Files", Path("/x")) == ()
    assert questions.file_to_read(parent, "Import", Path("/x"), "All files (*)") is None


def test_a_name_without_a_suffix_takes_that_of_the_proposal(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answering(monkeypatch, "/x/report")
    questions = FileQuestions()
    assert questions.new_store(parent, Path("/x/a.focusdesk")) == Path("/x/report.focusdesk")
    proposed = Path("/x/FOCUS 2014-01.pdf")
    asked = questions.file_to_write(parent, "Export PDF", proposed, "PDF (*.pdf)")
    assert asked == Path("/x/report.pdf")


def test_a_name_without_a_suffix_takes_that_of_the_kind_that_was_chosen(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds, proposed = "Excel workbook (*.xlsx);;CSV (*.csv)", Path("/x/f.xlsx")
    _answering(monkeypatch, "/x/figures", "CSV (*.csv)")
    asked = FileQuestions().file_to_write(parent, "Export", proposed, kinds)
    assert asked == Path("/x/figures.csv")
    _answering(monkeypatch, "/x/figures", "All files (*)")
    asked = FileQuestions().file_to_write(parent, "Export", proposed, kinds)
    assert asked == Path("/x/figures.xlsx")


def test_no_file_is_replaced_that_the_system_was_not_asked_about(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    there = tmp_path / "signed.pdf"
    there.touch()
    asked: list[str] = []

    def ask(_: object, __: str, proposed: str, ___: str) -> tuple[str, str]:
        asked.append(proposed)
        return (str(tmp_path / "signed"), "") if len(asked) == 1 else (proposed, "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    path = FileQuestions().file_to_write(parent, "Save", tmp_path / "new.pdf", "PDF (*.pdf)")
    assert asked == [str(tmp_path / "new.pdf"), str(there)], "asked again by its whole name"
    assert path == there


def test_a_name_with_a_suffix_stays(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    _answering(monkeypatch, "/x/figures.csv")
    asked = FileQuestions().file_to_write(parent, "Export", Path("/x/f.xlsx"), "")
    assert asked == Path("/x/figures.csv")
    assert FileQuestions().store(parent, Path("/x")) == Path("/x/figures.csv")


def test_a_folder_is_asked_for(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    _answering(monkeypatch, "/x/prints")
    assert FileQuestions().folder(parent, "Folder", Path("/x")) == Path("/x/prints")


def test_files_are_asked_for_together(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    _answering(monkeypatch, "/x/letter.pdf")
    assert FileQuestions().files(parent, "Files", Path("/x")) == (Path("/x/letter.pdf"),)
