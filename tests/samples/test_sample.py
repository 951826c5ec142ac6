"""The sample: January 2014 to the dollar as filed, and made-up months that say they are made up."""

import csv
import datetime as dt
from collections.abc import Generator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from focusdesk.calc.checks import State
from focusdesk.catalog.loader import load_editions
from focusdesk.filing.filing import Filing, Status
from focusdesk.filing.ports import FilingExists
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.samples.sample import AUTHOR, sample_months, sample_policies, write_sample
from focusdesk.store.journal import Author
from focusdesk.store.opening import new_store, open_store
from focusdesk.store.verify import verify

JANUARY = Period(2014, 1)
AS_FILED = Path(__file__).with_name("january_2014_as_filed.csv")
LOST = ("7080", "7110", "7120", "7160", "7170")


@pytest.fixture(scope="module")
def editions() -> dict[str, Edition]:
    """The shipped editions by their ids."""
    return load_editions()


@pytest.fixture(scope="module")
def sample_path(tmp_path_factory: pytest.TempPathFactory, editions: Mapping[str, Edition]) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.focusdesk"
    with new_store(path, author=Author(AUTHOR, "desk", "focusdesk")) as store:
        write_sample(Register(store, editions))
    return path


@pytest.fixture(scope="module")
def register(sample_path: Path, editions: Mapping[str, Edition]) -> Generator[Register, None, None]:
    with open_store(sample_path) as store:
        yield Register(store, editions)


@pytest.fixture(scope="module")
def january(register: Register) -> FilingSession:
    return register.open(register.store.find(JANUARY))


@pytest.fixture(scope="module")
def year(register: Register) -> list[FilingSession]:
    """The twelve months of 2013, the earliest first."""
    return [register.open(register.store.find(Period(2013, month))) for month in range(1, 13)]


def amount(session: FilingSession, code: str) -> int:
    value = session.value(code)
    assert isinstance(value, int), (session.filing.period, code, value)
    return value


def as_filed() -> list[dict[str, str]]:
    with AS_FILED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", as_filed(), ids=lambda row: row["code"])
def test_every_value_of_january_2014_is_as_filed(
    row: dict[str, str], january: FilingSession
) -> None:
    box = january.edition.boxes[row["code"]]

    assert january.value(box.code) == box.parse(row["value"])


def test_the_filing_has_a_value_for_every_amount_of_the_form(january: FilingSession) -> None:
    boxes = january.edition.boxes.values()
    filed = {row["code"] for row in as_filed()}

    printed = {box.code for box in boxes if box.kind is BoxKind.AMOUNT and box.printed}
    assert printed == {code for code in filed if january.edition.boxes[code].kind is BoxKind.AMOUNT}


def test_only_entered_boxes_of_the_sample_are_in_the_store(register: Register) -> None:
    for filing in register.store.filings():
        edition = register.edition_of(filing)
        entered = register.store.entered(filing, edition)
        assert not [code for code in entered if edition.boxes[code].is_computed]


def test_the_five_lost_amounts_sum_to_what_the_printed_total_leaves(january: FilingSession) -> None:
    values: list[Value] = [january.value(code) for code in LOST]

    assert values == [None, 319_844_340, 453_586_942, None, None]
    assert sum(value for value in values if isinstance(value, int)) == 773_431_282
    assert january.value("7180") == 1_036_486_351


def test_what_the_scan_does_not_show_carries_a_note_that_says_so(january: FilingSession) -> None:
    notes = january.notes()

    assert set(notes) == {
        *LOST,
        "8500",
        "8640",
        "8690",
        "8700",
        "firm.retail_forex",
        "execution.date",
    }
    for code in LOST:
        assert "reconstruction" in notes[code].text
        assert "773,431,282" in notes[code].text
    assert "8550" in notes["8500"].text
    assert "1,000,000" in notes["firm.retail_forex"].text
    assert "year was left blank" in notes["execution.date"].text
    assert {note.author for note in notes.values()} == {AUTHOR}


