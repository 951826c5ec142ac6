"""Files reach the disk whole or not at all."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from focusdesk.export.files import FileNotWritten, write_whole


def test_a_file_is_written(tmp_path: Path) -> None:
    write_whole(tmp_path / "report.pdf", b"%PDF")

    assert (tmp_path / "report.pdf").read_bytes() == b"%PDF"
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)

    write_whole(path, b"new")

    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_a_new_file_gets_what_the_umask_allows(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "report.pdf", b"%PDF")
    finally:
        assert os.umask(before) == 0o027

    assert stat.S_IMODE((tmp_path / "report.pdf").stat().st_mode) == 0o640


def test_a_missing_folder_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten, match=r"there is no folder .*nowhere"):
        write_whole(tmp_path / "nowhere" / "report.pdf", b"%PDF")


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").mkdir()

    with pytest.raises(FileNotWritten, match="it is a folder"):
        write_whole(tmp_path / "report.pdf", b"%PDF")


def test_a_failure_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileNotWritten, match="No space left on device"):
        write_whole(path, b"new")

    assert path.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_that_refuses_is_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(FileNotWritten, match="may write"):
            write_whole(tmp_path / "report.pdf", b"%PDF")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "report.pdf"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as readers:
        read = readers.submit(pipe.read_bytes)
        write_whole(pipe, b"%PDF")

    assert read.result() == b"%PDF"
    assert pipe.is_fifo()


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make links")
def test_a_link_goes_on_pointing_where_it_points(tmp_path: Path) -> None:
    (tmp_path / "2014").mkdir()
    link = tmp_path / "report.pdf"
    link.symlink_to(tmp_path / "2014" / "january.pdf")

    write_whole(link, b"%PDF")

    assert link.is_symlink()
    assert (tmp_path / "2014" / "january.pdf").read_bytes() == b"%PDF"
