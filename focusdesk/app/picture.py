"""A picture of the desk, drawn where there is no screen: for the set-up and for the README."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer

from focusdesk.app import application
from focusdesk.app.joined import furnish
from focusdesk.filing.ports import StoreError
from focusdesk.form.period import Period, PeriodError
from focusdesk.ui.main_window import MainWindow
from focusdesk.ui.settings import Settings
from focusdesk.ui.window_frame import WindowFrame

_REFUSED = 2
_OVERVIEW = "overview"


def picture(wanted: argparse.Namespace) -> int:
    """Draw the desk, or a comparison, into a PNG file.

    Args:
        wanted: What the command line asked for.

    Returns:
        The exit status.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "desk.ini")
        settings.theme = wanted.theme
        frame = WindowFrame(settings)
        frame.resize(*wanted.size)
        window = furnish(frame, settings)
        refused: list[str] = []
        window.door.refused.connect(refused.append)

        def put_up() -> None:
            window.begin(wanted.store)
            refused.extend(_put_up(window, wanted))
            QTimer.singleShot(_SETTLED, shoot)

        def shoot() -> None:
            if not refused and not frame.grab().save(str(wanted.picture), "PNG"):
                refused.append(f"{wanted.picture} was not written: name a folder that is there.")
            frame.close()

        frame.painted.connect(put_up)
        frame.show()
        app.exec()
    for sentence in refused[:1]:
        sys.stderr.write(f"focusdesk: {sentence}\n")
    return _REFUSED if refused else 0


_SETTLED = 60
"""Milliseconds after which due dates and wrapped lines stand where they belong."""


def _put_up(window: MainWindow, wanted: argparse.Namespace) -> Iterator[str]:
    """Show the month, the schedule and the box that are wanted; give what is in the way."""
    desk = window.desk
    if desk is None:
        return
    try:
        filing = desk.register.store.find(wanted.period)
        others = [desk.register.store.find(period) for period in wanted.compare]
    except StoreError as error:
        yield str(error)
        return
    desk.show_due_days()
    desk.show_month(filing, wanted.code)
    schedules = [schedule.id for schedule in desk.register.edition_of(filing).schedules]
    if wanted.schedule == _OVERVIEW:
        window.actions_table[_OVERVIEW].trigger()
    elif wanted.schedule in schedules:
        desk.show_schedule(schedules.index(wanted.schedule))
    elif wanted.schedule:
        yield f'The form has no schedule "{wanted.schedule}". It has {", ".join(schedules)}.'
    if others:
        months = sorted((*others, filing), key=lambda each: (each.period, each.amendment))
        window.comparing.compare_months(months)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except PeriodError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw a picture of the desk: ``python -m focusdesk.app --picture FILE STORE --period ...``."""
    parser = argparse.ArgumentParser(prog="python -m focusdesk.app", description=main.__doc__)
    parser.add_argument("--picture", type=Path, required=True, metavar="FILE")
    parser.add_argument("store", type=Path)
    parser.add_argument("--period", type=_period, required=True)
    parser.add_argument("--schedule", default="")
    parser.add_argument("--code", default="")
    parser.add_argument("--theme", default="light", choices=("light", "dark", "high_contrast"))
    parser.add_argument("--size", type=_size, default=(1280, 800))
    parser.add_argument("--compare", type=_period, action="append", default=[])
    return picture(parser.parse_args(arguments))
