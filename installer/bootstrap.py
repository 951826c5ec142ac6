#!/usr/bin/env python3
"""Set focusdesk up on this machine and run it, or test it.

    python3 installer/bootstrap.py run   [-- arguments of focusdesk]
    python3 installer/bootstrap.py test  [-- arguments of pytest]

`run` opens the desk on a sample store in ./focusdesk-sample; without a screen it leaves the
sample's report, a comparison of two months and a picture of the desk there instead. `test` runs
every check of the project. Both make a virtual environment (.venv) first; the second time that
takes no time. Exit status 78: the machine lacks something, and a sentence says what.
"""

# Written for Python 3.6: an older python3 must get as far as finding a newer one.

import os
import signal
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_VERBS = ("run", "test")
_BAD_USAGE = 2
_LACKING = 78
_TERMINATED = 143  # as a shell says of SIGTERM


def main(arguments: "list[str]") -> int:
    """Run one of the two commands and give its exit status."""
    if not arguments or arguments[0] not in _VERBS:
        wanted_help = bool(arguments) and arguments[0] in ("-h", "--help")
        (sys.stdout if wanted_help else sys.stderr).write(__doc__ or "")
        return 0 if wanted_help else _BAD_USAGE
    sys.path.insert(0, str(_ROOT))  # whatever the folder this was called from
    from installer import pythons  # noqa: PLC0415 - found only from here on

    fault = pythons.fault_of_this_python()
    if not fault:
        from installer.commands import carry_out  # noqa: PLC0415 - new syntax

        signal.signal(signal.SIGTERM, _leave)
        return carry_out(_ROOT, arguments[0], arguments[1:])
    newer = pythons.find_python()
    if not newer:
        sys.stderr.write(f"focusdesk needs another Python: {fault}.\n")
        sys.stderr.write("This brings one:\n    " + pythons.python_command() + "\n")
        return _LACKING
    return _hand_over([*newer, str(Path(__file__).resolve()), *arguments])


def _leave(_signal: int, _frame: object) -> None:
    """Leave on SIGTERM as on Ctrl+C, so that what was started here ends with us."""
    sys.exit(_TERMINATED)


def _hand_over(command: "list[str]") -> int:
    if os.name == "nt":  # exec would leave the console while the new process still writes to it
        return subprocess.call(command)  # noqa: S603
    return os.execv(command[0], command)  # noqa: S606


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
