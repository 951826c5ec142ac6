"""What the tabs of the schedules count: findings that ask for something, boxes changed since print.

What is for information is in the list of findings alone: seven tabs have no room for every count.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtWidgets import QTabBar, QTabWidget

from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.form.schedule import Schedule
from focusdesk.ui.look.badges import CountBadge, counts_words
from focusdesk.ui.page.marks import Mark


class TabBadges:
    """The badges at the tabs of the schedules."""

    def __init__(self, tabs: QTabWidget, schedules: Sequence[Schedule]) -> None:
        """Give every tab its badge, which counts nothing yet.

        Args:
            tabs: The tabs, those of the schedules and no others as yet.
            schedules: The schedules, in the order of their tabs.
        """
        self._tabs, self._schedules = tabs, schedules
        self._badges: list[CountBadge] = []
        for at in range(len(schedules)):
            badge = CountBadge()
            self._badges.append(badge)
            tabs.tabBar().setTabButton(at, QTabBar.ButtonPosition.RightSide, badge)

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
            done = schedule.id in complete
            if self._badges[at].show_counts(own, changed, complete=done):
                self._name_tab(first + at, schedule, counts_words(own, changed, complete=done))

    def _name_tab(self, at: int, schedule: Schedule, counts: str) -> None:
        """Say what a tab's badge counts, and make the tab as wide as it and its badge need now."""
        tabs = self._tabs
        tabs.setTabText(at, tabs.tabText(at))
        title = " ".join(schedule.title)
        tabs.setTabToolTip(at, f"{title}\n{counts}" if counts else title)
        tabs.tabBar().setAccessibleTabName(at, f"{schedule.tab}, {counts}" if counts else "")
