"""The rows of the list of notices: what is open first, then provisional, then closed."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from focusdesk.calc.finding import Finding
from focusdesk.filing.notice import Notice
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.notice_deadline import left_words
from focusdesk.filing.notice_moment import moment_words
from focusdesk.filing.notice_words import closing_words, notice_lines, until_words
from focusdesk.form.edition import Edition

HEADINGS = ("State", "Event", "Schedule", "Due")
PROVISIONAL = "Provisional"

NoticeDue = Callable[[Notice], dt.datetime | None]


@dataclass(frozen=True, slots=True)
class ListedNotice:
    """One row: a recorded notice, or an event that the figures show for now.

    Attributes:
        cells: What stands under `HEADINGS`.
        words: All that there is to say of it, line by line.
        code: The box to go to.
        notice: The notice; `None` for what is provisional.
        event: The check that does not hold, and the id of its schedule.
        due: Until when it is due, in words; empty for what is provisional.
    """

    cells: tuple[str, ...]
    words: str
    code: str
    notice: Notice | None = None
    event: tuple[str, str] = ("", "")
    due: str = ""

    def is_of(self, other: "ListedNotice") -> bool:
        """Whether another row is about the same notice or event, whatever is said of it by now."""
        if self.notice is not None and other.notice is not None:
            return self.notice.number == other.notice.number
        return self.cells[1:3] == other.cells[1:3]


def listed_notices(
    book: NoticeBook, edition: Edition, due_of: NoticeDue, now: dt.datetime
) -> tuple[ListedNotice, ...]:
    """List a month's notices.

    Args:
        book: What is recorded.
        edition: The form.
        due_of: Until when a notice is due.
        now: The time, to count down from.

    Raises:
        StoreError: they cannot be read.
    """
    tabs = {schedule.id: schedule.tab for schedule in edition.schedules}
    notices = sorted(book.notices(), key=lambda each: not each.is_open)
    recorded = [_recorded(each, tabs, due_of(each), now) for each in notices]
    open_ones = [each for each in recorded if each.notice and each.notice.is_open]
    closed = [each for each in recorded if each not in open_ones]
    return (*open_ones, *(_provisional(each, tabs) for each in book.provisional()), *closed)


def _recorded(
    notice: Notice, tabs: dict[str, str], due: dt.datetime | None, now: dt.datetime
) -> ListedNotice:
    event = notice.latest
    until = event.within if due is None else moment_words(due)
    left = f"\n{left_words(due, now)}" if notice.is_open and due is not None else ""
    state = "Open" if notice.is_open else closing_words(notice).partition(":")[0]
    if notice.closing is not None and notice.closing.given:
        state = "Given"
    named = f"{event.check}  {event.name}"
    cells = (state, named, tabs.get(event.schedule, event.schedule), f"{until}{left}")
    due_line = until_words(event, due)
    words = "\n".join(line.strip() for line in notice_lines(notice, due_line))
    event_of = event.check, event.schedule
    return ListedNotice(cells, words, next(iter(event.codes), ""), notice, event_of, due_line)


def _provisional(finding: Finding, tabs: dict[str, str]) -> ListedNotice:
    name = finding.duty.event if finding.duty else ""
    within = finding.duty.within if finding.duty else ""
    tab = tabs.get(finding.schedule, finding.schedule)
    cells = (PROVISIONAL, f"{finding.id}  {name}", tab, within)
    words = (
        f"{finding.message}\n{finding.cite}\n\nThe schedule is in work, so nothing is on record. "
        f"It is recorded once {tab} is marked complete, or a signature copy is asked for."
    )
    return ListedNotice(
        cells,
        words,
        finding.codes[0] if finding.codes else "",
        None,
        (finding.id, finding.schedule),
    )
