"""`focusdesk complete`, `notices` and `notice`."""

import json
from pathlib import Path

import pytest

from focusdesk.cli.notice_verbs import NONE_OPEN
from tests.cli.command import Command

MONTH = ("--period", "2014-01")


@pytest.fixture
def short(store: Path, command: Command) -> Path:
    """January 2014 with far more owed to customers than is held."""
    command("set", store, *MONTH, "7020=900,000,000")
    return store


def numbers(store: Path, command: Command) -> list[str]:
    told = json.loads(command("notices", store, *MONTH, "--json").out)
    return [str(each["number"]) for each in told["notices"]]


def test_the_sample_calls_for_no_notice(store: Path, command: Command) -> None:
    ran = command("notices", store, *MONTH)

    assert (ran.status, ran.out) == (0, "The figures call for no notice, and none was recorded.\n")


def test_events_are_provisional_until_the_schedule_is_complete(
    short: Path, command: Command
) -> None:
    ran = command("notices", short, *MONTH)
    assert ran.status == 0
    assert "Provisional, while the schedule is in work" in ran.out
    assert "a deficiency of 261,119,029 (7190)" in ran.out

    ran = command("complete", short, *MONTH, "segregation", "--record")

    assert (ran.status, ran.err) == (1, "segregation is complete.\n")
    assert "N01 \u00b7 under-segregated (segregation)" in ran.out
    assert "Recorded" in ran.out
    assert "Due immediately, by " in ran.out
    assert "Tell the CFTC and the firm's designated self-regulatory organization" in ran.out
    assert command("notices", short, *MONTH).status == 1
    assert len(numbers(short, command)) == 2


def test_what_is_provisional_alone_says_why_the_status_is_0(short: Path, command: Command) -> None:
    ran = command("notices", short, *MONTH)
    assert (ran.status, ran.out.splitlines()[-1]) == (0, NONE_OPEN)
    command("complete", short, *MONTH, "segregation", "--record")
    assert NONE_OPEN not in command("notices", short, *MONTH).out


def test_complete_a_second_time_tells_what_is_open_still(short: Path, command: Command) -> None:
    first = command("complete", short, *MONTH, "segregation", "--record")
    again = command("complete", short, *MONTH, "segregation")

    told = ", ".join(numbers(short, command))
    assert again.err.splitlines()[1] == f"Still open, on record since before: {told}."
    assert again.out.count("  Open.") == 2
    assert (first.status, again.status) == (1, 1)
    back = command("complete", short, *MONTH, "segregation", "--withdraw")
    assert (back.status, back.out.count("  Open.")) == (0, 2)


def test_an_open_notice_is_in_check_and_overview_though_its_figures_are_mended(
    short: Path, command: Command
) -> None:
    command("complete", short, *MONTH, "segregation", "--record")
    command("set", short, *MONTH, "7020=551272884", "15=0000001", "7690=A BROKER")
    command("explain-change", short, *MONTH, "8770=a new client")

    checked = command("check", short, *MONTH)
    assert checked.status == 0
    assert "open notice  N01  7190, 7180, 7060  Under-segregated, recorded " in checked.out
    assert "         now 7190 87,608,087; 7180 1,036,486,351; 7060 948,878,264" in checked.out
    number = numbers(short, command)[0]
    assert f"Still open: notice {number} (N01, under-segregated), notice " in checked.out
    assert "so the exit status is 0" in checked.out
    counts = "2 open notices, 7 information; a signature copy adds 1 error (C06)"
    assert f"edition 2014-01: {counts}; " in checked.out
    looked = command("overview", short, *MONTH).out
    assert f"Findings: {counts}." in looked
    assert "notice  N01  7190  Under-segregated, recorded " in looked

    found = json.loads(command("check", short, *MONTH, "--json").out)
    (event,) = [each for each in found if each["id"] == "N01"]
    assert (event["kind"], event["state"], event["notice"]) == ("open notice", None, int(number))
    assert event["figures_then"]["7190"] == -261_119_029


