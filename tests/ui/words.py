"""The words in which the tests of the desk speak: open a filing, press, type, look."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QTabBar,
    QWidget,
)

from focusdesk.filing.edit import ChangeSet
from focusdesk.filing.edition_plan import EditionPlan
from focusdesk.filing.filing import Filing
from focusdesk.filing.session import FilingSession
from focusdesk.form.period import Period
from focusdesk.ui.look.badges import CountBadge
from focusdesk.ui.page.baseline import Baseline
from focusdesk.ui.page.filing_signals import FilingSignals
from focusdesk.ui.page.page_measures import box_frame
from focusdesk.ui.page.schedule_model import ScheduleModel
from focusdesk.ui.page.schedule_tabs import ScheduleTabs
from focusdesk.ui.page.schedule_view import ScheduleView

DECEMBER = Period(2013, 12)
JANUARY = Period(2014, 1)
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
NO_KEY = Qt.KeyboardModifier.NoModifier


@dataclass
class Pages:
    """The pages of one filing, and what they have told since they were opened."""

    session: FilingSession
    signals: FilingSignals
    undo: QUndoStack
    tabs: ScheduleTabs
    selected: list[str] = field(default_factory=list[str])
    done: list[str] = field(default_factory=list[str])
    refused: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    mended: int = 0
    failed: list[str] = field(default_factory=list[str])
    changed: list[ChangeSet] = field(default_factory=list[ChangeSet])

    def count_mended(self) -> None:
        """Count the refusals that have ended."""
        self.mended += 1

    @property
    def view(self) -> ScheduleView:
        """The page that is shown."""
        view = self.tabs.current_page()
        assert view is not None
        return view

    @property
    def model(self) -> ScheduleModel:
        """The model of the page that is shown."""
        model = self.view.model()
        assert isinstance(model, ScheduleModel)
        return model


def open_filing(session: FilingSession, baseline: Filing | None = None) -> Pages:
    """Show the pages of a filing, as large as on a screen of 1280 by 800."""
    signals, undo = FilingSignals(session), QUndoStack()
    beside = _baseline(session, baseline) if baseline else None
    tabs = ScheduleTabs(session, signals, undo, beside)
    pages = Pages(session, signals, undo, tabs)
    tabs.box_selected.connect(pages.selected.append)
    tabs.entry_done.connect(pages.done.append)
    tabs.entry_refused.connect(lambda code, said: pages.refused.append((code, said)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- a signal's arguments have no types
    tabs.refusal_ended.connect(pages.count_mended)
    tabs.store_failed.connect(pages.failed.append)
    signals.boxes_changed.connect(pages.changed.append)
    undo.setParent(tabs)
    signals.setParent(tabs)
    tabs.resize(808, 700)
    tabs.show()
    return pages


def focused() -> QWidget:
    """The widget that the keyboard is at."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(
    key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
) -> None:
    """Press a key wherever the keyboard is."""
    for _ in range(times):
        QTest.keyClick(focused(), key, modifiers)


def write(text: str) -> None:
    """Type characters wherever the keyboard is, each where the one before has led."""
    for character in text:
        QTest.keyClicks(focused(), character)


def controls_of(window: QWidget) -> set[QWidget]:
    """What a window has for the keyboard now."""
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractScrollArea)
    return {
        control
        for kind in kinds
        for control in window.findChildren(kind)
        if control.isVisible()
        and control.isEnabled()
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
    }


def reached_by_tab(*, back: bool = False) -> set[QWidget]:
    """What Tab reaches from where the keyboard is, until it is there again or stays somewhere."""
    reached: list[QWidget] = []
    while focused() not in reached:
        reached.append(focused())
        press(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, SHIFT if back else NO_KEY)
    return {*reached}


def type_into(pages: Pages, code: str, text: str) -> None:
    """Go to a box, type over what it holds and press Enter."""
    assert pages.tabs.go_to(code)
    write(text)
    press(Qt.Key.Key_Return)


def shown(pages: Pages, code: str) -> str:
    """What stands in a box of the page that is shown."""
    return str(pages.model.index_of(code).data())


def spoken(pages: Pages, code: str) -> str:
    """What a screen reader says at a box of the page that is shown."""
    return str(pages.model.index_of(code).data(Qt.ItemDataRole.AccessibleTextRole))


def editor(pages: Pages) -> QLineEdit | None:
    """The editor that lies over the current box, if one is open."""
    line = pages.view.indexWidget(pages.view.currentIndex())
    return line if isinstance(line, QLineEdit) else None


def click(pages: Pages, code: str, *, twice: bool = False) -> None:
    """Click into a box."""
    index = pages.model.index_of(code)
    pages.view.scrollTo(index)
    at = frame_of(pages, code).center()
    viewport = pages.view.viewport()
    (QTest.mouseDClick if twice else QTest.mouseClick)(
        viewport, Qt.MouseButton.LeftButton, pos=QPoint(at)
    )


def frame_of(pages: Pages, code: str) -> QRect:
    """Where a box stands on the page that is shown."""
    index = pages.model.index_of(code)
    shown, zoom = pages.view.visualRect(index), pages.view.zoom
    return zoom.placed(shown, box_frame(zoom.cell(shown), pages.model.box(code)))


def tab_badge(pages: Pages, tab: str) -> str:
    """The number of findings on a tab; empty for none."""
    bar = pages.tabs.tabBar()
    at = [pages.tabs.tabText(at) for at in range(pages.tabs.count())].index(tab)
    badge = bar.tabButton(at, QTabBar.ButtonPosition.RightSide)
    assert isinstance(badge, CountBadge)
    return badge.text


def _baseline(session: FilingSession, filing: Filing) -> Baseline:
    then = FilingSession(EditionPlan(session.edition), filing, session.store)
    return Baseline("December", then.worksheet.values())
