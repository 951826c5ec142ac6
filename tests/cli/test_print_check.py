"""A printed PDF against a store, part by part."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pikepdf import Pdf

from focusdesk.catalog.loader import load_editions
from focusdesk.cli.print_check import CheckedPrint, check_print
from focusdesk.exchange.file_table import ImportRefused
from focusdesk.export.papers import filing_pdf
from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.period import Period
from focusdesk.store.opening import open_store
from tests.cli.tampering import attached, changed, cover_page


@pytest.fixture
def register(store: Path) -> Iterator[Register]:
    with open_store(store) as opened:
        yield Register(opened, load_editions())


@pytest.fixture
def january(register: Register) -> FilingSession:
    return register.open(register.store.find(Period(2014, 1)))


def checked(register: Register, content: bytes) -> CheckedPrint:
    return check_print(register, content, "january.pdf")


def test_a_print_is_drawn_again_to_the_byte(register: Register, january: FilingSession) -> None:
    found = checked(register, filing_pdf(january))
    assert (found.exact, found.intact, found.drawn_again, found.compared) == (True,) * 4
    assert (found.pages, found.attached, found.elsewhere) == ((), (), False)


def test_every_single_byte_counts(register: Register, january: FilingSession) -> None:
    printed = filing_pdf(january, PrintOrder(schedules=("segregation",)))
    unnoticed: list[int] = []
    for at in range(7, len(printed), len(printed) // 40):
        flipped = bytearray(printed)
        flipped[at] ^= 1
        try:
            found = checked(register, bytes(flipped))
        except ImportRefused:
            continue  # in a sentence, as another test shows
        if found.exact or found.intact:
            unnoticed.append(at)
    assert not unnoticed


@pytest.mark.parametrize("number", range(1, 8))
def test_a_byte_of_a_page_is_found_on_that_page(
    register: Register, january: FilingSession, number: int
) -> None:
    printed = filing_pdf(january)
    with Pdf.open(io.BytesIO(printed)) as pdf:
        drawing = pdf.pages[number - 1].obj.Contents.read_raw_bytes()
    at = printed.index(drawing) + len(drawing) // 2
    flipped = printed[:at] + bytes([printed[at] ^ 4]) + printed[at + 1 :]
    found = checked(register, flipped)
    assert [page.number for page in found.pages] == [number]
    assert not found.exact
    assert not found.attached


def test_a_byte_of_the_attached_figures_is_noticed(
    register: Register, january: FilingSession
) -> None:
    printed = filing_pdf(january)
    with Pdf.open(io.BytesIO(printed)) as pdf:
        packed = attached(pdf).read_raw_bytes()
    at = printed.index(packed) + len(packed) // 2
    flipped = printed[:at] + bytes([printed[at] ^ 4]) + printed[at + 1 :]
    try:
        found = checked(register, flipped)
    except ImportRefused as refused:
        assert "january.pdf" in str(refused)  # noqa: PT017 -- most bytes cannot be unpacked then
    else:
        assert "filing.json" in found.attached


def test_a_review_copy_names_the_tables_after_the_form(
    register: Register, january: FilingSession
) -> None:
    printed = filing_pdf(january, PrintOrder(Copy.REVIEW))
    found = checked(register, changed(printed, cover_page(8)))
    assert [(page.number, page.title) for page in found.pages] == [(8, "review tables")]
