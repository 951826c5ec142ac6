"""The keys of the print preview, in one table for the preview and for the sheet of keys."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PreviewKey:
    """What some keys do in the preview.

    Attributes:
        id: Its name in the program.
        keys: The keys for it.
        words: What it does.
    """

    id: str
    keys: tuple[str, ...]
    words: str


PREVIEW_KEYS = (
    PreviewKey("print", ("Ctrl+P",), "Print"),
    PreviewKey("save", ("Ctrl+S",), "Save as PDF"),
    PreviewKey("find", ("Ctrl+F",), "Find text"),
    PreviewKey("later_hit", ("F3",), "Next hit"),
    PreviewKey("earlier_hit", ("Shift+F3",), "Previous hit"),
    PreviewKey("go_to_page", ("Ctrl+G",), "Go to a page"),
    PreviewKey("larger", ("Ctrl++", "Ctrl+="), "Larger"),
    PreviewKey("smaller", ("Ctrl+-",), "Smaller"),
    PreviewKey("full_size", ("Ctrl+0",), "As large as on paper"),
    PreviewKey("fit_page", ("Ctrl+1",), "Fit the page to the window"),
    PreviewKey("fit_width", ("Ctrl+2",), "Fit the width to the window"),
    PreviewKey("next_pane", ("F6",), "Next part of the window"),
)

PREVIEW_MOVES = (
    ("PgUp, PgDn", "Previous, next page"),
    ("Home, End", "First, last page"),
    ("Arrows, Space", "Scroll"),
    ("Esc", "Close the search, or the preview"),
)
"""The keys that the pages themselves read."""
