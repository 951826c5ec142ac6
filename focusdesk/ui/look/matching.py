"""What is typed to find something, and how well a thing answers it: one rule for every list."""

import re
from dataclasses import dataclass
from enum import IntEnum


class Fit(IntEnum):
    """How well a thing answers what is typed; the lower, the earlier it stands in a list."""

    ITSELF = 0
    BEGINS = 1
    WORDS = 2
    WITHIN = 3
    LETTERS = 4


@dataclass(frozen=True, slots=True)
class Sought:
    """What is typed, read once.

    Attributes:
        typed: The text without capitals and without spaces around it.
        words: Its words; each must be found.
    """

    typed: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Sought":
        """Read what is typed."""
        typed = " ".join(text.casefold().split())
        return cls(typed, tuple(typed.split()))

    def fit(self, names: tuple[str, ...], others: str = "") -> Fit | None:
        """Say how well a thing answers; `None` when it does not.

        Nothing typed fits everything by its words.

        Args:
            names: What it is called, its code for example: it fits as a whole or by its beginning.
            others: Further words that may be sought.
        """
        called = [" ".join(name.casefold().split()) for name in names]
        if self.typed in called:
            return Fit.ITSELF
        if self.typed and any(name.startswith(self.typed) for name in called):
            return Fit.BEGINS
        held = f"{' '.join(called)} {others.casefold()}"
        if not all(word in held for word in self.words):
            return None
        begun = all(re.search(rf"(?<!\w){re.escape(word)}", held) for word in self.words)
        return Fit.WORDS if begun else Fit.WITHIN

    def fits_letters(self, name: str) -> bool:
        """Whether the letters typed are the beginnings of the name's words, in their order.

        ``gtc`` and ``go co`` fit "Go to code": each letter begins a word or goes on with one.
        """
        letters = "".join(self.words)
        words = tuple(re.findall(r"\w+", name.casefold()))
        return bool(letters) and _begin_words(letters, words)


def _begin_words(letters: str, words: tuple[str, ...]) -> bool:
    """Whether letters can be parted into beginnings of some of the words, in their order."""
    if not letters:
        return True
    if not words:
        return False
    first, rest = words[0], words[1:]
    shared = 0
    while shared < min(len(letters), len(first)) and letters[shared] == first[shared]:
        shared += 1
    return any(_begin_words(letters[taken:], rest) for taken in range(shared, -1, -1))
