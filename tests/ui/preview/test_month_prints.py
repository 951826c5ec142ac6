from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from focusdesk.filing.copies import Copy
from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreFailed
from focusdesk.form.period import Period
from focusdesk.ui.edges import EdgeRefused
from focusdesk.ui.preview.month_prints import (
    Came,
    Destination,
    IntoFolder,
    MonthPrints,
    Together,
    bundle_path,
    files_there,
    month_path,
    summary,
)

NOVEMBER, DECEMBER, JANUARY = (Filing(at, Period(2013, 11).plus(at), "2014-01") for at in range(3))
MONTHS = (NOVEMBER, DECEMBER, JANUARY)


@dataclass
class Paper:
    """Draws a month as a few words, and refuses those that it is told to refuse."""

    refuses: Mapping[int, Exception] = field(default_factory=dict[int, Exception])
    drawn: list[str] = field(default_factory=list[str])

    def draw(self, filing: Filing) -> bytes:
        if filing.id in self.refuses:
            raise self.refuses[filing.id]
        self.drawn.append(filing.stem)
        return filing.stem.encode()


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        message = f"{path.name} was not written."
        raise EdgeRefused(message) from error


class Joined:
    """Joins months by a plus sign."""

    def __init__(self) -> None:
        self._months: list[bytes] = []

    def add(self, filing: Filing, printed: bytes) -> None:
        assert printed.decode() == filing.stem
        self._months.append(printed)

    def finished(self) -> bytes:
        return b" + ".join(self._months)


def _all(prints: MonthPrints) -> tuple[Came, ...]:
    while not prints.finished:
        prints.step()
    return tuple(outcome.came for outcome in prints.outcomes)


@pytest.fixture
def folder(tmp_path: Path) -> IntoFolder:
    return IntoFolder(tmp_path, Copy.FILING, _write)


def test_each_step_does_one_month(folder: IntoFolder, tmp_path: Path) -> None:
    paper = Paper()
    prints = MonthPrints(MONTHS, paper.draw, folder)
    assert prints.next_month == NOVEMBER
    prints.step()
    assert (paper.drawn, prints.next_month, prints.done_with) == (["2013-11"], DECEMBER, 1)
    assert not prints.finished
    assert _all(prints) == (Came.DONE,) * 3
    assert (tmp_path / "FOCUS 2013-12.pdf").read_bytes() == b"2013-12"
    assert summary(prints, "saved here") == (
        "November 2013, December 2013 and January 2014 are saved here.",
    )


@pytest.mark.parametrize("error", [EdgeRefused("It is too wide."), StoreFailed("It is too wide.")])
def test_a_month_that_cannot_be_drawn_is_named_and_the_others_are_done(
    folder: IntoFolder, tmp_path: Path, error: Exception
) -> None:
    prints = MonthPrints(MONTHS, Paper({DECEMBER.id: error}).draw, folder)
    assert _all(prints) == (Came.DONE, Came.FAILED, Came.DONE)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "FOCUS 2013-11.pdf",
        "FOCUS 2014-01.pdf",
    ]
    assert summary(prints, "saved here") == (
        "November 2013 and January 2014 are saved here.",
        "December 2013 failed. It is too wide.",
    )


def test_a_month_that_cannot_be_written_is_named_and_the_others_are_done(
    folder: IntoFolder, tmp_path: Path
) -> None:
    (tmp_path / "FOCUS 2013-12.pdf").mkdir()
    prints = MonthPrints(MONTHS, Paper().draw, folder)
    assert _all(prints) == (Came.DONE, Came.FAILED, Came.DONE)
    assert prints.outcomes[1].why == "FOCUS 2013-12.pdf was not written."


def test_a_file_that_is_there_is_left_alone_and_its_month_is_not_drawn(
    folder: IntoFolder, tmp_path: Path
) -> None:
    (tmp_path / "FOCUS 2013-12.pdf").write_bytes(b"signed")
    paper = Paper()
    prints = MonthPrints(MONTHS, paper.draw, folder)
    assert _all(prints) == (Came.DONE, Came.KEPT, Came.DONE)
    assert (tmp_path / "FOCUS 2013-12.pdf").read_bytes() == b"signed"
    assert paper.drawn == ["2013-11", "2014-01"]
    assert summary(prints, "saved here")[1] == (
        "December 2013 was left alone: its file is there already."
    )


