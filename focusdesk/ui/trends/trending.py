"""Opens the trends of the months that are compared, or of the last 13, and keeps them so."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, QTimer

from focusdesk.filing.compare import Comparison, compare
from focusdesk.filing.filing import Filing
from focusdesk.filing.month_choice import (
    FEWEST,
    MonthChoice,
    MonthsRefused,
    Preset,
    any_months,
    preset_months,
)
from focusdesk.filing.ports import StoreError
from focusdesk.filing.trend import Trend, trend_with
from focusdesk.ui.compare.comparing import Comparing
from focusdesk.ui.compare.laid_months import LaidMonths
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.edges import EdgeRefused
from focusdesk.ui.look.notices import tell
from focusdesk.ui.look.zoom import Zoom, zoom_kept
from focusdesk.ui.trends.trends_window import TrendsWindow

_NAME = "trends"
_KINDS = {
    ".png": "Picture (*.png)",
    ".svg": "Drawing (*.svg)",
    ".pdf": "PDF (*.pdf)",
}
_RESTED = 300  # milliseconds after the last edit: no keystroke waits for a chart


class Trending(QObject):
    """Shows months as lines, in one window at a time.

    Attributes:
        window: It; `None` while it is closed.
    """

    def __init__(self, workplace: Workplace, comparing: Comparing) -> None:
        """Show nothing yet.

        Args:
            workplace: The window of the desk.
            comparing: Has the comparison whose months are meant, if one is in front.
        """
        super().__init__(workplace.frame)
        self._workplace, self._comparing = workplace, comparing
        self.window: TrendsWindow | None = None
        self._choice: MonthChoice | None = None
        self._behind = QTimer(self, singleShot=True, interval=_RESTED)
        self._behind.timeout.connect(self.show_figures)
        self._desk: Desk | None = None

    def slots(self) -> Mapping[str, Slot]:
        """Say what its action does."""
        return {"trends": self._workplace.once_settled(self._open)}

    def follow(self, desk: Desk) -> None:
        """Leave the trends of another store."""
        self.close()
        self._desk, self._comparing.trend_lines = desk, ()
        desk.open_filings.filing_changed.connect(self._on_filing_changed)
        desk.month_opened.connect(self._draw_soon)  # it may have been read again
        desk.destroyed.connect(self.close)

    def close(self) -> None:
        """Close the window."""
        if self.window is not None:
            self.window.close()
        self._behind.stop()

    def show_figures(self) -> None:
        """Draw the months as they stand now."""
        comparison = self._compared()
        if self.window is not None and comparison is not None:
            self.window.show_months(comparison)

    def _open(self, desk: Desk) -> None:
        """Show the trends in front, of the months that are meant now."""
        page = self._comparing.page
        try:
            self._choice = _meant(page.months, desk) if page else _last_months(desk)
        except MonthsRefused as error:
            self._workplace.status.say(str(error), "error")
            return
        same = page is not None and self._choice.filings == page.months.choice.filings
        comparison = page.whole if page is not None and same else self._compared()
        if comparison is None:
            return
        if self.window is None:
            self.window = self._made(trend_with(comparison, self._comparing.trend_lines))
        else:
            self.window.show_months(comparison)
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _compared(self) -> Comparison | None:
        desk = self._workplace.desk
        if desk is None or self._choice is None:
            return None
        try:
            return compare(desk.open_filings.months_of(self._choice))
        except (MonthsRefused, StoreError) as error:
            tell(self._workplace.frame, "The trends were not drawn", str(error))
            return None

    def _made(self, trend: Trend) -> TrendsWindow:
        here = self._workplace
        zoom = zoom_kept(here.settings.zoom_of(_NAME))
        window = TrendsWindow(trend, here.edges.draw_trend, zoom, here.frame)
        window.zoomed.connect(self._on_zoomed)
        window.box_chosen.connect(self._go_to_box)
        window.save_asked.connect(self._save)
        window.lines_changed.connect(self._on_lines_changed)
        window.finished.connect(self._on_closed)
        return window

    def _go_to_box(self, filing: Filing, code: str) -> None:
        """Go to a box in a month, on the desk, in front of the trends."""
        self._comparing.go_to_box(filing, code)
        self._workplace.frame.raise_()
        self._workplace.frame.activateWindow()

    def _save(self, trend: Trend, suffix: str) -> None:
        window, here = self.window, self._workplace
        if window is None:
            return
        first, last = (trend.months[at].filing.stem for at in (0, -1))
        proposed = here.edges.documents_folder / f"FOCUS trends {first} to {last}{suffix}"
        path = here.questions.file_to_write(window, "Save the trends", proposed, _KINDS[suffix])
        if path is None:
            return
        try:
            here.edges.write_trend(trend, path)
        except EdgeRefused as error:
            tell(window, "The file was not written", str(error))
            return
        window.say(f"Written: {path}")

    def _on_lines_changed(self, codes: Sequence[str]) -> None:
        self._comparing.trend_lines = tuple(codes)

    def _on_filing_changed(self, filing: Filing) -> None:
        shown = self._choice.filings if self._choice is not None else ()
        if filing.id in {each.id for each in shown}:
            self._draw_soon()

    def _draw_soon(self) -> None:
        if self.window is not None:
            self._behind.start()

    def _on_zoomed(self, zoom: Zoom) -> None:
        self._workplace.settings.keep_zoom(_NAME, zoom.percent)

    def _on_closed(self) -> None:
        self.window = None


def _meant(months: LaidMonths, desk: Desk) -> MonthChoice:
    """Give the months of a comparison; of two months alone the 13 up to the later one.

    Two dots are no trend. Two versions of one month are what was asked for, and stay.
    """
    choice = months.choice
    if len({each.period for each in choice.filings}) != FEWEST or len(choice.filings) != FEWEST:
        return choice
    try:
        return preset_months(
            Preset.THIRTEEN_MONTHS, choice.filings[-1], desk.filings, printed=False
        )
    except MonthsRefused:
        return choice


def _last_months(desk: Desk) -> MonthChoice:
    """Give the last 13 months up to the open one, or else two months.

    Raises:
        MonthsRefused: there is one month alone.
    """
    filing = desk.session.filing if desk.session else None
    if filing is not None:
        try:
            return preset_months(Preset.THIRTEEN_MONTHS, filing, desk.filings, printed=False)
        except MonthsRefused:
            return any_months(desk.pair())
    return any_months(desk.pair())
