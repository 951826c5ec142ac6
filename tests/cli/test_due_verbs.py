import json
from pathlib import Path

import pytest

from tests.cli.command import Command

pytestmark = pytest.mark.usefixtures("home")


def test_due_says_the_day_and_what_was_skipped(command: Command) -> None:
    assert command("due", "2014-01").out.splitlines() == [
        "January 2014 is due on Wednesday, February 26, 2014.",
        "Monday, February 17, 2014 does not count: Washington's Birthday.",
    ]


def test_due_as_json_has_the_keys_of_the_contract(command: Command) -> None:
    assert json.loads(command("due", "2014-01", "--json").out) == {
        "period": "2014-01",
        "due": "2014-02-26",
        "skipped": [{"date": "2014-02-17", "why": "Washington's Birthday"}],
    }


def test_due_follows_the_calendar_that_is_asked_for(command: Command) -> None:
    federal = json.loads(command("due", "2014-03", "--json").out)
    exchange = json.loads(command("due", "--calendar", "exchange", "2014-03", "--json").out)
    assert (federal["due"], federal["skipped"]) == ("2014-04-23", [])
    assert (exchange["due"], [day["date"] for day in exchange["skipped"]]) == (
        "2014-04-24",
        ["2014-04-18"],
    )


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["2014-13"], "is not a month"),
        (["9999-11"], "calendar"),
        ([], "due needs a month, like 2014-01, or a year"),
        (["2014-01", "--year", "2014"], "due needs a month"),
        (["--year", "14"], '"14" is no year'),
        (["--year", "2014", "--calendar", "exchange"], "--calendar is for a single month"),
        (["2014-01", "--ics", "d.ics"], "A year is written as .ics"),
        (["s.focusdesk", "2014-01"], "s.focusdesk"),
    ],
)
def test_due_refuses_what_it_cannot_know(command: Command, words: list[str], why: str) -> None:
    ran = command("due", *words)
    assert (ran.status, ran.out) == (2, "")
    assert why in ran.err


def test_the_firm_s_calendar_counts_from_its_effective_date_on(
    command: Command, store: Path
) -> None:
    ran = command("calendar", store, "exchange", "--since", "2014-03-01")
    assert ran == (
        0,
        "Before anything else is chosen: Federal holidays.\n"
        "For periods that end on Saturday, March 1, 2014 or later: "
        "New York Stock Exchange holidays.\n",
        "Kept with the firm.\n",
    )
    assert json.loads(command("calendar", store, "--json").out) == [
        {"since": "2014-03-01", "calendar": "exchange"}
    ]
    march = command("due", store, "2014-03").out.splitlines()
    assert march == [
        "March 2014 is due on Thursday, April 24, 2014.",
        "Friday, April 18, 2014 does not count: Good Friday.",
        "Counted by Federal holidays it is Wednesday, April 23, 2014: NASD went by the exchange in "
        "1999, FINRA by the federal holidays since 2017 at the latest.",
        "Counted by the firm's calendar for that month: New York Stock Exchange holidays.",
    ]
    other = command("due", store, "2014-03", "--calendar", "federal").out
    assert other.startswith("March 2014 is due on Wednesday, April 23, 2014.\n")
    assert command("calendar", store, "--since", "3/1/14", "--withdraw").status == 0
    assert "April 23" in command("due", store, "2014-03").out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["exchange"], "A calendar counts from a day on"),
        (["lunar", "--since", "2014-01-01"], 'There is no calendar "lunar"'),
        (["exchange", "--since", "soon"], '"soon"'),
        (["exchange", "--since", "2014-01-01", "--withdraw"], "counts from a day on"),
        (["--since", "2014-01-01", "--withdraw"], "No calendar was chosen from 2014-01-01 on"),
    ],
)
def test_a_calendar_that_makes_no_sense_is_refused(
    command: Command, store: Path, words: list[str], why: str
) -> None:
    ran = command("calendar", store, *words)
    assert (ran.status, ran.out) == (2, "")
    assert why in ran.err
    assert command("calendar", store, "--json").out == "[]\n"


def test_a_due_date_is_set_with_its_reason_and_withdrawn_and_both_stay_told(
    command: Command, store: Path
) -> None:
    month = ("--period", "2014-01")
    ran = command("due-override", store, *month, "3/12/14", "--reason", "FINRA notice 14-01")
    assert ran.status == 0
    assert ran.out.startswith("January 2014 is due on Wednesday, March 12, 2014.\n")
    assert "2014-03-12" in command("months", store).out
    assert "FINRA notice 14-01" in command("check", store, *month).out
    assert command("due-override", store, *month, "--withdraw", "--reason", "over").status == 0
    entry = json.loads(command("due", store, "2014-01", "--json").out)
    assert (entry["due"], entry["computed"]) == ("2014-02-26", "2014-02-26")
    assert [each["reason"] for each in entry["overrides"]] == ["FINRA notice 14-01", "over"]
    assert command("verify", store).status == 0


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["2014-03-12"], "this needs --reason"),
        (["2014-03-12", "--reason", " "], "reason"),
        (["2014-03-12", "--withdraw", "--reason", "r"], "needs the day that counts"),
        (["--reason", "r"], "needs the day that counts"),
        (["--withdraw", "--reason", "r"], "No due date was set for January 2014"),
        (["2014-01-12", "--reason", "r"], "must come after 31 Jan 2014"),
        (["later", "--reason", "r"], '"later"'),
    ],
)
def test_a_due_date_that_makes_no_sense_is_refused(
    command: Command, store: Path, words: list[str], why: str
) -> None:
    ran = command("due-override", store, "--period", "2014-01", *words)
    assert (ran.status, ran.out) == (2, "")
    assert why in ran.err