def test_what_would_go_on_record_is_said_first_and_nothing_is_done_without_leave(
    short: Path, command: Command
) -> None:
    ran = command("complete", short, *MONTH, "cleared_swaps", "segregation")

    assert ran.status == 2
    assert (
        "Nothing was done: 2 notices will go on record, stamped now, and nothing unmakes that. "
        "Add --record if the figures are right; else correct them first.\n"
        "  N01 \u00b7 under-segregated. Line 14: 1,036,486,351 (7180) is held"
    ) in ran.err
    assert "  N04 \u00b7 below the target for residual interest. " in ran.err
    told = json.loads(command("notices", short, *MONTH, "--json").out)
    assert (told["complete"], told["notices"]) == ([], [])


def test_a_page_that_calls_for_nothing_is_complete_without_leave(
    store: Path, command: Command
) -> None:
    ran = command("complete", store, *MONTH, "segregation")

    assert (ran.status, ran.out, ran.err) == (0, "", "segregation is complete.\n")


def test_what_is_on_record_already_asks_for_no_leave(short: Path, command: Command) -> None:
    command("complete", short, *MONTH, "segregation", "--record")

    assert command("complete", short, *MONTH, "segregation").err.startswith(
        "segregation is complete"
    )


def test_leave_to_record_does_not_go_with_taking_into_work(short: Path, command: Command) -> None:
    ran = command("complete", short, *MONTH, "segregation", "--withdraw", "--record")
    assert (ran.status, ran.out) == (2, "")
    assert "--record: taking a schedule into work records no notice. Leave it out." in ran.err


def test_nothing_erases_a_notice(short: Path, command: Command) -> None:
    command("complete", short, *MONTH, "segregation", "--record")

    command("set", short, *MONTH, "7020=551272884")
    command("complete", short, *MONTH, "segregation", "--withdraw")

    assert len(numbers(short, command)) == 2
    assert command("verify", short).status == 0


def test_giving_notice_closes_it(short: Path, command: Command) -> None:
    command("complete", short, *MONTH, "segregation", "--record")
    number, other = numbers(short, command)
    aware = ("aware=2014-02-03 12:00", "how=the noon computation")
    given = ("when=2014-02-03 12:20", "by=A. Lee", "to=CFTC and NFA", "reference=W-17")

    ran = command("notice", short, *MONTH, number, *aware, *given)

    assert ran.status == 0
    assert "The firm became aware 2014-02-03 12:00: the noon computation" in ran.out
    assert "Given 2014-02-03 12:20 by A. Lee to CFTC and NFA, reference W-17" in ran.out
    refused = command("notice", short, *MONTH, other, "aware=2999-01-01 12:00")
    assert refused.status == 2
    assert "cannot have become aware later than the program recorded it" in refused.err


def test_an_error_of_entry_is_closed_once_corrected(short: Path, command: Command) -> None:
    command("complete", short, *MONTH, "segregation", "--record")
    number, _ = numbers(short, command)
    refused = command("notice", short, *MONTH, number, "error=a typing slip in 7020")
    assert "The figures still say so: N01, under-segregated. Correct them first" in refused.err

    command("set", short, *MONTH, "7020=551272884")
    ran = command("notice", short, *MONTH, number, "error=a typing slip in 7020")

    assert "Entry error, corrected: a typing slip in 7020" in ran.out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("notice", "99", "by=me"), 'There is no notice "99" of that month. Recorded: none.'),
        (("complete", "page9"), 'The form has no schedule "page9".'),
    ],
)
def test_what_is_not_there_is_said(
    store: Path, command: Command, words: tuple[str, ...], why: str
) -> None:
    name, *rest = words

    ran = command(name, store, *MONTH, *rest)

    assert ran.status == 2
    assert why in ran.err


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("colour=red", '"colour" says nothing of a notice.'),
        ("aware=yesterday", '"yesterday" is no date with a time. Write it like 2014-02-03 12:30.'),
        ("by=me", "Say when notice was given."),
        ("when=noon", '"noon" is no date with a time.'),
    ],
)
def test_what_cannot_be_said_of_a_notice_is_refused(
    short: Path, command: Command, said: str, why: str
) -> None:
    command("complete", short, *MONTH, "segregation", "--record")

    ran = command("notice", short, *MONTH, numbers(short, command)[0], said)

    assert ran.status == 2
    assert why in ran.err
    assert "Open." in command("notices", short, *MONTH).out
