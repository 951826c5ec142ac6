"""What the tabs of the schedules count: findings that ask for something, boxes changed since print.

What is for information is in the list of findings alone: seven tabs have no room for every count.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtWidgets import QTabBar, QTabWidget

from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.form.schedule import Schedule
from focusdesk.ui.look.badges import CountBadge, counts_words
from focusdesk.ui.page.marks import Mark
from focusdesk.ui.page.schedule_bar import ScheduleBar


class TabBadges:
    """The badges at the tabs of the schedules."""

    def __init__(self, tabs: QTabWidget, bar: ScheduleBar, schedules: Sequence[Schedule]) -> None:
        """Give every tab its badge, which counts nothing yet.

        Args:
            tabs: The pages, those of the schedules and no others as yet.
            bar: Their tabs.
            schedules: The schedules, in the order of their tabs.
        """
        self._tabs, self._bar, self._schedules = tabs, bar, schedules
        self._badges: list[CountBadge] = []
        for at in range(len(schedules)):
            badge = CountBadge()
            self._badges.append(badge)
            bar.setTabButton(at, QTabBar.ButtonPosition.RightSide, badge)

    def show_counts(
        self,
        first: int,
        listed: Iterable[ListedFinding],
        marks: Mapping[str, Mark],
        complete: Collection[str] = (),
    ) -> None:
        """Count anew.

        Args:
            first: The place of the first schedule among the tabs.
            listed: The findings of the month.
            marks: The marks at its boxes.
            complete: The ids of the schedules that are marked complete.
        """
        open_ones = [each for each in listed if each.is_open]
        for at, schedule in enumerate(self._schedules):
            own = tuple(each for each in open_ones if each.finding.schedule == schedule.id)
            changed = sum(
                bool(marks[box.code].printed) for box in schedule.boxes if box.code in marks
            )
            done, place = schedule.id in complete, first + at
            differs = self._badges[at].show_counts(own, changed)
            if differs or done != self._bar.is_complete(place):
                self._name_tab(place, schedule, counts_words(own, changed, complete=done))
        self._bar.tick(
            {first + at for at, schedule in enumerate(self._schedules) if schedule.id in complete}
        )

    def _name_tab(self, at: int, schedule: Schedule, counts: str) -> None:
        """Say what a tab's badge counts, and make the tab as wide as it and its badge need now."""
        tabs = self._tabs
        tabs.setTabText(at, tabs.tabText(at))
        title = f"{schedule.tab}: {' '.join(schedule.title)}"
        tabs.setTabToolTip(at, f"{title}\n{counts}" if counts else title)
        self._bar.setAccessibleTabName(at, f"{schedule.tab}, {counts}" if counts else "")
