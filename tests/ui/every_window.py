"""Every window, page and dialog of the desk, and how a test comes to it.

A new widget gets a row in `WINDOWS`; `test_accessible.py` fails until it has one, and then walks
it: names, roles, the way of Tab, the mark of the focus, the size of what is clicked.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.copies import PrintOrder
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.warning_book import WarningBook
from focusdesk.ui.going.palette import PaletteSearch
from focusdesk.ui.going.related_boxes import RelatedList
from focusdesk.ui.help_pages import show_about
from focusdesk.ui.look.notices import ask, tell
from focusdesk.ui.preview.preview_window import PreviewWindow
from focusdesk.ui.preview.printer import PrintJob, PrintProgress
from focusdesk.ui.preview.sheet_window import SheetWindow
from focusdesk.ui.sides.sides_window import SidesWindow
from focusdesk.ui.trends.trends_window import TrendsWindow
from tests.ui import dialog_words
from tests.ui.preview_words import file_printer
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import focused, press, write

Open = Callable[[Window], QWidget]


@dataclass(frozen=True, slots=True)
class Opening:
    """A window, or one state of it.

    Attributes:
        open: Brings it to the screen and gives it.
        begins_at: The name of the control that has the keyboard then; empty where the test of its
            own page says so.
        answers: The words of the button that Enter presses; empty where it has none.
        with_store: Whether a month is open behind it.
        entering: An entry is open, which is gone when the keyboard leaves it.
        shows: The classes of the desk that are walked here, between spaces; each class stands at
            one opening at least.
    """

    open: Open
    begins_at: str = ""
    answers: str = ""
    with_store: bool = True
    entering: bool = False
    shows: str = ""

    @property
    def name(self) -> str:
        """What the opening shows."""
        return self.open.__name__.replace("_", " ")


def first_screen(window: Window) -> QWidget:
    """What is asked before any store is open."""
    return window.frame


def cover(window: Window) -> QWidget:
    """The cover of January."""
    return _page(window, "16")


def segregation(window: Window) -> QWidget:
    """A page of amounts, with December's beside them."""
    return _page(window, "7070")


def dealer_options(window: Window) -> QWidget:
    """The page after it."""
    return _page(window, "7210")


def secured_amounts(window: Window) -> QWidget:
    """The page after it."""
    return _page(window, "7305")


def secured_funds(window: Window) -> QWidget:
    """The page of depositories."""
    return _page(window, "7510")


def cleared_swaps(window: Window) -> QWidget:
    """The page after it."""
    return _page(window, "8500")


def cftc_capital(window: Window) -> QWidget:
    """The page that asks two questions."""
    return _page(window, "7455")


def overview(window: Window) -> QWidget:
    """The month at a glance, before its schedules."""
    window.do("overview")
    return window.frame


def desk_with_findings(window: Window) -> QWidget:
    """A month with an error: more is taken off than there is."""
    _page(window, "7047")
    write("9,999,999")
    press(Qt.Key.Key_Return)
    return window.frame


def desk_while_typing(window: Window) -> QWidget:
    """A box with its editor over it."""
    _page(window, "7070")
    write("12")
    return window.frame


def desk_after_a_refusal(window: Window) -> QWidget:
    """A sentence that says at a box why what was typed was not taken."""
    _page(window, "7070")
    write("12x")
    press(Qt.Key.Key_Return)
    return window.frame


def desk_that_shows_what_is_stored(window: Window) -> QWidget:
    """What stands beside a box of cents before they are taken."""
    _page(window, "7070")
    write("1,234.56")
    return window.frame


def desk_that_asks_for_the_sign(window: Window) -> QWidget:
    """What stands at a box in parentheses when a minus was typed into it."""
    _page(window, "7047")
    write("-5")
    press(Qt.Key.Key_Return)
    return window.frame


def desk_of_a_printed_month(window: Window) -> QWidget:
    """A month that is not as its signature copy says."""
    window.session.mark_printed(b"%PDF")
    _page(window, "7100")
    write("1")
    press(Qt.Key.Key_Return)
    return window.frame


