from pathlib import Path

import pytest

from focusdesk.app.attached_copies import AttachedCopies, read_attached
from focusdesk.filing.attachment import LARGEST
from focusdesk.ui.edges import EdgeRefused


def test_a_file_is_read_byte_by_byte(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF\r\n\0")
    assert read_attached(path) == b"%PDF\r\n\0"


def test_what_cannot_be_attached_is_refused_with_a_sentence(tmp_path: Path) -> None:
    empty, large = tmp_path / "empty.txt", tmp_path / "large.bin"
    empty.touch()
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    for path, why in (
        (tmp_path, "it is no file"),
        (tmp_path / "missing.pdf", "it is no file"),
        (empty, "is empty"),
        (large, "at most 20 MB"),
    ):
        with pytest.raises(EdgeRefused, match=why):
            read_attached(path)


def test_copies_can_only_be_read_and_two_of_one_name_do_not_meet() -> None:
    copies = AttachedCopies()
    first, second = copies.keep("a.pdf", b"1"), copies.keep("a.pdf", b"2")
    assert (first.name, first.read_bytes(), second.read_bytes()) == ("a.pdf", b"1", b"2")
    assert first.stat().st_mode & 0o222 == 0
    assert first.parent.stat().st_mode & 0o077 == 0
    folder = first.parent.parent
    del copies
    assert not folder.exists()


def test_a_disk_that_refuses_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    with pytest.raises(EdgeRefused, match="Save a copy to a folder of your own"):
        AttachedCopies().keep("a.pdf", b"1")
