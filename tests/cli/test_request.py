import argparse
from pathlib import Path

import pytest

from focusdesk.cli.options import read_period
from focusdesk.cli.request import Refused, read_request
from focusdesk.cli.verbs import VERBS
from focusdesk.form.period import Period


@pytest.mark.parametrize(
    ("name", "words", "store", "rest"),
    [
        ("months", [], None, []),
        ("months", ["s"], "s", []),
        ("set", ["7010=5", "--period", "2014-01"], None, ["7010=5"]),
        ("set", ["s", "7010=5", "--period", "2014-01"], "s", ["7010=5"]),
        ("set", ["x/a=b", "7010=5", "--period", "2014-01"], "x/a=b", ["7010=5"]),
        ("set", ["--period", "2014-01", "7510=A/B"], None, ["7510=A/B"]),
        ("import", ["a.csv", "--period", "2014-01"], None, ["a.csv"]),
        ("import", ["s", "--period", "2014-01", "a.csv"], "s", ["a.csv"]),
        ("explain", ["--period", "2014-01", "7190"], None, ["7190"]),
        ("explain", ["s", "7190", "--period", "2014-01"], "s", ["7190"]),
        ("compare", ["2013-12", "2014-01", "--to", "f"], None, ["2013-12", "2014-01"]),
        ("compare", ["s", "2013-12", "--to", "f", "2014-01"], "s", ["2013-12", "2014-01"]),
        ("due", ["2014-01"], None, ["2014-01"]),
        ("due", ["2014-13"], None, ["2014-13"]),
        ("due", ["s.focusdesk", "2014-01"], "s.focusdesk", ["2014-01"]),
        (
            "due-override",
            ["a/s", "2014-03-12", "--period", "2014-01", "--reason", "r"],
            "a/s",
            ["2014-03-12"],
        ),
        ("handed-in", ["a/s", "2014-02-26", "--period", "2014-01"], "a/s", ["2014-02-26"]),
        ("calendar", ["exchange"], None, ["exchange"]),
        ("targets", ["7194=5 %"], None, ["7194=5 %"]),
        ("targets", ["s.focusdesk", "7194:2", "--withdraw"], "s.focusdesk", ["7194:2"]),
        ("targets", ["a/s", "7194"], "a/s", ["7194"]),
        ("editions", [], None, []),
    ],
)
def test_the_store_may_be_left_out(
    name: str, words: list[str], store: str | None, rest: list[str]
) -> None:
    request = read_request(name, words)
    assert (request.store, request.words) == (None if store is None else Path(store), rest)


def test_options_are_read_as_what_they_are() -> None:
    request = read_request(
        "new", ["--period", "2014-02", "s", "--from=2014-01", "--edition", "2014-01"]
    )
    assert (request.period, request.source) == (Period(2014, 2), Period(2014, 1))
    assert request.edition == "2014-01"
    assert read_request("due", ["2014-01"]).calendar is None
    assert read_request("months", ["--json"]).as_json
    assert not read_request("import", ["a", "--period", "2014-01"]).dry_run


@pytest.mark.parametrize(
    ("name", "words", "why"),
    [
        ("set", ["s", "7010=5"], "this needs --period. Usage: focusdesk set [STORE] --period"),
        ("set", ["s", "--period", "2014-13", "7010=5"], '--period: "2014-13" is not a month'),
        ("set", ["s", "--period", "2014-01"], "set needs boxes to set, like 7010=347295282."),
        ("export", ["s", "--period", "2014-01"], "this needs --to"),
        ("export", ["s", "t", "--period", "2014-01", "--to", "f"], '"t" is one word too many'),
        ("import", ["--period", "2014-01"], "import needs a file to import"),
        ("import", ["s", "a", "b", "--period", "2014-01"], '"b" is one word too many'),
        ("compare", ["s", "2014-01", "--to", "f", "--sort", "code"], "invalid choice: 'code'"),
        ("explain", ["--period", "2014-01"], "explain needs a box's code"),
        ("due", ["--year", "14"], '"14" is no year'),
        ("due", ["2014-01", "2014-02"], '"2014-02" is one word too many'),
        ("due", ["2014-01", "--calendar", "lunar"], "invalid choice: 'lunar'"),
        ("editions", ["s"], '"s" is one word too many'),
        ("months", ["--jso"], "unrecognized arguments: --jso"),
        ("months", ["--period", "2014-01"], "unrecognized arguments: --period"),
    ],
)
def test_what_makes_no_sense_is_refused_with_what_the_command_takes(
    name: str, words: list[str], why: str
) -> None:
    with pytest.raises(Refused) as refused:
        read_request(name, words)
    assert why in str(refused.value)
    assert f"Usage: focusdesk {name}" in str(refused.value)


@pytest.mark.parametrize("name", VERBS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read_request(name, ["--help"])
    out = capsys.readouterr().out
    assert VERBS[name].usage in out
    assert VERBS[name].purpose.split(",")[0] in " ".join(out.split())


def test_a_month_that_is_none_is_told_in_its_own_sentence() -> None:
    assert read_period("2014-01") == Period(2014, 1)
    with pytest.raises(argparse.ArgumentTypeError, match='"soon" is not a month'):
        read_period("soon")
