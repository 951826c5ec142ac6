"""The two commands: run the desk, and test it."""

import platform
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from focusdesk.doctor.examination import c_library, glibc_complaint
from focusdesk.doctor.screen import screen_complaint
from installer.environment import RUN_LOCK, TEST_LOCK, Environment
from installer.progress import LACKING, Progress, SetUpStopped, is_root, one_at_a_time
from installer.system_libraries import SystemLibraries

_INTERRUPTED = 130  # as a shell says of Ctrl+C
_LOG = ".venv-setup.log"
_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
# for each window the offscreen platform warns that it cannot do what a screen's manager does
_QUIET = {**_OFFSCREEN, "QT_LOGGING_RULES": "default.warning=false"}
_MONTH, _MONTH_BEFORE = "2014-01", "2013-12"


def carry_out(root: Path, verb: str, arguments: Sequence[str]) -> int:
    """Set up, then run or test; gives the exit status.

    Args:
        root: The checkout.
        verb: ``run`` or ``test``.
        arguments: What is handed on to focusdesk or pytest; a leading ``--`` is dropped.
    """
    rest = list(arguments[1:] if arguments[:1] == ["--"] else arguments)
    log = root / _LOG
    try:
        log.write_text("", encoding="utf-8")
    except OSError as fault:
        sys.stderr.write(
            f"The folder {root} cannot be written ({fault.strerror}). "
            "Copy the checkout to a folder of yours.\n"
        )
        return LACKING
    try:
        with one_at_a_time(Progress(log)):
            variables = _set_up(root, verb, Progress(log))
    except SetUpStopped as stopped:
        sys.stderr.write(f"{stopped.sentence}\nThe whole story is in {log}\n")
        return stopped.status
    except OSError as fault:
        sys.stderr.write(f"Set-up stopped: {fault}\nThe whole story is in {log}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("Set-up was interrupted; the next run takes it up again.\n")
        return _INTERRUPTED
    checkout = Checkout(root, Environment(root).python, variables)
    return checkout.test(rest) if verb == "test" else checkout.run(rest)


def _set_up(root: Path, verb: str, progress: Progress) -> dict[str, str]:
    """Make the environment and bring Qt's libraries; gives the variables to run with."""
    if is_root():
        progress.say("Running as root: the files that this makes will belong to root.")
    if complaint := glibc_complaint(c_library(), platform.machine()):
        raise SetUpStopped(complaint.sentence, lacking=True)
    environment = Environment(root)
    environment.prepare(TEST_LOCK if verb == "test" else RUN_LOCK, progress)
    libraries = SystemLibraries(environment, progress)
    libraries.bring(screen=verb == "run" and screen_complaint() is None)
    return libraries.variables()


@dataclass(frozen=True, slots=True)
class Checkout:
    """A checkout that is set up.

    Attributes:
        root: Its folder.
        python: Its environment's interpreter.
        variables: The variables that its processes run with.
    """

    root: Path
    python: Path
    variables: Mapping[str, str]

    def test(self, arguments: Sequence[str]) -> int:
        """Run every check of the project; the arguments go to pytest."""
        check = [str(self.root / "tests" / "check.py"), *arguments]
        return self._call(check, _OFFSCREEN)

    def run(self, arguments: Sequence[str]) -> int:
        """Open the desk on the sample, or leave the sample's papers where there is no screen."""
        if arguments:
            return self._focusdesk(*arguments)
        folder = Path("focusdesk-sample")
        folder.mkdir(exist_ok=True)
        store = folder / "sample.focusdesk"
        if not store.exists() and (status := self._focusdesk("sample", str(store))):
            return status
        complaint = screen_complaint()
        if complaint is None:
            _say(f"Opening the desk on {store.resolve()}")
            return self._focusdesk(str(store))
        _say(complaint.sentence.partition(". ")[0] + ": doing the same job without one.")
        return self._papers(folder, store)

    def _papers(self, folder: Path, store: Path) -> int:
        """Make what the desk would show: the report, the comparison, and its picture."""
        report = folder / f"focus-{_MONTH}.pdf"
        months = f"comparison-{_MONTH_BEFORE}-{_MONTH}"
        picture = folder / "desk.png"
        if status := self._focusdesk("export", str(store), "--period", _MONTH, "--to", str(report)):
            return status
        tables = [folder / f"{months}.pdf", folder / f"{months}.xlsx"]
        for table in tables:
            compare = ["compare", str(store), _MONTH_BEFORE, _MONTH, "--to", str(table)]
            if status := self._focusdesk(*compare):
                return status
        draw = ["-m", "focusdesk.app", "--picture", str(picture), str(store), "--period", _MONTH]
        if status := self._call(draw, _QUIET):
            return status
        for words, path in (
            ("The sample store", store),
            ("January 2014, the report", report),
            ("January 2014 beside December 2013", tables[0]),
            ("  the same as a workbook", tables[1]),
            ("The desk, a picture", picture),
        ):
            _say(f"{words:<34} {path.resolve()}")
        return 0

    def _focusdesk(self, *arguments: str) -> int:
        return self._call(["-m", "focusdesk", *arguments], {})

    def _call(self, arguments: Sequence[str], more: Mapping[str, str]) -> int:
        """Run the environment's Python where the user stands; its words go to the user."""
        variables = {**self.variables, **more}
        command = [str(self.python), *arguments]
        try:
            status = subprocess.call(command, env=variables)  # noqa: S603 - our own program
        except KeyboardInterrupt:
            return _INTERRUPTED
        if status:
            sys.stderr.write(f"This ended with status {status}: {' '.join(arguments)}\n")
        return status if status >= 0 else 1


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
