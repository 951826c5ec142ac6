"""The desk, put together: the edges joined to the window, and the program that runs it.

Only Qt and the desk's own widgets are imported before the window is seen. The store (SQLAlchemy),
the calendar, the paper and the workbooks are imported when they are first needed; the store is
opened right after the first paint.
"""

import argparse
import datetime as dt
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from focusdesk import __version__
from focusdesk.calc.worksheet import CalculationPlan, Worksheet
from focusdesk.catalog.loader import load_editions
from focusdesk.filing.compare import ComparedMonth, Comparison
from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreError
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import show_value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period, PeriodError
from focusdesk.ui.edges import DueDay, EdgeRefused, Edges
from focusdesk.ui.main_window import MainWindow
from focusdesk.ui.notices import tell
from focusdesk.ui.settings import Settings
from focusdesk.ui.theme import load_fonts

_PROGRAM = f"focusdesk {__version__}"
_ILLUSTRATIVE = "ILLUSTRATIVE FIGURES - NOT A FILING"
_REFUSED = 2


def run_desk(store: Path | None) -> int:
    """Open the desk and stay until the window is closed.

    Args:
        store: The store to open; `None` for the last one used, or the first screen.

    Returns:
        The exit status.
    """
    app = _application()
    settings = Settings(_folder(platformdirs.user_config_path) / "desk.ini")
    window = MainWindow(desk_edges(), settings)
    log = platformdirs.user_state_path("focusdesk", appauthor=False) / "faults.log"
    sys.excepthook = FaultReport(log, window)
    window.painted.connect(lambda: window.begin(store))
    window.show()
    return app.exec()


def desk_edges() -> Edges:
    """Join the edges for the desk."""
    return _Joined().edges()


