"""What a command says and writes: answers on standard output, sentences on standard error."""

import datetime as dt
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from focusdesk.calc.figures import show_figure
from focusdesk.cli.request import Refused
from focusdesk.export.files import refuse_unwritable, write_whole
from focusdesk.filing.edit import Change
from focusdesk.form.period import Period


def say(text: str) -> None:
    """Write a line on standard output."""
    sys.stdout.write(f"{text}\n")


def tell(sentence: str) -> None:
    """Write what was done on standard error, so that standard output is for answers alone."""
    sys.stderr.write(f"{sentence}\n")


def say_json(content: object) -> None:
    """Write JSON on standard output, in signs that every console has."""
    say(json.dumps(content, indent=1))


def complain(sentence: str) -> None:
    """Write a sentence on standard error."""
    sys.stderr.write(f"focusdesk: {sentence}\n")


def say_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a table with its columns in line."""
    lines = [list(headings), *(list(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        padded = (text.ljust(width) for text, width in zip(line, widths, strict=True))
        say("  ".join(padded).rstrip())


def change_line(change: Change) -> str:
    """Say what a box held and holds now: ``7180  1,036,486,351 -> 943,189,652``."""
    return f"{change.code}  {show_figure(change.old)} -> {show_figure(change.new)}"


def long_date(day: dt.date) -> str:
    """Write a date as people say it, in English whatever the machine's language."""
    month = Period(day.year, day.month).label.split()[0]
    return f"{_DAYS[day.weekday()]}, {month} {day.day}, {day.year}"


def writable_suffix(path: Path, suffixes: Iterable[str]) -> str:
    """Give a file's suffix if it can be written.

    Raises:
        Refused: the file would be of another kind.
    """
    known = tuple(suffixes)
    suffix = path.suffix.casefold()
    if suffix not in known:
        kinds = ", ".join(known)
        message = f'"{path}" cannot be written: its name must end in {kinds}.'
        raise Refused(message)
    return suffix


def write_answer(path: Path, content: bytes, store: Path | None = None) -> None:
    """Write a file whole or not at all, and say so.

    Args:
        path: The file; what was there before stays until the new one is complete.
        content: What it is to hold.
        store: The store that it was read from, which is never written over.

    Raises:
        Refused: the file is the store.
        FileNotWritten: the folder is missing or cannot be written, or the disk is full.
    """
    refuse_destination(path, store)
    write_whole(path, content)
    if path.is_file():
        tell(f"Wrote {path}.")


def refuse_destination(path: Path, store: Path | None = None) -> None:
    """Refuse a file that could not be written, before anything else is done for its sake.

    Args:
        path: The file.
        store: The store that it is made from.

    Raises:
        Refused: the file is the store.
        FileNotWritten: the folder is missing or cannot be written.
    """
    if store is not None and path.resolve() == store.resolve():
        message = f'"{path}" is the store itself. Name another file.'
        raise Refused(message)
    refuse_unwritable(path)


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
