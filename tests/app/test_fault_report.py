import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from focusdesk.app.fault_report import FaultReport
from focusdesk.ui.look.notices import Notice


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def _fail(report: FaultReport) -> None:
    try:
        _divide(0)
    except ZeroDivisionError:
        kind, error, trace = sys.exc_info()
        assert kind is not None
        assert error is not None
        report(kind, error, trace)


def _divide(by: int) -> float:
    return 1 / by


def _notices(window: QWidget) -> list[Notice]:
    return [notice for notice in window.findChildren(Notice) if notice.isVisible()]


def test_a_fault_is_written_down_and_told_in_a_sentence(
    window: QWidget, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "state" / "faults.log"
    _fail(FaultReport(log, window))
    (notice,) = _notices(window)
    assert str(log) in notice.sentence
    assert "Traceback" not in notice.sentence
    written = log.read_text("utf-8")
    assert "ZeroDivisionError" in written
    assert "_divide" in written
    assert "focusdesk" in written.splitlines()[0]
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_fault_that_comes_again_and_again_is_told_once(window: QWidget, tmp_path: Path) -> None:
    report = FaultReport(tmp_path / "faults.log", window)
    _fail(report)
    _fail(report)
    assert len(_notices(window)) == 1
    assert (tmp_path / "faults.log").read_text("utf-8").count("Traceback") == 2
    _notices(window)[0].accept()
    _fail(report)
    assert len(_notices(window)) == 1


def test_a_log_that_cannot_be_written_hides_nothing(window: QWidget, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    _fail(FaultReport(tmp_path / "state" / "faults.log", window))
    (notice,) = _notices(window)
    assert "ZeroDivisionError" in notice.sentence
