"""The findings of a month as they are listed."""

import pytest

from focusdesk.calc.finding import Finding, Severity
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.listed_findings import FindingList, ListedFinding, Standing, listed_text
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.warning_book import WarningBook
from focusdesk.form.box import Value
from focusdesk.form.period import Period

SHORT: dict[str, Value] = {"7010": 1_000, "7020": 500, "7070": 900, "7080": 400}
"""The firm holds 1,300 for customers who are owed 1,500."""


@pytest.fixture
def session(register: Register) -> FilingSession:
    session = register.start_month(Period(2014, 1))
    session.apply(Edit({"7700": 1_000, "7670": 5}, Cause.TYPED))
    return session


@pytest.fixture
def found(session: FilingSession) -> FindingList:
    return FindingList(session)


def named(listed: tuple[ListedFinding, ...], check: str) -> ListedFinding:
    return next(each for each in listed if each.finding.id == check)


def test_a_warning_stands_open_explained_and_open_again(
    session: FilingSession, found: FindingList
) -> None:
    name = WarningBook(session).find("X13:7690")
    first = next(each for each in found.listed() if each.finding == name)
    assert (first.standing, first.kind, first.is_open, first.said) == (
        Standing.OPEN, "warning", True, "",
    )  # fmt: skip

    WarningBook(session).explain(name, "A broker.")
    then = next(each for each in found.listed() if each.finding == name)
    assert (then.standing, then.kind, then.is_open) == (
        Standing.EXPLAINED,
        "explained warning",
        False,
    )
    assert then.said.startswith("Explained: A broker. (")

    session.apply(Edit({"7700": 2_000}, Cause.TYPED))
    again = next(each for each in found.listed() if each.finding.codes == name.codes)
    assert again.standing is Standing.OPEN
    assert again.said.startswith("Explained of other figures (7740 was 1,000): A broker.")


def test_what_asks_for_something_comes_first(session: FilingSession, found: FindingList) -> None:
    WarningBook(session).explain(WarningBook(session).find("X13:7690"), "A broker.")
    asks = [each.is_open for each in found.listed()]
    assert asks == sorted(asks, reverse=True)
    assert {True, False} == set(asks)


@pytest.mark.parametrize("standing", [Standing.OPEN, Standing.EXPLAINED])
def test_an_event_never_stands_as_a_mistake_does(standing: Standing) -> None:
    event = Finding("N02", Severity.NOTICE, ("7045",), "Below.", "segregation")
    with pytest.raises(ValueError, match=f"N02 is an event to report: it cannot be {standing}"):
        ListedFinding(event, standing)


def test_an_event_is_provisional_then_on_record_then_given(
    session: FilingSession, found: FindingList
) -> None:
    session.apply(Edit(SHORT, Cause.TYPED))
    assert named(found.listed(), "N01").standing is Standing.PROVISIONAL

    book = NoticeBook(session)
    (notice, *_) = book.mark_complete("segregation")
    recorded = named(found.listed(), "N01")
    assert (recorded.standing, recorded.notice, recorded.is_open) == (
        Standing.RECORDED, notice, True,
    )  # fmt: skip

    told = {"when": "3 Feb 2014 10:00", "by": "ana", "to": "the DSRO"}
    book.give(notice, told)
    given = named(found.listed(), "N01")
    assert (given.standing, given.is_open) == (Standing.GIVEN, False)


def test_an_event_with_other_figures_than_were_told_is_provisional(
    session: FilingSession, found: FindingList
) -> None:
    session.apply(Edit({"7010": 1_000, "7070": 900, "7194": 50}, Cause.TYPED))
    book = NoticeBook(session)
    for notice in book.mark_complete("segregation"):
        book.give(notice, {"when": "2014-02-03 13:05", "by": "A. Lee", "to": "CFTC"})
    assert standings(found) == {Standing.GIVEN}

    session.apply(Edit({"7070": 800}, Cause.TYPED))

    assert standings(found) == {Standing.PROVISIONAL}


def standings(found: FindingList) -> set[Standing]:
    return {
        each.standing
        for each in found.listed()
        if each.finding.duty and each.finding.schedule == "segregation"
    }


def test_an_error_of_entry_that_comes_back_is_provisional_again(
    session: FilingSession, found: FindingList
) -> None:
    session.apply(Edit(SHORT, Cause.TYPED))
    book = NoticeBook(session)
    (notice, *_) = book.mark_complete("segregation")
    session.apply(Edit({"7070": 9_000}, Cause.TYPED))
    book.was_entry_error(notice, "A digit was left out.")
    session.apply(Edit({"7070": 900}, Cause.TYPED))
    assert named(found.listed(), "N01").standing is Standing.PROVISIONAL


