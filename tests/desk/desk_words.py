"""What the desk shows, what the store keeps and what the form computes, to be held together."""

from collections.abc import Mapping

from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Box, BoxKind, Value, show_value
from focusdesk.ui.page.schedule_model import ScheduleModel
from focusdesk.ui.page.schedule_view import ScheduleView
from tests.ui.window_words import Window


def models_of(window: Window) -> list[ScheduleModel]:
    """The models of the pages that have been shown."""
    models = [view.model() for view in window.tabs.findChildren(ScheduleView)]
    return [model for model in models if isinstance(model, ScheduleModel)]


def shown_texts(window: Window) -> dict[str, str]:
    """What stands in each box of the pages that have been shown."""
    return {
        code: str(model.index_of(code).data())
        for model in models_of(window)
        for code in model.grid.cells
    }


def texts_of(session: FilingSession) -> dict[str, str]:
    """What ought to stand in each box of a filing."""
    return as_shown(session.edition.boxes, session.worksheet.values())


def as_shown(boxes: Mapping[str, Box], values: Mapping[str, Value]) -> dict[str, str]:
    """What ought to stand in boxes that hold these values."""
    return {code: _shown(boxes[code], value) for code, value in values.items()}


def _shown(box: Box, value: Value) -> str:
    if value is None and box.kind is BoxKind.YES_NO:
        return "unanswered"
    return show_value(value)
