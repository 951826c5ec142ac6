"""Every dialog by which the desk asks, for the tests that hold for all of them."""

import datetime as dt

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from focusdesk.filing.due_override import keep_override
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing_due import Calendar, HandIn
from focusdesk.filing.firm_calendar import CalendarChoice, FirmCalendar, keep_calendar
from focusdesk.filing.hand_in import record_hand_in, withdraw_hand_in
from focusdesk.filing.target_keeping import keep_policy
from focusdesk.filing.target_measure import parse_measure
from focusdesk.filing.target_policy import TargetPolicy
from focusdesk.form.period import Period
from focusdesk.ui.blocks.paste_dialog import PasteDialog
from focusdesk.ui.due.calendar_dialog import CalendarDialog
from focusdesk.ui.due.due_calendar import DueCalendar
from focusdesk.ui.due.hand_in_dialog import HandInDialog
from focusdesk.ui.due.override_dialog import OverrideDialog
from focusdesk.ui.duties.notices_dialog import NoticesDialog
from focusdesk.ui.figures.figures_dialog import FiguresDialog
from focusdesk.ui.going.go_to_code import GoToCode
from focusdesk.ui.help_pages import HelpPage
from focusdesk.ui.look.lasting_question import LastingQuestion
from focusdesk.ui.look.widths_dialog import WidthsDialog
from focusdesk.ui.notes.attachments_dialog import AttachmentsDialog
from focusdesk.ui.notes.note_editor import NoteEditor
from focusdesk.ui.notes.notes_dialog import NotesDialog
from focusdesk.ui.page.legend import Legend
from focusdesk.ui.preview.months_dialog import MonthsDialog
from focusdesk.ui.targets.overridden_dialog import OverriddenDialog
from focusdesk.ui.targets.targets_dialog import TargetsDialog
from focusdesk.ui.what_if.what_if_panel import WhatIfPanel
from tests.ui.window_words import TODAY, Window

IN_TWO_EDITIONS = Period(2022, 11)
"""The dialogs ask in which of them, and say the most."""


def a_month(window: Window) -> QDialog:
    """A month in the one edition there is then."""
    return window.main.starts.ask_month(window.desk.register)


def a_month_in_two_editions(window: Window) -> QDialog:
    """A month in one of two editions."""
    dialog = window.main.starts.ask_month(window.desk.register)
    dialog.period.show_period(IN_TWO_EDITIONS)
    return dialog


def a_firm(window: Window) -> QDialog:
    """A firm whose first month has one edition."""
    return window.main.starts.ask_firm()


def a_firm_in_two_editions(window: Window) -> QDialog:
    """A firm with an answer that is refused."""
    dialog = window.main.starts.ask_firm()
    dialog.period.show_period(IN_TWO_EDITIONS)
    dialog.refuse("Name the firm as it stands on the cover of its report.")
    return dialog


def a_code(window: Window) -> QWidget:
    """A code to go to."""
    dialog = GoToCode(window.session.edition, window.frame)
    dialog.open()
    return dialog


def months_to_compare(window: Window) -> QDialog:
    """The months to be laid side by side."""
    window.do("compare")
    return window.comparison.questions.ask_months()


def two_months(window: Window) -> QDialog:
    """The two months between which changes are told."""
    window.do("compare")
    return window.comparison.questions.ask_pair((0, 1))


def thresholds(window: Window) -> QDialog:
    """The firm's thresholds, with one that cannot be taken."""
    window.do("compare")
    dialog = window.comparison.questions.ask_thresholds("16")
    dialog.of_line.setText("5")
    dialog.set_line()
    dialog.of_all.setFocus()
    return dialog


def months_to_print(window: Window) -> QDialog:
    """What is wanted of months."""
    window.do("print_months")
    return window.frame.findChildren(MonthsDialog)[-1]


def a_block(window: Window) -> QDialog:
    """A block of which some rows are in the way."""
    window.desk.go_to("7010")
    QGuiApplication.clipboard().setText("7010\t1\n7020\tabc\n7033\t-5\n7045\t\n")
    window.do("paste")
    return window.frame.findChildren(PasteDialog)[-1]


def keys(window: Window) -> QDialog:
    """The sheet of keys."""
    window.do("keys")
    return window.frame.findChildren(HelpPage)[-1]


def a_note(window: Window) -> QDialog:
    """The note at a box that has had others before."""
    window.session.write_note(window.desk.current_code, "First.")
    window.session.write_note(window.desk.current_code, "Second.")
    window.do("write_note")
    return window.frame.findChildren(NoteEditor)[-1]


def all_notes(window: Window) -> QDialog:
    """The notes of the month."""
    window.do("all_notes")
    return window.frame.findChildren(NotesDialog)[-1]


def attached_files(window: Window) -> QDialog:
    """The files of the month."""
    window.session.attach(window.desk.current_code, "letter.pdf", b"%PDF")
    window.do("attachments")
    return window.frame.findChildren(AttachmentsDialog)[-1]


def legend(window: Window) -> QDialog:
    """What the marks mean."""
    window.do("legend")
    return window.frame.findChildren(Legend)[-1]


