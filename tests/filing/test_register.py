"""Which edition a month is reported in, and what comes along when a month is started."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import OF_THE_MONTH, Filing
from focusdesk.filing.ports import FilingExists, StoreConflict, StoreFailed
from focusdesk.filing.register import NoEdition, Register, edition_in_force, editions_usable
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Box, BoxKind
from focusdesk.form.edition import Edition
from focusdesk.form.page import PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem, Schedule
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.opening import open_store

JANUARY, FEBRUARY = Period(2014, 1), Period(2014, 2)


@pytest.fixture
def january(register: Register) -> FilingSession:
    session = register.start_month(JANUARY)
    session.apply(
        Edit(
            {
                "13": "HSBC SECURITIES (USA) INC.",
                "16": True,
                "40": True,
                "42": True,
                "execution.date": dt.date(2014, 2, 26),
                "7510": "HARRIS TRUST",
                "7194": 47_443_913,
                "7465": 1_000_000,
                "firm.retail_forex": False,
                "7010": 347_295_282,
                "7150.describe": "checks",
            },
            Cause.TYPED,
        )
    )
    return session


def smaller_edition(name: str, in_force_from: Period, *boxes: Box) -> Edition:
    lines = tuple(LineItem(label=box.code, boxes=(box,)) for box in boxes)
    page = Schedule("page", "Page", ("PAGE",), 10, lines, PageLayout())
    return Edition(name, "Test", in_force_from, (page,))


def test_a_month_is_reported_in_the_newest_edition_that_is_in_force(form: Edition) -> None:
    later = replace(form, id="2026-03", in_force_from=Period(2026, 3))
    both = [later, form]

    assert edition_in_force(both, Period(2014, 1)) is form
    assert edition_in_force(both, Period(2026, 2)) is form
    assert edition_in_force(both, Period(2026, 3)) is later
    assert edition_in_force(both, form.in_force_from) is form


def test_a_month_before_every_edition_is_refused_with_the_first_that_is_not(
    register: Register,
) -> None:
    with pytest.raises(NoEdition) as refused:
        register.start_month(Period(2012, 12))

    assert str(refused.value) == (
        "No edition of the form that this program knows is in force for December 2012: "
        "the first, 2014-01, is in force from January 2013 on."
    )
    assert register.store.filings() == ()


def test_an_old_month_can_be_held_in_a_named_edition(register: Register) -> None:
    session = register.start_month(Period(2012, 12), edition="2014-01")

    assert session.filing.edition == "2014-01"
    assert session.filing.illustrative


@pytest.fixture
def both(store: SqliteFilingStore, form: Edition) -> Register:
    """A register that knows a second edition, offered from October 2021 on."""
    later = replace(
        form, id="2026-03", in_force_from=Period(2026, 3), offered_from=Period(2021, 10)
    )
    return Register(store, {form.id: form, later.id: later})


@pytest.mark.parametrize(
    ("period", "usable"),
    [
        (Period(2012, 12), ["2014-01"]),
        (Period(2014, 1), ["2014-01"]),
        (Period(2021, 9), ["2014-01"]),
        (Period(2021, 10), ["2014-01", "2026-03"]),
        (Period(2026, 2), ["2014-01", "2026-03"]),
        (Period(2026, 3), ["2026-03"]),
    ],
)
def test_an_edition_can_be_used_while_it_is_in_force_or_offered(
    both: Register, period: Period, usable: list[str]
) -> None:
    found = editions_usable(list(both.editions.values())[::-1], period)

    assert [edition.id for edition in found] == usable


def test_an_offered_edition_is_taken_only_when_it_is_named(both: Register) -> None:
    named = both.start_month(Period(2022, 11), edition="2026-03")
    unnamed = both.start_month(Period(2022, 12))

    assert (named.filing.edition, unnamed.filing.edition) == ("2026-03", "2014-01")


@pytest.mark.parametrize(
    ("edition", "period", "sentence"),
    [
        (
            "2026-03",
            JANUARY,
            "The edition 2026-03 is in force from March 2026 on, and offered from October 2021 on. "
            "January 2014 can be held in: 2014-01.",
        ),
        (
            "2014-01",
            Period(2026, 4),
            "A newer edition has taken the place of 2014-01. April 2026 can be held in: 2026-03.",
        ),
    ],
)
def test_an_edition_that_is_neither_in_force_nor_offered_is_refused(
    both: Register, edition: str, period: Period, sentence: str
) -> None:
    with pytest.raises(NoEdition) as refused:
        both.start_month(period, edition=edition)

    assert str(refused.value) == sentence
    assert both.store.filings() == ()


def test_an_edition_that_is_not_offered_is_refused_with_when_it_is_in_force(
    store: SqliteFilingStore, form: Edition
) -> None:
    later = replace(form, id="2026-03", in_force_from=Period(2026, 3))
    with pytest.raises(NoEdition, match=r"in force from March 2026 on\. January 2014 can be held"):
        Register(store, {form.id: form, later.id: later}).start_month(JANUARY, edition="2026-03")


def test_an_edition_that_is_not_known_is_refused_with_those_that_are(register: Register) -> None:
    with pytest.raises(NoEdition, match='no edition "1999-01"'):
        register.start_month(JANUARY, edition="1999-01")

    assert register.store.filings() == ()


def test_a_filing_of_an_edition_that_this_program_lacks_is_not_opened(
    register: Register, store: SqliteFilingStore
) -> None:
    filing = store.start(JANUARY, "2031-01")

    with pytest.raises(NoEdition, match="January 2014 was started in the edition 2031-01"):
        register.open(filing)


def test_a_new_month_knows_its_own_dates_and_nothing_else(register: Register) -> None:
    session = register.start_month(FEBRUARY)

    assert session.worksheet.entered() == {
        "24": dt.date(2014, 2, 1),
        "25": dt.date(2014, 2, 28),
    }
    assert (session.filing.remark, session.filing.illustrative) == ("", False)


def test_identity_names_targets_and_facts_are_rolled_forward_but_no_amounts(
    register: Register, january: FilingSession
) -> None:
    february = register.start_month(FEBRUARY, source=january.filing)

    assert february.worksheet.entered() == {
        "13": "HSBC SECURITIES (USA) INC.",
        "16": True,
        "40": True,
        "24": dt.date(2014, 2, 1),
        "25": dt.date(2014, 2, 28),
        "7510": "HARRIS TRUST",
        "7194": 47_443_913,
        "7465": 1_000_000,
        "firm.retail_forex": False,
    }
    assert february.filing.remark == "rolled forward from January 2014"


def test_amounts_come_along_when_asked_for_but_never_totals(
    register: Register, january: FilingSession
) -> None:
    february = register.start_month(FEBRUARY, source=january.filing, with_amounts=True)

    assert february.value("7010") == 347_295_282
    assert february.value("7060") == 347_295_282
    assert february.value("7150.describe") is None
    assert february.value("execution.date") is None


def test_what_was_rolled_forward_is_on_the_disk_as_carried_and_its_dates_as_started(
    register: Register, january: FilingSession, store: SqliteFilingStore
) -> None:
    february = register.start_month(FEBRUARY, source=january.filing)

    assert store.entered(february.filing, february.edition) == february.worksheet.entered()
    causes = {entry.code: entry.cause for entry in store.journal(february.filing)}
    assert (causes["13"], causes["25"]) == ("carried", "started")


def test_permanent_notes_come_along_with_their_authors_and_times(
    register: Register, january: FilingSession, store: SqliteFilingStore
) -> None:
    permanent = [
        january.write_note("7194", "agreed with the board", permanent=True),
        january.write_note("7190", "explained in the annex", permanent=True),
        january.write_note(OF_THE_MONTH, "reviewed by Ada", permanent=True),
    ]
    january.write_note("7010", "for January alone")
    january.write_note("7020", "withdrawn", permanent=True)
    january.write_note("7020", "")

    february = register.start_month(FEBRUARY, source=january.filing)

    expected = {note.code: note for note in permanent}
    assert store.notes(february.filing) == expected
    march = register.start_month(Period(2014, 3), source=february.filing)
    assert store.notes(march.filing) == expected
    empty = register.start_month(Period(2014, 4))
    assert store.notes(empty.filing) == {}


def test_the_note_at_a_renumbered_box_is_at_its_new_code_and_that_at_a_dropped_one_stays(
    store: SqliteFilingStore,
) -> None:
    old = smaller_edition(
        "old", Period(2013, 1), Box("7447", BoxKind.AMOUNT), Box("gone", BoxKind.TEXT)
    )
    new = smaller_edition("new", Period(2014, 2), Box("7448", BoxKind.AMOUNT, renamed_from="7447"))
    register = Register(store, {"old": old, "new": new})
    january = register.start_month(JANUARY)
    january.write_note("7447", "words", permanent=True)
    january.write_note("gone", "words", permanent=True)

    february = register.start_month(FEBRUARY, source=january.filing)

    assert list(store.notes(february.filing)) == ["7448"]


def test_a_month_cannot_be_started_twice(register: Register, january: FilingSession) -> None:
    with pytest.raises(FilingExists):
        register.start_month(january.filing.period)


@pytest.mark.parametrize(
    ("period", "illustrative"), [(Period(2013, 6), True), (Period(2013, 7), False)]
)
def test_a_month_before_the_form_had_all_its_lines_is_illustrative(
    register: Register,
    period: Period,
    illustrative: bool,  # noqa: FBT001
) -> None:
    assert register.start_month(period).filing.illustrative is illustrative


@pytest.mark.parametrize("with_amounts", [True, False])
def test_made_up_amounts_make_the_month_that_takes_them_illustrative(
    register: Register,
    store: SqliteFilingStore,
    with_amounts: bool,  # noqa: FBT001
) -> None:
    source = store.start(Period(2013, 12), "2014-01", illustrative=True)

    session = register.start_month(JANUARY, source=source, with_amounts=with_amounts)

    assert session.filing.illustrative is with_amounts


def test_a_renumbered_box_takes_what_its_old_code_held(store: SqliteFilingStore) -> None:
    old = smaller_edition(
        "old",
        Period(2013, 1),
        Box("7447", BoxKind.AMOUNT, carried=True),
        Box("7510", BoxKind.TEXT, carried=True),
        Box("gone", BoxKind.TEXT, carried=True),
    )
    new = smaller_edition(
        "new",
        Period(2014, 2),
        Box("7510", BoxKind.TEXT, carried=True),
        Box("7448", BoxKind.AMOUNT, carried=True, renamed_from="7447"),
        Box("7449", BoxKind.AMOUNT, formula="[7448]", carried=True, renamed_from="7447"),
        Box("25", BoxKind.DATE),
    )
    register = Register(store, {"old": old, "new": new})
    january = register.start_month(JANUARY)
    january.apply(Edit({"7447": 5, "7510": "HARRIS TRUST", "gone": "x"}, Cause.TYPED))

    february = register.start_month(FEBRUARY, source=january.filing)

    assert february.worksheet.entered() == {
        "7510": "HARRIS TRUST",
        "7448": 5,
        "25": dt.date(2014, 2, 28),
    }
    assert february.value("7449") == 5


def test_what_a_month_would_take_over_is_told_before_it_is_started(
    register: Register, january: FilingSession, form: Edition
) -> None:
    carried = register.carried(january.filing, form, FEBRUARY)
    with_amounts = register.carried(january.filing, form, FEBRUARY, with_amounts=True)

    assert carried["7194"] == 47_443_913
    assert "7010" not in carried
    assert with_amounts == {**carried, "7010": 347_295_282}
    assert [filing.period for filing in register.store.filings()] == [JANUARY]


def test_the_filings_of_one_edition_share_its_plan(
    register: Register, january: FilingSession
) -> None:
    assert register.open(january.filing).plan is january.plan


def test_a_filing_is_opened_with_its_own_edition(
    register: Register, january: FilingSession, form: Edition
) -> None:
    assert register.edition_of(january.filing) is form
    with pytest.raises(NoEdition):
        register.edition_of(Filing(9, JANUARY, "2031-01"))


def test_a_month_that_cannot_be_filled_is_not_started(
    register: Register, january: FilingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> dt.datetime:
        message = "The disk is full."
        raise StoreFailed(message)

    monkeypatch.setattr(register.store, "record", full)

    with pytest.raises(StoreFailed):
        register.start_month(FEBRUARY, source=january.filing)

    assert [filing.period for filing in register.store.filings()] == [JANUARY]


def test_looking_at_months_gives_every_box_in_the_order_asked_for(
    register: Register, january: FilingSession
) -> None:
    february = register.start_month(FEBRUARY, source=january.filing)

    months = register.look_at([february.filing, january.filing])

    assert [month.filing.period for month in months] == [FEBRUARY, JANUARY]
    assert months[1].values == january.worksheet.values()
    assert months[0].values["7010"] is None


def test_rolling_a_month_forward_leaves_its_own_conflicts_to_be_noticed(
    register: Register, january: FilingSession, editions: dict[str, Edition], tmp_path: Path
) -> None:
    with open_store(tmp_path / "firm.focusdesk") as elsewhere:
        other = Register(elsewhere, editions)
        session = other.open(elsewhere.find(JANUARY))
        session.apply(Edit({"7010": 1}, Cause.TYPED))

    register.start_month(FEBRUARY, source=january.filing)

    with pytest.raises(StoreConflict):
        january.apply(Edit({"7010": 2}, Cause.TYPED))


def test_officers_come_along_between_the_shipped_editions_in_either_direction(
    register: Register,
) -> None:
    named = {"execution.officer2": "Maria Lopez", "execution.title2": "Treasurer", "18": True}
    november = register.start_month(Period(2025, 11))
    november.apply(Edit(named, Cause.TYPED))

    december = register.start_month(
        Period(2025, 12), source=november.filing, edition="2026-03", with_amounts=True
    )
    january = register.start_month(Period(2026, 1), source=december.filing)

    assert (december.value("12012"), december.value("execution.title2")) == (
        "Maria Lopez",
        "Treasurer",
    )
    assert january.filing.edition == "2014-01"
    assert january.value("execution.officer2") == "Maria Lopez"
    assert january.value("18") is None
