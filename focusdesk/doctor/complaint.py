"""One thing that a machine lacks, and the command that mends it."""

from dataclasses import dataclass

LACKING = 78
"""Exit status when the machine lacks something (EX_CONFIG of sysexits.h)."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing the machine lacks.

    Attributes:
        part: What it is about, for example ``"Qt's libraries"``.
        sentence: What is wrong and what it means, for the user.
        command: The one command that mends it, or ``""`` where there is none.
        stops: The desk cannot open until it is mended.
    """

    part: str
    sentence: str
    command: str = ""
    stops: bool = True

    def __str__(self) -> str:
        """Give the sentence and, below it, the command to paste."""
        return f"{self.sentence}\n    {self.command}" if self.command else self.sentence
