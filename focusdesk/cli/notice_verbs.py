"""Events that a rule wants reported: `complete`, `notices`, `notice`."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from focusdesk.calendars.notice_due import notice_due
from focusdesk.cli.opening import opened
from focusdesk.cli.output import say, say_json, tell
from focusdesk.cli.request import Refused, Request, refuse_beside
from focusdesk.cli.sheet_files import write_notices
from focusdesk.cli.to_record import refuse_to_record
from focusdesk.cli.verbs import DONE, FINDINGS
from focusdesk.filing.notice import Notice
from focusdesk.filing.notice_book import GIVEN_KEYS, NoticeBook
from focusdesk.filing.notice_deadline import left_words
from focusdesk.filing.notice_moment import NoticeField, moment_words, read_moment
from focusdesk.filing.notice_sheet import notice_sheet
from focusdesk.filing.notice_words import closing_words, notice_lines, until_words
from focusdesk.filing.ports import FilingStore
from focusdesk.filing.session import FilingSession

NONE_OPEN = "No notice is open: what is provisional is not on record. So the exit status is 0."
_AWARE, _ERROR, _HOW = "aware", "error", "how"


def complete_schedules(request: Request) -> int:
    """Mark schedules complete, or take them into work again.

    Said of schedules that are complete already, it tells the notices that are open yet. The status
    is that of findings where one is, be it recorded now or before.

    Raises:
        StoreError: the month or the store is not there, or cannot be written.
        EditRefused: there is no such schedule, or nothing is entered on it.
        Refused: something would go on record, and ``--record`` does not say that it may.
    """
    if request.withdraw:
        refuse_beside({"--record": request.record}, "taking a schedule into work records no notice")
    with opened(request.store) as register:
        session = register.open(register.store.find(request.period))
        book = NoticeBook(session)
        recorded: set[int] = set()
        if not request.withdraw:
            fresh = [book.recorded_by_completing(schedule) for schedule in request.words]
            refuse_to_record(request, [event for events in fresh for event in events])
        with register.store.together():
            for schedule in request.words:
                if request.withdraw:
                    book.take_into_work(schedule)
                else:
                    recorded.update(each.number for each in book.mark_complete(schedule))
        left = book.complete_schedules()
        mine = [it for it in book.notices() if it.is_open and it.event.schedule in request.words]
        told = ["\n".join(_lines(register.store, notice)) for notice in mine]
    for schedule in request.words:
        tell(f"{schedule} is {'complete' if schedule in left else 'in work'}.")
    before = ", ".join(str(each.number) for each in mine if each.number not in recorded)
    if before:
        tell(f"Still open, on record since before: {before}.")
    for words in told:
        say(words)
    return FINDINGS if mine and not request.withdraw else DONE


def list_notices(request: Request) -> int:
    """Say which events a month's figures show, which were recorded, and what became of them.

    The status is that of findings while a notice is open.

    Raises:
        StoreError: the month or the store is not there.
        Refused: the notices are to be written as a file, and it cannot be.
    """
    with opened(request.store) as register:
        session = register.open(register.store.find(request.period))
        book = NoticeBook(session)
        if request.to is not None:
            return _write_sheets(request, session, book.notices())
        notices, provisional = book.notices(), book.provisional()
        is_open = any(it.is_open for it in notices)
        back, done = book.clock_ran_back(), book.complete_schedules()
        contents = [_content(register.store, it) for it in notices]
        lines = ["\n".join(_lines(register.store, it)) for it in notices]
    if request.as_json:
        say_json(
            {
                "complete": sorted(done),
                "provisional": [
                    {"check": it.id, "schedule": it.schedule, "message": it.message}
                    for it in provisional
                ],
                "notices": contents,
                "clock_ran_back": [[str(before), str(after)] for before, after in back],
            }
        )
    else:
        _say_all(lines, [f"{it.id} {it.message}" for it in provisional])
        if provisional and not is_open:
            say(NONE_OPEN)
        _say_clock(back)
    return FINDINGS if is_open else DONE


def _say_clock(back: Sequence[tuple[dt.datetime, dt.datetime]]) -> None:
    for before, after in back:
        say(
            f"The machine's clock ran back: from {moment_words(before)} to "
            f"{moment_words(after)}. Stamps are as it gave them."
        )


def _write_sheets(request: Request, session: FilingSession, notices: Sequence[Notice]) -> int:
    """Write the notices on record as a file; the status is that of the list."""
    store = session.store
    sheets = [notice_sheet(session, it, _due_words(store, it)) for it in notices]
    write_notices(request, session, sheets)
    return FINDINGS if any(it.is_open for it in notices) else DONE


def tell_of_notice(request: Request) -> int:
    """Record what became of a notice.

    Raises:
        StoreError: the month or the store is not there, or cannot be written.
        EditRefused: it is closed, or what is said of it cannot be so.
        Refused: there is no such notice, or nothing is said of it.
    """
    number, *assignments = request.words
    said = _said(assignments)
    with opened(request.store) as register:
        book = NoticeBook(register.open(register.store.find(request.period)))
        notice = _numbered(book, number)
        with register.store.together():
            if _AWARE in said:
                notice = book.became_aware(
                    notice, read_moment(said[_AWARE], NoticeField.AWARE), said.get(_HOW, "")
                )
            if _ERROR in said:
                notice = book.was_entry_error(notice, said[_ERROR])
            elif any(key in said for key in GIVEN_KEYS):
                notice = book.give(notice, said)
        lines = _lines(register.store, notice)
    say("\n".join(lines))
    return DONE


def _say_all(notices: list[str], provisional: list[str]) -> None:
    if not notices and not provisional:
        say("The figures call for no notice, and none was recorded.")
    for words in notices:
        say(words + "\n")
    if provisional:
        say("Provisional, while the schedule is in work (focusdesk complete records it):")
    for words in provisional:
        say(f"  {words}")


def _lines(store: FilingStore, notice: Notice) -> list[str]:
    return notice_lines(notice, _due_words(store, notice))


def _due_words(store: FilingStore, notice: Notice) -> str:
    due = notice_due(store, notice)
    words = until_words(notice.event, due)
    if due is None or not notice.is_open:
        return words
    return f"{words} ({left_words(due, store.notices.now())})"


def _content(store: FilingStore, notice: Notice) -> dict[str, object]:
    event, due = notice.latest, notice_due(store, notice)
    return {
        "number": notice.number,
        "check": event.check,
        "event": event.name,
        "schedule": event.schedule,
        "message": event.message,
        "figures": dict(event.figures),
        "recorded": notice.stamp.isoformat(),
        "occasion": notice.occasion,
        "by": notice.author,
        "aware": notice.aware.moment.isoformat() if notice.aware else None,
        "due": due.isoformat() if due else None,
        "to": list(event.to),
        "means": event.means,
        "cite": event.cite,
        "closed": closing_words(notice) or None,
    }


def _numbered(book: NoticeBook, number: str) -> Notice:
    for notice in book.notices():
        if str(notice.number) == number:
            return notice
    known = ", ".join(str(notice.number) for notice in book.notices()) or "none"
    message = f'There is no notice "{number}" of that month. Recorded: {known}.'
    raise Refused(message)


def _said(assignments: list[str]) -> dict[str, str]:
    said: dict[str, str] = {}
    known = (_AWARE, _HOW, _ERROR, *GIVEN_KEYS)
    for assignment in assignments:
        key, _, text = assignment.partition("=")
        if key not in known:
            message = f'"{key}" says nothing of a notice. Known: {", ".join(known)}.'
            raise Refused(message)
        said[key] = text
    return said


ACTS: Mapping[str, Callable[[Request], int]] = {
    "complete": complete_schedules,
    "notices": list_notices,
    "notice": tell_of_notice,
}
"""What each command does."""
