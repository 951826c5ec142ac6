"""Check definition files: ``python -m focusdesk.catalog [FOLDER]``.

FOLDER holds one folder for each edition; without it the program's own are checked. Prints every
problem. The exit status is 0 when there is none and 1 when there is.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from focusdesk.catalog.loader import read_editions
from focusdesk.resources import resource_path


def main(arguments: Sequence[str]) -> int:
    """Check the definition files of a folder and say what was found.

    Args:
        arguments: What stands after the command: nothing, or the folder.

    Returns:
        The exit status: 0 for no problem, 1 for problems, 2 for a wrong command line.
    """
    if len(arguments) > 1 or any(word.startswith("-") for word in arguments):
        sys.stderr.write("Usage: python -m focusdesk.catalog [FOLDER]\n")
        return 2
    folder = Path(arguments[0]) if arguments else resource_path("forms")
    editions, problems = read_editions(folder)
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    for placed in editions:
        edition = placed.edition
        sys.stdout.write(
            f"{edition.id}: {len(edition.schedules)} schedules, {len(edition.boxes)} boxes\n"
        )
    found = f"{len(problems)} problems" if len(problems) > 1 else "1 problem"
    sys.stdout.write(f"{found if problems else 'No problem'} found.\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
