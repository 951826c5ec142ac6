"""Asks before notices go on record: which events, with which figures."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from focusdesk.filing.notice import Event
from focusdesk.filing.notice_words import to_record_line, to_record_words
from focusdesk.ui.look.lasting_question import LastingQuestion


def record_question(parent: QWidget | None, doing: str, events: Sequence[Event]) -> LastingQuestion:
    """Word the question.

    Args:
        parent: The window.
        doing: What the user is about to do: ``Marking Segregation complete``.
        events: What that would put on record.
    """
    sentence = (
        f"{doing} puts this on record with your name and the machine's time. Nothing unmakes it: "
        f"a notice is closed as given, or as an error of entry once its figures are corrected."
    )
    lines = [to_record_line(event) for event in events]
    return LastingQuestion(parent, f"{to_record_words(events)}.", sentence, lines)
