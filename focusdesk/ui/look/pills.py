"""Short words in round frames, and the looks that they and other labels can have."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def give_look(widget: QWidget, look: str) -> None:
    """Give a widget another look of the style sheet: plain, good, warning, error."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def make_pill(words: str = "") -> QLabel:
    """Make a short word in a round frame."""
    pill = QLabel(words)
    pill.setProperty("pill", True)  # noqa: FBT003 -- the property's value
    pill.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    give_look(pill, "plain")
    return pill
