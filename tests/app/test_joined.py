import datetime as dt
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from focusdesk.app.joined import desk_edges, furnish
from focusdesk.filing.compare import compare
from focusdesk.filing.comparison_rows import RowFilter, filtered
from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.filing.due_override import keep_override
from focusdesk.filing.explanation import line
from focusdesk.filing.filing_due import Calendar
from focusdesk.filing.firm_calendar import CalendarChoice, FirmCalendar, keep_calendar
from focusdesk.filing.ports import StoreError
from focusdesk.filing.trend import trend_of
from focusdesk.form.period import Period
from focusdesk.ui.edges import EdgeRefused, Edges
from focusdesk.ui.settings import Settings
from focusdesk.ui.window_frame import WindowFrame
from tests.cli.command import pages_of

JANUARY, DECEMBER = Period(2014, 1), Period(2013, 12)


@pytest.fixture(scope="module")
def edges() -> Edges:
    return desk_edges()


@pytest.fixture(scope="module")
def sample(edges: Edges, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.focusdesk"
    edges.close_store(edges.write_sample(path))
    return path


def test_the_sample_holds_january_2014_between_made_up_months(edges: Edges, sample: Path) -> None:
    register = edges.open_store(sample)
    filings = register.store.filings()
    assert len(filings) == 14
    assert [str(each.period) for each in filings if not each.illustrative] == ["2014-01"]
    session = register.open(register.store.find(JANUARY))
    assert session.value("7190") == 87_608_087
    journal = register.store.journal(session.filing, "7100")
    assert journal[0].user == "focusdesk sample"
    edges.close_store(register)


def test_documents_are_proposed_in_the_home_folder_where_theirs_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path / "Documents")
    assert desk_edges().documents_folder == Path.home()
    (tmp_path / "Documents").mkdir()
    assert desk_edges().documents_folder == tmp_path / "Documents"


def test_a_due_date_is_the_seventeenth_business_day(edges: Edges, sample: Path) -> None:
    register = edges.open_store(sample)
    due = edges.due_day(register, JANUARY)
    assert due is not None
    assert due.due.isoformat() == "2014-02-26"
    assert due.days_left is None
    assert edges.due_day(register, Period(9990, 1)) is None
    edges.close_store(register)


def test_due_dates_follow_what_the_firm_has_settled(
    edges: Edges, sample: Path, tmp_path: Path
) -> None:
    register = edges.open_store(Path(shutil.copy(sample, tmp_path / "settled.focusdesk")))
    store = register.store
    keep_calendar(store, FirmCalendar((CalendarChoice(dt.date(2014, 3, 1), Calendar.EXCHANGE),)))
    keep_override(store, JANUARY, dt.date(2014, 3, 12), "FINRA notice 14-01")

    assert edges.filing_due(register, Period(2014, 3)).due == dt.date(2014, 4, 24)
    due = edges.due_day(register, JANUARY)
    assert due is not None
    assert due.due == dt.date(2014, 3, 12)
    assert due.override is not None
    year = edges.due_year(register, 2014)
    assert [month.day.isoformat() for month in year[:2]] == ["2014-01-27", "2014-03-12"]
    assert b"FINRA notice 14-01" in edges.due_file(register, year).replace(b"\r\n ", b"")

    store.set_fact("calendar", "lunar")
    assert edges.due_day(register, JANUARY) is None
    edges.close_store(register)


