"""What a print says of how it was made."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.filing.carried_figures import KnownFigure
from focusdesk.filing.compare import ComparedMonth
from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.filing.explanation import Explanation, Explanations, line, pool
from focusdesk.filing.filing import Filing, Note
from focusdesk.filing.fingerprint import fingerprint, month_digest
from focusdesk.filing.given_figure import GivenFigure
from focusdesk.filing.printed import (
    ComparedAs,
    PrintedAs,
    UnknownPrint,
    explanations_digest,
    notes_digest,
)
from focusdesk.filing.thresholds import Thresholds, parse_threshold
from focusdesk.filing.warning_explanation import Warned, WarningExplanation
from focusdesk.form.edit_check import CarriedFigure
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period

DIGEST = "5f" * 32
SIGNED = PrintedAs(
    PrintOrder(Copy.SIGNATURE, ("cover",), date_for_pen=True),
    draft=False,
    program="focusdesk 1.2.3",
    content_digest=DIGEST,
)
NOTE = Note("7010", "per statement", "ana", dt.datetime(2014, 2, 3, 9, 30, tzinfo=dt.UTC))

digests = st.binary(min_size=32, max_size=32).map(bytes.hex)
orders = st.builds(
    PrintOrder,
    st.sampled_from(Copy),
    st.lists(st.text()).map(tuple),
    margin=st.booleans(),
    date_for_pen=st.booleans(),
)
months = st.builds(Period, st.integers(1990, 2090), st.integers(1, 12))


@st.composite
def prints(draw: st.DrawFn) -> PrintedAs:
    """Any print, its order naming the comparison month that was used."""
    compared = draw(st.none() | st.builds(ComparedAs, months, st.integers(0, 9), digests))
    return PrintedAs(
        replace(draw(orders), compared_with=compared and compared.period),
        draft=draw(st.booleans()),
        program=draw(st.text()),
        content_digest=draw(digests),
        compared=compared,
        notes_digest=draw(st.just("") | digests),
        explanations_digest=draw(st.just("") | digests),
    )


@given(prints())
def test_what_a_print_says_is_read_back(printed: PrintedAs) -> None:
    assert PrintedAs.from_json(printed.to_json()) == printed


def test_an_examiner_can_read_how_it_was_printed() -> None:
    told = json.loads(SIGNED.to_json())

    assert (told["copy"], told["schedules"], told["compared_with"]) == (
        "signature",
        ["cover"],
        None,
    )
    assert (told["draft"], told["date_for_pen"], told["margin"]) == (False, True, True)
    assert told["fingerprint"] == fingerprint(DIGEST)


def test_what_a_newer_program_adds_is_passed_over() -> None:
    told = {**json.loads(SIGNED.to_json()), "paper": "A4"}

    assert PrintedAs.from_json(json.dumps(told).encode()) == SIGNED


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("copy", "poster"),
        ("schedules", "cover"),
        ("schedules", [7]),
        ("margin", 1),
        ("draft", None),
        ("compared_with", "2013-13"),
        ("content_digest", "5F" * 32),
        ("content_digest", "5f"),
        ("notes_digest", "x"),
        ("explanations_digest", "x"),
    ],
)
def test_what_this_program_would_not_have_written_is_refused(name: str, wrong: object) -> None:
    told = {**json.loads(SIGNED.to_json()), name: wrong}

    with pytest.raises(UnknownPrint, match="made by another program"):
        PrintedAs.from_json(json.dumps(told).encode())


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b"7", b"{}", b"[" * 100_000])
def test_what_is_no_such_file_is_refused(content: bytes) -> None:
    with pytest.raises(UnknownPrint):
        PrintedAs.from_json(content)


def test_a_comparison_month_is_told_with_what_it_held(form: Edition) -> None:
    filing = Filing(3, Period(2013, 12), form.id, amendment=2)
    values = {**dict.fromkeys(form.boxes), "7010": 5}

    told = ComparedAs.of(ComparedMonth(filing, form, values))

    assert told == ComparedAs(Period(2013, 12), 2, month_digest(filing, form, values))


def test_what_an_older_program_printed_says_nothing_of_explanations() -> None:
    told = json.loads(SIGNED.to_json())
    del told["explanations_digest"]

    assert PrintedAs.from_json(json.dumps(told).encode()) == SIGNED


def test_explanations_and_thresholds_have_another_digest_once_one_is_changed() -> None:
    said = Explanation(line("7190"), "rates", Period(2013, 12), "ana", NOTE.written)
    both = Explanations((said, replace(said, subject=pool("segregation"))))
    firm = Thresholds(parse_threshold("5m"))

    digest = explanations_digest(both, firm)

    assert digest == explanations_digest(Explanations(both.standing), firm)
    changed = (
        explanations_digest(Explanations((said,)), firm),
        explanations_digest(both, Thresholds()),
        explanations_digest(Explanations((replace(said, author="bob"), both.standing[1])), firm),
        explanations_digest(Explanations((replace(said, text="rates."), both.standing[1])), firm),
    )
    assert len({digest, *changed}) == 5


def test_explained_warnings_take_part_in_the_digest_once_there_are_any() -> None:
    said = WarningExplanation(Warned("X13", ("7690",)), "a broker", {}, "ana", NOTE.written)
    changes, firm = Explanations(()), Thresholds()

    digests = {
        explanations_digest(changes, firm),
        explanations_digest(changes, firm, ()),
        explanations_digest(changes, firm, (), [said]),
        explanations_digest(changes, firm, (), [replace(said, text="a bank")]),
    }
    assert len(digests) == 3


def test_carried_figures_take_part_in_the_digest_once_one_is_known() -> None:
    anc = CarriedFigure("anc", "adjusted net capital", given=True)
    given = GivenFigure("anc", 5, "NC-2014-01", "ana", NOTE.written)
    changes, firm = Explanations(()), Thresholds()

    digests = {
        explanations_digest(changes, firm),
        explanations_digest(changes, firm, carried=[KnownFigure(anc)]),
        explanations_digest(changes, firm, carried=[KnownFigure(anc, given)]),
        explanations_digest(changes, firm, carried=[KnownFigure(anc, replace(given, value=6))]),
        explanations_digest(changes, firm, carried=[KnownFigure(anc, replace(given, source="x"))]),
    }
    assert len(digests) == 4


def test_notes_have_another_digest_once_one_is_written_anew() -> None:
    other = replace(NOTE, code="7020")
    both = {"7010": NOTE, "7020": other}

    assert notes_digest(both) == notes_digest({"7020": other, "7010": NOTE})
    assert notes_digest(both) != notes_digest({**both, "7010": replace(NOTE, text="per bank")})
    assert notes_digest({}) != notes_digest(both)