def test_only_the_files_that_were_announced_are_replaced(
    folder: IntoFolder, tmp_path: Path
) -> None:
    announced, later = tmp_path / "FOCUS 2013-11.pdf", tmp_path / "FOCUS 2013-12.pdf"
    announced.write_bytes(b"old")
    folder.may_replace = frozenset([announced])
    prints = MonthPrints(MONTHS, Paper().draw, folder)
    later.write_bytes(b"came meanwhile")
    assert _all(prints) == (Came.DONE, Came.KEPT, Came.DONE)
    assert announced.read_bytes() == b"2013-11"
    assert later.read_bytes() == b"came meanwhile"


def test_cancelling_leaves_done_what_is_done(folder: IntoFolder, tmp_path: Path) -> None:
    prints = MonthPrints(MONTHS, Paper().draw, folder)
    prints.step()
    prints.cancel()
    assert prints.finished
    assert _all(prints) == (Came.DONE, Came.CANCELLED, Came.CANCELLED)
    assert [path.name for path in tmp_path.iterdir()] == ["FOCUS 2013-11.pdf"]
    assert summary(prints, "saved here") == (
        "November 2013 is saved here.",
        "December 2013 and January 2014 were cancelled.",
    )


def test_together_the_months_go_out_once_in_their_order() -> None:
    out: list[bytes] = []
    prints = MonthPrints(MONTHS, Paper().draw, Together(Joined(), out.append))
    for _ in MONTHS:
        prints.step()
    assert out == []
    assert not prints.finished
    assert _all(prints) == (Came.DONE,) * 3
    assert out == [b"2013-11 + 2013-12 + 2014-01"]


def test_together_a_month_that_fails_leaves_the_others_together() -> None:
    out: list[bytes] = []
    paper = Paper({NOVEMBER.id: EdgeRefused("It is too wide.")})
    prints = MonthPrints(MONTHS, paper.draw, Together(Joined(), out.append))
    assert _all(prints) == (Came.FAILED, Came.DONE, Came.DONE)
    assert out == [b"2013-12 + 2014-01"]


def test_nothing_goes_out_when_every_month_has_failed() -> None:
    out: list[bytes] = []
    paper = Paper({filing.id: EdgeRefused("It is too wide.") for filing in MONTHS})
    prints = MonthPrints(MONTHS, paper.draw, Together(Joined(), out.append))
    assert _all(prints) == (Came.FAILED,) * 3
    assert out == []


def test_cancelled_together_no_month_has_gone_out() -> None:
    out: list[bytes] = []
    prints = MonthPrints(MONTHS, Paper().draw, Together(Joined(), out.append))
    prints.step()
    prints.cancel()
    assert _all(prints) == (Came.CANCELLED,) * 3
    assert out == []


def test_what_could_not_go_out_is_said_once() -> None:
    def refuse(_: bytes) -> None:
        message = "The disk is full."
        raise EdgeRefused(message)

    prints = MonthPrints(MONTHS, Paper().draw, Together(Joined(), refuse))
    assert _all(prints) == (Came.FAILED,) * 3
    assert summary(prints, "saved here") == ("The disk is full.",)


@pytest.mark.parametrize("destination", [Together(Joined(), lambda _: None), None])
def test_many_months_are_counted_and_not_named(
    destination: Destination | None, folder: IntoFolder
) -> None:
    months = [Filing(at, Period(2013, 1).plus(at), "2014-01") for at in range(12)]
    refused = {at: EdgeRefused("It is too wide.") for at in range(6, 12)}
    prints = MonthPrints(months, Paper(refused).draw, destination or folder)
    _all(prints)
    said = summary(prints, "saved here")
    assert said[0] == "6 months are saved here."
    assert said[1] == "July 2013 failed. It is too wide."
    assert said[-1] == "2 more months failed; the list says why."
    assert len(said) == 6


def test_files_are_named_by_month_amendment_and_copy(tmp_path: Path) -> None:
    amended = Filing(4, Period(2014, 1), "2014-01", amendment=2)
    assert month_path(tmp_path, JANUARY, Copy.FILING).name == "FOCUS 2014-01.pdf"
    assert month_path(tmp_path, amended, Copy.PUBLIC).name == (
        "FOCUS 2014-01 amendment 2 public set.pdf"
    )
    assert bundle_path(tmp_path, MONTHS, Copy.FILING).name == "FOCUS 2013-11 to 2014-01.pdf"
    assert bundle_path(tmp_path, [JANUARY], Copy.REVIEW).name == "FOCUS 2014-01 review.pdf"


def test_a_folder_that_cannot_be_read_holds_no_file_that_is_known(tmp_path: Path) -> None:
    assert files_there([tmp_path / ("x" * 400) / "FOCUS 2014-01.pdf"]) == ()