def test_a_report_a_workbook_and_a_comparison_are_written(
    edges: Edges, sample: Path, tmp_path: Path
) -> None:
    register = edges.open_store(sample)
    january = register.store.find(JANUARY)
    session = register.open(january)
    comparison = compare(register.look_at([register.store.find(DECEMBER), january]))
    edges.write_file(tmp_path / "r.pdf", edges.draw_report(session, PrintOrder()))
    edges.write_filing(session, tmp_path / "f.JSON")
    edges.write_comparison(register, comparison, tmp_path / "c.pdf", None)
    edges.write_comparison(register, comparison, tmp_path / "c.csv", None)
    edges.write_comparison(register, comparison, tmp_path / "t.pdf", trend_of(comparison))
    pages = [pages_of((tmp_path / name).read_bytes()) for name in ("c.pdf", "t.pdf")]
    assert "Trends: Dec 2013 to Jan 2014" in pages[1][len(pages[0])]
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF-")
    assert b'"7190": 87608087' in (tmp_path / "f.JSON").read_bytes()
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF-")
    assert b"7190" in (tmp_path / "c.csv").read_bytes()
    edges.close_store(register)


def test_a_review_stands_beside_the_month_before_or_the_one_that_is_chosen(
    edges: Edges, sample: Path
) -> None:
    register = edges.open_store(sample)
    session = register.open(register.store.find(JANUARY))
    months = [None, Period(2013, 11)]
    reviews = [
        pages_of(edges.draw_report(session, PrintOrder(Copy.REVIEW, compared_with=month)))
        for month in months
    ]
    beside = [re.findall("changed since (... 2013)", review[1]) for review in reviews]
    assert beside == [["Dec 2013"], ["Nov 2013"]]
    order = PrintOrder(Copy.REVIEW, compared_with=Period(1999, 1))
    with pytest.raises(EdgeRefused, match="January 1999"):
        edges.draw_report(session, order)
    edges.close_store(register)


def test_what_cannot_be_written_is_a_sentence(edges: Edges, sample: Path, tmp_path: Path) -> None:
    register = edges.open_store(sample)
    session = register.open(register.store.find(JANUARY))
    with pytest.raises(EdgeRefused, match="there is no folder"):
        edges.write_file(tmp_path / "none" / "r.pdf", b"%PDF")
    with pytest.raises(EdgeRefused, match="of no kind that can be written"):
        edges.write_filing(session, tmp_path / "f.docx")
    edges.close_store(register)


@pytest.mark.parametrize("where", ["explanation", "heading"])
def test_a_comparison_in_letters_that_no_page_has_is_a_sentence(
    edges: Edges, sample: Path, tmp_path: Path, where: str
) -> None:
    path = Path(shutil.copy(sample, tmp_path / "s.focusdesk"))
    register = edges.open_store(path)
    january = register.store.find(JANUARY)
    if where == "explanation":
        register.open(january).explain_change(line("7190"), "\u6f22", DECEMBER)
    comparison = compare(register.look_at([register.store.find(DECEMBER), january]))
    if where == "heading":
        comparison = filtered(comparison, RowFilter(find="\u6f22"))
    with pytest.raises(EdgeRefused, match="cannot be printed"):
        edges.write_comparison(register, comparison, tmp_path / "c.pdf", None)
    assert not (tmp_path / "c.pdf").exists()
    edges.close_store(register)


def test_a_new_store_is_never_made_over_a_file_that_is_there(edges: Edges, tmp_path: Path) -> None:
    path = tmp_path / "a.focusdesk"
    edges.close_store(edges.new_store(path))
    with pytest.raises(StoreError):
        edges.new_store(path)
    with pytest.raises(StoreError):
        edges.write_sample(path)


def test_a_folder_that_the_user_names_is_not_made(edges: Edges, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        edges.new_store(tmp_path / "none" / "a.focusdesk")
    assert not (tmp_path / "none").exists()


def test_the_editions_are_read_once(edges: Edges) -> None:
    assert edges.editions() is edges.editions()
    assert replace(edges).editions()["2014-01"] is edges.editions()["2014-01"]


def test_the_window_is_furnished_and_gets_its_icon(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "desk.ini")
    frame = WindowFrame(settings)
    qtbot.addWidget(frame)
    window = furnish(frame, settings)
    assert window.frame is frame
    assert frame.menuBar().actions()[0].text() == "&File"
    qtbot.waitUntil(lambda: not frame.windowIcon().isNull())
    assert not frame.windowIcon().pixmap(32, 32).isNull()
