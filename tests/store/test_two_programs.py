"""What another program, or the end of this one, must never do to a store."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random
from threading import Timer

import pytest

from focusdesk.filing.edit import Cause, Change
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.opening import open_store
from focusdesk.store.verify import verify

TYPIST = Path(__file__).with_name("typist.py")
ROOT = Path(__file__).resolve().parents[2]
KILLS = 20
ADDED_BY_EACH = 60


def typist(path: Path, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603  # this Python, a script beside this file
        [sys.executable, str(TYPIST), str(path), *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


@pytest.fixture
def started(store: SqliteFilingStore, edition: Edition) -> Path:
    """A store with one month that holds 0 in 7010, let go of."""
    month = store.start(Period(2014, 1), edition.id)
    store.record(month, edition, [Change("7010", None, 0)], Cause.TYPED)
    store.close()
    return store.path


def last_acknowledged(path: Path, seconds: float) -> int:
    """Let a program type until it is killed, some time after its first acknowledgement."""
    with typist(path, "type") as program:
        assert program.stdout is not None
        acknowledged = program.stdout.readline()
        killer = Timer(seconds, program.kill)
        killer.start()
        for line in program.stdout:
            # The last line may have been cut short: then nobody was told.
            acknowledged = line if line.endswith("\n") else acknowledged
        killer.join()
    return int(acknowledged)


def test_nothing_acknowledged_is_lost_when_the_program_is_killed(
    started: Path, edition: Edition
) -> None:
    random = Random(20140131)  # noqa: S311  # no secret
    for _ in range(KILLS):
        told = last_acknowledged(started, random.uniform(0, 0.02))
        assert verify(started) == ()
        with open_store(started) as store:
            held = store.entered(store.find(Period(2014, 1)), edition)
        number = held["7010"]
        assert isinstance(number, int)
        # One more may have reached the disk just before the acknowledgement.
        assert told <= number <= told + 1
        assert held["7020"] == 2 * number


def test_two_programs_at_once_lose_no_update(started: Path, edition: Edition) -> None:
    programs = [typist(started, "add", str(ADDED_BY_EACH)) for _ in range(2)]
    for program in programs:
        with program:
            assert program.wait() == 0
    with open_store(started) as store:
        held = store.entered(store.find(Period(2014, 1)), edition)
    assert held["7010"] == 2 * ADDED_BY_EACH
    assert verify(started) == ()
