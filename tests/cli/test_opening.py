import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from focusdesk.cli.opening import opened
from focusdesk.form.period import Period
from focusdesk.resources import resource_path
from tests.cli.command import Command

NOBODY = 65534


def test_a_store_is_opened_with_the_editions_of_the_form(sample: Path) -> None:
    with opened(sample) as register:
        filing = register.store.find(Period(2014, 1))
        assert register.open(filing).value("7190") == 87608087


def test_without_a_name_the_default_store_is_opened(home: Path, command: Command) -> None:
    command("new", "--period", "2014-01")
    with opened(None) as register:
        assert [filing.period for filing in register.store.filings()] == [Period(2014, 1)]
    assert home.exists()


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA user_version = 99")


def _text(path: Path) -> None:
    path.write_text("code,value\n" * 100, encoding="utf-8")


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE something (x)")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (_newer, "was made by a newer focusdesk"),
        (_text, "is not a focusdesk store"),
        (_foreign, "not a focusdesk store"),
        (_folder, "is a folder"),
        (_empty, "is not a focusdesk store"),
    ],
)
@pytest.mark.parametrize(
    "words",
    [
        ["months"],
        ["set", "--period", "2014-01", "7010=5"],
        ["export", "--period", "2014-01", "--to", "never.json"],
        ["new", "--period", "2014-07"],
    ],
)
def test_what_is_no_store_is_refused_in_a_sentence(
    store: Path, command: Command, spoil: Callable[[Path], None], why: str, words: list[str]
) -> None:
    spoil(store)
    before = store.read_bytes() if store.is_file() else None
    ran = command(words[0], store, *words[1:])
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("focusdesk: ")
    assert why in ran.err
    assert "Traceback" not in ran.err
    assert (store.read_bytes() if store.is_file() else None) == before
    assert not Path("never.json").exists()


@pytest.mark.parametrize("name", ["months", "verify"])
def test_a_store_that_is_not_there_is_refused_and_not_made(
    command: Command, tmp_path: Path, name: str
) -> None:
    ran = command(name, tmp_path / "none.focusdesk")
    assert (ran.status, ran.out) == (2, "")
    assert "none.focusdesk" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_user_without_a_store_is_told_how_to_start_one(home: Path, command: Command) -> None:
    ran = command("months")
    assert (ran.status, ran.out) == (2, "")
    assert "You have no store of your own yet" in ran.err
    assert list(home.iterdir()) == []


@contextmanager
def _unprivileged() -> Generator[None]:
    """Be a user who has to respect a folder's mode."""
    if os.geteuid() != 0:
        yield
        return
    os.setresgid(NOBODY, NOBODY, 0)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)


@pytest.mark.skipif(not hasattr(os, "setresuid"), reason="needs the users of Linux")
def test_a_read_only_folder_can_be_exported_from_and_not_written(
    sample: Path, command: Command
) -> None:
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o777)
        folder, to = Path(place) / "kept", Path(place) / "j.json"
        folder.mkdir()
        store = Path(shutil.copy(sample, folder / "s.focusdesk"))
        store.chmod(0o644)
        before = store.read_bytes()
        month = [store, "--period", "2014-01"]
        # Once before, because an unprivileged user may not read the libraries of this one.
        command("export", *month, "--to", to)
        to.unlink()
        folder.chmod(0o555)
        with _unprivileged():
            if not os.access(resource_path("forms"), os.R_OK):
                pytest.skip("an unprivileged user cannot read this checkout")
            exported = command("export", *month, "--to", to)
            refused = [
                command("set", *month, "7010=5"),
                command("export", *month, "--to", folder / "j.json"),
                command("new", folder / "n.focusdesk", "--period", "2014-01"),
            ]
        folder.chmod(0o755)
        assert exported == (0, "", f"Wrote {to}.\n")
        assert [(ran.status, ran.out) for ran in refused] == [(2, "")] * 3
        assert "cannot be written" in refused[0].err
        assert [path.name for path in folder.iterdir()] == ["s.focusdesk"]
        assert store.read_bytes() == before
