"""The options of the commands: what each takes, and how it is read."""

import argparse
from pathlib import Path
from typing import Any

from focusdesk.form.dates import EARLIEST_YEAR, LATEST_YEAR
from focusdesk.form.period import Period, PeriodError

CALENDARS = ("federal", "exchange")
PRESETS = ("last-month", "last-year", "13-months", "quarter-ends", "amendment", "last-print")
"""The words of `focusdesk.filing.month_choice.Preset`, likewise."""

COPIES = ("filing", "review", "public", "signature")
"""The words of `focusdesk.filing.copies.Copy`, which few commands need to import."""


SORTS = ("form", "size")


def read_period(text: str) -> Period:
    """Read a month as an option's value, so that argparse repeats the sentence if it is none."""
    try:
        return Period.parse(text)
    except PeriodError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _read_year(text: str) -> int:
    """Read a year, so that argparse repeats the sentence if it is none."""
    if not (text.isascii() and text.isdigit() and EARLIEST_YEAR <= int(text) <= LATEST_YEAR):
        message = f'"{text}" is no year from {EARLIEST_YEAR} to {LATEST_YEAR}, like 2014.'
        raise argparse.ArgumentTypeError(message)
    return int(text)


# argparse takes these as keywords of many types; it is the one place where they are loose.
OPTIONS: dict[str, dict[str, Any]] = {
    "--period": {"type": read_period, "metavar": "MONTH", "help": "the month, like 2014-01"},
    "--from": {
        "type": read_period,
        "metavar": "MONTH",
        "dest": "source",
        "help": "the month to roll forward from",
    },
    "--edition": {"metavar": "ID", "help": "an edition of the form, like 2014-01"},
    "--to": {"type": Path, "metavar": "FILE", "help": "the file to write"},
    "--pdf": {
        "type": Path,
        "metavar": "FILE",
        "help": "say whether this printed PDF is exactly what the store holds",
    },
    "--calendar": {
        "choices": CALENDARS,
        "help": "whose holidays count (default: the firm's own; without a store, federal)",
    },
    "--year": {"type": _read_year, "metavar": "YEAR", "help": "all that is due in this year"},
    "--skipped": {"action": "store_true", "help": "also list the days that do not count"},
    "--ics": {"type": Path, "metavar": "FILE", "help": "write the year's due dates as .ics"},
    "--reason": {"metavar": "WORDS", "help": "why: who granted it, and where that can be read"},
    "--how": {"metavar": "WORDS", "default": "", "help": "how it was handed in: FINRA eFOCUS"},
    "--reference": {
        "metavar": "WORDS",
        "default": "",
        "help": "what the regulator's system gave for it",
    },
    "--source": {
        "metavar": "WORDS",
        "dest": "source_words",
        "default": "",
        "help": "where the figures come from: the computation, its workbook and cell",
    },
    "--in": {
        "type": read_period,
        "metavar": "MONTH",
        "dest": "month",
        "help": "the month whose targets are meant, like 2014-01",
    },
    "--approved-by": {"metavar": "WHO", "default": "", "help": "who approved the target"},
    "--follow": {"action": "store_true", "help": "put the target back to what its policy gives"},
    "--withdraw": {"action": "store_true", "help": "take back what was set"},
    "--record": {
        "action": "store_true",
        "help": "put the notices that the figures call for on record; nothing unmakes that",
    },
    "--since": {
        "metavar": "DATE",
        "help": "it counts for periods that end on this day or later, like 2014-01-01",
    },
    "--json": {"action": "store_true", "dest": "as_json", "help": "write JSON, for programs"},
    "--all": {
        "action": "store_true",
        "dest": "all_checks",
        "help": "also say which checks could not be evaluated, and why",
    },
    "--sides": {
        "action": "store_true",
        "help": "lay what each pool requires against what is held, with the ties between",
    },
    "--dry-run": {"action": "store_true", "help": "change nothing, only say what would change"},
    "--copy": {"choices": COPIES, "help": "what a .pdf is for"},
    "--schedule": {
        "action": "append",
        "metavar": "ID",
        "dest": "schedules",
        "default": [],
        "help": "only these schedules, like segregation,cover; may be repeated",
    },
    "--compare-with": {
        "type": read_period,
        "metavar": "MONTH",
        "dest": "beside",
        "help": "the month beside which a review copy stands (default: the month before)",
    },
    "--preset": {
        "choices": PRESETS,
        "help": "months seen from the one that is named, or from the newest: the month before, the"
        " same month a year before, the last 13, the ends of the last five quarters, the original"
        " and its amendment, the last signature copy and now",
    },
    "--pair": {
        "type": read_period,
        "nargs": 2,
        "metavar": "MONTH",
        "help": "tell changes between these two of the months (default: the last two)",
    },
    "--neighbours": {
        "action": "store_true",
        "help": "tell changes between each month and the next, behind each month",
    },
    "--changed": {
        "action": "store_true",
        "help": "only lines that differ where changes are told; blank and 0 differ",
    },
    "--above": {
        "metavar": "SIZE",
        "help": 'only lines that change, where changes are told, by more than "5,000,000",'
        ' than "10 %%" or, with "5,000,000 and 10 %%", than both; what was blank or 0 has no'
        ' percentage and counts by its dollars. "firm" takes the thresholds that the firm keeps',
    },
    "--totals": {"action": "store_true", "help": "only totals"},
    "--find": {
        "metavar": "WORDS",
        "default": "",
        "help": "only lines that have all these words, or this code",
    },
    "--sort": {
        "choices": SORTS,
        "default": SORTS[0],
        "help": "under each caption in the order of the form, or the largest change first",
    },
    "--explain": {
        "action": "append",
        "metavar": "CODE",
        "dest": "explained",
        "default": [],
        "help": "add which entered boxes made this line move, where changes are told"
        " (.json only); may be repeated",
    },
    "--explanations": {
        "action": "store_true",
        "dest": "with_explanations",
        "help": "add what is said of the changes, and which lines lack an explanation",
    },
    "--trends": {
        "action": "store_true",
        "help": "add pages with the excesses, the targets and the capital requirement as lines"
        " (.pdf only)",
    },
    "--line": {
        "action": "append",
        "metavar": "CODE",
        "dest": "lines",
        "default": [],
        "help": "draw this line too, with --trends; may be repeated",
    },
    "--against": {
        "type": read_period,
        "metavar": "MONTH",
        "help": "the earlier month of the change (default: the month before)",
    },
    "--no-margin": {"action": "store_true", "help": "leave the foot of the pages empty"},
    "--date-for-pen": {
        "action": "store_true",
        "help": "leave the date of signing of a signature copy empty",
    },
}
