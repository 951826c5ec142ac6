"""Starting things: a month, a firm. Asks, does it by the register, and says what came of it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from focusdesk.filing.edit import Cause, Edit, EditRefused
from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreError
from focusdesk.filing.register import Register
from focusdesk.ui.edges import Edges
from focusdesk.ui.file_questions import FileQuestions
from focusdesk.ui.starts.new_firm import NewFirm, NewFirmAnswer
from focusdesk.ui.starts.new_month import NewMonth, NewMonthAnswer


class Starts(QObject):
    """Starts months and firms."""

    month_started = Signal(object)
    """The `FilingSession` of the new month."""

    firm_started = Signal(object, object)
    """The new store's `Path` and its `Register`."""

    def __init__(self, edges: Edges, questions: FileQuestions, window: QWidget) -> None:
        super().__init__(window)
        self._edges, self._questions, self._window = edges, questions, window

    def ask_month(self, register: Register, source: Filing | None = None) -> NewMonth:
        """Ask for a month, rolled forward from a filing or from the newest, and start it."""
        dialog = NewMonth(register, self._edges, source, self._window)

        def start(answer: NewMonthAnswer) -> None:
            try:
                session = register.start_month(
                    answer.period,
                    source=answer.source,
                    edition=answer.edition,
                    with_amounts=answer.with_amounts,
                )
            except StoreError as error:
                dialog.refuse(str(error))
                return
            dialog.accept()
            self.month_started.emit(session)

        dialog.answered.connect(start)
        dialog.open()
        return dialog

    def ask_firm(self) -> NewFirm:
        """Ask for a firm, make its store and start its first month."""
        dialog = NewFirm(self._edges, self._questions, self._window)

        def start(answer: NewFirmAnswer) -> None:
            try:
                register = self._edges.new_store(answer.store)
                with register.store.together():
                    session = register.start_month(answer.period, edition=answer.edition)
                    session.apply(Edit(answer.values, Cause.TYPED))
            except (StoreError, EditRefused) as error:
                dialog.refuse(str(error))
                return
            dialog.accept()
            self.firm_started.emit(answer.store, register)

        dialog.answered.connect(start)
        dialog.open()
        return dialog
