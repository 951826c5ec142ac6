import json
from pathlib import Path

import pytest

from focusdesk.form.period import Period
from focusdesk.store.opening import create_store, open_store
from tests.cli.command import Command


def test_sample_writes_a_store_that_has_nothing_wrong(tmp_path: Path, command: Command) -> None:
    store = tmp_path / "s.focusdesk"
    assert command("sample", store) == (0, "", f"{store} holds 14 sample filings.\n")
    assert command("verify", store).status == 0


def test_sample_never_overwrites(store: Path, command: Command) -> None:
    before = store.read_bytes()
    ran = command("sample", store)
    assert ran.status == 2
    assert ran.err.endswith("is there already and is not overwritten. Choose another name.\n")
    assert store.read_bytes() == before


def test_the_sample_says_in_its_journal_that_no_person_wrote_it(sample: Path) -> None:
    with open_store(sample) as store:
        entries = store.journal(store.find(Period(2014, 1)))
    assert {entry.user for entry in entries} == {"focusdesk sample"}


def test_months_lists_the_filings_with_what_is_made_up(sample: Path, command: Command) -> None:
    lines = command("months", sample).out.splitlines()
    assert lines[0].split() == ["month", "amendment", "edition", "status", "due", "remark"]
    assert lines[1].startswith("2014-02  0          2014-01  draft   2014-03-25  illustrative")
    assert lines[2].startswith("2014-01  0          2014-01  draft   2014-02-26  sample of")
    assert len(lines) == 15


def test_months_as_json_has_the_keys_of_the_contract(sample: Path, command: Command) -> None:
    months = json.loads(command("months", sample, "--json").out)
    assert months[1] == {
        "period": "2014-01",
        "amendment": 0,
        "edition": "2014-01",
        "status": "draft",
        "changed_since_print": False,
        "due": "2014-02-26",
        "illustrative": False,
    }
    assert [month["illustrative"] for month in months] == [True, False] + [True] * 12


def test_months_tells_a_printed_month_that_changed_since(
    store: Path, command: Command, tmp_path: Path
) -> None:
    def status() -> tuple[str, str, bool]:
        [line] = [it for it in command("months", store).out.splitlines() if "sample of" in it]
        words = line.split("2014-01  ")[-1].partition("2014-02-26")[0].strip()
        january = json.loads(command("months", store, "--json").out)[1]
        return words, january["status"], january["changed_since_print"]

    to = tmp_path / "s.pdf"
    command("export", store, "--period", "2014-01", "--copy", "signature", "--to", to)
    assert status() == ("printed", "printed", False)
    command("set", store, "--period", "2014-01", "7100=1")
    assert status() == ("printed, changed since", "printed", True)
    command("set", store, "--period", "2014-01", "7100=93296699")
    assert status() == ("printed", "printed", False)


def test_new_makes_the_store_if_there_is_none(tmp_path: Path, command: Command) -> None:
    store = tmp_path / "n.focusdesk"
    ran = command("new", store, "--period", "2014-02")
    assert ran == (0, "", "Started February 2014 in the edition 2014-01.\n")
    months = json.loads(command("months", store, "--json").out)
    assert [month["period"] for month in months] == ["2014-02"]


def test_new_says_that_a_month_starts_empty_and_what_rolls_one_forward(command: Command) -> None:
    said = " ".join(command("new", "--help").out.split())
    assert "Start an empty month; --from rolls an earlier one forward into it" in said


def test_new_rolls_forward_names_and_targets_and_no_amounts(
    store: Path, tmp_path: Path, command: Command
) -> None:
    ran = command("new", "--period", "2014-03", store, "--from", "2014-01")
    assert ran.err == (
        "Started March 2014 in the edition 2014-01, rolled forward from January 2014.\n"
    )
    to = tmp_path / "march.json"
    command("export", store, "--period", "2014-03", "--to", to)
    values = json.loads(to.read_text(encoding="utf-8"))["values"]
    # A target of dollars is there at once, one in percent once there is a requirement.
    assert (values["13"], values["7510"], values["8760"], values["7194"]) == (
        "HSBC SECURITIES (USA) INC.",
        "HARRIS TRUST",
        25000000,
        None,
    )
    assert (values["24"], values["25"]) == ("2014-03-01", "2014-03-31")
    assert (values["7010"], values["7180"]) == (None, None)


