"""No command imports Qt: each of them runs where PySide6 cannot be imported at all."""

import json
from pathlib import Path

import pytest

from focusdesk.cli.verbs import VERBS
from tests.cli.command import in_its_own_process

BLOCKED = """
import json, sys

sys.modules.update(dict.fromkeys(("PySide6", "shiboken6")))  # None: cannot be imported
from focusdesk.__main__ import main

statuses = {}
for words in json.loads(sys.argv[1]):
    statuses.setdefault(words[0], []).append(main(words))
sys.stderr.write("\\n" + json.dumps(statuses))
"""


NEEDS_A_NOTICE = ("notice",)
"""The sample calls for no notice, so that there is none to tell of."""


@pytest.mark.usefixtures("home")
def test_every_command_runs_without_qt(tmp_path: Path) -> None:
    store = str(tmp_path / "s.focusdesk")
    month = [store, "--period", "2014-01"]
    to = [str(tmp_path / f"f.{suffix}") for suffix in ("csv", "json", "xlsx", "pdf")]
    lines: list[list[str]] = [
        ["sample", store],
        ["new", store, "--period", "2014-03", "--from", "2014-02"],
        ["months", store],
        ["set", *month, "7100=0"],
        *(["export", *month, "--to", file] for file in to),
        *(["import", *month, file] for file in to[:3]),
        *(["compare", store, "2013-12", "2014-01", "--to", file] for file in to),
        ["check", *month],
        ["check", *month, "--to", str(tmp_path / "findings.pdf")],
        ["overview", *month],
        ["explain", *month, "7190"],
        ["explain-change", *month, "7190=two new clients"],
        ["explain-finding", *month, "X13:7690=a broker"],
        ["thresholds", store, "5m and 10 %"],
        ["targets", store],
        ["complete", *month, "cover"],
        ["notices", *month],
        ["figures", *month],
        ["due", "2014-01"],
        ["due-override", *month, "2014-03-12", "--reason", "FINRA notice 14-01"],
        ["handed-in", *month, "2014-02-26", "--how", "FINRA eFOCUS"],
        ["calendar", store, "exchange", "--since", "2014-01-01"],
        ["blank", "--edition", "2014-01", "--to", to[3]],
        ["editions"],
        ["verify", store],
    ]
    ran = in_its_own_process(json.dumps(lines), code=BLOCKED)
    assert ran.status == 0, ran.err
    statuses = json.loads(ran.err.splitlines()[-1])
    assert statuses.pop("check") == [1, 1], "the month has findings"
    assert {status for each in statuses.values() for status in each} == {0}, ran.err
    assert set(statuses) == set(VERBS) - {"doctor", "check", *NEEDS_A_NOTICE}


@pytest.mark.usefixtures("home")
def test_the_doctor_runs_without_qt_and_says_that_it_is_missing() -> None:
    ran = in_its_own_process(json.dumps([["doctor", "--json"]]), code=BLOCKED)
    assert json.loads(ran.err.splitlines()[-1]) == {"doctor": [78]}
    assert json.loads(ran.out)["facts"]["Qt"] == "not installed"