def desk_that_asks_why(window: Window) -> QWidget:
    """Why the current box moved, in place of why it holds what it holds."""
    _page(window, "7190")
    window.do("explain_change")
    return window.frame


def comparison(window: Window) -> QWidget:
    """Two months side by side."""
    window.do("compare")
    return window.frame


def comparison_while_seeking(window: Window) -> QWidget:
    """The search for lines, with some found."""
    window.do("compare")
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    write("excess")
    return window.frame


def comparison_without_a_line(window: Window) -> QWidget:
    """Months side by side where no line is as it was wanted."""
    window.do("compare")
    window.comparison.seek("no such line")
    window.comparison.parts.nothing.all_lines.setFocus()
    return window.frame


def print_preview(window: Window) -> QWidget:
    """The pages as they are printed."""
    window.do("print")
    (preview,) = window.frame.findChildren(PreviewWindow)
    preview.resize(1180, 740)  # the screen in memory is smaller
    preview.activateWindow()
    return preview


def print_preview_while_seeking(window: Window) -> QWidget:
    """The search over the pages, with a hit."""
    preview = print_preview(window)
    assert isinstance(preview, PreviewWindow)
    preview.reader.open_search()
    write("excess")
    press(Qt.Key.Key_Return)
    return preview


def the_findings_on_paper(window: Window) -> QWidget:
    """The findings as they are printed."""
    window.do("print_findings")
    (sheet,) = window.frame.findChildren(SheetWindow)
    sheet.resize(1180, 740)
    sheet.activateWindow()
    return sheet


def printing(window: Window) -> QWidget:
    """What lies over the desk while pages go to the printer."""
    edges = window.main.workplace.edges
    printer = file_printer(edges.documents_folder / "printed.pdf")
    content = edges.draw_report(window.session, PrintOrder())
    progress = PrintProgress(
        window.frame, "January 2014", PrintJob(content, printer, (0, 1), window.frame)
    )
    progress.open()
    return progress


def a_notice(window: Window) -> QWidget:
    """One thing that happened."""
    return tell(window.frame, "The store was not opened", "It is no store of focusdesk.")


def a_question(window: Window) -> QWidget:
    """One thing that is asked before it is done."""
    words = "Its 14 figures would be replaced."
    return ask(window.frame, "Read the month again?", words, "Read again", window.frame.update)


def about(window: Window) -> QWidget:
    """What the program is made of."""
    return show_about(window.frame)


def desk_that_explains_a_warning(window: Window) -> QWidget:
    """Why a warning may stand, with the words that were said of other figures."""
    name = next(each for each in window.session.findings() if each.id == "X13")
    WarningBook(window.session).explain(name, "A broker that asks for it.")
    window.session.apply(Edit({"7720": 7_844_466}, Cause.TYPED))
    NoticeBook(window.session).mark_complete("cleared_swaps")
    window.desk.go_to("7690")
    window.do("explain_finding")
    return window.frame


def desk_that_filters_findings(window: Window) -> QWidget:
    """The findings with their filter, one of them explained."""
    name = next(each for each in window.session.findings() if each.id == "X13")
    WarningBook(window.session).explain(name, "A broker that asks for it.")
    window.do("filter_findings")
    write("1")
    return window.frame


def the_palette(window: Window) -> QWidget:
    """Whatever can be done, found by typing."""
    window.do("palette")
    return _part(window, PaletteSearch)


def the_search(window: Window) -> QWidget:
    """Words sought on every page."""
    _page(window, "7070")
    window.do("find")
    write("excess")
    return window.frame


def boxes_read(window: Window) -> QWidget:
    """The boxes that a total reads."""
    _page(window, "7180")
    window.do("inputs")
    return _part(window, RelatedList)


def the_trends(window: Window) -> QWidget:
    """Months as lines, with a line that was added and the figures of a month."""
    window.do("trends")
    (trends,) = window.frame.findChildren(TrendsWindow)
    trends.resize(1180, 740)  # the screen in memory is smaller
    trends.add_line("7030")
    trends.activateWindow()
    assert QTest.qWaitForWindowActive(trends)
    trends.view.setFocus()
    trends.view.go_to(0, 0)
    return trends


