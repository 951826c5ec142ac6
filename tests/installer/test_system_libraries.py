"""apt and sudo are stand-ins here that write down how they were called."""

import shlex
import sys
from pathlib import Path

import pytest

from installer import system_libraries
from installer.environment import Environment
from installer.progress import Progress, SetUpStopped
from installer.system_libraries import SystemLibraries

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a matter of Linux")


class Machine:
    """A machine without libEGL, made of small scripts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "bin"
        self.calls = folder / "calls"
        self.bin.mkdir()
        self.environment = Environment(folder)
        self.environment.python.parent.mkdir(parents=True)
        self.tool("env", 'while expr "$1" : ".*=" >/dev/null; do shift; done; exec "$@"')
        for name in ("expr", "mkdir", "touch", "cat", "test"):
            (self.bin / name).symlink_to(f"/usr/bin/{name}")
        python = self.environment.python
        answer = f'test -e {shlex.quote(str(folder / "brought"))} && echo "[]" || echo'
        python.write_text(f"#!/bin/sh\n{answer} '[\"libEGL.so.1\"]'\n")
        python.chmod(0o755)

    def tool(self, name: str, body: str) -> None:
        path = self.bin / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >> {shlex.quote(str(self.calls))}\n{body}\n')
        path.chmod(0o755)

    def bring(self, *, screen: bool = True) -> list[str]:
        """Bring the libraries and give the calls that it took."""
        progress = Progress(self.folder / "log")
        SystemLibraries(self.environment, progress).bring(screen=screen)
        calls = self.calls.read_text() if self.calls.exists() else ""
        return [line for line in calls.splitlines() if not line.startswith("env ")]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine(tmp_path)
    monkeypatch.setenv("PATH", str(made.bin))
    monkeypatch.setattr(system_libraries, "_LISTS", tmp_path / "lists")
    monkeypatch.setattr(system_libraries, "is_root", lambda: True)
    return made


BROUGHT = 'test "$1" = update || touch "{0}/brought"'


def test_nothing_is_called_when_nothing_is_missing(machine: Machine) -> None:
    (machine.folder / "brought").touch()
    assert machine.bring() == []


def test_root_gets_the_packages_by_apt_and_empty_lists_are_renewed_first(
    machine: Machine,
) -> None:
    machine.tool("apt-get", BROUGHT.format(machine.folder))
    assert machine.bring() == [
        "apt-get update",
        "apt-get install -y --no-install-recommends libegl1",
    ]


def test_a_user_who_may_use_sudo_without_a_password_gets_them_the_same_way(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_libraries, "is_root", lambda: False)
    (machine.folder / "lists").mkdir()
    (machine.folder / "lists" / "deb_Packages").touch()
    machine.tool("sudo", 'shift; test "$1" = true || exec "$@"')
    machine.tool("apt-get", BROUGHT.format(machine.folder))
    assert machine.bring()[-1] == "apt-get install -y --no-install-recommends libegl1"


def test_a_user_without_root_gets_them_inside_the_environment(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_libraries, "is_root", lambda: False)
    machine.tool(
        "apt-get",
        'case "$*" in *install*) echo "Inst libegl1 (1.6.0-1 Debian:12 [amd64])";'
        ' echo "Inst libold [1.0] (2.0 Debian:12 [amd64])";;'
        " *download*) touch libegl1.deb;; esac",
    )
    machine.tool(
        "dpkg",
        f'mkdir -p "$3/usr/lib/x86_64-linux-gnu"; touch {shlex.quote(str(machine.folder))}/brought',
    )
    calls = machine.bring()
    assert any(call.endswith("download libegl1=1.6.0-1 libold=2.0") for call in calls)
    assert all("Dir::State::lists=" in call for call in calls if call.startswith("apt-get"))
    variables = SystemLibraries(machine.environment, Progress(machine.folder / "log")).variables()
    assert variables["LD_LIBRARY_PATH"].startswith(str(machine.environment.folder / "syslibs"))
    assert not (machine.environment.folder / "apt").exists()


def test_what_cannot_be_brought_is_a_sentence_with_the_command(machine: Machine) -> None:
    machine.tool("dnf", "exit 1")
    with pytest.raises(SetUpStopped, match=r"does not have: libEGL\.so\.1") as stopped:
        machine.bring()
    assert stopped.value.status == 78
    assert "dnf install -y 'libEGL.so.1()(64bit)'" in stopped.value.sentence
    assert not machine.calls.exists()


def test_when_apt_fails_the_command_is_left_to_the_user(machine: Machine) -> None:
    machine.tool("apt-get", 'echo "E: Unable to locate package libegl1"; exit 100')
    with pytest.raises(SetUpStopped, match="apt-get install -y --no-install-recommends libegl1"):
        machine.bring(screen=False)
