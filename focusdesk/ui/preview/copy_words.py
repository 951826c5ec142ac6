"""What the copies of a filing are called in the desk, what each is for, how its file is named."""

from dataclasses import dataclass

from focusdesk.filing.copies import Copy
from focusdesk.filing.filing import Filing


@dataclass(frozen=True, slots=True)
class CopyWords:
    """The words for one copy.

    Attributes:
        name: What it is called.
        purpose: What it is for, in a sentence.
        added: What it adds to the name of a file; empty for the filing itself.
    """

    name: str
    purpose: str
    added: str = ""


COPY_WORDS = {
    Copy.FILING: CopyWords("Filing", "The pages as they stand."),
    Copy.REVIEW: CopyWords(
        "Review copy",
        "For the colleague who checks it: with notes, findings, changes, room for initials.",
        "review",
    ),
    Copy.PUBLIC: CopyWords(
        "Public set", "The statements that the firm publishes, 17 CFR 1.55(o).", "public set"
    ),
    Copy.SIGNATURE: CopyWords(
        "Signature copy",
        "All pages, for the officers' pens. Printing or saving it marks the month as printed.",
        "signature copy",
    ),
}


def print_title(filing: Filing, copy: Copy) -> str:
    """Call a print by its month and its copy: ``January 2014, review``."""
    added = COPY_WORDS[copy].added
    return f"{filing.title}, {added}" if added else filing.title


def print_file(stem: str, copy: Copy) -> str:
    """Name the file of a print: ``FOCUS 2014-01 review.pdf``.

    Args:
        stem: What it holds, as `Filing.stem` says.
        copy: What it is for.
    """
    return f"{' '.join(part for part in ('FOCUS', stem, COPY_WORDS[copy].added) if part)}.pdf"
