import os
import subprocess
import sys
from pathlib import Path

import pytest

from focusdesk.doctor import libraries
from focusdesk.doctor.libraries import (
    library_complaint,
    missing_libraries,
    own_libraries,
    qt_folder,
    restart_with_own_libraries,
    unloadable,
)
from focusdesk.doctor.packages import Library

ABSENT = "libfocusdesk-absent.so.7"
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="a matter of Linux's loader")


@only_linux
def test_a_library_that_does_not_load_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    known = (Library("libc.so.6", "libc6", "glibc"), Library(ABSENT, "absent", "absent"))
    monkeypatch.setattr(libraries, "LIBRARIES", known)
    assert missing_libraries() == (ABSENT,)
    assert missing_libraries(screen=False) == ()


@only_linux
def test_qt_here_loads_and_its_folder_is_found_without_importing_it() -> None:
    words = "import sys, focusdesk.doctor.libraries as l; l.qt_folder(); print(*sys.modules)"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", words], capture_output=True, text=True, check=True
    )
    assert "PySide6" not in done.stdout.split()
    folder = qt_folder()
    assert folder is not None
    assert (folder / "Qt/plugins/platforms/libqxcb.so").is_file()
    assert unloadable(screen=False) == ()


@only_linux
def test_what_the_real_plugin_lacks_is_told_in_the_loaders_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libraries, "qt_folder", lambda: tmp_path)
    faults = unloadable()
    assert len(faults) == 4
    assert all("cannot open shared object file" in fault for fault in faults)
    assert "libqxcb.so" in faults[-1]


def test_a_missing_library_is_a_sentence_with_the_one_command() -> None:
    complaint = library_complaint(["libEGL.so.1: cannot open shared object file"], "apt-get")
    assert complaint is not None
    assert "does not have: libEGL.so.1." in complaint.sentence
    assert complaint.command.endswith("--no-install-recommends libegl1")
    assert complaint.stops


def test_where_no_package_tool_is_known_the_sentence_says_what_to_install() -> None:
    complaint = library_complaint([ABSENT], "")
    assert complaint is not None
    assert complaint.command == ""
    assert complaint.sentence.endswith("Install the packages that hold them.")


def test_a_fault_that_is_no_missing_library_is_told_as_it_is() -> None:
    complaint = library_complaint(["/x/libQt6Gui.so.6: undefined symbol: none"], "apt-get")
    assert complaint is not None
    assert complaint.sentence.startswith("Qt does not load on this machine: /x/libQt6Gui.so.6:")


def test_nothing_missing_is_no_complaint() -> None:
    assert library_complaint(()) is None


def test_libraries_that_set_up_unpacked_come_before_those_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/elsewhere")
    assert own_libraries(tmp_path) == {}
    folder = tmp_path / "syslibs/usr/lib/x86_64-linux-gnu"
    folder.mkdir(parents=True)
    assert own_libraries(tmp_path)["LD_LIBRARY_PATH"] == f"{folder}:/elsewhere"


@only_linux
def test_a_process_that_does_not_see_its_own_libraries_starts_anew_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "syslibs/lib/x86_64-linux-gnu"
    folder.mkdir(parents=True)
    monkeypatch.setattr(libraries, "own_libraries", lambda: own_libraries(tmp_path))
    monkeypatch.delenv("LD_LIBRARY_PATH", raising=False)
    started: list[str] = []

    def exec_in_place(_program: str, _arguments: list[str], environment: dict[str, str]) -> None:
        started.append(environment["LD_LIBRARY_PATH"])

    monkeypatch.setattr(os, "execve", exec_in_place)
    restart_with_own_libraries()
    assert started == [str(folder)]
    monkeypatch.setenv("LD_LIBRARY_PATH", started[0])
    restart_with_own_libraries()
    assert len(started) == 1