def the_two_sides(window: Window) -> QWidget:
    """What a pool owes facing what is held for it, with a tie that breaks."""
    _page(window, "7120")
    write("435,586,942")
    press(Qt.Key.Key_Return)
    window.do("two_sides")
    (sides,) = window.frame.findChildren(SidesWindow)
    sides.resize(1180, 740)  # the screen in memory is smaller
    return sides


WINDOWS: tuple[Opening, ...] = (
    Opening(
        first_screen,
        "Look around in the sample",
        with_store=False,
        shows="Choice SaidLabel StartPage StatusLine WindowFrame",
    ),
    Opening(
        cover,
        shows="BarButton Desk DeskParts ExplainPanel FindingsPanel HeaderBar MonthsList RightSide "
        "ScheduleTabs ScheduleView SidePanel StoryCard",
    ),
    Opening(segregation, shows="PageHeader"),
    Opening(dealer_options),
    Opening(secured_amounts),
    Opening(secured_funds),
    Opening(cleared_swaps),
    Opening(cftc_capital),
    Opening(overview, shows="CardGrid CardView FrontTab OverviewPage RowList"),
    Opening(desk_with_findings, shows="CountBadge ScheduleBar _FindingsList"),
    Opening(desk_while_typing, entering=True, shows="BoxEditor"),
    Opening(desk_after_a_refusal, entering=True, shows="Refusal"),
    Opening(desk_that_shows_what_is_stored, entering=True, shows="EntryStrip"),
    Opening(desk_that_asks_for_the_sign, entering=True, shows="SignChoice"),
    Opening(desk_of_a_printed_month, shows="PrintedPill"),
    Opening(
        desk_that_asks_why,
        shows="ChangePanel ExplanationEditor ExplanationWords LackingLines",
    ),
    Opening(desk_that_explains_a_warning, shows="WarningEditor WarningPanel"),
    Opening(desk_that_filters_findings, shows="FindingFilter FoldingRow"),
    Opening(
        comparison,
        shows="CompareBar CompareHalf CompareHeadings ComparePage CompareParts CompareView",
    ),
    Opening(comparison_while_seeking, "Find lines", shows="CompareFind"),
    Opening(comparison_without_a_line, shows="NothingShown"),
    Opening(dialog_words.two_months, "From", "Show", shows="PairDialog"),
    Opening(dialog_words.thresholds, "Threshold for all lines", "Keep", shows="ThresholdsDialog"),
    Opening(
        print_preview,
        "Page 1 of 7, Cover",
        shows="PageTicks PreviewBar PreviewOptions PreviewReader PreviewThumbnails"
        " PreviewView PreviewWindow",
    ),
    Opening(the_findings_on_paper, "Page 1 of 1, Cover", shows="SheetWindow"),
    Opening(print_preview_while_seeking, "Find on the pages", shows="PreviewFind"),
    Opening(printing, "Cancel", "Cancel", shows="PrintProgress"),
    Opening(a_notice, "Close", "Close", shows="Notice"),
    Opening(a_question, "Read again", "Read again"),
    Opening(about, "About focusdesk", "Close", shows="HelpPage"),
    Opening(
        dialog_words.a_month,
        "Month",
        "Start month",
        shows="EditionField InPieces NewMonth PeriodField",
    ),
    Opening(dialog_words.a_month_in_two_editions, "Month", "Start month"),
    Opening(dialog_words.a_firm, "Name of the firm", "Start firm", shows="NewFirm"),
    Opening(dialog_words.a_firm_in_two_editions, "Name of the firm", "Start firm"),
    Opening(dialog_words.a_code, "Code or words", shows="GoToCode"),
    Opening(dialog_words.months_to_compare, "Months", "Compare", shows="MonthPicker"),
    Opening(
        dialog_words.months_to_print,
        "As",
        "Save 1 file",
        shows="MonthRows MonthsChoices MonthsDialog",
    ),
    Opening(the_palette, "What to do or find", shows="FoundList PaletteSearch"),
    Opening(the_search, shows="PageFindBar"),
    Opening(boxes_read, shows="RelatedList"),
    Opening(the_trends, "Trends", shows="TrendTable TrendView TrendsWindow _FiguresCallout"),
    Opening(
        the_two_sides,
        "Ties between requirement and assets",
        shows="SideList SidesView SidesWindow SumList TieList",
    ),
    Opening(
        dialog_words.a_block,
        "Rows of the block",
        shows="PasteChoices PasteDialog PasteTable",
    ),
    Opening(
        dialog_words.a_note, "Words of the note at", shows="NoteEditor QuickRadio EarlierWords"
    ),
    Opening(dialog_words.all_notes, "Filter the notes", shows="NotesDialog RecordTable"),
    Opening(dialog_words.attached_files, "Attached files", shows="AttachmentsDialog"),
    Opening(dialog_words.what_if, shows="WhatIfPanel"),
    Opening(dialog_words.targets, "Target", "Record the policy", shows="TargetsDialog"),
    Opening(dialog_words.a_refused_policy, shows="Problem"),
    Opening(dialog_words.overridden_target, "Reason", "Keep the reason", shows="OverriddenDialog"),
    Opening(dialog_words.carried_figures, "Carried figures", shows="FiguresDialog"),
    Opening(dialog_words.notices, "Notices", shows="NoticesDialog ReadText"),
    Opening(dialog_words.a_notice_given, "When", "Record", shows="AnswerField NoticeForm"),
    Opening(dialog_words.an_entry_error, "What was wrong, and how it was corrected"),
    Opening(
        dialog_words.notices_to_record,
        "Go back to the figures",
        "Go back to the figures",
        shows="LastingQuestion",
    ),
    Opening(dialog_words.due_dates, "Due dates", shows="DueCalendar YearGrid"),
    Opening(dialog_words.another_due_date, "It is due on", "Set this day", shows="OverrideDialog"),
    Opening(dialog_words.handing_in, "Handed in on", "Record it", shows="HandInDialog"),
    Opening(dialog_words.handed_in, "Reason", "Withdraw this", shows="HandInDialog"),
    Opening(dialog_words.firm_calendar, "Count by", "Use it from then on", shows="CalendarDialog"),
    Opening(dialog_words.legend, "Marks and states", "Close", shows="Legend"),
    Opening(dialog_words.widths, "Label column", "Close", shows="WidthsDialog"),
    Opening(dialog_words.keys, "Keys", "Close"),
)
"""Every window of the desk."""


