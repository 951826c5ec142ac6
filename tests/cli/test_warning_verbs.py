import json
from pathlib import Path

from tests.cli.command import Command

MONTH = ("--period", "2014-01")
KEY = "X13:7690,7740"


def test_a_warning_is_explained_shown_and_taken_back(store: Path, command: Command) -> None:
    asked = command("explain-finding", store, *MONTH)
    assert asked.status == 1
    assert f"{KEY}  44,553,280 (7740) stands without a name" in asked.out
    assert "Nobody has said yet why it may stand." in asked.out

    said = command("explain-finding", store, *MONTH, "X13:7690=a broker that asks for it")
    assert said.status == 0
    assert said.out.startswith(f"{KEY}  Explained: a broker that asks for it (")

    shown = command("explain-finding", store, *MONTH)
    assert shown.status == 0
    assert "Nobody" not in shown.out

    back = command("explain-finding", store, *MONTH, "X13:7690=")
    assert back.out == f"Not explained yet: {KEY}.\n"
    assert command("explain-finding", store, *MONTH).status == 1


def test_other_figures_open_it_again(store: Path, command: Command) -> None:
    command("explain-finding", store, *MONTH, "X13:7690=a broker")
    command("set", store, *MONTH, "7720=7844466")
    (told,) = json.loads(command("explain-finding", store, *MONTH, "--json").out)
    assert (told["id"], told["codes"], told["explained"]) == ("X13", ["7690", "7740"], False)
    assert (told["explanation"], told["figures_since"]) == ("a broker", "7740 was 44,553,280")


def test_the_month_before_offers_its_words(store: Path, command: Command) -> None:
    command("explain-finding", store, *MONTH, "X13:7690=a broker")
    february = ("--period", "2014-02")
    command("set", store, *february, "7690=", "7720=5", "7325=5")
    shown = command("explain-finding", store, *february)
    assert shown.status == 1
    assert "Said the month before: a broker (" in shown.out


def test_words_of_a_warning_that_is_mended_are_taken_back(store: Path, command: Command) -> None:
    command("explain-finding", store, *MONTH, "X13:7690=a broker")
    command("set", store, *MONTH, "7690=A BROKER")
    assert command("explain-finding", store, *MONTH, "X13:7690=").status == 0
    command("set", store, *MONTH, "7690=")
    assert command("explain-finding", store, *MONTH).status == 1


def test_all_of_it_is_kept_or_nothing(store: Path, command: Command) -> None:
    ran = command("explain-finding", store, *MONTH, "X13:7690=a broker", "C04:15=none yet")
    assert ran.status == 2
    assert "C04 is an error: mend the figures." in ran.err
    assert command("explain-finding", store, *MONTH).status == 1

    twice = command("explain-finding", store, *MONTH, "X13:7690=a", "X13:7690=b")
    assert "X13:7690 is explained twice." in twice.err
    nothing = command("explain-finding", store, *MONTH, "=words")
    assert '"=words" explains nothing.' in nothing.err
