"""The field for the edition of the form in which a month is held; it asks where two may be used."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from focusdesk.filing.register import edition_in_force, editions_usable
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.ui.starts.edition_words import edition_words


class EditionField(QWidget):
    """Names the edition for a period; `changed` when the user chooses another one."""

    changed = Signal()

    def __init__(self, editions: Collection[Edition], parent: QWidget | None = None) -> None:
        """Know the editions.

        Args:
            editions: Every edition that the program knows.
            parent: The dialog.
        """
        super().__init__(parent)
        self._editions = editions
        self._period: Period | None = None
        self._chosen: Edition | None = None
        self.choice, self._words = QComboBox(), QLabel()
        self.choice.setAccessibleName("Edition of the form")
        self._words.setObjectName("hint")
        self._words.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.choice)
        layout.addWidget(self._words)
        self.choice.currentIndexChanged.connect(self._on_chosen)

    @property
    def edition(self) -> Edition | None:
        """The edition that is taken; `None` where none is in force."""
        edition: Edition | None = self.choice.currentData()
        return edition

    def text(self) -> str:
        """What is said of the edition."""
        return self._words.text()

    def show_for(self, period: Period) -> None:
        """Offer what can be used for a period: the edition in force unless another was chosen.

        Raises:
            NoEdition: none is in force; the field says so too.
        """
        self._period = period
        self.choice.blockSignals(True)  # noqa: FBT003 -- Qt's own
        self.choice.clear()
        try:
            in_force = edition_in_force(self._editions, period)
            for edition in editions_usable(self._editions, period):
                how = "in force" if edition is in_force else "offered"
                self.choice.addItem(f"{edition.id}, {how}", edition)
            self.choice.setCurrentIndex(max(0, self.choice.findData(self._chosen)))
        finally:
            self.choice.blockSignals(False)  # noqa: FBT003
            asks = self.choice.count() > 1
            self.choice.setVisible(asks)
            # A proxy that is hidden would end the way of Tab at the field before.
            self.setFocusProxy(self.choice if asks else None)  # pyright: ignore[reportArgumentType] -- Qt takes none
            self._say()

    def _on_chosen(self) -> None:
        self._chosen = self.edition
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        edition = self.edition
        if edition is None or self._period is None:
            self._words.setText("No edition of the form that this program knows is in force then.")
        else:
            self._words.setText(edition_words(edition, self._period, self._editions))
