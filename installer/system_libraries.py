"""Bring the system libraries that Qt needs, as root or without."""

import json
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from focusdesk.doctor.libraries import library_complaint, own_libraries
from focusdesk.doctor.packages import DEBIAN_PACKAGES, debian_packages
from installer.environment import Environment
from installer.progress import Progress, SetUpStopped, is_root

_LISTS = Path("/var/lib/apt/lists")
_ASK = """
import json
from focusdesk.doctor.libraries import missing_libraries, unloadable
print(json.dumps(missing_libraries(screen={0}) or unloadable(screen={0})))
"""
_WOULD_INSTALL = re.compile(r"^Inst (\S+) (?:\[[^]]*\] )?\((\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SystemLibraries:
    """The libraries of the system that the environment's Qt loads."""

    environment: Environment
    progress: Progress

    def bring(self, *, screen: bool) -> None:
        """Have what Qt needs, by apt where this user may, else unpacked inside ``.venv``.

        Args:
            screen: There is a screen to open a window on; without one, what only a window
                needs is brought when it can be, and not missed when it cannot.

        Raises:
            SetUpStopped: They cannot be brought from here; it gives the one command that can.
        """
        missing = self._missing(screen=True)
        if not missing:
            return
        if shutil.which("apt-get") and self._brought_by_apt(missing):
            return
        if not screen:
            missing = self._missing(screen=False)
        if missing:
            complaint = library_complaint(missing)
            raise SetUpStopped(str(complaint), lacking=True)
        self.progress.say("Without a screen the rest will do.")

    def variables(self) -> dict[str, str]:
        """Give the variables for processes of the environment, its own libraries included."""
        return {**self.environment.variables(), **own_libraries(self.environment.folder)}

    def _missing(self, *, screen: bool) -> tuple[str, ...]:
        ask = [str(self.environment.python), "-c", _ASK.format(screen)]
        answer = self.progress.command(ask, self.variables())
        if answer is None:
            sentence = f"The libraries of Qt could not be examined: {self.progress.reason()}"
            raise SetUpStopped(sentence)
        return tuple(str(fault) for fault in json.loads(answer.splitlines()[-1]))

    def _brought_by_apt(self, missing: Sequence[str]) -> bool:
        packages = debian_packages([fault.split(":")[0] for fault in missing])
        self.progress.say(
            f"Qt needs {len(missing)} system libraries that are not here; "
            f"bringing {', '.join(packages)}."
        )
        way = self._as_root()
        brought = self._unpack if way is None else self._install
        if not brought(packages, way or []):
            self.progress.say(f"apt could not bring them: {self.progress.reason()}")
            return False
        if not self._missing(screen=True):
            return True
        return brought(DEBIAN_PACKAGES, way or []) and not self._missing(screen=True)

    def _as_root(self) -> list[str] | None:
        """Give what to put before a command to run it as root, or None when we may not."""
        if is_root():
            return []
        sudo = [shutil.which("sudo") or "", "-n"]
        allowed = sudo[0] and self.progress.command([*sudo, "true"], self._plain()) is not None
        return sudo if allowed else None

    def _install(self, packages: Sequence[str], way: Sequence[str]) -> bool:
        """Install with apt as root; its lists are renewed when empty, or when that fails."""
        names = ["DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y"]
        install = [*way, "env", *names, "--no-install-recommends", *packages]
        if _has_lists(_LISTS) and self._does(install):
            return True
        return self._does([*way, "apt-get", "update"]) and self._does(install)

    def _unpack(self, packages: Sequence[str], _way: Sequence[str]) -> bool:
        """Unpack the packages inside ``.venv``: needs no root, and nothing else sees them."""
        self.progress.say("Without root they go into .venv/syslibs.")
        work = self.environment.folder / "apt"
        shutil.rmtree(work, ignore_errors=True)
        for part in ("lists/partial", "cache/archives/partial", "debs", "root"):
            (work / part).mkdir(parents=True)
        own = [f"Dir::Cache={work / 'cache'}", "Debug::NoLocking=1"]
        own_lists = [*own, f"Dir::State::lists={work / 'lists'}"]
        unpacked = _has_lists(_LISTS) and self._fetch_and_unpack(packages, work, own)
        if not unpacked and self._does(["apt-get", *_options(own_lists), "update"]):
            unpacked = self._fetch_and_unpack(packages, work, own_lists)
        if unpacked:
            place = self.environment.folder / "syslibs"
            shutil.rmtree(place, ignore_errors=True)
            (work / "root").rename(place)
        shutil.rmtree(work, ignore_errors=True)
        return unpacked

    def _fetch_and_unpack(self, packages: Sequence[str], work: Path, own: Sequence[str]) -> bool:
        apt = ["apt-get", *_options(own)]
        simulate = [*apt, "install", "--simulate", "--no-install-recommends", *packages]
        plan = self.progress.command(simulate, self._plain())
        wanted = [f"{name}={version}" for name, version in _WOULD_INSTALL.findall(plan or "")]
        if not wanted:
            return False
        debs = work / "debs"
        if self.progress.command([*apt, "download", *wanted], self._plain(), folder=debs) is None:
            return False
        unpack = (["dpkg", "-x", str(deb), str(work / "root")] for deb in sorted(debs.iterdir()))
        return all(self._does(command) for command in unpack)

    def _does(self, command: Sequence[str]) -> bool:
        return self.progress.command(command, self._plain()) is not None

    def _plain(self) -> Mapping[str, str]:
        """Give variables under which the tools answer in the one language we read."""
        return {**self.environment.variables(), "LC_ALL": "C"}


def _options(settings: Sequence[str]) -> list[str]:
    return [word for setting in settings for word in ("-o", setting)]


def _has_lists(folder: Path) -> bool:
    return any(folder.glob("*_Packages*"))
