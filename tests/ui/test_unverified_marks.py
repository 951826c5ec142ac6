"""Wherever a rule statement is shown, it bears its mark unless somebody has verified it."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from focusdesk.calc.checks import Severity
from focusdesk.cli.check_words import finding_lines
from focusdesk.export.findings_pages import FindingsPager
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.listed_findings import FindingList
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.notice_sheet import notice_sheet
from focusdesk.filing.notice_words import notice_lines
from focusdesk.filing.overview import overview_of
from focusdesk.filing.session import FilingSession
from focusdesk.filing.two_sides import two_sides_of
from focusdesk.form.citation import UNVERIFIED
from focusdesk.form.edition import Edition
from focusdesk.ui.duties.listed_notices import listed_notices
from focusdesk.ui.explain.box_story import story_of
from focusdesk.ui.explain.finding_rows import FindingsModel
from focusdesk.ui.explain.story_html import story_html
from focusdesk.ui.look.theme import THEMES
from focusdesk.ui.overview.card_view import CardView
from focusdesk.ui.sides.sides_html import document_of, tie_html

MARK = " (unverified)"


def cites_of(edition: Edition) -> dict[str, bool]:
    """Give every citation of an edition, and whether it bears the mark somewhere."""
    found: list[tuple[str, str]] = []
    for schedule in edition.schedules:
        found.append((schedule.cite, schedule.sure))
        found += [(box.cite, box.sure) for box in schedule.boxes]
        found += [(check.cite, check.sure) for check in schedule.checks]
        standing = schedule.standing
        levels = (*standing.minimums, *standing.levels) if standing else ()
        found += [(level.cite, level.sure) for level in levels]
    found += [(check.cite, check.sure) for check in edition.checks]
    marked: dict[str, bool] = {}
    for cite, sure in found:
        if cite:
            marked[cite] = marked.get(cite, False) or sure == UNVERIFIED
    return marked


def unmarked(text: str, edition: Edition) -> list[str]:
    """List the unverified citations that a text quotes without their mark, longest first."""
    cites, rest = cites_of(edition), " ".join(text.split())
    missing: list[str] = []
    for cite in sorted(cites, key=len, reverse=True):
        rest = rest.replace(cite + MARK, "\n")
        if cites[cite] and cite in rest:
            missing.append(cite)
        rest = rest.replace(cite, "\n")
    return missing


def explained(session: FilingSession) -> str:
    stories = (story_of(session, code, None) for code in session.edition.boxes)
    pages = (story_html(story, THEMES["light"]) for story in stories)
    return "\n".join(document_of(page).toPlainText() for page in pages)


def cards(session: FilingSession) -> str:
    view, said = CardView(), list[str]()
    for card in overview_of(session).cards:
        view.show_card(card)
        said += [label.toolTip() for label in view.findChildren(QLabel)]
        said.append(view.headroom)
    view.deleteLater()
    return "\n".join(said)


def panel(session: FilingSession) -> str:
    model = FindingsModel()
    model.show_items(FindingList(session).listed())
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return "\n".join(str(row.data(role)) for row in rows for role in roles)


def checked(session: FilingSession) -> str:
    listed = FindingList(session).listed()
    return "\n".join(finding_lines(listed, session.worksheet.values(), {}))


def printed_findings(session: FilingSession) -> str:
    tabs = {schedule.id: schedule.tab for schedule in session.edition.schedules}
    listed = FindingList(session).listed()
    pages = FindingsPager(listed, tabs, ("HSBC", "Findings")).pages()
    return " ".join(text.text for page in pages for text in page.texts)


def notices_window(session: FilingSession) -> str:
    book, now = NoticeBook(session), dt.datetime.now(dt.UTC)
    listed = listed_notices(book, session.edition, lambda _: None, now)
    return "\n".join(f"{each.cells} {each.words}" for each in listed)


def notices_told(session: FilingSession) -> str:
    notices = NoticeBook(session).notices()
    sheets = (notice_sheet(session, each, "now").rows for each in notices)
    sheet = [f"{words}" for rows in sheets for _, words in rows]
    return "\n".join([*sheet, *(line for each in notices for line in notice_lines(each, "now"))])


def sides(session: FilingSession) -> str:
    ties = (tie for pool in two_sides_of(session) for tie in pool.ties)
    pages = (tie_html(THEMES["light"], tie, ()) for tie in ties)
    return "\n".join(document_of(page).toPlainText() for page in pages)


@pytest.fixture
def troubled(january: FilingSession) -> FilingSession:
    """January with most kinds of findings, and notices on record and provisional."""
    short = {"7020": 900_000_000, "7194": 900_000_000, "8520": -900_000_000, "7070": -5}
    january.apply(Edit({**short, "7500": 0, "7520": 0, "8630": 0}, Cause.TYPED))
    january.give_figure("anc", "140m", "net capital computation of 31 Jan")
    NoticeBook(january).mark_complete("segregation")
    return january


@pytest.mark.parametrize(
    "shown",
    [explained, cards, panel, checked, printed_findings, notices_window, notices_told],
    ids=lambda shown: shown.__name__,
)
def test_every_unverified_statement_bears_its_mark(
    light: QApplication, troubled: FilingSession, shown: Callable[[FilingSession], str]
) -> None:
    del light
    text = shown(troubled)

    assert MARK in " ".join(text.split())
    assert unmarked(text, troubled.edition) == []


def test_the_two_sides_cite_no_rule_where_practice_asks(
    light: QApplication, troubled: FilingSession
) -> None:
    del light
    text = sides(troubled)

    assert "no rule: what is usual in practice" in text
    assert unmarked(text, troubled.edition) == []


def test_what_is_not_judged_yet_marks_its_date(january: FilingSession) -> None:
    words = {each.id: each.words for each in january.checks.judgements() if each.words}

    assert words["N08"].startswith("It is in force for periods that end from 14 November 2014 on")
    assert words["N08"].endswith(f"{MARK}.")


def test_a_text_without_its_mark_is_found_out(january: FilingSession) -> None:
    edition = january.edition
    (cite,) = {each.cite for each in edition.schedules if each.id == "segregation"}

    assert unmarked(f"The rule: {cite}.", edition) == [cite]
    assert unmarked(f"The rule: {cite}{MARK}.", edition) == []
    assert any(each.severity == Severity.NOTICE for s in edition.schedules for each in s.checks)
