"""The way in: which words open the desk, and what is said where it cannot be opened."""

import gc
import sys
from pathlib import Path

import pytest

import focusdesk.__main__
from focusdesk.__main__ import main
from focusdesk.cli.verbs import VERBS
from tests.cli.command import Command, in_its_own_process

NO_SCREEN = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_the_desk_says_so_and_opens_nothing(store: Path) -> None:
    for words in ([], [store]):
        ran = in_its_own_process(*words, **NO_SCREEN)
        assert (ran.status, ran.out) == (78, "")
        assert ran.err.startswith("focusdesk: There is no screen here")


def test_a_store_that_is_not_there_is_refused_before_anything_is_opened(
    command: Command, tmp_path: Path
) -> None:
    ran = command(tmp_path / "none.focusdesk")
    assert (ran.status, ran.out) == (2, "")
    assert "There is no store" in ran.err


@pytest.mark.parametrize("words", [["months", "--help"], ["--version"], ["due", "2014-01"]])
def test_a_command_does_not_ask_for_a_screen(words: list[str]) -> None:
    assert in_its_own_process(*words, **NO_SCREEN).status == 0


def test_the_desk_is_opened_on_the_store_that_was_named(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path | None] = []

    class App:
        @staticmethod
        def run_desk(path: Path | None) -> int:
            opened.append(path)
            return 0

    monkeypatch.setitem(sys.modules, "focusdesk.app", App)  # pyright: ignore[reportArgumentType]
    monkeypatch.setattr("focusdesk.doctor.obstacle.desk_obstacle", lambda: None)
    assert main([str(store)]) == 0
    monkeypatch.setattr(sys, "argv", ["focusdesk"])
    assert main() == 0
    assert opened == [store, None]


def test_a_missing_window_library_is_named() -> None:
    # In a process of its own: Qt may be loaded here already, and would open a real window.
    code = (
        "import sys; sys.modules['PySide6'] = None; import focusdesk.doctor.obstacle as obstacle; "
        "obstacle.desk_obstacle = lambda: None; "
        "from focusdesk.__main__ import main; sys.exit(main([]))"
    )
    ran = in_its_own_process(code=code)
    assert ran.status == 78
    assert "PySide6" in ran.err
    assert "Traceback" not in ran.err


def test_no_command_is_taken_for_a_store() -> None:
    assert set(VERBS) <= set(focusdesk.__main__.VERBS)


def test_a_command_in_a_process_of_its_own_searches_for_no_garbage(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    searched: list[str] = []
    monkeypatch.setattr(gc, "disable", lambda: searched.append("disabled"))
    monkeypatch.setattr(gc, "freeze", lambda: searched.append("frozen"))
    assert main(["--version"]) == 0
    assert searched == []
    monkeypatch.setattr(sys, "argv", ["focusdesk", "--version"])
    assert main() == 0
    assert searched == ["disabled", "frozen"]
