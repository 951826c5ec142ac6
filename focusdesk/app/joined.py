"""The edges joined for the desk: store, sample, calendar, paper and files.

Everything here is imported after the window has been seen. What a start does not need at all
(ReportLab, workbooks, holidays) is imported when it is first used.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import platformdirs
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QIcon

from focusdesk.app.attached_copies import AttachedCopies, read_attached
from focusdesk.calendars.firm_due import FirmDue, days_left, due_on, due_year
from focusdesk.calendars.ics import due_calendar
from focusdesk.catalog.loader import load_editions
from focusdesk.exchange.copied_block import copied_boxes, copied_values
from focusdesk.exchange.filing_files import WRITE_FILING
from focusdesk.export.files import FileNotWritten, write_whole
from focusdesk.filing.block import Block
from focusdesk.filing.compare import Comparison
from focusdesk.filing.comparison_annex import comparison_annex
from focusdesk.filing.comparison_month import comparison_month
from focusdesk.filing.copies import FILING_ATTACHMENT, PrintOrder, PrintRefused
from focusdesk.filing.due_months import DueMonth
from focusdesk.filing.filing_due import DueRefused, FilingDue
from focusdesk.filing.firm import firm_mark, firm_name
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.filing.notice import Notice
from focusdesk.filing.notice_sheet import NoticeSheet
from focusdesk.filing.placed_block import PlacedBlock
from focusdesk.filing.ports import FilingStore, StoreError
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.thresholds import ThresholdError
from focusdesk.filing.trend import Trend
from focusdesk.filing.trend_picture import TrendLook, TrendPicture
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.form.written import PlacingError
from focusdesk.resources import resource_path
from focusdesk.samples.sample import AUTHOR, write_sample
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.journal import Author
from focusdesk.store.opening import create_store, new_store, open_store
from focusdesk.ui.edges import DueDay, EdgeRefused, Edges, MonthsBundle
from focusdesk.ui.look.theme import load_fonts
from focusdesk.ui.main_window import MainWindow
from focusdesk.ui.settings import Settings
from focusdesk.ui.window_frame import WindowFrame

_ONCE_SEEN = 300  # milliseconds: drawing the icon loads a library that the desk itself needs not


def furnish(frame: WindowFrame, settings: Settings) -> MainWindow:
    """Fill the window with the desk.

    Raises:
        FontMissing: the typeface that ships with the program is not there.
    """
    load_fonts()
    QTimer.singleShot(_ONCE_SEEN, frame, lambda: frame.setWindowIcon(_icon()))
    return MainWindow(frame, desk_edges(), settings)


def _icon() -> QIcon:
    return QIcon(str(resource_path("icons", "focusdesk.svg")))


def desk_edges() -> Edges:
    """Join the edges for the desk."""
    editions = _Editions()
    return Edges(
        editions=editions.known,
        open_store=editions.open_store,
        new_store=editions.new_store,
        write_sample=editions.write_sample,
        close_store=_close_store,
        due_day=_due_day,
        filing_due=_filing_due,
        due_year=_due_year,
        due_file=_due_file,
        notice_due=_notice_due,
        draw_report=editions.draw_report,
        draw_findings=_draw_findings,
        draw_notices=_draw_notices,
        new_bundle=_new_bundle,
        write_file=_write,
        write_filing=_write_filing,
        write_comparison=_write_comparison,
        draw_trend=_draw_trend,
        write_trend=_write_trend,
        read_block=_read_block,
        read_figures=editions.read_figures,
        copied_boxes=copied_boxes,
        copied_values=copied_values,
        read_file=read_attached,
        keep_copy=AttachedCopies().keep,
        show_file=_show_file,
        today=_today,
        default_store=_data_folder() / "desk.focusdesk",
        documents_folder=_documents_folder(),
    )


def _documents_folder() -> Path:
    """Give the folder of documents; the home folder where there is none, as on a bare machine."""
    documents = platformdirs.user_documents_path()
    return documents if documents.is_dir() else Path.home()


class _Editions:
    """The editions of the form, read when the first store is opened, and what needs them."""

    def __init__(self) -> None:
        self._known: dict[str, Edition] = {}

    def known(self) -> Mapping[str, Edition]:
        if not self._known:
            self._known = load_editions()
        return self._known

    def open_store(self, path: Path) -> Register:
        return self._register(open_store(path))

    def new_store(self, path: Path) -> Register:
        _make_folder(path)
        return self._register(create_store(path))

    def write_sample(self, path: Path) -> Register:
        _make_folder(path)
        author = replace(Author.here(), user=AUTHOR)
        with new_store(path, author=author) as store:
            write_sample(Register(store, self.known()))
        return self.open_store(path)

    def _register(self, store: FilingStore) -> Register:
        return Register(store, self.known(), due_on(store))

    def draw_report(self, session: FilingSession, order: PrintOrder) -> bytes:
        from focusdesk.export.papers import filing_pdf  # noqa: PLC0415 -- ReportLab, on use only

        try:
            register = Register(session.store, self.known())
            beside = comparison_month(register, session.filing, order)
            return filing_pdf(session, order, compared=beside)
        except (PlacingError, PrintRefused, StoreError, ThresholdError) as error:
            raise EdgeRefused(str(error)) from error

    def read_figures(self, session: FilingSession, path: Path) -> PlacedBlock:
        from focusdesk.exchange.file_lines import (  # noqa: PLC0415 -- on use only, likewise
            ImportRefused,
            bytes_of,
            read_file,
        )
        from focusdesk.exchange.import_block import block_of_file  # noqa: PLC0415 -- likewise
        from focusdesk.exchange.other_editions import for_edition  # noqa: PLC0415 -- likewise

        try:
            content = read_file(path)
            if path.suffix.casefold() == ".pdf":
                _refuse_changed(path, bytes_of(path))
        except ImportRefused as error:
            raise EdgeRefused(str(error)) from error
        content = for_edition(content, session.edition, self.known().values())
        return block_of_file(content, session.filing, session.edition)


def _refuse_changed(path: Path, content: bytes) -> None:
    """Take no figures out of a printed PDF that is not as it was printed.

    Raises:
        EdgeRefused: it is not.
    """
    from focusdesk.export.archive import is_intact  # noqa: PLC0415 -- pikepdf, likewise

    if not is_intact(content):
        message = (
            f"{path.name} was changed after it was printed, so nothing of it is imported. "
            f"To take its figures all the same, save the attached {FILING_ATTACHMENT} out of it "
            f"and import that."
        )
        raise EdgeRefused(message)


def _read_block(text: str, html: str) -> Block:
    from focusdesk.exchange.block_reading import read_block  # noqa: PLC0415 -- likewise

    return read_block(text, html)


def _close_store(register: Register) -> None:
    if isinstance(register.store, SqliteFilingStore):
        register.store.close()


def _due_day(register: Register, period: Period) -> DueDay | None:
    try:
        found = _filing_due(register, period)
    except DueRefused:
        return None  # the calendar of the year says why
    if found.due is None:
        return None
    return DueDay(found.due, days_left(found, _today()), found.override, found.handed_in)


def _filing_due(register: Register, period: Period) -> FilingDue:
    return FirmDue.read(register.store).of(period)


def _due_year(register: Register, year: int) -> Sequence[DueMonth]:
    return due_year(register.store, year, _today())


def _due_file(register: Register, months: Sequence[DueMonth]) -> bytes:
    return due_calendar(months, firm_name(register), firm_mark(register.store))


def _notice_due(store: FilingStore, notice: Notice) -> dt.datetime | None:
    from focusdesk.calendars.due import CalendarError  # noqa: PLC0415 -- on use only, likewise
    from focusdesk.calendars.notice_due import notice_due  # noqa: PLC0415 -- on use only, likewise

    try:
        return notice_due(store, notice)
    except (CalendarError, DueRefused):
        return None


def _draw_findings(
    session: FilingSession, listed: Sequence[ListedFinding], statement: str
) -> bytes:
    from focusdesk.export.sheets import findings_pdf  # noqa: PLC0415 -- ReportLab, as above

    try:
        return findings_pdf(session, listed, statement)
    except PlacingError as error:
        raise EdgeRefused(str(error)) from error


def _draw_notices(session: FilingSession, notices: Sequence[NoticeSheet]) -> bytes:
    from focusdesk.export.sheets import notices_pdf  # noqa: PLC0415 -- likewise

    try:
        return notices_pdf(session, notices)
    except PlacingError as error:
        raise EdgeRefused(str(error)) from error


def _new_bundle() -> MonthsBundle:
    from focusdesk.export.bundle import Bundle  # noqa: PLC0415 -- pikepdf, likewise

    return Bundle()


def _write_filing(session: FilingSession, path: Path) -> None:
    write = WRITE_FILING.get(path.suffix.casefold())
    if write is None:
        raise _unknown_kind(path, WRITE_FILING)
    _write(path, write(session.filing, session.worksheet))


def _write_comparison(
    register: Register, comparison: Comparison, path: Path, trend: Trend | None = None
) -> None:
    suffix = path.suffix.casefold()
    try:
        annex = comparison_annex(register, comparison)
    except (StoreError, ThresholdError) as error:
        raise EdgeRefused(str(error)) from error
    if suffix == ".pdf":
        from focusdesk.export.papers import comparison_pdf  # noqa: PLC0415 -- as above

        try:
            content = comparison_pdf(comparison, annex, trend)
        except PlacingError as error:
            raise EdgeRefused(str(error)) from error
        _write(path, content)
        return
    from focusdesk.exchange.comparison_files import WRITE_COMPARISON  # noqa: PLC0415 -- as above

    write = WRITE_COMPARISON.get(suffix)
    if write is None:
        raise _unknown_kind(path, (".pdf", *WRITE_COMPARISON))
    _write(path, write(comparison, annex))


def _draw_trend(trend: Trend, look: TrendLook) -> TrendPicture:
    from focusdesk.export.trend_chart import draw_trend  # noqa: PLC0415 -- as above

    return draw_trend(trend, look)


def _write_trend(trend: Trend, path: Path) -> None:
    from focusdesk.app.trend_files import WRITE_TREND  # noqa: PLC0415 -- likewise, and QtSvg

    write = WRITE_TREND.get(path.suffix.casefold())
    if write is None:
        raise _unknown_kind(path, WRITE_TREND)
    try:
        content = write(trend)
    except PlacingError as error:
        raise EdgeRefused(str(error)) from error
    _write(path, content)


def _unknown_kind(path: Path, known: Iterable[str]) -> EdgeRefused:
    kinds = ", ".join(known)
    return EdgeRefused(f'"{path.name}" is of no kind that can be written. Name it with {kinds}.')


def _write(path: Path, content: bytes) -> None:
    try:
        write_whole(path, content)
    except FileNotWritten as error:
        raise EdgeRefused(str(error)) from error


def _show_file(path: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _data_folder() -> Path:
    return platformdirs.user_data_path("focusdesk", appauthor=False)


def _make_folder(path: Path) -> None:
    """Make the folder of a new store, for its owner alone; the store's own sentence says the rest.

    Only the program's own folder is made: a folder that the user names has to be there.
    """
    if path.parent == _data_folder():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
