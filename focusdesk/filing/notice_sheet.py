"""What is told of an event, to be printed: to whom, by which means, by when, with the figures."""

from dataclasses import dataclass

from focusdesk.filing.notice import Notice
from focusdesk.filing.notice_moment import moment_words
from focusdesk.filing.notice_words import closing_words, figures_words, to_whom_words
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import show_value

_BY_HAND = "_" * 60


@dataclass(frozen=True, slots=True)
class NoticeSheet:
    """One notice on paper.

    Attributes:
        title: Which notice it is.
        rows: What is said of it: under which heading, and the words.
    """

    title: str
    rows: tuple[tuple[str, str], ...]


def notice_sheet(session: FilingSession, notice: Notice, due: str) -> NoticeSheet:
    """Write a notice out for whoever gives it, with room for what only the firm can say.

    Notice is filed with the cause and the remedial steps, which no figure shows.

    Args:
        session: The filing.
        notice: The notice.
        due: Until when it is due, in words.
    """
    event, filing = notice.event, session.filing
    tabs = {schedule.id: schedule.tab for schedule in session.edition.schedules}
    firm = show_value(session.value(session.edition.firm_code)) or "The firm"
    as_of = f"{filing.period.last_day:%B} {filing.period.last_day.day}, {filing.period.year}"
    rows = [
        ("What happened", f"{firm}, as of {as_of}: {notice.latest.message}"),
        ("Figures then", figures_words(event)),
        *((f"Figures {moment_words(at)}", figures_words(later)) for at, later in notice.again),
        ("Tell", to_whom_words(event)),
        ("Due", due),
        ("Rule", event.cite),
        ("On record", f"{moment_words(notice.stamp)}, by {notice.author}: {notice.occasion}."),
    ]
    if notice.aware is not None:
        told = notice.aware
        how = f": {told.words}" if told.words else ""
        rows.append(("Firm became aware", f"{moment_words(told.moment)}{how} ({told.author})"))
    closed = closing_words(notice)
    rows += [("Closed", closed)] if closed else _to_be_filled_in()
    title = f"Notice {notice.number}: {event.name} ({event.check}), {tabs[event.schedule]}"
    return NoticeSheet(title, tuple(rows))


def _to_be_filled_in() -> list[tuple[str, str]]:
    """Leave room for the pen."""
    wanted = ("Cause", "Remedial steps", "Given on, at", "Given by", "Given to", "Reference")
    return [(what, _BY_HAND) for what in wanted]