def test_a_month_that_is_made_up_before_the_edition_is_said_to_be_so(
    tmp_path: Path, command: Command
) -> None:
    store = tmp_path / "n.focusdesk"
    command("new", store, "--period", "2013-03")
    assert json.loads(command("months", store, "--json").out)[0]["illustrative"]
    assert command("months", store).out.rstrip().endswith("illustrative")


UNVERIFIED = "its cover is not verified for months before March 2026."


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--period", "2021-09"], "Started September 2021 in the edition 2014-01.\n"),
        (
            ["--period", "2021-10"],
            "Started October 2021 in the edition 2014-01.\n"
            f"The edition 2026-03 is offered for it too, by --edition 2026-03; {UNVERIFIED}\n",
        ),
        (
            ["--period", "2026-02", "--edition", "2026-03"],
            "Started February 2026 in the edition 2026-03.\n"
            f"The edition 2026-03 is in force from March 2026 on; {UNVERIFIED}\n",
        ),
        (["--period", "2026-03"], "Started March 2026 in the edition 2026-03.\n"),
    ],
)
def test_new_says_where_another_edition_is_offered_and_what_is_not_sure_of_it(
    tmp_path: Path, command: Command, words: list[str], told: str
) -> None:
    assert command("new", tmp_path / "n.focusdesk", *words) == (0, "", told)


def test_a_month_of_2014_rolls_forward_into_the_form_of_2026(
    store: Path, tmp_path: Path, command: Command
) -> None:
    named = ("execution.officer1=John A. Harrington", "execution.title1=President", "18=x")
    command("set", store, "--period", "2014-01", *named)
    assert command("new", store, "--period", "2026-03", "--from", "2014-01").status == 0
    to = tmp_path / "march.json"
    command("export", store, "--period", "2026-03", "--to", to)
    values = json.loads(to.read_text(encoding="utf-8"))["values"]
    # A target of dollars is there at once, one in percent once there is a requirement.
    assert (values["13"], values["7510"], values["8760"], values["7194"]) == (
        "HSBC SECURITIES (USA) INC.",
        "HARRIS TRUST",
        25000000,
        None,
    )
    assert (values["12011"], values["execution.title1"]) == ("John A. Harrington", "President")
    assert "18" not in values


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--period", "2014-01"], "January 2014"),
        (["--period", "2014-05", "--from", "2012-01"], "January 2012"),
        (["--period", "2014-05", "--edition", "1999"], 'There is no edition "1999"'),
        (["--period", "1999-05"], "Name one with --edition if the month must be held"),
        (
            ["--period", "2014-05", "--edition", "2026-03"],
            "The edition 2026-03 is in force from March 2026 on, and offered from October 2021 on. "
            "May 2014 can be held in: 2014-01.",
        ),
        (
            ["--period", "2026-03", "--edition", "2014-01"],
            "A newer edition has taken the place of 2014-01. March 2026 can be held in: 2026-03.",
        ),
    ],
)
def test_new_refuses_what_cannot_be_started(
    store: Path, command: Command, words: list[str], why: str
) -> None:
    before = command("months", store).out
    ran = command("new", store, *words)
    assert (ran.status, ran.out) == (2, "")
    assert why in ran.err
    assert command("months", store).out == before


@pytest.mark.parametrize(
    ("words", "last"),
    [
        (["--period", "1999-05"], "if the month must be held all the same."),
        (["--period", "2014-05", "--edition", "1999"], "This program knows: 2014-01, 2026-03."),
        (["--period", "2014-05", "--from", "2014-01"], "and so no January 2014 to start from."),
    ],
)
def test_new_leaves_no_store_behind_that_it_could_not_fill(
    tmp_path: Path, command: Command, words: list[str], last: str
) -> None:
    store = tmp_path / "n.focusdesk"
    ran = command("new", store, *words)
    assert ran.status == 2
    assert ran.err.endswith(f"{last}\n")
    assert list(tmp_path.iterdir()) == []


def test_months_of_an_empty_store_says_how_to_start_one(tmp_path: Path, command: Command) -> None:
    store = tmp_path / "n.focusdesk"
    create_store(store).close()
    assert command("months", store).out.startswith("The store has no filings yet.")
    assert command("months", store, "--json").out == "[]\n"


def test_without_a_store_named_the_default_one_is_made_and_meant(
    home: Path, command: Command
) -> None:
    assert command("months").status == 2
    assert command("new", "--period", "2014-01").status == 0
    assert [month["period"] for month in json.loads(command("months", "--json").out)] == ["2014-01"]
    (folder,) = [path.parent for path in home.rglob("desk.focusdesk")]
    assert folder.stat().st_mode & 0o777 == 0o700
