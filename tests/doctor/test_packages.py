from pathlib import Path

import pytest

from focusdesk.doctor import packages
from focusdesk.doctor.packages import (
    DEBIAN_PACKAGES,
    LIBRARIES,
    debian_packages,
    install_command,
    package_tool,
    system_name,
)

ALL = {library.soname for library in LIBRARIES}


@pytest.fixture(autouse=True)
def user_without_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_is_root", lambda: False)


def test_a_bare_debian_is_asked_for_the_eleven_packages_that_bring_the_rest() -> None:
    assert debian_packages(ALL) == DEBIAN_PACKAGES
    assert len(DEBIAN_PACKAGES) == 11


def test_a_debian_that_lacks_one_library_is_asked_for_one_package() -> None:
    assert debian_packages({"libxcb-cursor.so.0"}) == ("libxcb-cursor0",)


def test_a_library_that_the_list_does_not_know_asks_for_everything() -> None:
    assert debian_packages({"libnew.so.1"}) == DEBIAN_PACKAGES


@pytest.mark.parametrize(
    ("tool", "command"),
    [
        ("apt-get", "sudo apt-get install -y --no-install-recommends libegl1 libgl1"),
        ("dnf", "sudo dnf install -y 'libEGL.so.1()(64bit)' 'libGL.so.1()(64bit)'"),
        ("zypper", "sudo zypper install -y 'libEGL.so.1()(64bit)' 'libGL.so.1()(64bit)'"),
        ("pacman", "sudo pacman -S --needed libglvnd"),
        ("", ""),
    ],
)
def test_each_package_tool_gets_its_own_command(tool: str, command: str) -> None:
    assert install_command({"libGL.so.1", "libEGL.so.1"}, tool) == command


def test_root_needs_no_sudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_is_root", lambda: True)
    assert install_command({"libGL.so.1"}, "dnf") == "dnf install -y 'libGL.so.1()(64bit)'"


def test_the_package_tool_is_the_one_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert package_tool() == ""
    tool = tmp_path / "zypper"
    tool.write_text("#!/bin/sh\n")
    tool.chmod(0o755)
    assert package_tool() == "zypper"


def test_the_system_tells_its_own_name(tmp_path: Path) -> None:
    release = tmp_path / "os-release"
    release.write_text('ID=debian\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n')
    assert system_name([tmp_path / "none", release]) == "Debian GNU/Linux 12 (bookworm)"
    assert system_name([tmp_path / "none"]) == ""
