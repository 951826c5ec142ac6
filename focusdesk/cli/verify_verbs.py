"""Whether a store, or a PDF that was printed from it, is what it should be: `verify`."""

from collections.abc import Callable, Mapping
from pathlib import Path

from focusdesk.cli.opening import opened
from focusdesk.cli.output import say
from focusdesk.cli.places import store_or_default
from focusdesk.cli.request import Request
from focusdesk.cli.verbs import DONE, FINDINGS
from focusdesk.store.verify import verify


def verify_store_or_print(request: Request) -> int:
    """Look through a store without changing it, or hold a PDF against it.

    Raises:
        StoreError: there is no store to look through.
        ImportRefused: the file is no PDF that was printed from a filing.
    """
    if request.pdf is not None:
        return _verify_print(request.store, request.pdf)
    faults = verify(store_or_default(request.store))
    for fault in faults:
        say(fault.message)
    if not faults:
        say("Nothing wrong: every digest, the journal's chain and the file itself agree.")
    return FINDINGS if faults else DONE


def _verify_print(store: Path | None, path: Path) -> int:
    """Say whether a PDF is exactly what a store holds, and where it is not."""
    # ReportLab, pikepdf and PDFium, for a PDF alone.
    from focusdesk.cli.print_check import check_print  # noqa: PLC0415
    from focusdesk.cli.print_words import BROKEN_SEAL, print_words  # noqa: PLC0415
    from focusdesk.exchange.file_lines import bytes_of  # noqa: PLC0415
    from focusdesk.exchange.printed_pdf import DamagedPdf  # noqa: PLC0415
    from focusdesk.export.archive import is_intact  # noqa: PLC0415

    content = bytes_of(path)
    with opened(store) as register:
        try:
            found = check_print(register, content, path.name)
        except DamagedPdf as error:
            say(f"{path.name} is not exactly what the store holds.")
            say(str(error))
            if not is_intact(content):
                say(BROKEN_SEAL)
            return FINDINGS
    for sentence in print_words(found):
        say(sentence)
    return DONE if found.exact else FINDINGS


ACTS: Mapping[str, Callable[[Request], int]] = {"verify": verify_store_or_print}
"""What each command does."""
