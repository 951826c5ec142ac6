"""Run one command: find it, and turn whatever it refuses into a sentence and an exit status."""

import datetime as dt
import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from focusdesk import __version__
from focusdesk.cli.output import complain, say, say_table
from focusdesk.cli.places import fault_log
from focusdesk.cli.request import Refused, Request, read_request
from focusdesk.cli.verbs import DONE, FAULT, LACKING, REFUSED, VERBS

Act = Callable[[Request], int]

INTERRUPTED = 130
"""Exit status after Ctrl+C, as shells have it."""

# Each of these carries a sentence for the user. They are named and not imported: a command pays
# for the parts that it works with, and no error comes from a part that was not imported.
REFUSALS = frozenset(
    {
        "focusdesk.calendars.due.CalendarError",
        "focusdesk.catalog.problem.DefinitionError",
        "focusdesk.cli.request.Refused",
        "focusdesk.exchange.file_table.ImportRefused",
        "focusdesk.export.files.FileNotWritten",
        "focusdesk.filing.compare.TooFewMonths",
        "focusdesk.filing.copies.PrintRefused",
        "focusdesk.filing.edit.EditRefused",
        "focusdesk.filing.filing_due.DueRefused",
        "focusdesk.filing.month_choice.MonthsRefused",
        "focusdesk.filing.trend.LineNotAdded",
        "focusdesk.filing.ports.StoreError",
        "focusdesk.filing.target_measure.TargetError",
        "focusdesk.filing.thresholds.ThresholdError",
        "focusdesk.form.amount.AmountError",
        "focusdesk.form.dates.DateError",
        "focusdesk.form.period.PeriodError",
        "focusdesk.form.written.PlacingError",
    }
)


def run(arguments: Sequence[str]) -> int:
    """Run the command that was typed after ``focusdesk`` and give its exit status.

    0 is done, 1 findings, 2 bad usage or input, 78 a library that the machine lacks, 70 a fault of
    the program itself; nothing is ever answered with a traceback.
    """
    _have_streams()
    _never_stumble_over_signs()
    try:
        status = _dispatch(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output, such as head, has had enough of it.
        _let_go_of_output()
        return DONE
    except KeyboardInterrupt:
        complain("Stopped.")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 -- the outermost of the program
        return _answer(error)
    return status


def _dispatch(arguments: Sequence[str]) -> int:
    name, *rest = arguments
    if name in ("--version", "-V"):
        say(f"focusdesk {__version__}")
        return DONE
    if name in ("--help", "-h", "help"):
        _say_help()
        return DONE
    if name not in VERBS:
        message = f'There is no command "{name}". Commands: {", ".join(VERBS)}.'
        raise Refused(message)
    try:
        request = read_request(name, rest)
    except SystemExit:  # argparse leaves this way after --help
        return DONE
    return _act_of(name)(request)


def _act_of(name: str) -> Act:
    """Import a command's file, and no other's: that is most of what a command's start costs."""
    if name == "export":
        from focusdesk.cli import export_verbs as verbs  # noqa: PLC0415
    elif name == "compare":
        from focusdesk.cli import compare_verbs as verbs  # noqa: PLC0415
    elif name in ("set", "import"):
        from focusdesk.cli import entry_verbs as verbs  # noqa: PLC0415
    elif name in ("check", "explain", "overview"):
        from focusdesk.cli import check_verbs as verbs  # noqa: PLC0415
    elif name in ("explain-change", "thresholds"):
        from focusdesk.cli import change_verbs as verbs  # noqa: PLC0415
    elif name == "verify":
        from focusdesk.cli import verify_verbs as verbs  # noqa: PLC0415
    elif name in ("sample", "new", "months"):
        from focusdesk.cli import month_verbs as verbs  # noqa: PLC0415
    else:
        return _act_beside_figures(name)
    return verbs.ACTS[name]


def _act_beside_figures(name: str) -> Act:
    """Import the file of a command that enters and shows no figures, likewise."""
    if name in ("due", "calendar", "due-override", "handed-in"):
        from focusdesk.cli import due_verbs as verbs  # noqa: PLC0415
    elif name == "figures":
        from focusdesk.cli import figure_verbs as verbs  # noqa: PLC0415
    elif name == "explain-finding":
        from focusdesk.cli import warning_verbs as verbs  # noqa: PLC0415
    elif name == "targets":
        from focusdesk.cli import target_verbs as verbs  # noqa: PLC0415
    elif name in ("complete", "notices", "notice"):
        from focusdesk.cli import notice_verbs as verbs  # noqa: PLC0415
    else:
        from focusdesk.cli import form_verbs as verbs  # noqa: PLC0415
    return verbs.ACTS[name]


def _say_help() -> None:
    say("focusdesk [STORE] opens the desk. Without a window:\n")
    say_table(("command", "what it does"), [(name, verb.purpose) for name, verb in VERBS.items()])
    say("\nfocusdesk COMMAND --help says what a command takes.")
    say("Exit status: 0 done, 1 findings, 2 bad usage or input, 78 the machine lacks something.")


def _have_streams() -> None:
    """Have answers go nowhere in a process that was started without a stream, as services are."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 -- for good


def _never_stumble_over_signs() -> None:
    """Have a console that lacks a sign, such as the minus, show it spelled out."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _let_go_of_output() -> None:
    """Send what is still to be written nowhere, or Python complains when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _answer(error: Exception) -> int:
    """Turn whatever was raised into a sentence and an exit status."""
    if any(f"{kind.__module__}.{kind.__name__}" in REFUSALS for kind in type(error).__mro__):
        complain(str(error))
        return REFUSED
    if isinstance(error, ModuleNotFoundError) and not (error.name or "").startswith("focusdesk"):
        complain(
            f"The library {error.name} is missing here. "
            f"Set the program up anew with: python3 installer/bootstrap.py run"
        )
        return LACKING
    if isinstance(error, OSError):
        where = f'"{error.filename}": ' if error.filename else ""
        complain(f"{where}{error.strerror or error}. Nothing more was done.")
        return REFUSED
    details = _log(error)
    complain(
        f"This is a fault of the program, not of what you typed ({type(error).__name__}: {error}). "
        f"Every edit that it had confirmed is kept. {details}"
    )
    return FAULT


def _log(error: Exception) -> str:
    """Add a fault's details to the log, and say where they are."""
    log = fault_log()
    entry = f"{dt.datetime.now(dt.UTC).isoformat()} focusdesk {__version__}\n"
    try:
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as lines:
            lines.write(entry + "".join(traceback.format_exception(error)) + "\n")
    except OSError:
        return "Its details could not be written down."
    return f'Its details are in "{log}"; send them along when you report it.'
