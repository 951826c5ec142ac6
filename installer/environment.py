"""The virtual environment of the checkout, ``.venv``: made once, whole or not at all."""

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from installer.pip_wheel import fetch_pip
from installer.progress import Progress, SetUpStopped
from installer.pythons import NEWEST, OLDEST

RUN_LOCK = "requirements.lock"
TEST_LOCK = "requirements-dev.lock"
_STAMP = "focusdesk-setup.json"
_MEGABYTES = {RUN_LOCK: 105, TEST_LOCK: 190}
_SPACE_NEEDED = {RUN_LOCK: 700_000_000, TEST_LOCK: 1_200_000_000}
_POISON = ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PIP_ROOT")


@dataclass(frozen=True, slots=True)
class Environment:
    """The checkout's own Python with its libraries.

    Attributes:
        root: The checkout.
    """

    root: Path

    @property
    def folder(self) -> Path:
        """Give the environment's folder."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """Give the environment's interpreter."""
        return self._scripts / ("python.exe" if os.name == "nt" else "python")

    @property
    def wheels(self) -> Path:
        """Give the folder where pip's files lie between fetching and installing."""
        return self.folder / "wheels"

    @property
    def _scripts(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    def variables(self) -> dict[str, str]:
        """Give the variables that its processes get: ours without what misleads Python or pip."""
        return {name: value for name, value in os.environ.items() if name not in _POISON}

    def prepare(self, lock: str, progress: Progress) -> None:
        """Have exactly the libraries of the lock file; does nothing when they are there.

        Raises:
            SetUpStopped: A step failed; no half-made environment stays behind.
        """
        now = {name: self._digest(name) for name in (RUN_LOCK, TEST_LOCK)}
        had = self._locks()
        if had.get(lock) == now[lock] and self._runs(progress):
            return
        grows = bool(had) and all(now[name] == digest for name, digest in had.items())
        if not grows or not self._runs(progress):
            self._clear_away(progress)
            self._require_space(lock)
            self._make(progress)
        try:
            self._fetch(lock, progress)
            self._write_stamp({})  # from here on a pulled plug leaves it marked as half made
            self._install(lock, progress)
            self._connect()
        except BaseException:
            half_made = not self._locks()
            shutil.rmtree(self.folder if half_made else self.wheels, ignore_errors=True)
            raise
        names = (RUN_LOCK, TEST_LOCK) if lock == TEST_LOCK else (lock,)  # the one holds the other
        self._write_stamp({name: now[name] for name in names})

    def _digest(self, lock: str) -> str:
        return hashlib.sha256((self.root / lock).read_bytes()).hexdigest()

    def _locks(self) -> dict[str, str]:
        """Give the digests of the lock files that are installed; none when it is half-made."""
        try:
            stamp = json.loads((self.folder / _STAMP).read_text(encoding="utf-8"))
            return {str(name): str(digest) for name, digest in stamp["locks"].items()}
        except (OSError, ValueError, KeyError, AttributeError, TypeError):
            return {}

    def _write_stamp(self, locks: Mapping[str, str]) -> None:
        text = json.dumps({"made_by": "installer/bootstrap.py", "locks": dict(locks)}, indent=2)
        (self.folder / _STAMP).write_text(text + "\n", encoding="utf-8")

    def _runs(self, progress: Progress) -> bool:
        """Tell whether it still starts: an upgraded system may have taken its Python away."""
        words = f"import sys; sys.exit(not {OLDEST} <= sys.version_info[:2] <= {NEWEST})"
        return progress.command([str(self.python), "-I", "-c", words], os.environ) is not None

    def _clear_away(self, progress: Progress) -> None:
        """Remove what set-up left half-made; what somebody else made is only set aside."""
        if not self.folder.exists():
            return
        if (self.folder / _STAMP).is_file():
            progress.say(
                "The environment in .venv is out of date or was half made; making it anew."
            )
            shutil.rmtree(self.folder)
            return
        aside = next(
            place
            for number in range(1, 1000)
            if not (place := self.root / f".venv.aside-{number}").exists()
        )
        self.folder.rename(aside)
        progress.say(f"There was a .venv that set-up did not make; it is now {aside.name}.")

    def _require_space(self, lock: str) -> None:
        free, needed = shutil.disk_usage(self.root).free, _SPACE_NEEDED[lock]
        if free < needed:
            sentence = (
                f"Set-up needs {needed // 1_000_000} MB in {self.root}, "
                f"and {free // 1_000_000} MB are free."
            )
            raise SetUpStopped(sentence, lacking=True)

    def _make(self, progress: Progress) -> None:
        shown = ".".join(map(str, sys.version_info[:3]))
        progress.say(f"Making a virtual environment in .venv with Python {shown}.")
        self.folder.mkdir()
        self._write_stamp({})  # says from the first moment on whose it is, and that it is half made
        try:
            make = [sys.executable, "-m", "venv", str(self.folder)]
            if progress.command(make, self.variables()) is None:
                self._make_without_ensurepip(progress)
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def _make_without_ensurepip(self, progress: Progress) -> None:
        progress.say("This Python came without pip; fetching it.")
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        self._write_stamp({})
        make = [sys.executable, "-m", "venv", "--without-pip", str(self.folder)]
        if progress.command(make, self.variables()) is None:
            sentence = f"{sys.executable} cannot make a virtual environment: {progress.reason()}."
            raise SetUpStopped(sentence, lacking=True)
        wheel = fetch_pip(self.folder)
        install = [str(self.python), f"{wheel}/pip", "install", "--no-index", "--no-deps"]
        if progress.command([*install, str(wheel)], self.variables()) is None:
            sentence = f"pip could not be installed: {progress.reason()}"
            raise SetUpStopped(sentence)
        wheel.unlink()

    def _fetch(self, lock: str, progress: Progress) -> None:
        """Fetch every library before one is installed: without a network, nothing changes."""
        text = (self.root / lock).read_text(encoding="utf-8")
        count = sum("==" in line for line in text.splitlines())
        progress.say(f"Fetching the {count} libraries of {lock} (about {_MEGABYTES[lock]} MB).")
        command = self._pip("download", lock, "--only-binary", ":all:", "--dest", str(self.wheels))
        if progress.command(command, self.variables()) is None:
            sentence = (
                f"pip could not fetch the libraries of {lock}: {progress.reason()}\n"
                "If this machine reaches packages by a mirror, set PIP_INDEX_URL to it."
            )
            raise SetUpStopped(sentence)

    def _install(self, lock: str, progress: Progress) -> None:
        progress.say("Installing them.")
        command = self._pip("install", lock, "--no-index", "--find-links", str(self.wheels))
        if progress.command(command, self.variables()) is None:
            sentence = f"pip could not install the libraries of {lock}: {progress.reason()}"
            raise SetUpStopped(sentence)
        shutil.rmtree(self.wheels)

    def _pip(self, verb: str, lock: str, *options: str) -> list[str]:
        pip = [str(self.python), "-m", "pip", "--no-input", "--disable-pip-version-check", verb]
        pip += ["--progress-bar", "off", "--require-hashes", "--no-deps", *options]
        return [*pip, "-r", str(self.root / lock)]

    def _connect(self) -> None:
        """Let the environment's Python find the checkout, and give it a `focusdesk` command."""
        packages = next(iter(self.folder.glob("lib/python3*/site-packages")), None)
        packages = packages or self.folder / "Lib" / "site-packages"
        # relative, so that it holds no letters that a .pth file could misread, and survives a move
        (packages / "focusdesk.pth").write_text(
            os.path.relpath(self.root, packages) + "\n", encoding="ascii"
        )
        if os.name == "nt":
            script = self._scripts / "focusdesk.cmd"
            script.write_text('@"%~dp0python.exe" -m focusdesk %*\n', encoding="ascii")
        else:
            script = self._scripts / "focusdesk"
            words = '#!/bin/sh\nexec "$(dirname "$0")/python" -m focusdesk "$@"\n'
            script.write_text(words, encoding="ascii")
            script.chmod(0o755)
