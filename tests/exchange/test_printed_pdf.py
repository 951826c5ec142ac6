"""What travels inside a printed PDF, and what is refused of a file that someone sends."""

import io
import re
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Encryption, Name, ObjectStreamMode, Pdf, settings

from focusdesk.exchange.file_lines import read_file
from focusdesk.exchange.file_table import FileLine, ImportRefused
from focusdesk.exchange.printed_pdf import (
    MOST_UNPACKED,
    DamagedPdf,
    PrintInside,
    read_prints,
)
from tests.exchange.printed_files import (
    FIGURES,
    attach_again,
    pdf_with,
    two_streams_under_one_name,
)

PRINTED = pdf_with(("filing.json", FIGURES), ("print.json", b'{"copy": "filing"}'))


def test_the_files_that_belong_to_a_print_are_read() -> None:
    (inside,) = read_prints(PRINTED, "a.pdf")
    assert inside == PrintInside("", FIGURES, b'{"copy": "filing"}')
    assert inside.figures_name == "filing.json"


def test_the_months_of_a_bundle_are_read_one_by_one() -> None:
    content = pdf_with(
        ("2013-12/filing.json", b"{}"),
        ("2014-01/filing.json", FIGURES),
        ("2014-01/print.json", b"[]"),
    )
    december, january = read_prints(content, "a.pdf")
    assert december == PrintInside("2013-12/", b"{}", None)
    assert january == PrintInside("2014-01/", FIGURES, b"[]")
    assert january.figures_name == "2014-01/filing.json"


def test_other_files_that_are_attached_are_passed_over() -> None:
    content = pdf_with(("cover letter.txt", b"Dear Sirs"), ("filing.json", FIGURES))
    assert read_prints(content, "a.pdf") == (PrintInside("", FIGURES, None),)


def test_a_file_that_is_only_listed_for_readers_counts() -> None:
    def not_associated(pdf: Pdf) -> None:
        del pdf.Root.AF

    content = pdf_with(("filing.json", FIGURES), change=not_associated)
    assert read_prints(content, "a.pdf")[0].figures == FIGURES


def test_a_file_that_is_not_packed_counts() -> None:
    def unpack(pdf: Pdf) -> None:
        pdf.Root.AF[0].EF.F.write(FIGURES)

    content = pdf_with(("filing.json", b"{}"), change=unpack)
    assert read_prints(content, "a.pdf")[0].figures == FIGURES


@pytest.mark.parametrize("content", [b"", b"code,value\n", b"%PDX-1.7", b" " * 2000 + PRINTED])
def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(ImportRefused, match=r"a\.pdf is not a PDF\."):
        read_prints(content, "a.pdf")


@pytest.mark.parametrize("files", [(), (("other.json", FIGURES),), (("print.json", b"{}"),)])
def test_a_pdf_without_figures_is_refused(files: tuple[tuple[str, bytes], ...]) -> None:
    with pytest.raises(ImportRefused, match=r"a\.pdf carries no figures: no filing\.json"):
        read_prints(pdf_with(*files), "a.pdf")


@pytest.mark.parametrize("change", [attach_again, two_streams_under_one_name])
def test_figures_that_are_there_twice_are_refused(change: Callable[[Pdf], object]) -> None:
    content = pdf_with(("filing.json", FIGURES), change=change)
    with pytest.raises(DamagedPdf, match=r"more than one filing\.json attached, and they may"):
        read_prints(content, "a.pdf")


@pytest.mark.parametrize("password", ["", "secret"])
def test_an_encrypted_pdf_is_refused(password: str) -> None:
    with Pdf.open(io.BytesIO(PRINTED)) as pdf, io.BytesIO() as written:
        pdf.save(written, encryption=Encryption(owner="owner", user=password))
        content = written.getvalue()
    with pytest.raises(ImportRefused, match=r"a\.pdf is encrypted\. Use the file as focusdesk"):
        read_prints(content, "a.pdf")


def test_what_another_program_packed_anew_is_refused() -> None:
    content = pdf_with(("filing.json", FIGURES), packed=ObjectStreamMode.generate)
    with pytest.raises(DamagedPdf, match="saved again by another program"):
        read_prints(content, "a.pdf")


