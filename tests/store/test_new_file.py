import errno
import os
from collections.abc import Callable
from pathlib import Path
from stat import S_IMODE

import pytest

from focusdesk.filing.ports import StoreFailed
from focusdesk.store.new_file import new_file


def make(path: Path, text: str = "whole") -> None:
    with new_file(path) as beside:
        beside.write_text(text)


def test_the_file_is_there_when_the_block_ends(tmp_path: Path) -> None:
    with new_file(tmp_path / "new") as beside:
        beside.write_text("whole")
        assert not (tmp_path / "new").exists()
    assert (tmp_path / "new").read_text() == "whole"
    assert list(tmp_path.iterdir()) == [tmp_path / "new"]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such permissions")
def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        make(tmp_path / "new")
    finally:
        os.umask(before)
    assert S_IMODE((tmp_path / "new").stat().st_mode) == 0o600


def test_a_block_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        fail_half_way(tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_that_name_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("old")
    with pytest.raises(StoreFailed, match="there already and is not overwritten"):
        make(tmp_path / "old")
    assert (tmp_path / "old").read_text() == "old"


@pytest.mark.parametrize("hard_links", [True, False])
def test_a_file_that_appears_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, hard_links: bool
) -> None:
    if not hard_links:
        forget_hard_links(monkeypatch)
    with (
        pytest.raises(StoreFailed, match="there already and is not overwritten"),
        new_file(tmp_path / "new"),
    ):
        (tmp_path / "new").write_text("of another program")
    assert (tmp_path / "new").read_text() == "of another program"
    assert list(tmp_path.iterdir()) == [tmp_path / "new"]


def test_a_file_system_without_hard_links_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_hard_links(monkeypatch)
    make(tmp_path / "new")
    assert (tmp_path / "new").read_text() == "whole"
    assert list(tmp_path.iterdir()) == [tmp_path / "new"]


@pytest.mark.parametrize("leftover", ["-journal", "-wal", "-shm"])
def test_a_journal_of_a_store_that_is_gone_is_not_played_into_a_new_one(
    tmp_path: Path, leftover: str
) -> None:
    (tmp_path / f"new{leftover}").touch()
    with pytest.raises(StoreFailed, match="belongs to an earlier store of that name"):
        make(tmp_path / "new")


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreFailed, match="No such file or directory"):
        make(tmp_path / "missing" / "new")


def test_a_folder_that_cannot_be_written_is_named(
    open_folder: Path, give_up_rights: Callable[[], None]
) -> None:
    open_folder.chmod(0o555)
    give_up_rights()
    with pytest.raises(StoreFailed, match="Permission denied"):
        make(open_folder / "new")


def fail_half_way(path: Path) -> None:
    with new_file(path) as beside:
        beside.with_name(beside.name + "-journal").touch()
        raise ZeroDivisionError


def forget_hard_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
