"""The way in: ``focusdesk`` and ``focusdesk STORE`` open the desk, all else is a command.

Nothing stands in the way of a start that it does not need: a command never imports Qt, and the desk
never imports the commands.
"""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from focusdesk.cli.verbs import LACKING, REFUSED, VERBS

_WORDS = frozenset({*VERBS, "help"})
"""What is never taken for a store when it stands alone."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the desk or run a command; give the exit status.

    Args:
        arguments: What was typed after the program's name; by default this process's own.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    if len(words) > 1 or (words and (words[0] in _WORDS or words[0].startswith("-"))):
        return _run_command(words, alone=arguments is None)
    return _open_desk(Path(words[0]) if words else None)


def _run_command(words: Sequence[str], *, alone: bool) -> int:
    """Run a command, without searching for garbage if the process has nothing else to do.

    A command is over before there is any worth the search, which would cost a fifth of its time:
    while modules are imported, and once more over all of them when the process ends.
    """
    if alone:
        gc.disable()
    from focusdesk.cli.run import run  # noqa: PLC0415 -- the desk does without

    status = run(words)
    if alone:
        gc.freeze()
    return status


def _open_desk(store: Path | None) -> int:
    from focusdesk.doctor.obstacle import desk_obstacle  # noqa: PLC0415 -- commands do without

    if store is not None and not store.exists():
        return _refuse(
            f'There is no store "{store}", nor a command of that name. '
            f"focusdesk --help lists the commands; focusdesk new makes a store.",
            REFUSED,
        )
    obstacle = desk_obstacle()
    if obstacle is not None:
        return _refuse(str(obstacle), LACKING)
    try:
        from focusdesk.app import run_desk  # noqa: PLC0415 -- Qt, for the desk alone
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("focusdesk"):
            raise
        return _refuse(
            f"The library {error.name} is missing here. "
            f"Set the program up anew with: python3 installer/bootstrap.py run",
            LACKING,
        )
    return run_desk(store)


def _refuse(sentence: str, status: int) -> int:
    sys.stderr.write(f"focusdesk: {sentence}\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