def test_a_notice_stays_listed_while_it_is_open_though_its_figures_are_mended(
    session: FilingSession, found: FindingList
) -> None:
    session.apply(Edit(SHORT, Cause.TYPED))
    book = NoticeBook(session)
    (notice,) = book.mark_complete("segregation")
    shown = named(found.listed(), "N01")
    assert shown.is_shown
    assert shown.said.endswith(
        " (due immediately, counted from then): 7190 (200); 7180 1,300; 7060 1,500."
    )

    session.apply(Edit({"7070": 9_000}, Cause.TYPED))

    mended = named(found.listed(), "N01")
    assert (mended.standing, mended.notice, mended.is_open, mended.is_shown) == (
        Standing.RECORDED, notice, True, False,
    )  # fmt: skip
    assert mended.finding.codes == shown.finding.codes
    assert mended.finding.message.startswith("Under-segregated, recorded 20")
    assert ": 7190 (200); 7180 1,300; 7060 1,500. The" in mended.finding.message
    assert "stays on record until it is given or closed as an entry error" in mended.finding.message

    book.was_entry_error(notice, "A digit was left out.")
    assert not [each for each in found.listed() if each.finding.id == "N01"]


def test_a_mended_notice_stands_at_its_own_place_among_what_is_open(
    session: FilingSession, found: FindingList
) -> None:
    session.apply(Edit(SHORT, Cause.TYPED))
    NoticeBook(session).mark_complete("segregation")
    session.apply(Edit({"7070": 9_000}, Cause.TYPED))
    order = [each.id for each in session.edition.schedules]
    places = [order.index(each.finding.schedule) for each in found.listed() if each.is_open]
    assert places == sorted(places)


def test_what_only_a_signature_copy_is_asked_is_told_apart(found: FindingList) -> None:
    assert {each.finding.id for each in found.at_signing()} == {"C06"}
    assert "C06" not in {each.finding.id for each in found.listed()}


def test_what_was_not_evaluated_is_listed_by_its_reason(found: FindingList) -> None:
    listed = found.not_evaluated()
    capital = named(listed, "X08")
    assert (capital.standing, capital.kind, capital.is_open) == (
        Standing.NOT_EVALUATED, "not evaluated", False,
    )  # fmt: skip
    assert capital.finding.message == "7490 is blank."
    blank = [each for each in listed if each.finding.id == "S04"]
    assert len(blank) == 1, "all the blank boxes of one check are told together"
    assert blank[0].finding.message == "It is blank."
    assert len(blank[0].finding.codes) > 20


def test_a_finding_is_found_by_its_words_its_code_and_its_kind(
    session: FilingSession, found: FindingList
) -> None:
    finding = WarningBook(session).find("X13:7690")
    listed = next(each for each in found.listed() if each.finding == finding)
    for words in ("x13", "7690", "WITHOUT a name", "warning 7740", ""):
        assert listed.matches(words)
    assert not listed.matches("x13 7010")


def test_findings_are_copied_as_lines(session: FilingSession, found: FindingList) -> None:
    finding = WarningBook(session).find("X13:7690")
    WarningBook(session).explain(finding, "A\nbroker.")
    (line,) = [
        line for line in listed_text(found.listed()).splitlines() if line.count("7690, 7740")
    ]
    kind, check, codes, words = line.split("\t")
    assert (kind, check, codes) == ("explained warning", "X13", "7690, 7740")
    assert "Explained: A broker. (" in words


def test_a_given_notice_stays_listed_once_its_figures_are_mended(
    session: FilingSession, found: FindingList
) -> None:
    session.apply(Edit(SHORT, Cause.TYPED))
    book = NoticeBook(session)
    (notice,) = book.mark_complete("segregation")
    book.give(notice, {"when": "2014-02-03 13:05", "by": "A. Lee", "to": "CFTC"})
    session.apply(Edit({"7070": 9_000}, Cause.TYPED))

    last = found.listed()[-1]
    assert (last.finding.id, last.standing, last.is_open, last.is_shown) == (
        "N01", Standing.GIVEN, False, False,
    )  # fmt: skip
    assert last.said.startswith("Given ")
    session.apply(Edit({**SHORT, "7070": 1}, Cause.TYPED))
    (again,) = book.mark_complete("segregation")
    book.give(again, {"when": "2014-02-04 13:05", "by": "A. Lee", "to": "CFTC"})
    session.apply(Edit({"7070": 9_000}, Cause.TYPED))
    given = [each.notice for each in found.listed() if each.standing is Standing.GIVEN]
    assert [each.number for each in given if each] == [again.number]
    assert last.finding.message.endswith("the notice stays on record.")
