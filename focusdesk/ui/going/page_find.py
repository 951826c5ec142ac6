"""Ctrl+F on the pages: text sought in every schedule of the open month, from hit to hit by F3."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.look.find_line import FindLine
from focusdesk.ui.look.status_line import SaidLabel
from focusdesk.ui.page.page_hits import HELP, PageHit, PageSearch
from focusdesk.ui.settings import Place

_ASKED = "Find: words, a code, an amount, a note"
_FROM_THE_TOP = "begins again at the top"
_FROM_THE_FOOT = "goes on from the end"


class PageFindBar(FindLine):
    """The bar under the pages: the text, n of m, and in what it was found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Find on all schedules", _ASKED, parent)
        self.setObjectName("page_find")
        self.told = SaidLabel()
        self.told.setObjectName("hint")
        self.bar.insertWidget(self.bar.indexOf(self.close_button), self.told, 1)
        self.hide()

    def tell(self, words: str) -> None:
        """Say in what it was found; the whole of it is in the tool tip too."""
        self.told.setText(words)
        self.told.setToolTip(words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the keyboard back to the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class PageFind(QObject):
    """Searches the month on the desk and goes to what it finds."""

    def __init__(self, workplace: Workplace) -> None:
        """Search nothing yet.

        Args:
            workplace: The window.
        """
        super().__init__(workplace.frame)
        self._workplace = workplace
        self.bar = PageFindBar()
        self._search: tuple[FilingSession, PageSearch] | None = None
        self._hits: tuple[PageHit, ...] = ()
        self._last: PageHit | None = None
        self._from = (0, 0, 0)
        self._begun_at: Place | None = None
        self._opened_at: Place | None = None

    def slots(self) -> Mapping[str, Slot]:
        """Say what its actions do."""
        return {
            "find": self._workplace.settled(self._open),
            "next_hit": self._workplace.settled(lambda: self._step(1)),
            "earlier_hit": self._workplace.settled(lambda: self._step(-1)),
        }

    def follow(self, desk: Desk) -> None:
        """Search another store's months from now on."""
        self._search, self._last, self._begun_at = None, None, None
        self._opened_at = None
        self.bar = PageFindBar()
        desk.parts.put_at_foot(self.bar)
        self.bar.sought.textChanged.connect(self._on_typed)
        self.bar.stepped.connect(self._step)
        self.bar.closed.connect(self._close)
        desk.month_opened.connect(self._count)
        desk.open_filings.filing_changed.connect(self._on_filing_changed)

    def _open(self) -> None:
        desk = self._workplace.desk
        if desk is not None:
            search = self._page_search()
            if search is not None:
                self._from = search.place_of(desk.current_code)
                self._opened_at = desk.place
            self.bar.take_keyboard()
            self._count()

    def _close(self) -> None:
        self.bar.hide()
        tabs = self._workplace.tabs
        if tabs is not None:
            tabs.show_found({})
            tabs.focus_page()

    def _page_search(self) -> PageSearch | None:
        """Give the search of the month on the desk; another month has another form, it may be."""
        session = self._workplace.session
        if session is None:
            return None
        if self._search is None or self._search[0] is not session:
            self._search = (session, PageSearch(session))
        return self._search[1]

    def _find(self) -> None:
        """Search anew: figures and notes may have changed since."""
        search, tabs = self._page_search(), self._workplace.tabs
        if search is None or tabs is None:
            self._hits = ()
            return
        text = self.bar.sought.text()
        try:
            self._hits = search.hits(text)
        except StoreError as error:
            self._hits = ()
            self._workplace.status.say(str(error), "error")
        self._mark(None)

    def _mark(self, current: PageHit | None) -> None:
        """Mark on the pages what was found, and where the search stands, while the bar is open."""
        search, tabs = self._page_search(), self._workplace.tabs
        if search is not None and tabs is not None and self.bar.isVisible():
            text = self.bar.sought.text()
            tabs.show_found(search.found_on_pages(text, self._hits, current))

    def _on_typed(self) -> None:
        """Go to the first hit at or after the place where the search was begun."""
        self._find()
        ahead = [hit for hit in self._hits if hit.place >= self._from]
        hits = ahead or list(self._hits)
        if hits:
            self._go(hits[0], "" if ahead else _FROM_THE_TOP)
        else:
            self._return()
            self._tell_none()

    def _return(self) -> None:
        """Go back to where the search was begun, unless the user has gone elsewhere since."""
        desk, begun = self._workplace.desk, self._opened_at
        if desk is None or desk.tabs is None or begun is None or self._last is None:
            return
        at_hit = replace(begun, code=self._last.code) == desk.place
        if at_hit and desk.tabs.show_box(begun.code):
            self._last = None

    def _step(self, step: int) -> None:
        """Go to the next hit, or back; behind the last comes the first, and that is said."""
        if not self.bar.sought.text().strip():
            self._open()
            return
        self._find()
        if not self._hits:
            self._tell_none()
            return
        beside = self._beside(step)
        at = beside % len(self._hits)
        turned = "" if at == beside else _FROM_THE_TOP if step > 0 else _FROM_THE_FOOT
        self._go(self._hits[at], turned)

    def _beside(self, step: int) -> int:
        """Give which hit comes next: after the last one, or after where the user has gone since."""
        desk, search = self._workplace.desk, self._page_search()
        code = desk.current_code if desk else ""
        last = self._last
        if last is not None and last in self._hits and last.code == code:
            return self._hits.index(last) + step
        here = search.place_of(code) if search else self._from
        before = sum(hit.place < here for hit in self._hits)
        at_here = sum(hit.place == here for hit in self._hits)
        return before + at_here if step > 0 else before - 1

    def _go(self, hit: PageHit, turned: str) -> None:
        """Show a hit; the place that is left is one to come back to unless it was a hit too."""
        desk = self._workplace.desk
        if desk is None or desk.tabs is None:
            return
        left = desk.place
        at_hit = self._last is not None and left is not None and self._last.code == left.code
        if not desk.tabs.show_box(hit.code):
            return
        if not at_hit:
            self._begun_at = left
        if self._begun_at is not None and self._begun_at.code != hit.code:
            desk.left.emit(self._begun_at)
            self._begun_at = None
        self._last = hit
        self._mark(hit)
        if hit.fields == (HELP,) and desk.right.isVisible():
            desk.explain.show_help(self.bar.sought.text())
        if not self.bar.isVisible():
            desk.tabs.focus_page()
        self._tell(hit, turned)

    def _tell(self, hit: PageHit, turned: str) -> None:
        count = f"{self._hits.index(hit) + 1} of {len(self._hits)}"
        words = ", ".join(part for part in (hit.words, turned) if part)
        self.bar.tell(words)
        sentence = f"{count}: {hit.code}, {words}"
        if self.bar.isVisible():
            self.bar.show_count(count, found=True, spoken=sentence)
        else:
            self._workplace.status.say(sentence, of=hit.code)

    def _tell_none(self) -> None:
        text = self.bar.sought.text().strip()
        self.bar.tell("")
        self.bar.show_count("Not found" if text else "", found=False, spoken="Not found")
        if text and not self.bar.isVisible():
            self._workplace.status.say(f"\u201c{text}\u201d is nowhere in this month.")

    def _count(self) -> None:
        """Say how often the text is found now, and go nowhere."""
        if self.bar.isVisible():
            self._find()
            text, found = self.bar.sought.text().strip(), len(self._hits)
            self.bar.tell("")
            words = f"{found} found" if found else "Not found" if text else ""
            self.bar.show_count(words, found=bool(found), spoken=words)

    def _on_filing_changed(self, filing: Filing) -> None:
        session = self._workplace.session
        if session is not None and session.filing.id == filing.id:
            self._count()
