from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.bar_button import BarButton
from focusdesk.ui.trends.trends_window import TrendsWindow
from tests.cli.command import pages_of
from tests.ui.window_words import Window, copied, open_window


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    return open_window(qtbot, tmp_path, copied(two_months, tmp_path))


def test_the_report_is_written_and_opened(window: Window, tmp_path: Path) -> None:
    window.answers.answer = tmp_path / "report.pdf"
    window.do("export_report")
    assert window.answers.asked == [("Export PDF", tmp_path / "FOCUS 2014-01.pdf")]
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
    assert window.shown_files == [tmp_path / "report.pdf"]
    assert window.said == f"Written: {tmp_path / 'report.pdf'}"


def test_an_amendment_is_not_proposed_under_the_name_of_the_original(window: Window) -> None:
    window.session.filing = replace(window.session.filing, amendment=1)
    for action in ("export_report", "export_figures"):
        window.do(action)
    names = [path.name for _, path in window.answers.asked]
    assert names == ["FOCUS 2014-01 amendment 1.pdf", "FOCUS 2014-01 amendment 1.xlsx"]


@pytest.mark.parametrize(
    ("suffix", "begins"), [(".csv", b"code,value"), (".json", b"{"), (".xlsx", b"PK")]
)
def test_the_figures_are_written_as_the_name_asks(
    window: Window, tmp_path: Path, suffix: str, begins: bytes
) -> None:
    window.answers.answer = tmp_path / f"figures{suffix}"
    window.do("export_figures")
    assert (tmp_path / f"figures{suffix}").read_bytes().startswith(begins)
    assert window.shown_files == []


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_the_comparison_is_written_in_each_kind(window: Window, tmp_path: Path, at: int) -> None:
    window.do("compare")
    suffix = (".pdf", ".xlsx", ".csv", ".json")[at]
    window.answers.answer = tmp_path / f"months{suffix}"
    window.comparison.bar.export_menu.actions()[at].trigger()
    assert (tmp_path / f"months{suffix}").stat().st_size > 1000
    assert window.answers.asked[0][1] == tmp_path / f"FOCUS 2013-12 to 2014-01{suffix}"
    assert window.shown_files == ([tmp_path / "months.pdf"] if suffix == ".pdf" else [])


def test_the_comparison_is_written_with_its_months_as_lines(window: Window, tmp_path: Path) -> None:
    window.do("compare")
    plain, drawn = tmp_path / "plain.pdf", tmp_path / "drawn.pdf"
    for at, path in ((0, plain), (4, drawn)):
        window.answers.answer = path
        window.comparison.bar.export_menu.actions()[at].trigger()
    assert window.answers.asked[1][1].name == "FOCUS 2013-12 to 2014-01 with trends.pdf"
    drawn_pages, pages = (pages_of(path.read_bytes()) for path in (drawn, plain))
    assert len(drawn_pages) > len(pages)
    assert any("Trends: Dec 2013 to Jan 2014" in page for page in drawn_pages)


def test_lines_that_were_added_to_the_trends_are_drawn_in_the_comparison_too(
    window: Window, tmp_path: Path
) -> None:
    window.do("trends")
    (trends,) = window.frame.findChildren(TrendsWindow)
    trends.add_line("7010")
    window.do("compare")
    window.answers.answer = tmp_path / "drawn.pdf"
    window.comparison.bar.export_menu.actions()[4].trigger()
    pages = pages_of((tmp_path / "drawn.pdf").read_bytes())
    assert any("Drawn: 7010 Cash" in page for page in pages)


def test_the_bar_of_the_comparison_opens_the_trends(window: Window) -> None:
    window.do("compare")
    (trends,) = (
        button
        for button in window.comparison.bar.findChildren(BarButton)
        if button.accessibleName() == "Trends" or "rends" in button.text()
    )
    trends.click()
    assert window.frame.findChildren(TrendsWindow)


def test_thinking_again_writes_nothing(window: Window, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    window.do("export_report")
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(
    window: Window, tmp_path: Path
) -> None:
    window.answers.answer = tmp_path / "no folder" / "report.pdf"
    window.do("export_report")
    assert window.notice.windowTitle() == "The file was not written"
    assert "no folder" in window.notice.sentence
    assert window.shown_files == []


def test_a_kind_that_nobody_writes_is_refused(window: Window, tmp_path: Path) -> None:
    window.answers.answer = tmp_path / "figures.docx"
    window.do("export_figures")
    assert "figures.docx" in window.notice.sentence
    assert not (tmp_path / "figures.docx").exists()
