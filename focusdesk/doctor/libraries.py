"""Which of the system libraries that Qt needs do not load here."""

import ctypes
import importlib.util
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from focusdesk.doctor.complaint import Complaint
from focusdesk.doctor.packages import LIBRARIES, install_command

_LOAD_EACH = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError as fault:
        sys.stdout.write(f"{fault}\\n")
"""


def own_libraries(prefix: Path = Path(sys.prefix)) -> dict[str, str]:
    """Give the environment for system libraries that set-up unpacked beside Python's own.

    Without root, set-up unpacks Qt's libraries into ``<prefix>/syslibs``. The loader reads
    ``LD_LIBRARY_PATH`` only when a process starts, so this is for processes yet to be started.
    """
    root = prefix / "syslibs"
    folders = sorted(
        str(folder) for lib in ("lib", "usr/lib") for folder in root.glob(f"{lib}/*-linux-gnu*")
    )
    if not folders:
        return {}
    inherited = os.environ.get("LD_LIBRARY_PATH", "").split(":")
    folders += [part for part in inherited if part and part not in folders]
    environment = {"LD_LIBRARY_PATH": ":".join(folders)}
    for variable, place in (
        ("FONTCONFIG_PATH", "etc/fonts"),
        ("XKB_CONFIG_ROOT", "usr/share/X11/xkb"),
    ):
        if not Path("/", place).is_dir() and (root / place).is_dir():
            environment[variable] = str(root / place)
    return environment


def restart_with_own_libraries() -> None:
    """Start this process anew when it does not see the libraries of `own_libraries` yet."""
    if sys.platform != "linux":
        return
    environment = own_libraries()
    if environment and os.environ.get("LD_LIBRARY_PATH") != environment["LD_LIBRARY_PATH"]:
        arguments = [sys.executable, *sys.orig_argv[1:]]
        os.execve(sys.executable, arguments, {**os.environ, **environment})  # noqa: S606


def missing_libraries(*, screen: bool = True) -> tuple[str, ...]:
    """Name the system libraries that Qt needs and that do not load, in a few milliseconds.

    Args:
        screen: Also those that only an X11 screen needs; the offscreen platform does without.
    """
    if sys.platform != "linux":
        return ()
    return tuple(
        library.soname
        for library in LIBRARIES
        if (screen or not library.screen) and not _loads(library.soname)
    )


def unloadable(*, screen: bool = True) -> tuple[str, ...]:
    """Load Qt's own files in a child process and give the loader's words on what fails.

    The list in `packages` is ours; this asks the real platform plugin of the PySide6 that is
    installed here, which may need more.
    """
    folder = qt_folder()
    if sys.platform != "linux" or folder is None:
        return ()
    plugin = "libqxcb.so" if screen else "libqoffscreen.so"
    files = [folder / "Qt/lib" / f"libQt6{part}.so.6" for part in ("Widgets", "DBus", "Svg")]
    files.append(folder / "Qt/plugins/platforms" / plugin)
    done = subprocess.run(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-I", "-S", "-c", _LOAD_EACH, *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
    )
    faults = list(dict.fromkeys(done.stdout.splitlines()))
    if done.returncode:
        faults.append(f"loading Qt ended with status {done.returncode}")
    return tuple(faults)


def library_complaint(faults: Sequence[str], tool: str | None = None) -> Complaint | None:
    """Say which libraries are missing and the one command that brings them, or None.

    Args:
        faults: Sonames (``libEGL.so.1``) or the loader's own words, which begin with one.
        tool: The package tool; found when None.
    """
    if not faults:
        return None
    names = list(dict.fromkeys(fault.split(":")[0] for fault in faults))
    for name, fault in zip(names, faults, strict=False):
        if not name.startswith("lib"):
            return Complaint("Qt's libraries", f"Qt does not load on this machine: {fault}.")
    which = ", ".join(names)
    sentence = f"Qt needs system libraries that this machine does not have: {which}."
    command = install_command(names, tool)
    if not command:
        sentence += " Install the packages that hold them."
    return Complaint("Qt's libraries", sentence, command)


def qt_folder() -> Path | None:
    """Give the folder of the installed PySide6, or None; finds it without importing it."""
    spec = importlib.util.find_spec("PySide6")
    return Path(spec.origin).parent if spec and spec.origin else None


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
