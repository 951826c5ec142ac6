import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from focusdesk import __version__
from focusdesk.cli import form_verbs, run
from focusdesk.cli.verbs import VERBS
from tests.cli.command import ROOT, Command, in_its_own_process


def test_version_and_help(command: Command) -> None:
    assert command("--version") == (0, f"focusdesk {__version__}\n", "")
    ran = command("--help")
    assert ran.status == 0
    assert command("help") == command("-h") == ran
    assert all(f"\n{name} " in ran.out for name in VERBS)
    assert command("set", "--help").out.startswith("usage: focusdesk set [STORE] --period 2014-01")


def test_a_command_that_does_not_exist_is_refused(command: Command) -> None:
    ran = command("exprot", "s.focusdesk")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith('focusdesk: There is no command "exprot". Commands: sample, new')


@pytest.mark.parametrize("name", sorted(run.REFUSALS))
def test_every_refusal_that_is_named_exists(name: str) -> None:
    module, _, kind = name.rpartition(".")
    assert issubclass(getattr(importlib.import_module(module), kind), Exception)


def test_a_fault_of_the_program_is_logged_and_told_in_a_sentence(
    command: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble() -> None:
        message = "nobody thought of this"
        raise RuntimeError(message)

    monkeypatch.setattr(form_verbs, "load_editions", stumble)
    ran = command("editions")
    assert (ran.status, ran.out) == (70, "")
    assert ran.err.startswith(
        "focusdesk: This is a fault of the program, not of what you typed "
        "(RuntimeError: nobody thought of this)."
    )
    assert "Traceback" not in ran.err
    (log,) = home.rglob("faults.log")
    assert str(log) in ran.err
    assert "in stumble" in log.read_text(encoding="utf-8")


def test_a_fault_that_cannot_be_logged_is_told_all_the_same(
    command: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "XDG_STATE_HOME").write_text("in the way", encoding="utf-8")
    monkeypatch.setattr(form_verbs, "load_editions", lambda: 1 / 0)
    ran = command("editions")
    assert ran.status == 70
    assert "Its details could not be written down." in ran.err


def test_a_library_that_is_missing_is_named(
    command: Command, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in list(sys.modules):
        if name.startswith("focusdesk.exchange.") and "workbook" in name:
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    ran = command("export", sample, "--period", "2014-01", "--to", tmp_path / "j.xlsx")
    assert ran.status == 78
    assert ran.err.startswith("focusdesk: The library openpyxl is missing here.")


def test_what_the_system_refuses_is_told_with_its_file(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise PermissionError(13, "Permission denied", "forms")

    monkeypatch.setattr(form_verbs, "load_editions", refuse)
    assert command("editions") == (
        2,
        "",
        'focusdesk: "forms": Permission denied. Nothing more was done.\n',
    )


def test_ctrl_c_stops_without_a_traceback(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(form_verbs, "load_editions", interrupt)
    assert command("editions") == (130, "", "focusdesk: Stopped.\n")


def test_a_reader_that_has_had_enough_is_no_fault(sample: Path) -> None:
    with subprocess.Popen(  # noqa: S603 -- our own program
        [sys.executable, "-m", "focusdesk", "months", str(sample)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no shell that closes a stream")
def test_an_edit_is_done_where_nobody_listens(store: Path) -> None:
    words = ("set", str(store), "--period", "2014-01", "7100=0")
    closed = 'exec "$0" -m focusdesk "$@" >&- 2>&-'
    ran = subprocess.run(  # noqa: S603 -- our own program
        ["/bin/sh", "-c", closed, sys.executable, *words], check=False, cwd=ROOT
    )
    assert ran.returncode == 0
    again = in_its_own_process(*words)
    assert again.out == "Nothing changed: the boxes hold these values already.\n"


def test_a_console_that_lacks_a_sign_gets_it_spelled_out(sample: Path) -> None:
    ran = in_its_own_process(
        "explain", sample, "--period", "2014-01", "7190", PYTHONIOENCODING="ascii"
    )
    assert (ran.status, ran.err) == (0, "")
    assert "1,036,486,351 \\u2212 948,878,264" in ran.out


def test_export_to_json_imports_nothing_that_it_does_not_need(sample: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from focusdesk.__main__ import main; status = main(sys.argv[1:]); "
        "print(*sorted({name.split('.')[0] for name in sys.modules} | set(sys.modules))); "
        "sys.exit(status)"
    )
    ran = in_its_own_process(
        "export", sample, "--period", "2014-01", "--to", tmp_path / "j.json", code=code
    )
    assert ran.status == 0
    unneeded = {
        "PySide6",
        "openpyxl",
        "reportlab",
        "holidays",
        "alembic",
        "sqlalchemy.orm",
        "platformdirs",
        "focusdesk.calendars",
        "focusdesk.app",
    }
    assert unneeded.isdisjoint(ran.out.split())


@pytest.mark.skipif(os.name != "posix", reason="the words of Unix")
def test_a_command_tells_its_status_to_the_shell(sample: Path, tmp_path: Path) -> None:
    assert in_its_own_process("verify", sample).status == 0
    assert in_its_own_process("verify", tmp_path).status == 2
