import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from focusdesk.cli.opening import opened
from focusdesk.form.period import Period
from tests.cli.command import Command


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


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to root"
)
def test_a_read_only_folder_can_be_exported_from_and_not_written(
    store: Path, command: Command, tmp_path_factory: pytest.TempPathFactory
) -> None:
    to = tmp_path_factory.mktemp("elsewhere") / "j.json"
    store.parent.chmod(0o500)
    try:
        assert command("export", store, "--period", "2014-01", "--to", to).status == 0
        ran = command("set", store, "--period", "2014-01", "7010=5")
        refused = command("export", store, "--period", "2014-01", "--to", store.parent / "j.json")
    finally:
        store.parent.chmod(0o700)
    assert to.exists()
    assert (ran.status, ran.out) == (2, "")
    assert "cannot be written" in ran.err
    assert (refused.status, refused.out) == (2, "")