class FaultReport:
    """Takes a fault that nobody expected: writes it down, tells the user where, and goes on."""

    def __init__(self, log: Path, window: MainWindow) -> None:
        self._log, self._window = log, window
        self._telling = False

    def __call__(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Do as `sys.excepthook` does."""
        words = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(words)
        place = self._write(words)
        if not self._telling:
            self._telling = True
            sentence = (
                f"focusdesk met something that it was not made for. Every entry up to now is on "
                f"the disk. {place} Please restart the program, and send that text along if you "
                f"report the fault."
            )
            notice = tell(self._window, "Something went wrong in focusdesk", sentence)
            notice.finished.connect(self._on_told)

    def _write(self, words: str) -> str:
        moment = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8") as file:
                file.write(f"{moment} {_PROGRAM}\n{words}\n")
        except OSError:
            return f"It could not be written to {self._log}: {words.strip().splitlines()[-1]}"
        return f"What happened is written in {self._log}."

    def _on_told(self) -> None:
        self._telling = False


@dataclass
class _Joined:
    """The edges, each imported when it is first used."""

    _editions: dict[str, Edition] = field(default_factory=dict[str, Edition])
    _plans: dict[str, CalculationPlan] = field(default_factory=dict[str, CalculationPlan])

    def edges(self) -> Edges:
        return Edges(
            editions=self._known_editions,
            open_store=self._open_store,
            new_store=self._new_store,
            write_sample=self._write_sample,
            close_store=_close_store,
            look_at=self._look_at,
            due_day=_due_day,
            write_report=_write_report,
            write_filing=_write_filing,
            write_comparison=_write_comparison,
            show_file=_show_file,
            today=_today,
            default_store=_folder(platformdirs.user_data_path) / "desk.focusdesk",
            documents_folder=platformdirs.user_documents_path(),
        )

    def _known_editions(self) -> Mapping[str, Edition]:
        if not self._editions:
            self._editions.update(load_editions())
        return self._editions

    def _open_store(self, path: Path) -> Register:
        from focusdesk.store.opening import (  # noqa: PLC0415 -- SQLAlchemy, after the first paint
            open_store,
        )

        return Register(open_store(path), self._known_editions())

    def _new_store(self, path: Path) -> Register:
        from focusdesk.store.opening import create_store  # noqa: PLC0415 -- as above

        _make_folder(path)
        return Register(create_store(path), self._known_editions())

    def _write_sample(self, path: Path) -> Register:
        from focusdesk.samples.sample import write_sample  # noqa: PLC0415 -- for this alone
        from focusdesk.store.opening import new_store  # noqa: PLC0415 -- as above

        _make_folder(path)
        with new_store(path) as store:
            write_sample(Register(store, self._known_editions()))
        return self._open_store(path)

    def _look_at(self, register: Register, filings: Sequence[Filing]) -> tuple[ComparedMonth, ...]:
        from focusdesk.store.filing_store import SqliteFilingStore  # noqa: PLC0415 -- as above

        store = register.store
        if isinstance(store, SqliteFilingStore):
            entered = store.entered_many(filings, register.edition_of)
        else:
            entered = tuple(store.entered(each, register.edition_of(each)) for each in filings)
        months: list[ComparedMonth] = []
        for filing, values in zip(filings, entered, strict=True):
            edition = register.edition_of(filing)
            plan = self._plans.setdefault(edition.id, CalculationPlan(edition))
            worksheet = Worksheet(edition, values, plan)
            months.append(ComparedMonth(filing, edition, worksheet.values()))
        return tuple(months)


def _close_store(register: Register) -> None:
    from focusdesk.store.filing_store import SqliteFilingStore  # noqa: PLC0415 -- as above

    if isinstance(register.store, SqliteFilingStore):
        register.store.close()


def _due_day(register: Register, period: Period) -> DueDay | None:
    from focusdesk.calendars.due import (  # noqa: PLC0415 -- the holidays are not for the start
        CalendarError,
        business_days_left,
        due_date,
    )

    calendar = register.store.facts().get("calendar", "federal")
    try:
        due = due_date(period, calendar).due
        return DueDay(due, business_days_left(_today(), due, calendar))
    except CalendarError:
        return None


def _write_report(session: FilingSession, path: Path) -> None:
    from focusdesk.export.report import ReportHeading, draw_report  # noqa: PLC0415 -- ReportLab
    from focusdesk.form.written import PlacingError  # noqa: PLC0415 -- as above

    filing, edition = session.filing, session.edition
    heading = ReportHeading(
        firm=show_value(session.value(edition.firm_code)),
        period=filing.period.label,
        edition=edition.id,
        status=filing.status.value.upper(),
        program=_PROGRAM,
        warning=_ILLUSTRATIVE if filing.illustrative else "",
        remark=filing.remark,
    )
    try:
        content = draw_report(edition, session.value, heading)
    except PlacingError as error:
        raise EdgeRefused(str(error)) from error
    _write(path, content)


def _write_filing(session: FilingSession, path: Path) -> None:
    from focusdesk.exchange.filing_files import WRITE_FILING  # noqa: PLC0415 -- for this alone

    write = WRITE_FILING.get(path.suffix.casefold())
    if write is None:
        raise _unknown_kind(path, WRITE_FILING)
    _write(path, write(session.filing, session.worksheet))


def _write_comparison(comparison: Comparison, path: Path) -> None:
    from focusdesk.exchange.comparison_files import WRITE_COMPARISON  # noqa: PLC0415 -- as above

    suffix = path.suffix.casefold()
    if suffix == ".pdf":
        from focusdesk.export.comparison import draw_comparison  # noqa: PLC0415 -- ReportLab

        last = comparison.months[-1]
        firm = show_value(last.values.get(last.edition.firm_code))
        _write(path, draw_comparison(comparison, firm=firm, program=_PROGRAM))
        return
    write = WRITE_COMPARISON.get(suffix)
    if write is None:
        raise _unknown_kind(path, (".pdf", *WRITE_COMPARISON))
    _write(path, write(comparison))


def _unknown_kind(path: Path, known: Iterable[str]) -> EdgeRefused:
    kinds = ", ".join(known)
    return EdgeRefused(f'"{path.name}" is of no kind that can be written. Name it with {kinds}.')


def _write(path: Path, content: bytes) -> None:
    from focusdesk.export.files import FileNotWritten, write_whole  # noqa: PLC0415 -- as above

    try:
        write_whole(path, content)
    except FileNotWritten as error:
        raise EdgeRefused(str(error)) from error


def _show_file(path: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _folder(place: Callable[..., Path]) -> Path:
    return place("focusdesk", appauthor=False)


def _make_folder(path: Path) -> None:
    """Make the folder of a new store, for its owner alone; the store's own sentence says the rest.

    Only the program's own folder is made: a folder that the user names has to be there.
    """
    if path.parent == _folder(platformdirs.user_data_path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)


def _application() -> QApplication:
    app = QApplication(sys.argv[:1])
    app.setApplicationName("focusdesk")
    app.setApplicationDisplayName("focusdesk")
    app.setDesktopFileName("focusdesk")
    load_fonts()
    return app


# A picture of the desk, drawn where there is no screen


def picture(wanted: argparse.Namespace) -> int:
    """Draw the desk, or a comparison, into a PNG file.

    Args:
        wanted: What the command line asked for.

    Returns:
        The exit status.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = _application()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "desk.ini")
        settings.theme = wanted.theme
        window = MainWindow(desk_edges(), settings)
        window.resize(*wanted.size)
        refused: list[str] = []
        window.door.refused.connect(refused.append)

        def put_up() -> None:
            window.begin(wanted.store)
            refused.extend(_put_up(window, wanted))
            QTimer.singleShot(_SETTLED, shoot)

        def shoot() -> None:
            if not refused and not window.grab().save(str(wanted.picture), "PNG"):
                refused.append(f"{wanted.picture} was not written: name a folder that is there.")
            window.close()

        window.painted.connect(put_up)
        window.show()
        app.exec()
    for sentence in refused[:1]:
        sys.stderr.write(f"focusdesk: {sentence}\n")
    return _REFUSED if refused else 0


