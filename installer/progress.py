"""What set-up says while it works, its log, and how it stops."""

import os
import subprocess
import sys
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":
    import fcntl

LACKING = 78
_FAILED = 1
_CAUSES = {  # pip names the package it gave up on, which is seldom the cause
    "CERTIFICATE_VERIFY_FAILED": (
        "the package index's certificate is not trusted here; "
        "set PIP_CERT to your firm's list of authorities."
    ),
    "No space left on device": "the disk is full.",
    "Temporary failure in name resolution": "there is no network.",
    "Failed to establish a new connection": "the package index cannot be reached.",
    "NewConnectionError": "the package index cannot be reached.",
    "HASHES FROM THE REQUIREMENTS FILE": "a fetched file is not the one that the lock file names.",
}


class SetUpStopped(Exception):
    """Set-up cannot go on.

    Attributes:
        sentence: Which step failed, why, and what to do.
        status: The exit status: 78 when the machine lacks something, else 1.
    """

    def __init__(self, sentence: str, *, lacking: bool = False) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = LACKING if lacking else _FAILED


@dataclass(frozen=True, slots=True)
class Progress:
    """Says what happens, in short lines, and keeps the whole story in a log file."""

    log: Path

    def say(self, words: str) -> None:
        """Show one line to the user at once, and keep it in the log."""
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()
        self._keep(f"{words}\n")

    def command(
        self, command: Sequence[str], environment: Mapping[str, str], *, folder: Path | None = None
    ) -> str | None:
        """Run a command with its output going to the log.

        Returns:
            Its output, or None when it failed; `reason` says why.
        """
        self._keep(f"$ {' '.join(command)}\n")
        try:
            done = subprocess.run(  # noqa: S603 - commands that set-up itself puts together
                command,
                env=dict(environment),
                cwd=folder,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
        except OSError as fault:
            self._keep(f"{fault}\n")
            return None
        self._keep(f"{done.stdout}[status {done.returncode}]\n")
        return None if done.returncode else done.stdout

    def reason(self) -> str:
        """Say why the last command failed, to be shown within a sentence."""
        text = self.log.read_text(encoding="utf-8", errors="replace").rpartition("\n$ ")[2]
        for sign, words in _CAUSES.items():
            if sign in text:
                return words
        errors = [line for line in text.splitlines() if line.startswith(("ERROR:", "E:", "Error:"))]
        return errors[-1].partition(":")[2].strip() if errors else "the log says why."

    def _keep(self, text: str) -> None:
        with self.log.open("a", encoding="utf-8", errors="replace") as log:
            log.write(text)


@contextmanager
def one_at_a_time(progress: Progress) -> Generator[None]:
    """Hold the log while setting up, so that two set-ups in one checkout take turns."""
    with progress.log.open("a", encoding="utf-8") as log:
        if sys.platform != "win32":
            try:
                fcntl.flock(log, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                progress.say("Another set-up is at work in this folder; waiting for it.")
                fcntl.flock(log, fcntl.LOCK_EX)
        yield


def is_root() -> bool:
    """Tell whether this is the system's superuser."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
