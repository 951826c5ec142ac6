"""What the desk asks of the parts that it does not know; `focusdesk.app` joins them to it."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.block import Block, CopiedBlock
from focusdesk.filing.compare import Comparison
from focusdesk.filing.copies import PrintOrder
from focusdesk.filing.due_months import DueMonth
from focusdesk.filing.filing import Filing, Status
from focusdesk.filing.filing_due import DueOverride, FilingDue, HandIn
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.filing.notice import Notice
from focusdesk.filing.notice_sheet import NoticeSheet
from focusdesk.filing.placed_block import PlacedBlock
from focusdesk.filing.ports import FilingStore
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.trend import Trend
from focusdesk.filing.trend_picture import TrendLook, TrendPicture
from focusdesk.form.dates import day_words
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period

_NEAR = 3


class EdgeRefused(Exception):
    """An edge could not do what was asked; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class DueDay:
    """When a filing is due, and how far off that is.

    Attributes:
        due: The last day for handing it in.
        days_left: Business days from today up to it; 0 on the day, `None` once it has passed.
        override: What was set in place of the computed day; `None` where that counts.
        handed_in: What is on record of handing the month in; `None` where nothing is.
    """

    due: dt.date
    days_left: int | None
    override: DueOverride | None = None
    handed_in: HandIn | None = None

    @property
    def is_pressing(self) -> bool:
        """Whether few days are left in which a month that is in work is to be handed in."""
        return self.days_left is not None and self.days_left <= _NEAR and not self.filed

    @property
    def filed(self) -> str:
        """On which day the month was handed in: ``filed 26 Feb 2014``; empty where nobody says."""
        on = self.handed_in.on if self.handed_in else None
        return f"filed {day_words(on)}" if on else ""


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A sheet beside the form, to be looked at before it leaves the desk.

    Attributes:
        title: What it is called.
        file_name: How its file is proposed to be named.
        words: What is on it, in a sentence or two.
        content: The PDF file.
    """

    title: str
    file_name: str
    words: str
    content: bytes


class MonthsBundle(Protocol):
    """A PDF while months are added to it."""

    def add(self, filing: Filing, printed: bytes) -> None:
        """Add a month's print."""
        ...

    def finished(self) -> bytes:
        """Give the file; there is a month in it."""
        ...


