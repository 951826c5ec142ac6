"""One month of a printed PDF against a store."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from focusdesk.catalog.loader import load_editions
from focusdesk.cli.month_check import CheckedMonth, check_month
from focusdesk.exchange.printed_pdf import DamagedPdf, PrintInside, read_prints
from focusdesk.export.papers import filing_pdf
from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.filing.edit import Cause, Change, Edit
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.period import Period
from focusdesk.store.opening import open_store


@pytest.fixture
def register(store: Path) -> Iterator[Register]:
    with open_store(store) as opened:
        yield Register(opened, load_editions())


@pytest.fixture
def january(register: Register) -> FilingSession:
    return register.open(register.store.find(Period(2014, 1)))


def inside(printed: bytes) -> PrintInside:
    (only,) = read_prints(printed, "a.pdf")
    return only


def checked(register: Register, each: PrintInside, file: bytes = b"") -> CheckedMonth:
    return check_month(register, each, "a.pdf", hashlib.sha256(file).hexdigest())


def test_a_month_as_it_was_printed_is_equal_and_drawn_again(
    register: Register, january: FilingSession
) -> None:
    printed = filing_pdf(january)
    found = checked(register, inside(printed))
    assert (found.equal, found.differing, found.unfounded, found.remarks) == (True, (), (), ())
    assert found.filing == january.filing
    assert found.drawn is not None
    assert found.drawn.pdf == printed
    assert found.drawn.tabs[:2] == ("Cover", "Segregation")


def test_the_record_of_the_very_file_is_found_among_all(
    register: Register, january: FilingSession
) -> None:
    printed = filing_pdf(january, PrintOrder(Copy.SIGNATURE))
    january.mark_printed(printed)
    january.mark_printed(b"a later one")
    found = checked(register, inside(printed), printed)
    assert found.signed == register.store.print_records(january.filing)[0]
    assert checked(register, inside(printed), b"another").signed is None


def test_what_was_printed_is_drawn_again_from_its_own_figures(
    register: Register, january: FilingSession
) -> None:
    printed = filing_pdf(january)
    january.apply(Edit({"7100": 1}, Cause.TYPED))
    found = checked(register, inside(printed))
    assert not found.equal
    assert found.differing[0] == Change("7100", 93_296_699, 1)
    assert found.unfounded == ()
    assert found.drawn is not None
    assert found.drawn.pdf == printed


def test_figures_that_were_changed_inside_the_file_are_not_what_is_drawn_again(
    register: Register, january: FilingSession
) -> None:
    printed = filing_pdf(january)
    own = inside(printed)
    forged = replace(own, figures=own.figures.replace(b'"7100": 93296699', b'"7100": 1'))
    found = checked(register, forged)
    assert found.differing == (Change("7100", 1, 93_296_699),)
    assert [change.code for change in found.unfounded] == ["7180", "7190", "7198"]
    assert found.drawn is not None
    assert found.drawn.pdf == printed


def test_a_month_in_another_edition_is_not_compared(
    register: Register, january: FilingSession
) -> None:
    own = inside(filing_pdf(january))
    other = replace(own, figures=own.figures.replace(b'"2014-01",\n "am', b'"2026-03",\n "am'))
    found = checked(register, other)
    assert found.filing is None
    assert (
        "was printed in the edition 2026-03; the store holds it in the edition 2014-01."
        in (found.remarks[0])
    )


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b'"period": "2014-01"', b'"period": "soon"', "does not say of which filing it is"),
        (b'"amendment": 0', b'"amendment": "x"', "does not say of which filing it is"),
        (b'"7100": 93296699', b'"9999": 93296699', r"filing\.json in a\.pdf, 9999: The form has"),
        (b'"7100": 93296699', b'"7100": 1.5', r'7100: "1\.5" has cents'),
        (b'"7100": 93296699', b'"7010": 93296699', "7010: The code stands in the file twice"),
        (b'"values": {', b'"values": [', "cannot be read. The file was changed"),
        (
            b'"7010": 347295282',
            b'"7010": 9223372036854775807',
            "a total of the figures that it carries would overflow",
        ),
    ],
)
def test_figures_that_no_program_of_ours_wrote_are_damage(
    register: Register, january: FilingSession, old: bytes, new: bytes, words: str
) -> None:
    own = inside(filing_pdf(january))
    assert own.figures.count(old) == 1
    with pytest.raises(DamagedPdf, match=words):
        checked(register, replace(own, figures=own.figures.replace(old, new)))


@pytest.mark.parametrize("how", [None, b"", b"{}"])
def test_a_print_that_does_not_say_how_it_was_made_is_damage(
    register: Register, january: FilingSession, how: bytes | None
) -> None:
    own = inside(filing_pdf(january))
    with pytest.raises(DamagedPdf, match=r"a\.pdf: What the file says of how it was printed"):
        checked(register, replace(own, how=how))


def test_a_page_that_cannot_be_ordered_cannot_be_drawn_again(
    register: Register, january: FilingSession
) -> None:
    own = inside(filing_pdf(january))
    assert own.how is not None
    found = checked(register, replace(own, how=own.how.replace(b'"cover"', b'"covers"')))
    assert found.drawn is None
    assert found.remarks[-1].startswith('It cannot be drawn again: There is no schedule "covers"')