def widths(window: Window) -> QDialog:
    """The widths of columns and panes."""
    window.desk.go_to("7010")
    window.do("widths")
    return window.frame.findChildren(WidthsDialog)[-1]


def notices(window: Window) -> QDialog:
    """What must be reported, after a page that is short of funds was marked complete."""
    window.session.apply(Edit({"7020": 900_000_000}, Cause.TYPED))
    window.desk.go_to("7070")
    window.do("complete_schedule")
    window.frame.findChildren(LastingQuestion)[-1].agree.click()
    (dialog,) = window.frame.findChildren(NoticesDialog)
    return dialog


def notices_to_record(window: Window) -> QDialog:
    """What is asked before notices go on record."""
    window.session.apply(Edit({"7020": 900_000_000}, Cause.TYPED))
    window.desk.go_to("7070")
    window.do("complete_schedule")
    return window.frame.findChildren(LastingQuestion)[-1]


def an_entry_error(window: Window) -> QDialog:
    """Why a notice was none, refused at its field."""
    dialog = notices(window)
    assert isinstance(dialog, NoticesDialog)
    dialog.error.click()
    assert dialog.form is not None
    dialog.form.save.click()
    return dialog.form


def a_notice_given(window: Window) -> QDialog:
    """What is asked before a notice counts as given."""
    dialog = notices(window)
    assert isinstance(dialog, NoticesDialog)
    dialog.given.click()
    assert dialog.form is not None
    return dialog.form


def due_dates(window: Window) -> QDialog:
    """The year in which the open month is due, with one day that was set."""
    store = window.desk.register.store
    keep_override(store, Period(2014, 4), dt.date(2014, 6, 10), "FINRA notice 14-01")
    window.do("due_dates")
    year = window.frame.findChildren(DueCalendar)[-1]
    year.resize(1200, 700)  # the screen in memory is smaller
    return year


def another_due_date(window: Window) -> QDialog:
    """A due date that was set, to be set again or withdrawn."""
    store = window.desk.register.store
    keep_override(store, window.session.filing.period, dt.date(2014, 3, 12), "FINRA notice 14-01")
    window.do("set_due")
    return window.frame.findChildren(OverrideDialog)[-1]


def handing_in(window: Window) -> QDialog:
    """What is to be said of handing in the open month, after something that was taken back."""
    store, period = window.desk.register.store, window.session.filing.period
    record_hand_in(store, HandIn(period, dt.date(2014, 2, 12), "FINRA eFOCUS", "4711"), TODAY)
    withdraw_hand_in(store, period, "another month was meant")
    window.do("hand_in")
    return window.frame.findChildren(HandInDialog)[-1]


def handed_in(window: Window) -> QDialog:
    """What is on record of handing in the open month, to be withdrawn with a reason."""
    store, period = window.desk.register.store, window.session.filing.period
    record_hand_in(store, HandIn(period, dt.date(2014, 2, 12), "FINRA eFOCUS", "4711"), TODAY)
    window.do("hand_in")
    return window.frame.findChildren(HandInDialog)[-1]


def firm_calendar(window: Window) -> QDialog:
    """The calendars of a firm that has changed them once."""
    choice = CalendarChoice(dt.date(2013, 1, 1), Calendar.EXCHANGE)
    keep_calendar(window.desk.register.store, FirmCalendar((choice,)))
    window.do("firm_calendar")
    return window.frame.findChildren(CalendarDialog)[-1]


def record_target(window: Window, measure: str = "5 %") -> TargetPolicy:
    """Record a policy for the first pool, and let the open month follow it."""
    register, sessions = window.desk.register, window.desk.open_filings.sessions
    policy = TargetPolicy(
        "segregation", parse_measure(measure), dt.date(2013, 1, 1), "the board", "prudence"
    )
    kept = keep_policy(register, policy, sessions)
    window.desk.open_filings.policies_changed(kept.left)
    return kept.policy


def targets(window: Window) -> QDialog:
    """The policies of a firm that has one."""
    record_target(window)
    window.do("targets")
    return window.frame.findChildren(TargetsDialog)[-1]


def a_refused_policy(window: Window) -> QDialog:
    """The policies after one that says nothing was recorded."""
    dialog = targets(window)
    assert isinstance(dialog, TargetsDialog)
    dialog.record.click()
    return dialog


def overridden_target(window: Window) -> QDialog:
    """A target that is not what the policy gives."""
    record_target(window)
    window.session.apply(Edit({"7194": 47_000_000}, Cause.TYPED))
    window.do("overridden_targets")
    return window.frame.findChildren(OverriddenDialog)[-1]


def carried_figures(window: Window) -> QDialog:
    """The figures that no box holds, one of them given."""
    window.session.give_figure("anc", "650,000,000", "NC-2014-01, cell H44")
    window.do("carried_figures")
    return window.frame.findChildren(FiguresDialog)[-1]


def what_if(window: Window) -> QWidget:
    """The page with boxes supposed to hold something else beside it."""
    window.desk.go_to("7010")
    window.do("what_if")
    panel = window.frame.findChildren(WhatIfPanel)[-1]
    panel.what_if.suppose("7010", 447_295_282)
    panel.show_figures()
    return window.frame
