"""What the desk remembers of its user between two starts; nothing of a filing is in here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

FOLLOW_SYSTEM = "system"
MOST_RECENT_STORES = 6
MOST_RECENT_CHOICES = 8


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user was in a store: the month and the box.

    Attributes:
        period: The month, written ``2014-01``.
        amendment: Which filing of that month.
        code: The box.
    """

    period: str
    amendment: int
    code: str


class Settings:
    """The user's choices, in one ini file."""

    def __init__(self, path: Path) -> None:
        """Read the choices; a file that is missing or unreadable counts as empty."""
        self._kept = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """The theme's name, or `FOLLOW_SYSTEM`."""
        return self._text("desk/theme") or FOLLOW_SYSTEM

    @theme.setter
    def theme(self, name: str) -> None:
        self._kept.setValue("desk/theme", name)

    @property
    def ground(self) -> str:
        """The colour of the window when it was last open, ``#rrggbb``; empty at first."""
        return self._text("desk/ground")

    @ground.setter
    def ground(self, colour: str) -> None:
        self._kept.setValue("desk/ground", colour)

    @property
    def shows_last_month(self) -> bool:
        """Whether last month's figures stand beside each box."""
        return self._text("desk/last_month") != "no"

    @shows_last_month.setter
    def shows_last_month(self, shown: bool) -> None:
        self._kept.setValue("desk/last_month", "yes" if shown else "no")

    @property
    def zoom(self) -> int:
        """How large the pages are shown, in percent; 0 at first."""
        percent = self._text("desk/zoom")
        return int(percent) if percent.isdecimal() else 0

    @zoom.setter
    def zoom(self, percent: int) -> None:
        self._kept.setValue("desk/zoom", str(percent))

    def zoom_of(self, window: str) -> int:
        """Give how large a window beside the desk is shown, in percent; as the desk, at first."""
        percent = self._text(f"{window}/zoom")
        return int(percent) if percent.isdecimal() else self.zoom

    def keep_zoom(self, window: str, percent: int) -> None:
        """Keep how large a window beside the desk is shown."""
        self._kept.setValue(f"{window}/zoom", str(percent))

    @property
    def widths(self) -> dict[str, int]:
        """The widths that the user has given to columns, by their keys, in pixels at 100 %."""
        pairs = (line.partition("=") for line in self._text("desk/widths").split("\n"))
        return {key: int(width) for key, _, width in pairs if width.isdecimal()}

    @widths.setter
    def widths(self, widths: Mapping[str, int]) -> None:
        lines = "\n".join(f"{key}={width}" for key, width in widths.items())
        self._kept.setValue("desk/widths", lines)

    def parts(self, name: str) -> tuple[int, ...]:
        """Give how the user has parted the window's sides, in pixels; empty at first."""
        sizes = self._text(f"parts/{name}").split()
        return tuple(int(size) for size in sizes if size.isdecimal())

    def keep_parts(self, name: str, sizes: Sequence[int]) -> None:
        """Keep how the user has parted the window's sides; nothing forgets it."""
        self._kept.setValue(f"parts/{name}", " ".join(str(size) for size in sizes))

    @property
    def enter_goes_on(self) -> bool:
        """Whether Enter goes to the next box, as Tab does, and not down the page."""
        return self._text("desk/enter") == "next"

    @enter_goes_on.setter
    def enter_goes_on(self, goes_on: bool) -> None:
        self._kept.setValue("desk/enter", "next" if goes_on else "down")

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood, as Qt writes it; empty at first."""
        value = self._kept.value("desk/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._kept.setValue("desk/geometry", geometry)

    @property
    def preview_geometry(self) -> QByteArray:
        """Where the print preview stood, as Qt writes it; empty at first."""
        value = self._kept.value("preview/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @preview_geometry.setter
    def preview_geometry(self, geometry: QByteArray) -> None:
        self._kept.setValue("preview/geometry", geometry)

    @property
    def preview_zoom(self) -> str:
        """How large the print preview shows pages, in its own words; empty at first."""
        return self._text("preview/zoom")

    @preview_zoom.setter
    def preview_zoom(self, words: str) -> None:
        self._kept.setValue("preview/zoom", words)

    @property
    def preview_continuous(self) -> bool:
        """Whether the print preview shows pages one under the other."""
        return self._text("preview/continuous") != "no"

    @preview_continuous.setter
    def preview_continuous(self, continuous: bool) -> None:
        self._kept.setValue("preview/continuous", "yes" if continuous else "no")

    @property
    def comparison_preset(self) -> str:
        """Which months were last laid side by side, where they have a name; empty at first."""
        return self._text("comparison/preset")

    @comparison_preset.setter
    def comparison_preset(self, preset: str) -> None:
        self._kept.setValue("comparison/preset", preset)

    @property
    def comparison_view(self) -> str:
        """How months side by side were last looked at, as the comparison writes it."""
        return self._text("comparison/view")

    @comparison_view.setter
    def comparison_view(self, text: str) -> None:
        self._kept.setValue("comparison/view", text)

    @property
    def comparison_side(self) -> bool:
        """Whether why a line moved stands beside months side by side."""
        return self._text("comparison/side") != "no"

    @comparison_side.setter
    def comparison_side(self, shown: bool) -> None:
        self._kept.setValue("comparison/side", "yes" if shown else "no")

    @property
    def recent_stores(self) -> tuple[Path, ...]:
        """The stores that were opened, the last one first."""
        return tuple(Path(line) for line in self._text("stores/recent").split("\n") if line)

    def remember_store(self, path: Path) -> None:
        """Put a store at the head of those that were opened."""
        paths = dict.fromkeys((path.absolute(), *self.recent_stores))
        self._keep_stores(tuple(paths)[:MOST_RECENT_STORES])

    def forget_store(self, path: Path) -> None:
        """Take a store off the list, because it is no longer there."""
        self._keep_stores(tuple(known for known in self.recent_stores if known != path.absolute()))

    @property
    def recent_choices(self) -> tuple[str, ...]:
        """What was chosen in the command palette, by the palette's own keys, the last one first."""
        return tuple(key for key in self._text("palette/recent").split("\n") if key)

    def remember_choice(self, key: str) -> None:
        """Put a choice at the head of those that were made in the command palette."""
        keys = tuple(dict.fromkeys((key, *self.recent_choices)))[:MOST_RECENT_CHOICES]
        self._kept.setValue("palette/recent", "\n".join(keys))

    def place_in(self, store: Path) -> Place | None:
        """Give the place where the user left a store, if it was the last one used."""
        if self._text("place/store") != str(store.absolute()):
            return None
        amendment = self._text("place/amendment")
        return Place(
            self._text("place/period"),
            int(amendment) if amendment.isdecimal() else 0,
            self._text("place/code"),
        )

    def remember_place(self, store: Path, place: Place) -> None:
        """Keep where the user is."""
        self._kept.setValue("place/store", str(store.absolute()))
        self._kept.setValue("place/period", place.period)
        self._kept.setValue("place/amendment", str(place.amendment))
        self._kept.setValue("place/code", place.code)

    def flush(self) -> None:
        """Write the file now."""
        self._kept.sync()

    def _text(self, key: str) -> str:
        value = self._kept.value(key, "")
        return value if isinstance(value, str) else ""

    def _keep_stores(self, paths: tuple[Path, ...]) -> None:
        self._kept.setValue("stores/recent", "\n".join(str(path) for path in paths))