Arrive = Callable[[Opening], tuple[Window, QWidget]]
"""Brings a window to the screen: the fixture `arrive`."""


def come_to(opening: Opening, qtbot: QtBot, store: Path, folder: Path) -> tuple[Window, QWidget]:
    """Open the program and bring a window of it to the screen, with the keyboard in it."""
    window = open_window(qtbot, folder, copied(store, folder) if opening.with_store else None)
    shown = opening.open(window)
    if shown.isWindow():
        shown.activateWindow()
    qtbot.waitUntil(lambda: shown.isActiveWindow() and shown.isAncestorOf(focused()))
    return window, shown


def controls_in(window: QWidget) -> Iterator[QWidget]:
    """Give what the keyboard can stand on in a window, as it is now shown."""
    for widget in (window, *window.findChildren(QWidget)):
        seen = widget.isVisibleTo(window) and widget.window() is window.window()
        taken = widget.isEnabled() and widget.focusProxy() is None
        if seen and taken and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def place_in(window: QWidget, widget: QWidget) -> QPoint:
    """Give where a widget stands in its window."""
    return widget.mapTo(window, QPoint())


def _part(window: Window, kind: type[QWidget]) -> QWidget:
    """Give a part of the window by its class."""
    (part,) = (each for each in window.frame.findChildren(kind) if each.isVisible())
    return part


def _page(window: Window, code: str) -> QWidget:
    assert window.tabs.go_to(code)
    return window.frame
