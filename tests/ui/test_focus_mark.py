"""Where the keyboard is can be seen: what has the focus is marked, at 3:1 or more."""

from functools import cache

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTabBar, QWidget

from focusdesk.ui.look.theme import THEMES, apply_theme, contrast, theme_named
from focusdesk.ui.page.page_measures import box_frame
from focusdesk.ui.page.schedule_model import ScheduleModel
from focusdesk.ui.page.schedule_view import ScheduleView
from tests.ui.dialog_words import a_firm, a_month, months_to_print
from tests.ui.every_window import (
    WINDOWS,
    Arrive,
    Opening,
    comparison,
    controls_in,
    print_preview,
    segregation,
)

AROUND = 2
SEEN = 3.0
MOST_OF_IT = 0.5
"""How much of the line around it must differ; corners are round, a tab is marked above anyway."""

STANDING = [each for each in WINDOWS if not each.entering]

IN_EVERY_THEME = [
    each
    for each in WINDOWS
    if each.open in (segregation, comparison, print_preview, a_firm, a_month, months_to_print)
]


@cache
def told_apart(first: int, second: int) -> bool:
    return contrast(QColor(first), QColor(second)) >= SEEN


def changed_pixels(before: QImage, after: QImage) -> int:
    """Count the pixels of which the one colour can be told from the other."""
    assert before.size() == after.size()
    form = QImage.Format.Format_RGB32
    kept = [picture.convertToFormat(form) for picture in (before, after)]
    pixels = [memoryview(picture.constBits()).cast("B").cast("I") for picture in kept]
    return sum(a != b and told_apart(a, b) for a, b in zip(*pixels, strict=True))


def marked_area(control: QWidget) -> QSize:
    """Give how large that is which is marked: the control, or where it has items the current."""
    if isinstance(control, ScheduleView):
        index, model = control.currentIndex(), control.model()
        assert isinstance(model, ScheduleModel)
        return box_frame(control.visualRect(index), model.box(control.current_code)).size()
    if isinstance(control, QAbstractItemView) and control.currentIndex().isValid():
        item = control.visualRect(control.currentIndex()).size()
        return min(item, control.size(), key=_round)
    if isinstance(control, QTabBar):
        return control.tabRect(control.currentIndex()).size()
    return control.size()


def _round(size: QSize) -> int:
    return 2 * (size.width() + size.height())


def picture_of(window: QWidget, control: QWidget) -> QImage:
    area = QRect(control.mapTo(window, QPoint()), control.size())
    return window.grab(area.adjusted(-AROUND, -AROUND, AROUND, AROUND)).toImage()


def unmarked(window: QWidget) -> list[str]:
    """Name the controls that do not show that they have the keyboard."""
    faint: list[str] = []
    controls = [*controls_in(window)]
    for control in controls:
        others = [each for each in controls if not _together(each, control)]
        if not others:
            continue  # the only one there is
        control.setFocus(Qt.FocusReason.TabFocusReason)
        assert control.hasFocus()
        on, least = picture_of(window, control), MOST_OF_IT * _round(marked_area(control))
        others[0].setFocus(Qt.FocusReason.TabFocusReason)
        changed = changed_pixels(picture_of(window, control), on)
        if changed < least:
            name = control.accessibleName() or control.metaObject().className()
            faint.append(f"{name}: {changed} of {least:.0f} pixels")
    return faint


def _together(first: QWidget, second: QWidget) -> bool:
    return first is second or first.isAncestorOf(second) or second.isAncestorOf(first)


@pytest.mark.parametrize("opening", STANDING, ids=lambda opening: opening.name)
def test_whatever_has_the_keyboard_shows_it(arrive: Arrive, opening: Opening) -> None:
    _, shown = arrive(opening)
    assert not unmarked(shown)


@pytest.mark.parametrize("theme", [name for name in THEMES if name != "light"])
@pytest.mark.parametrize("opening", IN_EVERY_THEME, ids=lambda opening: opening.name)
def test_it_does_so_in_every_theme(
    light: QApplication, arrive: Arrive, opening: Opening, theme: str
) -> None:
    window, shown = arrive(opening)
    window.do(f"theme_{theme}")
    try:
        assert not unmarked(shown)
    finally:
        window.frame.close()
        apply_theme(light, theme_named("light"))
