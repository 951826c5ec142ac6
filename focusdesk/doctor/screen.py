"""Whether there is a screen that a window can open on."""

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from focusdesk.doctor.complaint import Complaint

_SCREENLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
_FIRST_X_PORT = 6000


def is_screenless(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether Qt was told to do without a screen, as tests and pictures do."""
    return environment.get("QT_QPA_PLATFORM", "").startswith(_SCREENLESS)


def screen_complaint(environment: Mapping[str, str] = os.environ) -> Complaint | None:
    """Say that there is no screen to open a window on, or None when there is one."""
    if sys.platform != "linux" or is_screenless(environment):
        return None
    display, wayland = environment.get("DISPLAY", ""), environment.get("WAYLAND_DISPLAY", "")
    if not display and not wayland:
        why = "neither DISPLAY nor WAYLAND_DISPLAY is set"
    elif _x_answers(display) or _wayland_answers(wayland, environment):
        return None
    else:
        why = f"nothing answers at {' or '.join(filter(None, (display, wayland)))}"
    return Complaint(
        "Screen",
        f"There is no screen here ({why}). Everything but the window works without one: "
        "`focusdesk export STORE --period 2014-01 --to report.pdf` makes the report. "
        "For the window, come with `ssh -X`, or start the desk under `xvfb-run`.",
    )


def screen_name(environment: Mapping[str, str] = os.environ) -> str:
    """Give the screen's name for the doctor's list, for example ``:0``."""
    if screen_complaint(environment):
        return "none"
    names = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return next((words for name in names if (words := environment.get(name))), "there")


def _x_answers(display: str) -> bool:
    host, _, number = display.rpartition(":")
    number = number.split(".")[0]
    if not number.isdigit():
        return False
    if host and host != "unix" and not host.startswith("/"):
        return _connects(socket.AF_INET, (host, _FIRST_X_PORT + int(number)))
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen by convention
    return _connects(socket.AF_UNIX, path) or _connects(socket.AF_UNIX, f"\0{path}")


def _wayland_answers(wayland: str, environment: Mapping[str, str]) -> bool:
    folder = environment.get("XDG_RUNTIME_DIR", "")
    return bool(wayland) and _connects(socket.AF_UNIX, str(Path(folder, wayland)))


def _connects(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as end:
        end.settimeout(1)
        try:
            end.connect(address)
        except OSError:
            return False
    return True