def test_a_note_is_one_paragraph_without_stray_spaces(january: FilingSession) -> None:
    for note in january.notes().values():
        assert note.text == " ".join(note.text.split())


def test_january_2014_is_as_filed_and_the_facts_that_it_implies_are_answered(
    january: FilingSession,
) -> None:
    filing = january.filing

    assert (filing.illustrative, filing.remark) == (False, "sample of a public filing")
    assert january.value("firm.retail_forex") is False
    assert january.value("firm.swap_dealer") is None
    assert january.value("execution.date") == dt.date(2014, 2, 26)
    assert filing.warning == ""


def test_the_sample_runs_from_january_2013_to_february_2014(register: Register) -> None:
    periods = [filing.period for filing in register.store.filings()]

    assert periods == [Period(2013, 1).plus(months) for months in range(13, -1, -1)]
    assert [month.period for month in sample_months()] == sorted(periods)


def test_every_month_but_the_filing_is_illustrative_and_says_so(register: Register) -> None:
    for filing in register.store.filings():
        made_up = filing.period != JANUARY
        assert filing.illustrative is made_up
        assert ("illustrative figures, not filed" in filing.remark) is made_up
        assert filing.warning == ("ILLUSTRATIVE FIGURES, NOT A FILING" if made_up else "")


def test_every_month_is_a_draft_since_no_signature_copy_was_made(register: Register) -> None:
    filings = register.store.filings()
    assert {filing.status for filing in filings} == {Status.DRAFT}
    assert not any(register.store.print_record(filing) for filing in filings)


def told(session: FilingSession) -> set[tuple[str, str, str]]:
    """The findings, but for what moved or did not since the month before."""
    return {
        (finding.id, finding.severity.value, finding.codes[0])
        for finding in session.findings()
        if finding.id not in {"P01", "P02"}
    }


NO_NAME = ("X13", "warning", "7690")
NO_CRD = ("C04", "error", "15")


def test_january_2014_shows_what_the_filing_left_out_and_nothing_else(register: Register) -> None:
    session = register.open(register.store.find(JANUARY))

    assert told(session) == {NO_CRD, NO_NAME}
    (name,) = [finding for finding in session.findings() if finding.id == "X13"]
    assert "44,553,280 (7740) stands without a name" in name.message
    signing = {finding.id for finding in session.checks.before_signing()}
    assert signing - {finding.id for finding in session.findings()} == {"C06"}


def test_the_option_values_of_january_2014_differ_within_the_tolerance(register: Register) -> None:
    ties = register.open(register.store.find(JANUARY)).checks.ties()
    differing = {tie.left: tie.difference for tie in ties if tie.sign == "=" and tie.difference}

    assert differing == {("7032",): 224_968, ("7033",): 3_360}
    assert {tie.state for tie in ties} == {State.HOLDS}


def test_what_january_2014_cannot_be_asked_is_said(register: Register) -> None:
    judged = register.open(register.store.find(JANUARY)).checks.judgements()

    for check in ("X08", "N05", "N06", "N07", "N08", "C06", "C07", "P04"):
        states = {each.state for each in judged if each.id == check}
        assert states == {State.NOT_EVALUATED}, check


def test_the_illustrative_months_lack_the_same_and_name_nobody(year: list[FilingSession]) -> None:
    for session in year:
        nobody = {("C04", "error", "30"), ("C04", "error", "31")}
        assert told(session) == {NO_CRD, NO_NAME} | nobody


def test_no_month_of_the_sample_is_deficient_or_under_its_target(register: Register) -> None:
    for filing in register.store.filings():
        session = register.open(filing)
        for code in ("7190", "7198", "7380", "7785", "8730", "8770"):
            assert amount(session, code) > 0, (filing.period, code)


def test_no_person_is_named_beside_a_finished_month_that_nobody_filed(
    year: list[FilingSession],
) -> None:
    for session in year:
        assert [session.value(code) for code in ("30", "31", "execution.officer1")] == [None] * 3


