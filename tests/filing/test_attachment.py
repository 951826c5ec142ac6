"""The files that can be attached, and the names under which they can be opened again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.filing.attachment import LARGEST, clean_name, refuse_size, runs_as
from focusdesk.filing.edit import EditRefused


@pytest.mark.parametrize("size", [1, LARGEST])
def test_a_file_that_holds_something_and_is_not_too_large_is_taken(size: int) -> None:
    refuse_size("7010", "letter.pdf", size)


@pytest.mark.parametrize(
    ("size", "sentence"),
    [
        (0, '"letter.pdf" is empty. Attach a file that holds something.'),
        (
            LARGEST + 1,
            '"letter.pdf" has 20.1 MB; a file of at most 20 MB can be attached. Attach a smaller '
            "one, or say in a note where it is kept.",
        ),
    ],
)
def test_another_is_refused_with_what_to_do(size: int, sentence: str) -> None:
    with pytest.raises(EditRefused) as refused:
        refuse_size("7010", "/home/ada/letter.pdf", size)

    assert (str(refused.value), refused.value.code) == (sentence, "7010")


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("letter.pdf", "letter.pdf"),
        ("C:\\Users\\Ada\\Größe 1.PDF", "Größe 1.PDF"),
        ("/tmp/../letter.pdf", "letter.pdf"),  # noqa: S108
        ("Gro\u0308ße.pdf", "Größe.pdf"),
        ("../..", "file"),
        ("", "file"),
        (".bashrc", "bashrc"),
        ("letter.pdf. . ", "letter.pdf"),
        ("letter\u202egpj.exe", "lettergpj.exe"),
        ("a\0b\nc\ud83d.txt", "abc.txt"),
        ('a<b>c:d"e|f?g*.txt', "a_b_c_d_e_f_g_.txt"),
        ("con", "_con"),
        ("Nul .txt", "_Nul.txt"),
        ("lpt1.tar.gz", "_lpt1.tar.gz"),
        ("ä" * 300 + ".xlsx", "ä" * 57 + ".xlsx"),
        ("a." + "b" * 300, "a." + "b" * 118),
    ],
)
def test_a_name_is_one_that_every_system_takes(name: str, clean: str) -> None:
    assert clean_name(name) == clean


@given(st.text())
def test_a_clean_name_has_no_folder_stays_as_it_is_and_fits(name: str) -> None:
    clean = clean_name(name)

    assert clean_name(clean) == clean
    assert not set('/\\<>:"|?*') & set(clean)
    assert clean.isprintable()
    assert 0 < len(clean.encode()) <= 120
    assert clean == clean.strip(" .")


@pytest.mark.parametrize(
    ("name", "runs"),
    [
        ("letter.pdf", ""),
        ("figures.xlsx", ""),
        ("exe", ""),
        ("letter.pdf.EXE", "a program"),
        ("start.desktop", "a program"),
        ("run.Ps1", "a script"),
        ("figures.xlsm", "a document that can hold macros"),
        ("old.xls", "a document that can hold macros"),
        ("old.doc", "a document that can hold macros"),
        ("figures.ods", "a document that can hold macros"),
        ("help.chm", "a program"),
        ("Statement.HTML", "a page that can hold scripts"),
    ],
)
def test_what_may_run_when_it_is_opened_is_named(name: str, runs: str) -> None:
    assert runs_as(name) == runs
