"""A band over the desk that says what holds for all of it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

READ_ONLY = (
    "This store can only be read: the file or its folder cannot be written. Everything can be "
    "looked at and exported. To change it, copy the file to a folder of your own."
)


def make_banner(sentence: str) -> QFrame:
    """Make a band with a sentence, which takes as many lines as it needs."""
    banner, words = QFrame(), QLabel(sentence)
    banner.setObjectName("banner")
    words.setWordWrap(True)
    layout = QHBoxLayout(banner)
    layout.setContentsMargins(14, 7, 14, 7)
    layout.addWidget(words)
    return banner
