"""Two months of the sample in a real store, and the pages of January open on them."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker
from typing_extensions import override

from focusdesk.app.joined import desk_edges
from focusdesk.catalog.loader import load_editions
from focusdesk.filing.copies import PrintOrder
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.samples.sample import sample_months
from focusdesk.store.opening import new_store, open_store
from focusdesk.ui.look.theme import apply_theme, load_fonts, theme_named
from focusdesk.ui.preview.preview_pages import PreviewPages
from tests.ui.every_window import Arrive, Opening, come_to
from tests.ui.window_pictures import keep_pictures
from tests.ui.window_words import Window
from tests.ui.words import DECEMBER, JANUARY, Pages, open_filing

PATIENCE = 30_000  # milliseconds, for a machine that has much else to do


class PatientBot(QtBot):
    """Waits long for what has to come; a test that fails waits, one that passes does not.

    It keeps the windows of its test until Qt has deleted them: a window that nobody holds is taken
    to pieces by Python's garbage collection, its inner parts first, while Qt still lays it out.
    """

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        self._kept: list[QWidget] = []

    @override
    def addWidget(
        self, widget: QWidget, *, before_close_func: Callable[[QWidget], None] | None = None
    ) -> None:
        self._kept.append(widget)
        super().addWidget(widget, before_close_func=before_close_func)

    def let_go(self) -> None:
        """Have Qt delete the windows that have been closed, each of them whole."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._kept.clear()

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    @override
    def waitSignal(
        self,
        signal: object,
        *,
        timeout: int = PATIENCE,
        raising: bool | None = None,
        check_params_cb: Callable[..., bool] | None = None,
    ) -> SignalBlocker:
        return super().waitSignal(
            signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb
        )


@pytest.fixture(scope="session", autouse=True)
def emptied_clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing on a clipboard that outlives Python: what Python made would crash the exit."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[QtBot]:
    del qapp
    bot = PatientBot(request)
    yield bot
    bot.let_go()


@pytest.fixture(scope="session")
def editions() -> dict[str, Edition]:
    return load_editions()


@pytest.fixture(scope="session")
def two_months(editions: dict[str, Edition], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with December 2013 and January 2014, for copying."""
    path = tmp_path_factory.mktemp("firm") / "firm.focusdesk"
    months = {month.period: month for month in sample_months()}
    with new_store(path) as store:
        register = Register(store, editions)
        for period in (DECEMBER, JANUARY):
            month = months[period]
            session = register.start_month(period)
            boxes = session.edition.boxes
            values = {code: boxes[code].parse(text) for code, text in month.values.items()}
            session.apply(Edit(values, Cause.SAMPLE))
            for code, words in month.notes.items():
                store.write_note(session.filing, code, words)
    return path


@pytest.fixture
def store_path(two_months: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(two_months, tmp_path / "firm.focusdesk"))


@pytest.fixture
def register(store_path: Path, editions: dict[str, Edition]) -> Iterator[Register]:
    with open_store(store_path) as store:
        yield Register(store, editions)


@pytest.fixture
def january(register: Register) -> FilingSession:
    return register.open(register.store.find(JANUARY))


@pytest.fixture(scope="session")
def january_print(two_months: Path, editions: dict[str, Edition]) -> bytes:
    """January's seven pages, as the desk draws them."""
    with open_store(two_months) as store:
        register = Register(store, editions)
        session = register.open(store.find(JANUARY))
        return desk_edges().draw_report(session, PrintOrder())


@pytest.fixture
def january_pages(january_print: bytes) -> Iterator[PreviewPages]:
    """The same seven pages, ready to be shown."""
    pages = PreviewPages(january_print)
    yield pages
    pages.close()


@pytest.fixture
def empty_month(register: Register) -> FilingSession:
    return register.start_month(Period(2014, 2))


@pytest.fixture(scope="session")
def light(qapp: QApplication) -> QApplication:
    """The program in the light theme and its own typeface."""
    load_fonts()
    apply_theme(qapp, theme_named("light"))
    return qapp


@pytest.fixture
def arrive(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Arrive:
    """Bring a window to the screen, in a program of its own, with the keyboard in it."""
    del light

    def come(opening: Opening) -> tuple[Window, QWidget]:
        folder = Path(tempfile.mkdtemp(dir=tmp_path))
        window, shown = come_to(opening, qtbot, two_months, folder)
        keep_pictures(opening.name, window, shown)
        return window, shown

    return come


@pytest.fixture
def pages(light: QApplication, qtbot: QtBot, january: FilingSession) -> Iterator[Pages]:
    """January's pages on the screen, with December's figures beside."""
    del light
    opened = open_filing(january, baseline=january.store.find(DECEMBER))
    qtbot.addWidget(opened.tabs)
    opened.tabs.activateWindow()
    qtbot.waitUntil(opened.tabs.isActiveWindow)
    yield opened
    opened.signals.close()
