"""What the desk shows, as far as it decides what can be done."""

from dataclasses import dataclass

from focusdesk.ui.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class DeskState:
    """What the window shows, as far as it decides what can be done.

    Attributes:
        can_start: A month can be started: a store is open and can be written.
        has_month: A month is on the desk.
        writable: The month can be changed.
        comparing: The comparison is in front of the desk.
        at_front: The page about the whole month is shown, and no schedule.
        has_earlier: The list has a month before this one.
        has_later: The list has a month after this one.
        has_pair: There are two months or more.
        can_compare: There are, or the month can be compared with its last print.
        can_undo: There is a step to undo.
        can_redo: There is a step to redo.
        has_back: A place was left that can be gone back to.
        has_forward: A step back was made that can be taken again.
    """

    can_start: bool = False
    has_month: bool = False
    writable: bool = False
    comparing: bool = False
    at_front: bool = False
    has_earlier: bool = False
    has_later: bool = False
    has_pair: bool = False
    can_compare: bool = False
    can_undo: bool = False
    can_redo: bool = False
    has_back: bool = False
    has_forward: bool = False

    @property
    def on_desk(self) -> bool:
        """Whether the month is what the user sees."""
        return self.has_month and not self.comparing

    @property
    def on_page(self) -> bool:
        """Whether a schedule of the month is."""
        return self.on_desk and not self.at_front


def state_of(
    desk: Desk | None, *, comparing: bool, back: bool = False, forward: bool = False
) -> DeskState:
    """Say what a desk shows.

    Args:
        desk: The desk; `None` where no store is open.
        comparing: The comparison is in front of it.
        back: There is a place to go back to.
        forward: There is one to go forward to.
    """
    if desk is None:
        return DeskState()
    session, steps = desk.session, desk.open_filings.undo
    return DeskState(
        can_start=not desk.register.store.read_only,
        has_month=session is not None,
        writable=session is not None and not session.read_only,
        comparing=comparing,
        at_front=desk.tabs is not None and desk.tabs.shows_front,
        has_earlier=not comparing and desk.neighbour(-1) is not None,
        has_later=not comparing and desk.neighbour(1) is not None,
        has_pair=len(desk.filings) > 1,
        can_compare=len(desk.filings) > 1 or bool(session and session.print_record()),
        can_undo=steps.canUndo(),
        can_redo=steps.canRedo(),
        has_back=back,
        has_forward=forward,
    )