def test_handing_in_is_recorded_and_withdrawn_and_both_stay_told(
    command: Command, store: Path
) -> None:
    record = ("handed-in", store, "--period", "2014-01")
    ran = command(*record, "2/26/14", "--how", "FINRA eFOCUS", "--reference", "4711")
    assert ran.status == 0
    assert "Handed in on Wednesday, February 26, 2014: FINRA eFOCUS, 4711 (" in ran.out
    year = command("due", store, "--year", "2014").out
    assert "filed 26 Feb 2014, on time" in year
    january = json.loads(command("due", store, "--year", "2014", "--json").out)[1]
    assert (january["late"], january["handed_in"], january["days_past"]) == (False, True, None)
    again = command(*record, "2014-02-25", "--how", "FINRA eFOCUS")
    assert (again.status, again.out) == (2, "")
    assert "on record as handed in on 26 Feb 2014. Withdraw that first" in again.err
    back = command(*record, "--withdraw", "--reason", "it bounced")
    assert "Not handed in after all: it bounced (" in back.out
    told = json.loads(command("due", store, "2014-01", "--json").out)["hand_ins"]
    assert [(each["on"], each["reference"]) for each in told] == [
        ("2014-02-26", "4711"),
        (None, ""),
    ]
    assert (told[0]["how"], told[1]["reason"]) == ("FINRA eFOCUS", "it bounced")
    assert "late: no signature copy" in command("due", store, "--year", "2014").out
    assert command("verify", store).status == 0


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ([], "handed-in needs the day, like 2014-02-26, or --withdraw"),
        (["2014-02-26", "--withdraw"], "handed-in needs the day"),
        (["2014-02-26"], "Say how it was handed in"),
        (["2014-01-31", "--how", "eFOCUS"], "On 31 Jan 2014, January 2014 was not over yet."),
        (["2091-01-31", "--how", "eFOCUS"], "31 Jan 2091 is in the future."),
        (
            ["2014-02-26", "--how", "eFOCUS", "--reason", "r"],
            "--reason: only --withdraw needs a reason. Leave it out.",
        ),
        (
            ["--withdraw", "--reason", "r", "--how", "eFOCUS", "--reference", "4711"],
            "--how, --reference: a hand-in that is taken back was in no way. Leave them out.",
        ),
        (["soon", "--how", "eFOCUS"], '"soon"'),
        (["--withdraw", "--reason", "r"], "is not on record as handed in"),
    ],
)
def test_a_handing_in_that_makes_no_sense_is_refused(
    command: Command, store: Path, words: list[str], why: str
) -> None:
    ran = command("handed-in", store, "--period", "2014-01", *words)
    assert (ran.status, ran.out) == (2, "")
    assert why in ran.err
    assert json.loads(command("due", store, "2014-01", "--json").out)["hand_ins"] == []


def test_for_a_month_of_the_years_of_change_the_other_calendar_s_day_is_told_too(
    command: Command,
) -> None:
    march = command("due", "1999-03").out
    assert march.startswith("March 1999 is due on Friday, April 23, 1999.\n")
    assert "Counted by New York Stock Exchange holidays it is Monday, April 26, 1999: NASD" in march
    assert len(command("due", "2014-01").out.splitlines()) == 2  # both give the same day
    assert "NASD" not in command("due", "2017-10").out  # the year is known to be federal


def test_a_year_is_a_table_with_what_is_late(command: Command, store: Path) -> None:
    lines = command("due", store, "--year", "2014").out.splitlines()
    assert len(lines) == 13
    assert lines[0].split() == ["due", "month", "business", "days", "standing", "calendar"]
    assert "late: no signature copy" in next(line for line in lines if "2014-01 " in line)
    assert "late" not in lines[1]  # December is made up
    long = command("due", store, "--year", "2014", "--skipped").out
    assert "2014-09  Monday, October 13, 2014 does not count: Columbus Day." in long
    months = json.loads(command("due", store, "--year", "2014", "--json").out)
    assert [month["late"] for month in months[:3]] == [False, True, False]


def test_a_year_that_no_calendar_holds_is_said_so(command: Command, store: Path) -> None:
    assert command("due", store, "--year", "1900").status == 0


def test_a_year_is_written_for_other_calendars(
    command: Command, store: Path, tmp_path: Path
) -> None:
    to, again = tmp_path / "due.ics", tmp_path / "again.ics"
    assert command("due", store, "--year", "2014", "--ics", to).err == f"Wrote {to}.\n"
    content = to.read_bytes()
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"DTSTART;VALUE=DATE:20140226\r\n" in content
    assert b"HSBC" in content
    command("due", store, "--year", "2014", "--ics", again)
    assert again.read_bytes() == content
    to.write_bytes(b"an older calendar")  # as every export: whole, in its place, and said
    assert command("due", store, "--year", "2014", "--ics", to).err == f"Wrote {to}.\n"
    assert to.read_bytes() == content
    itself = store.rename(store.with_suffix(".ics"))
    refused = command("due", itself, "--year", "2014", "--ics", itself)
    assert "is the store itself" in refused.err
    assert command("verify", itself).status == 0
    store = itself.rename(store)
    refused = command("due", store, "--year", "2014", "--ics", tmp_path / "due.txt")
    assert "must end in .ics" in refused.err


def test_the_default_store_s_settings_count_where_none_is_named(
    command: Command, sample: Path
) -> None:
    del sample
    command("new", "--period", "2014-01")
    command("calendar", "exchange", "--since", "2014-01-01")
    assert "Good Friday" in command("due", "2014-03").out
    assert "Good Friday" not in command("due", "2014-03", "--calendar", "federal").out