def test_customers_securities_stand_on_both_sides_to_the_dollar(year: list[FilingSession]) -> None:
    def total(session: FilingSession, *codes: str) -> int:
        values = (session.value(code) for code in codes)
        return sum(value for value in values if isinstance(value, int))

    for session in year:
        assert session.value("7020") == total(session, "7090", "7120", "7170")
        assert session.value("8510") == total(session, "8620", "8650", "8710")
        assert session.value("7325") == total(session, "7600", "7720")
        held = total(session, "7540", "7560", "7590", "7650", "7710")
        assert amount(session, "7317") <= held


def test_targets_follow_the_policy_that_the_filing_shows(
    year: list[FilingSession], january: FilingSession
) -> None:
    def percent(session: FilingSession, code: str, rate: int) -> int:
        share = Decimal(amount(session, code)) * rate / 100
        return int(share.quantize(Decimal(1), rounding=ROUND_HALF_UP))

    for session in [*year, january]:
        assert session.value("7194") == percent(session, "7060", 5)
        assert session.value("7780") == percent(session, "7360", 20)
        assert session.value("8760") == 25_000_000


def test_requirements_move_smoothly_into_january_2014(
    year: list[FilingSession], january: FilingSession
) -> None:
    months = [*year, january]
    for earlier, later in pairwise(months):
        for code in ("7060", "7180", "7360", "7770", "8590", "8720", "7490"):
            before, after = amount(earlier, code), amount(later, code)
            assert abs(after - before) < before // 8, (later.filing.period, code)


def test_settlements_turn_and_blanks_stand_beside_zeros(year: list[FilingSession]) -> None:
    settlements = [amount(session, "7130") for session in year]

    assert min(settlements) < 0 < max(settlements)
    for code in ("7080", "7170", "7200", "7680", "8640"):
        values = {session.value(code) for session in year}
        assert {None, 0} <= values, code


def test_february_is_rolled_forward_and_begun(register: Register, january: FilingSession) -> None:
    february = register.open(register.store.find(Period(2014, 2)))

    for code, box in february.edition.boxes.items():
        if box.carried and code not in {"7194", "7780", "8760"}:
            assert february.value(code) == january.value(code), code
    assert february.value("24") == dt.date(2014, 2, 1)
    assert february.value("25") == dt.date(2014, 2, 28)
    assert february.value("7100") == 95_018_377
    assert february.value("7010") is None
    assert (february.value("7194"), february.value("8760")) == (None, 25_000_000)
    assert february.value("execution.date") is None


def test_every_target_of_the_sample_is_what_its_policy_gives(register: Register) -> None:
    for filing in register.store.filings():
        session = register.open(filing)
        given = {pool.target: session.targets.amount(pool) for pool in session.targets.pools}
        assert given == {code: session.value(code) for code in ("7194", "7780", "8760")}
        assert session.targets.overrides() == ()


def test_the_policies_give_the_targets_of_january_2014_to_the_dollar(
    january: FilingSession,
) -> None:
    measures = [policy.measure.words for policy in sample_policies()]
    assert measures == ["5 %", "20 %", "25,000,000"]
    assert january.value("7194") == 47_443_913
    assert january.value("7780") == 17_471_813
    assert january.value("8760") == 25_000_000


def test_the_journal_says_that_it_is_the_sample(register: Register, january: FilingSession) -> None:
    causes = {entry.cause for entry in register.store.journal(january.filing, "7010")}

    assert causes == {"sample"}


def test_the_sample_is_a_sound_store(sample_path: Path) -> None:
    assert verify(sample_path) == ()


def test_the_sample_is_not_written_over_a_month_that_is_there(
    tmp_path: Path, editions: Mapping[str, Edition]
) -> None:
    with new_store(tmp_path / "firm.focusdesk") as store:
        register = Register(store, editions)
        register.start_month(Period(2013, 1))

        with pytest.raises(FilingExists):
            write_sample(register)


def test_a_filing_that_is_made_up_says_so_on_paper() -> None:
    assert Filing(1, JANUARY, "2014-01", illustrative=True).warning == (
        "ILLUSTRATIVE FIGURES, NOT A FILING"
    )