@dataclass(frozen=True, slots=True)
class Edges:
    """The doors to the store, the paper, the files and the calendar.

    Attributes:
        editions: Reads the editions of the form, once.
        open_store: Opens a store file; raises `StoreError` with a sentence.
        new_store: Makes an empty store file and opens it; raises `StoreError`.
        write_sample: Makes a store that holds the sample and opens it; raises `StoreError`.
        close_store: Lets go of the file behind a register.
        due_day: The due date of a period by the firm's calendar; `None` where it is not known.
        filing_due: The due date of a period and how it comes, by the firm's calendar; raises
            `StoreError`, or `DueRefused` where that calendar cannot be read.
        due_year: The filings that are due in a year, and how far they have come; likewise.
        due_file: Writes due dates as an iCalendar file.
        notice_due: Until when a recorded notice is due by the firm's calendar; `None` where it is
            due before the event, or not known.
        draw_report: Draws a print of a filing as PDF; raises `EdgeRefused`.
        draw_findings: Draws findings as PDF, with what must be known of them; likewise.
        draw_notices: Draws notices as PDF; likewise.
        new_bundle: Begins a PDF that holds the prints of several filings.
        write_file: Writes a file whole or not at all; raises `EdgeRefused`.
        write_filing: Writes a filing's figures to a file, in the form its suffix names; likewise.
        write_comparison: Writes a comparison of the register's months with what is said of its
            changes, as PDF, XLSX, CSV or JSON by the suffix; likewise. A PDF has the months as
            lines too, where they are given.
        draw_trend: Draws months as lines for the window.
        write_trend: Writes that to a file, as PNG, SVG or PDF by the suffix; raises `EdgeRefused`.
        read_block: Reads the clipboard's text and HTML as cells; raises `BlockRefused`.
        read_figures: Lays a file's figures on the boxes that it names; raises `EdgeRefused`.
        copied_boxes: Writes boxes for the clipboard, each with its line, label and code, under a
            first line that says what they are of.
        copied_values: Writes what boxes hold for the clipboard, as they lie on the page.
        read_file: Reads a file that is to be attached; raises `EdgeRefused`, of one that is too
            large before it is read.
        keep_copy: Writes a copy of an attached file that can only be read, for the system's viewer,
            into a folder of the user's own that goes when the program ends; raises `EdgeRefused`.
        show_file: Opens a file with the system's own viewer; `False` when there is none.
        today: The day on which the desk stands.
        default_store: The store that is meant where none is named; others are kept beside it.
        documents_folder: Where a report is proposed to be written.
    """

    editions: Callable[[], Mapping[str, Edition]]
    open_store: Callable[[Path], Register]
    new_store: Callable[[Path], Register]
    write_sample: Callable[[Path], Register]
    close_store: Callable[[Register], None]
    due_day: Callable[[Register, Period], DueDay | None]
    filing_due: Callable[[Register, Period], FilingDue]
    due_year: Callable[[Register, int], Sequence[DueMonth]]
    due_file: Callable[[Register, Sequence[DueMonth]], bytes]
    notice_due: Callable[[FilingStore, Notice], dt.datetime | None]
    draw_report: Callable[[FilingSession, PrintOrder], bytes]
    draw_findings: Callable[[FilingSession, Sequence[ListedFinding], str], bytes]
    draw_notices: Callable[[FilingSession, Sequence[NoticeSheet]], bytes]
    new_bundle: Callable[[], MonthsBundle]
    write_file: Callable[[Path, bytes], None]
    write_filing: Callable[[FilingSession, Path], None]
    write_comparison: Callable[[Register, Comparison, Path, Trend | None], None]
    draw_trend: Callable[[Trend, TrendLook], TrendPicture]
    write_trend: Callable[[Trend, Path], None]
    read_block: Callable[[str, str], Block]
    read_figures: Callable[[FilingSession, Path], PlacedBlock]
    copied_boxes: Callable[[Worksheet, Iterable[str], str], CopiedBlock]
    copied_values: Callable[[Worksheet, Iterable[Sequence[str]]], CopiedBlock]
    read_file: Callable[[Path], bytes]
    keep_copy: Callable[[str, bytes], Path]
    show_file: Callable[[Path], bool]
    today: Callable[[], dt.date]
    default_store: Path
    documents_folder: Path

    def due_of(self, register: Register, filing: Filing) -> DueDay | None:
        """Give the due date of a filing's period; what was handed in is the original of it."""
        due = self.due_day(register, filing.period)
        return replace(due, handed_in=None) if due and filing.amendment else due


def moment_words(moment: dt.datetime) -> str:
    """Write a moment by the clock on the wall: ``3 Feb 2014 12:30``."""
    at = moment.astimezone()
    return f"{day_words(at)} {at:%H:%M}"


def due_words(due: DueDay, status: Status = Status.DRAFT) -> str:
    """Say when a filing is due and what is left: ``Due 26 Feb 2014 · 9 business days left``.

    Nothing is left to do of what is printed or sealed, so the days are counted for a draft alone.
    """
    day = f"Due {day_words(due.due)}{' (set)' if due.override else ''}"
    if due.filed:
        return f"{day} · {due.filed}"
    if status is not Status.DRAFT:
        return f"{day} · {status}"
    if due.days_left is None:
        return f"{day} · passed"
    if due.days_left == 0:
        return f"{day} · today"
    days = "day" if due.days_left == 1 else "days"
    return f"{day} · {due.days_left} business {days} left"
