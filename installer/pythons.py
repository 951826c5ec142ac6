"""Find a Python that focusdesk runs on. Written for Python 3.6, like `bootstrap`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
NEWEST = (3, 14)  # Qt's wheels say "< 3.15"
_NAMES = ("python3.13", "python3.12", "python3.14", "python3.11", "python3", "python")
_MODULES = ("ctypes", "sqlite3", "ssl", "venv", "zlib")
_HOMES = (
    ".local/share/uv/python/*/bin",
    ".pyenv/versions/*/bin",
    "AppData/Local/Programs/Python/Python3*",
)
_USUAL_FOLDERS = ("/opt/homebrew/bin", "/usr/local/bin", "/usr/bin")
_LONGEST_ANSWER = 30
_ASK = "import sys; sys.path.insert(0, sys.argv[1]); from installer import pythons; print({})"

_PACKAGES = {  # by the ID or ID_LIKE of /etc/os-release, the nearest relation first
    "fedora": "dnf install -y python3.13",
    "rhel": "dnf install -y python3.12",
    "opensuse-tumbleweed": "zypper install -y python313",
    "opensuse": "zypper install -y python311",
    "suse": "zypper install -y python311",
    "arch": "pacman -S --needed python",
}
_UV = (
    "curl -LsSf https://astral.sh/uv/install.sh | sh && "
    "~/.local/bin/uv run --no-project --python 3.13 installer/bootstrap.py run"
)


def fault_of_this_python() -> str:
    """Say why this Python will not do, or give ``""``."""
    shown = ".".join(str(part) for part in sys.version_info[:2])
    if sys.version_info < OLDEST:
        return f"3.11 or newer, and this is {shown} ({sys.executable})"
    if sys.version_info[:2] > NEWEST:
        return "3.14 at most until Qt follows, and this is " + shown
    if sys.maxsize < 2**32:
        return "a 64-bit one, and this has 32 bits"
    for module in _MODULES:
        try:
            __import__(module)
        except ImportError:
            return f"one with all its modules, and {sys.executable} lacks {module}"
    return ""


def find_python() -> "list[str]":
    """Give the command of a Python on this machine that will do, or ``[]``.

    Each is run, because a name on the path proves nothing: pyenv's shims exist and fail.
    """
    for command in _candidates():
        if _will_do(command):
            return command
    return []


def _candidates() -> "list[list[str]]":
    commands = [[str(path)] for path in _executables()]
    if os.name == "nt" and shutil.which("py"):
        launcher = str(shutil.which("py"))
        commands = [[launcher, "-3." + str(minor)] for minor in (13, 12, 14, 11)] + commands
    return commands


def _executables() -> "list[Path]":
    folders = [Path(place) for place in os.environ.get("PATH", "").split(os.pathsep) if place]
    folders += [Path(place) for place in _USUAL_FOLDERS]
    for pattern in _HOMES:
        folders += sorted(_home().glob(pattern), reverse=True)
    suffix = ".exe" if os.name == "nt" else ""
    found: list[Path] = []
    for name in _NAMES:
        found += [folder / (name + suffix) for folder in folders]
    return [path for path in dict.fromkeys(found) if os.access(str(path), os.X_OK)]


def _home() -> Path:
    try:
        return Path.home()
    except (KeyError, RuntimeError):  # a user without an entry, as containers have
        return Path("/")


def _will_do(command: "list[str]") -> bool:
    root = str(Path(__file__).resolve().parent.parent)
    words = _ASK.format("repr(pythons.fault_of_this_python())")
    try:
        answer = subprocess.check_output(  # noqa: S603 - a Python found on this machine
            [*command, "-c", words, root],
            stderr=subprocess.DEVNULL,
            timeout=_LONGEST_ANSWER,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return answer.strip() == b"''"


def python_command(os_release: Path = Path("/etc/os-release")) -> str:
    """Give the command that brings a new enough Python to this system."""
    if sys.platform == "darwin":
        return "brew install python@3.13" if shutil.which("brew") else _UV
    if os.name == "nt":
        return "winget install -e --id Python.Python.3.13"
    names = _release(os_release)
    kin = [names.get("ID", ""), *names.get("ID_LIKE", "").split()]
    if "debian" in kin or "ubuntu" in kin:
        return _debian_command(names)
    for name in kin:
        if name in _PACKAGES:
            return _as_root(_PACKAGES[name])
    return _UV


def _debian_command(names: "dict[str, str]") -> str:
    version = names.get("VERSION_ID", "").split(".")[0]
    if names.get("UBUNTU_CODENAME") == "jammy":  # 22.04: python3 is 3.10, 3.11 lies beside it
        return _as_root("apt-get install -y python3.11 python3.11-venv")
    if names.get("ID") == "debian" and version.isdigit() and int(version) < 12:  # noqa: PLR2004
        return _UV
    return _as_root("apt-get install -y python3 python3-venv")


def _as_root(command: str) -> str:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return command if is_root else "sudo " + command


def _release(path: Path) -> "dict[str, str]":
    names: dict[str, str] = {}
    if path.is_file():
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            name, _, value = line.partition("=")
            names[name.strip()] = value.strip().strip("\"'")
    return names
