import datetime as dt
from pathlib import Path

import pytest

from focusdesk.cli.output import (
    change_line,
    complain,
    long_date,
    say_json,
    say_table,
    writable_suffix,
    write_answer,
)
from focusdesk.cli.request import Refused
from focusdesk.export.files import FileNotWritten
from focusdesk.filing.edit import Change


def test_sentences_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    complain("It rains.")
    assert capsys.readouterr() == ("", "focusdesk: It rains.\n")


def test_json_is_in_signs_that_every_console_has(capsys: pytest.CaptureFixture[str]) -> None:
    say_json({"message": "7180 \u2212 7060"})
    assert "\\u2212" in capsys.readouterr().out


def test_a_table_has_its_columns_in_line(capsys: pytest.CaptureFixture[str]) -> None:
    say_table(("month", "due"), [("2014-01", ""), ("2014-02", "soon")])
    assert capsys.readouterr().out == "month    due\n2014-01\n2014-02  soon\n"


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (Change("7180", 1036486351, 943189652), "7180  1,036,486,351 -> 943,189,652"),
        (Change("7080", None, -5), "7080  blank -> (5)"),
        (Change("7510", "A", None), "7510  A -> blank"),
        (Change("16", old=True, new=None), "16  yes -> blank"),
    ],
)
def test_a_change_is_told_as_the_form_writes_it(change: Change, line: str) -> None:
    assert change_line(change) == line


def test_a_day_is_told_in_english_words() -> None:
    assert long_date(dt.date(2014, 2, 26)) == "Wednesday, February 26, 2014"


def test_the_kind_of_a_file_is_its_suffix() -> None:
    assert writable_suffix(Path("a.PDF"), (".pdf", ".csv")) == ".pdf"
    with pytest.raises(Refused, match=r'"a\.txt" cannot be written: .* \.pdf, \.csv\.'):
        writable_suffix(Path("a.txt"), (".pdf", ".csv"))


def test_a_file_is_replaced_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    write_answer(path, b"new")
    assert path.read_bytes() == b"new"
    assert capsys.readouterr().err == f"Wrote {path}.\n"
    assert list(tmp_path.iterdir()) == [path]


def test_the_store_is_never_written_over(tmp_path: Path) -> None:
    store = tmp_path / "s.csv"
    store.write_bytes(b"store")
    (tmp_path / "link.csv").symlink_to(store)
    for path in (store, tmp_path / "link.csv", tmp_path / "x" / ".." / "s.csv"):
        with pytest.raises(Refused, match="is the store itself"):
            write_answer(path, b"new", store)
    assert store.read_bytes() == b"store"


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten, match="no folder"):
        write_answer(tmp_path / "none" / "a.csv", b"new")