_SETTLED = 60
"""Milliseconds after which due dates and wrapped lines stand where they belong."""


def _put_up(window: MainWindow, wanted: argparse.Namespace) -> Iterator[str]:
    """Show the month, the schedule and the box that are wanted; give what is in the way."""
    desk = window.desk
    if desk is None:
        return
    try:
        filing = desk.register.store.find(wanted.period)
        others = [desk.register.store.find(period) for period in wanted.compare]
    except StoreError as error:
        yield str(error)
        return
    desk.show_due_days()
    desk.show_month(filing, wanted.code)
    schedules = [schedule.id for schedule in desk.register.edition_of(filing).schedules]
    if wanted.schedule in schedules:
        desk.show_schedule(schedules.index(wanted.schedule))
    elif wanted.schedule:
        yield f'The form has no schedule "{wanted.schedule}". It has {", ".join(schedules)}.'
    if others:
        months = sorted((*others, filing), key=lambda each: (each.period, each.amendment))
        window.compare_months(months)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except PeriodError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw a picture of the desk: ``python -m focusdesk.app --picture FILE STORE --period ...``."""
    parser = argparse.ArgumentParser(prog="python -m focusdesk.app", description=main.__doc__)
    parser.add_argument("--picture", type=Path, required=True, metavar="FILE")
    parser.add_argument("store", type=Path)
    parser.add_argument("--period", type=_period, required=True)
    parser.add_argument("--schedule", default="")
    parser.add_argument("--code", default="")
    parser.add_argument("--theme", default="light", choices=("light", "dark", "high_contrast"))
    parser.add_argument("--size", type=_size, default=(1280, 800))
    parser.add_argument("--compare", type=_period, action="append", default=[])
    return picture(parser.parse_args(arguments))


if __name__ == "__main__":
    sys.exit(main())
