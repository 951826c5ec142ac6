import datetime as dt

from focusdesk.calendars.firm_due import due_year
from focusdesk.calendars.ics import LONGEST_LINE, due_calendar
from focusdesk.filing.due_override import keep_override, withdraw_override
from focusdesk.filing.filing_due import Calendar, HandIn
from focusdesk.filing.firm_calendar import CalendarChoice, FirmCalendar, keep_calendar
from focusdesk.filing.hand_in import record_hand_in
from focusdesk.form.period import Period
from focusdesk.store.filing_store import SqliteFilingStore

JANUARY = Period(2014, 1)
TODAY = dt.date(2014, 2, 13)
FIRM = 'Größe & "Söhne"; Futures, Inc \\ Co'


def unfolded(content: bytes) -> list[str]:
    """Read the lines as another calendar does."""
    return content.decode().replace("\r\n ", "").split("\r\n")


def event(content: bytes, period: str) -> dict[str, str]:
    """Give the properties of one event; those of its alarm do not overwrite them."""
    lines = unfolded(content)
    at = next(at for at, line in enumerate(lines) if line.startswith(f"UID:focus-{period}-"))
    ends = ("BEGIN:VALARM", "END:VEVENT")
    until = next(row for row in range(at, len(lines)) if lines[row] in ends)
    return dict(line.split(":", 1) for line in lines[at:until] if not line.startswith("BEGIN"))


def january(store: SqliteFilingStore) -> dict[str, str]:
    return event(due_calendar(due_year(store, 2014, TODAY), FIRM, "ab12"), "2014-01")


def test_a_due_date_is_an_event_of_a_whole_day(store: SqliteFilingStore) -> None:
    assert january(store) == {
        "UID": "focus-2014-01-ab12@focusdesk",
        "DTSTAMP": "20140131T000000Z",
        "SEQUENCE": "0",
        "DTSTART;VALUE=DATE": "20140226",
        "DTEND;VALUE=DATE": "20140227",
        "SUMMARY": 'FOCUS January 2014 due - Größe & "Söhne"\\; Futures\\, Inc \\\\ Co',
        "DESCRIPTION": "Counted: 17 business days after 2014-01-31\\, by the federal calendar "
        "(17 CFR 240.17a-5(a)\\; 17 CFR 1.10(b)(1)).\\n"
        "2014-02-17 does not count: Washington's Birthday.",
        "CATEGORIES": "FOCUS",
        "TRANSP": "TRANSPARENT",
    }


def test_what_is_set_moves_the_same_event_and_counts_it_up(store: SqliteFilingStore) -> None:
    keep_override(store, JANUARY, dt.date(2014, 3, 12), "FINRA notice 14-01")
    moved = january(store)
    assert (moved["UID"], moved["SEQUENCE"]) == ("focus-2014-01-ab12@focusdesk", "1")
    assert moved["DTSTART;VALUE=DATE"] == "20140312"
    assert moved["DESCRIPTION"].startswith(
        "Set in place of the computed day\\, 2014-02-26: FINRA notice 14-01 ("
    )
    withdraw_override(store, JANUARY, "a mistake")
    back = january(store)
    assert (back["SEQUENCE"], back["DTSTART;VALUE=DATE"]) == ("2", "20140226")


def test_a_month_that_was_handed_in_says_so_and_rings_no_more(store: SqliteFilingStore) -> None:
    told = HandIn(JANUARY, dt.date(2014, 2, 24), "FINRA eFOCUS", "4711")
    store.start(JANUARY, "2009")
    record_hand_in(store, told, dt.date(2014, 2, 25))
    found = january(store)
    assert found["SEQUENCE"] == "1"
    assert found["DESCRIPTION"].startswith("Handed in on 2014-02-24: FINRA eFOCUS\\, 4711 (")
    lines = unfolded(due_calendar(due_year(store, 2014, TODAY), FIRM, "ab12"))
    assert (lines.count("BEGIN:VEVENT"), lines.count("BEGIN:VALARM")) == (12, 11)


def test_lines_are_folded_between_letters_and_end_as_the_format_asks(
    store: SqliteFilingStore,
) -> None:
    content = due_calendar(due_year(store, 2014, TODAY), "Ü" * 200, "ab12")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) == LONGEST_LINE
    assert lines[-1] == b""
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(line.decode() for line in lines[:-1])
    assert "Ü" * 200 in "".join(unfolded(content))


def test_the_file_is_one_calendar_that_opens_and_closes_what_it_holds(
    store: SqliteFilingStore,
) -> None:
    lines = unfolded(due_calendar(due_year(store, 2014, TODAY), "", "ab12"))
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//focusdesk//due dates//EN"]
    for part, count in (("VCALENDAR", 1), ("VEVENT", 12), ("VALARM", 12)):
        assert lines.count(f"BEGIN:{part}") == lines.count(f"END:{part}") == count
    assert "X-WR-CALNAME:FOCUS due dates" in lines


def test_the_same_due_dates_give_the_same_bytes(store: SqliteFilingStore) -> None:
    days = (TODAY, dt.date(2020, 1, 1))
    first, again = (due_calendar(due_year(store, 2014, day), FIRM, "ab12") for day in days)
    assert first == again


def test_another_calendar_of_the_firm_moves_the_entry_too(store: SqliteFilingStore) -> None:
    before = january(store)
    exchange = CalendarChoice(dt.date(2014, 1, 1), Calendar.EXCHANGE)

    keep_calendar(store, FirmCalendar((exchange,)))

    after = january(store)
    assert (before["UID"], int(before["SEQUENCE"]) + 1) == (after["UID"], int(after["SEQUENCE"]))
    assert before["DTSTAMP"] < after["DTSTAMP"]
