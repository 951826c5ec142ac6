"""What is wrong with a definition file, said so that its author can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a definition file.

    Attributes:
        file: The folder and name of the file, ``2014-01/segregation.toml``.
        place: Where in the file: ``line item 4 "Net equity (deficit)", box 7040``; may be empty.
        message: What is wrong and what to do about it, in sentences.
        formula: The formula or statement that cannot be used; empty for other problems.
        character: The character of the formula, counted from 1, at which it goes wrong.
    """

    file: str
    place: str
    message: str
    formula: str = ""
    character: int = 0

    def __str__(self) -> str:
        """Write the problem in one line, and a formula below it with a caret at the place."""
        at = f", character {self.character}" if self.character else ""
        where = f"{self.file}, {self.place}" if self.place else self.file
        line = f"{where}{at}: {self.message}"
        if not self.formula:
            return line
        caret = "\n    " + " " * (self.character - 1) + "^" if self.character else ""
        return f"{line}\n    {self.formula}{caret}"


class DefinitionError(ValueError):
    """Definition files that cannot be used.

    Attributes:
        problems: All that is wrong with them, in the order of the files.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
