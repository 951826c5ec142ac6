"""The system libraries that Qt needs, and the command that brings them on each system.

The names were measured on bare installations with PySide6 6.11.3: what the files of Qt and its
X11 and Wayland plugins ask the loader for.
"""

import os
import shutil
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

_OS_RELEASE = (Path("/etc/os-release"), Path("/usr/lib/os-release"))
_TOOLS = ("apt-get", "dnf", "zypper", "pacman")


@dataclass(frozen=True, slots=True)
class Library:
    """A system library that Qt loads.

    Attributes:
        soname: What the loader calls it.
        debian: Its package on Debian and Ubuntu.
        arch: Its package on Arch Linux. (RPM systems find a package by the soname itself.)
        screen: Only the X11 screen needs it; PDF pictures and tests do without.
    """

    soname: str
    debian: str
    arch: str
    screen: bool = True


LIBRARIES = (
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2", screen=False),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2", screen=False),
    Library("libGL.so.1", "libgl1", "libglvnd", screen=False),
    Library("libEGL.so.1", "libegl1", "libglvnd", screen=False),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus", screen=False),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig", screen=False),
    Library("libfreetype.so.6", "libfreetype6", "freetype2", screen=False),
    Library("libX11.so.6", "libx11-6", "libx11", screen=False),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", screen=False),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    Library("libX11-xcb.so.1", "libx11-xcb1", "libx11"),
    Library("libxcb.so.1", "libxcb1", "libxcb"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
)

DEBIAN_PACKAGES = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
"""What a bare Debian or Ubuntu is asked for; the other libraries come along with these."""


def debian_packages(sonames: Collection[str]) -> tuple[str, ...]:
    """Name the Debian packages that bring these libraries, as few as will do."""
    own = {library.debian for library in LIBRARIES if library.soname in sonames}
    unknown = set(sonames) - {library.soname for library in LIBRARIES}
    if unknown or len(own) > len(DEBIAN_PACKAGES):
        return DEBIAN_PACKAGES
    return tuple(sorted(own))


def install_command(sonames: Collection[str], tool: str | None = None) -> str:
    """Give the one command that brings these libraries here, or ``""`` when none is known.

    Args:
        sonames: The libraries, for example ``{"libEGL.so.1"}``.
        tool: The package tool, for example ``"dnf"``; found when None.
    """
    tool = package_tool() if tool is None else tool
    as_root = "" if _is_root() else "sudo "
    if tool == "apt-get":
        names = " ".join(debian_packages(sonames))
        return f"{as_root}apt-get install -y --no-install-recommends {names}"
    if tool in {"dnf", "zypper"}:
        # RPM packages carry their sonames as names that can be asked for
        names = " ".join(f"'{soname}()(64bit)'" for soname in sorted(sonames))
        return f"{as_root}{tool} install -y {names}"
    if tool == "pacman":
        packages = sorted({library.arch for library in LIBRARIES if library.soname in sonames})
        return f"{as_root}pacman -S --needed {' '.join(packages)}" if packages else ""
    return ""


def package_tool() -> str:
    """Name this system's package tool, or ``""`` when it is none that we know."""
    return next((tool for tool in _TOOLS if shutil.which(tool)), "")


def system_name(places: Iterable[Path] = _OS_RELEASE) -> str:
    """Give the system's own name, for example ``Debian GNU/Linux 12 (bookworm)``."""
    for place in places:
        if place.is_file():
            for line in place.read_text(encoding="utf-8", errors="replace").splitlines():
                name, _, words = line.partition("=")
                if name == "PRETTY_NAME":
                    return words.strip("\"'")
    return ""


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
