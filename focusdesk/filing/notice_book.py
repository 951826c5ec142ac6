"""The notices of one filing: provisional while a pool is in work, recorded once it is complete.

A half-typed page is not a deficiency: lines 1-6 typed before lines 7-12 make the excess hugely
negative. So an event is recorded, with the machine's stamp, when the preparer marks the schedule
complete or asks for a signature copy. From then on nothing can set, move or delete it.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from focusdesk.calc.finding import Finding
from focusdesk.calc.order import formulas_of
from focusdesk.filing.edit import Cause, ChangeSet, EditRefused
from focusdesk.filing.filing import OF_THE_MONTH
from focusdesk.filing.journal_codes import FIGURE
from focusdesk.filing.kept_text import note_text
from focusdesk.filing.notice import (
    COMPLETE,
    IN_WORK,
    Event,
    Notice,
    NoticeKind,
    NoticeRow,
    event_row,
)
from focusdesk.filing.notice_moment import (
    NoticeField,
    NoticeRefused,
    kept_moment,
    read_moment,
    refuse_aware,
    refuse_given,
)
from focusdesk.filing.session import FilingSession
from focusdesk.form.edition import Edition
from focusdesk.form.schedule import Schedule

POOL_COMPLETE = "the schedule was marked complete"
SIGNATURE_COPY = "a signature copy was asked for"
GIVEN_KEYS = (NoticeField.WHEN, NoticeField.BY, NoticeField.TO, NoticeField.REFERENCE)


class NoticeBook:
    """What is recorded of a filing's notices, and the one door through which that grows."""

    def __init__(self, session: FilingSession) -> None:
        """Read nothing yet.

        Args:
            session: The filing.
        """
        self._session = session

    @cached_property
    def _boxes(self) -> dict[str, frozenset[str]]:
        """The boxes that take a schedule into work; listed when it is first asked for them."""
        return _boxes_of(self._session.edition)

    def notices(self) -> tuple[Notice, ...]:
        """Give what was recorded, oldest first, closed notices too.

        Raises:
            StoreError: the store cannot be read.
        """
        self._session.checks.notices.forget()
        return self._session.checks.notices.notices()

    def numbered(self, number: int) -> Notice:
        """Give a notice as it stands now.

        Raises:
            KeyError: there is none of that number.
            StoreError: the store cannot be read.
        """
        return {each.number: each for each in self.notices()}[number]

    def provisional(self) -> tuple[Finding, ...]:
        """Give the events that the figures show, and that no notice answers for.

        An open notice does, also with other figures: it is recorded again with those. One that
        was given does as long as the figures are those that were told.

        Raises:
            StoreError: the store cannot be read.
        """
        answered = self.answered(self.notices())
        return tuple(
            finding
            for finding in self._session.findings()
            if finding.duty and not answered(finding)
        )

    def answered(self, notices: Iterable[Notice]) -> Callable[[Finding], Notice | None]:
        """Say of any event which of some notices answers for it.

        An open one does, also with other figures; one that was given with those that were told.

        Args:
            notices: The notices of the month.
        """
        standing = _standing(notices)

        def answer(finding: Finding) -> Notice | None:
            event = _event(finding, self._session)
            notice = standing.get((event.name, event.schedule))
            return notice if notice and (notice.is_open or notice.answers(event)) else None

        return answer

    def clock_ran_back(self) -> tuple[tuple[dt.datetime, dt.datetime], ...]:
        """Say each time when the clock stood before the last row: that row's time, and its own.

        Raises:
            StoreError: the store cannot be read.
        """
        rows = (row for row in self._rows() if row.kind is NoticeKind.CLOCK_BACK)
        return tuple(
            (dt.datetime.fromisoformat(str(row.told["before"])), row.stamp) for row in rows
        )

    def complete_schedules(self) -> frozenset[str]:
        """Name the schedules that are marked complete, and of which nothing changed since.

        Raises:
            StoreError: the store cannot be read.
        """
        marked: dict[str, int] = {}
        for row in self._rows():
            if row.kind is NoticeKind.COMPLETED:
                marked.pop(row.subject, None)
                if row.told.get("state") == COMPLETE:
                    marked[row.subject] = row.number
        if not marked:
            return frozenset()
        changed = self._session.store.notices.last_changes(self._session.filing)
        return frozenset(
            schedule
            for schedule, number in marked.items()
            if all(changed.get(code, 0) < number for code in self._feeding(schedule))
        )

    def mark_complete(self, schedule: str) -> tuple[Notice, ...]:
        """Mark a schedule complete, and record the events that its figures show.

        Any later change of its boxes, or of those that feed them, takes it into work again.

        Args:
            schedule: Its id.

        Returns:
            The notices that this has recorded, or recorded again with other figures.

        Raises:
            EditRefused: there is no such schedule, nothing is entered on it, or the filing is
                sealed or only supposed.
            StoreError: nothing was written; the sentence says why.
        """
        fresh = self.recorded_by_completing(schedule)
        done = NoticeRow(NoticeKind.COMPLETED, schedule, {"state": COMPLETE})
        return self._record([done], fresh, POOL_COMPLETE, Cause.COMPLETED)

    def recorded_by_completing(self, schedule: str) -> tuple[Event, ...]:
        """Say which events `mark_complete` would record now, for whoever asks first.

        Raises:
            EditRefused: there is no such schedule, nothing is entered on it, or the filing is
                sealed or only supposed.
            StoreError: the store cannot be read.
        """
        its = self._known(schedule)
        self._session.refuse_closed()
        values = self._session.worksheet.values()
        if all(values[code] is None for code in self._boxes[schedule]):
            sentence = f"{its.tab} is blank. Enter its figures before you mark it complete."
            raise EditRefused(OF_THE_MONTH, sentence)
        return self._fresh(each for each in self._session.findings() if each.schedule == schedule)

    def recorded_by_signing(self) -> tuple[Event, ...]:
        """Say which events `signature_asked` would record now, likewise.

        Raises:
            StoreError: the store cannot be read.
        """
        return self._fresh(self._session.findings())

    def take_into_work(self, schedule: str) -> None:
        """Take back that a schedule is complete; what was recorded stays recorded.

        Raises:
            EditRefused: there is no such schedule, or the filing is sealed or only supposed.
            StoreError: nothing was written; the sentence says why.
        """
        self._known(schedule)
        if schedule in self.complete_schedules():
            row = NoticeRow(NoticeKind.COMPLETED, schedule, {"state": IN_WORK})
            self._write([row], Cause.COMPLETED)

    def signature_asked(self) -> tuple[Notice, ...]:
        """Record the events that the figures show, because a signature copy is asked for.

        Raises:
            EditRefused: the filing is sealed or only supposed.
            StoreError: nothing was written; the sentence says why.
        """
        return self._record([], self.recorded_by_signing(), SIGNATURE_COPY, Cause.NOTICED)

    def became_aware(self, notice: Notice, moment: dt.datetime, words: str = "") -> Notice:
        """Say since when the firm is aware of an event; the stamp stays as it is.

        Args:
            notice: The notice.
            moment: When, with its zone; not later than the stamp, nor long before the month.
            words: How it came to light.

        Raises:
            NoticeRefused: it is later than the stamp or far off.
            EditRefused: the notice is closed.
            StoreError: nothing was written; the sentence says why.
        """
        self._refuse_closed(notice)
        refuse_aware(notice, moment, self._session.filing.period)
        told = {"moment": kept_moment(moment), "words": self._text(words)}
        return self._step(notice, NoticeKind.AWARE, told)

    def give(self, notice: Notice, told: Mapping[str, str]) -> Notice:
        """Say that notice was given, which closes it.

        Args:
            notice: The notice.
            told: ``when``, as `read_moment` takes it, ``by`` whom, ``to`` whom, and a
                ``reference``, which may be empty.

        Raises:
            NoticeRefused: one of them is missing, or cannot be so.
            EditRefused: the notice is closed.
            StoreError: nothing was written; the sentence says why.
        """
        self._refuse_closed(notice)
        kept: dict[str, str] = {key.value: self._text(told.get(key, "")) for key in GIVEN_KEYS}
        if not kept[NoticeField.WHEN]:
            raise NoticeRefused(NoticeField.WHEN, "Say when notice was given.")
        moment = read_moment(kept[NoticeField.WHEN], NoticeField.WHEN)
        now = self._session.store.notices.now()
        refuse_given(notice, moment, now, self._session.filing.period)
        for key in (NoticeField.BY, NoticeField.TO):
            if not kept[key]:
                raise NoticeRefused(key, f"Say {key.value} whom notice was given.")
        kept[NoticeField.WHEN.value] = kept_moment(moment)
        return self._step(notice, NoticeKind.GIVEN, kept)

    def was_entry_error(self, notice: Notice, reason: str) -> Notice:
        """Say that there was no such event: a figure was wrong and has been corrected.

        Raises:
            NoticeRefused: no reason is given.
            EditRefused: the figures still show the event, or it is closed.
            StoreError: nothing was written; the sentence says why.
        """
        self._refuse_closed(notice)
        words = self._text(reason)
        if not words:
            sentence = "Say what was entered wrongly, and how it was corrected."
            raise NoticeRefused(NoticeField.REASON, sentence)
        if self._still_shown(notice):
            sentence = (
                f"The figures still say so: {notice.event.check}, {notice.event.name}. "
                f"Correct them first; then it can be closed as an error of entry."
            )
            raise EditRefused(OF_THE_MONTH, sentence)
        return self._step(notice, NoticeKind.ENTRY_ERROR, {"reason": words})

    def _still_shown(self, notice: Notice) -> bool:
        event = notice.event
        return any(
            finding.duty is not None
            and (finding.duty.event, finding.schedule) == (event.name, event.schedule)
            for finding in self._session.findings()
        )

    def _fresh(self, shown: Iterable[Finding]) -> tuple[Event, ...]:
        """Give the events among findings that are new, or have other figures than are recorded."""
        standing = _standing(self.notices())
        events = (_event(finding, self._session) for finding in shown if finding.duty)
        return tuple(
            event
            for event in events
            if (notice := standing.get((event.name, event.schedule))) is None
            or not notice.answers(event)
        )

    def _record(
        self, rows: list[NoticeRow], fresh: tuple[Event, ...], occasion: str, cause: Cause
    ) -> tuple[Notice, ...]:
        """Write rows, and those of events that are new or have other figures now."""
        rows.extend(event_row(event, occasion) for event in fresh)
        if not rows:
            return ()
        self._write(rows, cause)
        names = {(event.name, event.schedule) for event in fresh}
        return tuple(
            each
            for each in self.notices()
            if each.is_open and (each.event.name, each.event.schedule) in names
        )

    def _step(self, notice: Notice, kind: NoticeKind, told: Mapping[str, object]) -> Notice:
        self._write([NoticeRow(kind, str(notice.number), told)], Cause.NOTICED)
        return self.numbered(notice.number)

    def _write(self, rows: list[NoticeRow], cause: Cause) -> None:
        self._session.refuse_closed()
        self._session.store.notices.write(self._session.filing, rows, cause)
        self._session.checks.notices.forget()
        self._session.tell(ChangeSet((), (), cause))

    def _rows(self) -> tuple[NoticeRow, ...]:
        self._session.checks.notices.forget()
        return self._session.checks.notices.rows()

    def _feeding(self, schedule: str) -> Iterator[str]:
        """Give the boxes and the carried figures that a schedule's events follow from."""
        yield from self._boxes.get(schedule, ())
        yield from (FIGURE + code for code in self._session.plan.checks.asked_on(schedule))

    def _known(self, schedule: str) -> Schedule:
        for each in self._session.edition.schedules:
            if each.id == schedule:
                return each
        known = ", ".join(each.id for each in self._session.edition.schedules)
        sentence = f'The form has no schedule "{schedule}". It has: {known}.'
        raise EditRefused(OF_THE_MONTH, sentence)

    def _text(self, text: str) -> str:
        return " ".join(note_text(OF_THE_MONTH, text).split())

    def _refuse_closed(self, notice: Notice) -> None:
        if not notice.is_open:
            sentence = f"Notice {notice.number} is closed, and stays as it was recorded."
            raise EditRefused(OF_THE_MONTH, sentence)


