from importlib.metadata import version
from pathlib import Path

import pytest

from focusdesk.doctor import obstacle
from focusdesk.doctor.obstacle import bad_pair, desk_obstacle, qt_version


@pytest.mark.parametrize("python", [(3, 10, 13), (3, 11, 2)])
def test_the_qt_that_aborts_on_an_older_python_is_refused(python: tuple[int, ...]) -> None:
    complaint = bad_pair("6.12.0", python)
    assert complaint is not None
    assert f"PySide6 6.12.0 aborts on Python 3.{python[1]}" in complaint.sentence
    assert complaint.command.endswith("-m pip install PySide6-Essentials==6.11.3")


@pytest.mark.parametrize(("qt", "python"), [("6.12.0", (3, 12, 1)), ("6.11.3", (3, 11, 2))])
def test_sound_pairs_of_qt_and_python_are_not_refused(qt: str, python: tuple[int, ...]) -> None:
    assert bad_pair(qt, python) is None


def test_the_version_of_qt_is_the_one_that_is_installed() -> None:
    assert qt_version() == version("PySide6-Essentials")


def test_without_qt_there_is_no_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(obstacle, "qt_folder", lambda: None)
    assert qt_version() == ""
    monkeypatch.setattr(obstacle, "qt_folder", lambda: tmp_path / "PySide6")
    assert qt_version() == ""


def test_a_missing_library_keeps_the_desk_shut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert desk_obstacle() is None

    def missing(*, screen: bool) -> tuple[str, ...]:
        return () if screen else ("libEGL.so.1",)

    monkeypatch.setattr(obstacle, "missing_libraries", missing)
    complaint = desk_obstacle()
    assert complaint is not None
    assert "libEGL.so.1" in complaint.sentence
