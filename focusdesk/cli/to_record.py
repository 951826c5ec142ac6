"""Before notices go on record for good: the list of them, and leave by ``--record``."""

from collections.abc import Sequence

from focusdesk.cli.request import Refused, Request
from focusdesk.filing.notice import Event
from focusdesk.filing.notice_words import to_record_line, to_record_words


def refuse_to_record(request: Request, events: Sequence[Event]) -> None:
    """Say what would go on record for good, unless ``--record`` says that it may.

    Raises:
        Refused: it does not.
    """
    if events and not request.record:
        lines = "".join(f"\n  {to_record_line(event)}" for event in events)
        message = (
            f"Nothing was done: {to_record_words(events)}, and nothing unmakes that. Add --record "
            f"if the figures are right; else correct them first.{lines}"
        )
        raise Refused(message)