def bomb(pdf: Pdf) -> None:
    packed = zlib.compress(bytes(50 * 2**20), level=9)
    pdf.Root.AF[0].EF.F.write(packed, filter=Name.FlateDecode)


def bomb_within_a_bomb(pdf: Pdf) -> None:
    packed = zlib.compress(zlib.compress(bytes(50 * 2**20), level=9), level=9)
    both = Array([Name.FlateDecode, Name.FlateDecode])
    pdf.Root.AF[0].EF.F.write(packed, filter=both)


def with_a_predictor(pdf: Pdf) -> None:
    stream = pdf.Root.AF[0].EF.F
    parameters = Dictionary(Predictor=12, Columns=2**30)
    stream.write(zlib.compress(b"{}"), filter=Name.FlateDecode, decode_parms=parameters)


def broken_off(pdf: Pdf) -> None:
    pdf.Root.AF[0].EF.F.write(zlib.compress(FIGURES)[:-9], filter=Name.FlateDecode)


def no_stream(pdf: Pdf) -> None:
    pdf.Root.AF[0].EF.F = Name.Nothing
    del pdf.Root.AF[0].EF.UF


def no_list(pdf: Pdf) -> None:
    pdf.Root.AF = Name.Nothing


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (bomb, r"filing\.json in a\.pdf is larger than 2 MB once it is unpacked; no filing is\."),
        (bomb_within_a_bomb, r"a\.pdf is damaged.*packed in another way than focusdesk packs it"),
        (with_a_predictor, r"a\.pdf is damaged.*packed in another way"),
        (broken_off, r"a\.pdf is damaged, .*filing\.json breaks off\)"),
        (no_stream, r"a\.pdf is damaged"),
        (no_list, r"a\.pdf is damaged"),
    ],
)
def test_a_hostile_attachment_is_refused_before_it_is_unpacked(
    change: Callable[[Pdf], object], words: str
) -> None:
    content = pdf_with(("filing.json", FIGURES), change=change)
    with pytest.raises(DamagedPdf, match=words):
        read_prints(content, "a.pdf")


def test_the_largest_file_is_read_and_one_byte_more_is_not() -> None:
    largest = b" " * MOST_UNPACKED
    assert read_prints(pdf_with(("filing.json", largest)), "a.pdf")[0].figures == largest
    with pytest.raises(DamagedPdf, match="larger than 2 MB"):
        read_prints(pdf_with(("filing.json", largest + b" ")), "a.pdf")


def test_the_limits_of_the_library_are_as_before() -> None:
    before = settings.get_qpdf_limits()
    assert before["max_stream_filters"], "an earlier test has left them changed"
    read_prints(PRINTED, "a.pdf")
    with pytest.raises(DamagedPdf):
        read_prints(PRINTED[:-200], "a.pdf")
    assert settings.get_qpdf_limits() == before


@given(st.integers(0, len(PRINTED) - 1), st.binary(max_size=9), st.integers(0, 9))
def test_a_damaged_pdf_is_read_or_refused_in_a_sentence(at: int, put: bytes, taken: int) -> None:
    content = PRINTED[:at] + put + PRINTED[at + taken :]
    try:
        prints = read_prints(content, "a.pdf")
    except ImportRefused as refused:
        sentence = str(refused)
        assert re.fullmatch(r"a\.pdf .*\.", sentence)
        assert "BytesIO" not in sentence
    else:
        assert prints


def test_a_pdf_is_imported_as_the_json_that_it_carries(tmp_path: Path) -> None:
    path = tmp_path / "January.PDF"
    path.write_bytes(PRINTED)
    content = read_file(path)
    assert content.lines == (FileLine("", "7010", 5),)
    assert (content.name, content.period, content.edition, content.amendment) == (
        "January.PDF",
        "2014-01",
        "2014-01",
        "0",
    )


def test_figures_that_are_no_json_are_named_with_their_file(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_with(("filing.json", b"{")))
    with pytest.raises(ImportRefused, match=r"filing\.json in a\.pdf is not readable JSON"):
        read_file(path)


def test_a_bundle_is_not_imported(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_with(("2013-12/filing.json", b"{}"), ("2014-01/filing.json", b"{}")))
    with pytest.raises(ImportRefused, match=r"a\.pdf holds 2 months\. Import the file of one"):
        read_file(path)