def _standing(notices: Iterable[Notice]) -> dict[tuple[str, str], Notice]:
    """Give the newest notice of each event that stands, by the event and its schedule."""
    return {(each.event.name, each.event.schedule): each for each in notices if each.stands}


def _event(finding: Finding, session: FilingSession) -> Event:
    """Tell the event of a finding, with every figure that it was judged by."""
    duty = finding.duty
    assert duty is not None  # noqa: S101 -- only findings with a duty come here
    figures = session.checks.behind(finding)
    carried = {each.code: each.label for each in session.edition.figures}
    return Event(
        duty.event,
        finding.id,
        finding.schedule,
        finding.message,
        figures,
        duty.within,
        duty.to,
        duty.means,
        finding.cite,
        duty.sure,
        {code: carried[code] for code in figures if code in carried},
    )


def _boxes_of(edition: Edition) -> dict[str, frozenset[str]]:
    """List the entered boxes of each schedule, with those elsewhere that its totals follow from."""
    read = {code: formula.codes for code, formula in formulas_of(edition).items()}

    def entered(code: str) -> set[str]:
        if code not in read:
            return {code}
        return {part for each in read[code] for part in entered(each)}

    return {
        schedule.id: frozenset(code for box in schedule.boxes for code in entered(box.code))
        for schedule in edition.schedules
    }
