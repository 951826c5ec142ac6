"""A feature that a start does without: it is loaded when one of its actions is first asked for."""

from collections.abc import Callable, Mapping, Sequence

from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Feature, Workplace


class OnUse:
    """Stands for a feature until it is needed, and hands on to it from then on."""

    def __init__(
        self, workplace: Workplace, actions: Sequence[str], load: Callable[[], Feature]
    ) -> None:
        """Load nothing yet.

        Args:
            workplace: The window.
            actions: The ids of the feature's actions.
            load: Imports the feature and makes it.
        """
        self._workplace, self._actions, self._load = workplace, tuple(actions), load
        self._feature: Feature | None = None

    @property
    def feature(self) -> Feature:
        """The feature, loaded now if it has not been; it works with the desk that is there."""
        if self._feature is None:
            self._feature = self._load()
            if self._workplace.desk is not None:
                self._feature.follow(self._workplace.desk)
        return self._feature

    def slots(self) -> Mapping[str, Slot]:
        """Say what each of its actions does: load the feature and let it do that."""
        return {action: self._asking(action) for action in self._actions}

    def follow(self, desk: Desk) -> None:
        """Let the feature follow, if it has been loaded."""
        if self._feature is not None:
            self._feature.follow(desk)

    def _asking(self, action: str) -> Slot:
        def slot() -> None:
            self.feature.slots()[action]()

        return slot
