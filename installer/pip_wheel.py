"""pip itself, for a Python that came without it (Debian's, when python3-venv is missing).

The wheel is named by version and SHA-256, and comes from the index that pip is configured for:
a firm's mirror is often the only one that can be reached.
"""

import base64
import configparser
import hashlib
import html
import os
import re
import ssl
import sys
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from installer.progress import SetUpStopped

_NAME = "pip-26.3-py3-none-any.whl"
_SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"
_INDEX = "https://pypi.org/simple"
_LINK = re.compile(rf"""href\s*=\s*["']([^"']*{re.escape(_NAME)}[^"']*)["']""", re.IGNORECASE)
_LONGEST_WAIT = 60


def fetch_pip(folder: Path) -> Path:
    """Put pip's wheel into the folder and give its path.

    Raises:
        SetUpStopped: No place that pip is configured for has this very wheel.
    """
    faults: list[str] = []
    for place in _places():
        try:
            wheel = _from_place(place)
        except (OSError, ValueError) as fault:
            faults.append(f"{_without_password(place)}: {fault}")
            continue
        if wheel is None:
            faults.append(f"{_without_password(place)}: {_NAME} is not there")
        elif hashlib.sha256(wheel).hexdigest() != _SHA256:
            faults.append(f"{_without_password(place)}: {_NAME} is not the one we know")
        else:
            path = folder / _NAME
            path.write_bytes(wheel)
            return path
    sentence = (
        "This Python has no pip, and pip could not be fetched:\n    "
        + "\n    ".join(faults)
        + "\nSet PIP_INDEX_URL to a mirror, or install the package python3-venv."
    )
    raise SetUpStopped(sentence, lacking=True)


def _places() -> Iterator[str]:
    """Give where pip would look: folders and pages of links first, then each index's own page."""
    settings = pip_settings()
    yield from settings.get("find-links", "").split()
    if settings.get("no-index", "").lower() not in {"1", "true", "yes", "on"}:
        indexes = [settings.get("index-url", _INDEX), *settings.get("extra-index-url", "").split()]
        yield from (f"{index.rstrip('/')}/pip/" for index in indexes)


def pip_settings() -> dict[str, str]:
    """Read pip's own settings: its configuration files, then its environment variables."""
    settings: dict[str, str] = {}
    parser = configparser.RawConfigParser(strict=False)
    for path in _configuration_files():
        try:
            parser.read(path, encoding="utf-8")
        except (configparser.Error, OSError, UnicodeError):
            continue  # pip will complain of it in its own words
    for section in ("global", "install"):
        if parser.has_section(section):
            settings.update({name.replace("_", "-"): v for name, v in parser.items(section)})
    for name, value in os.environ.items():
        if name.startswith("PIP_") and value:
            settings[name[len("PIP_") :].lower().replace("_", "-")] = value
    return settings


def _configuration_files() -> list[Path]:
    chosen = os.environ.get("PIP_CONFIG_FILE", "")
    if chosen == os.devnull:
        return []
    home = Path.home()
    if sys.platform == "win32":
        data = [os.environ.get(name, "") for name in ("PROGRAMDATA", "APPDATA")]
        paths = [Path(place, "pip", "pip.ini") for place in data if place]
        paths.insert(1, home / "pip" / "pip.ini")
    else:
        system = os.environ.get("XDG_CONFIG_DIRS", "/etc/xdg").split(":")
        paths = [Path(place, "pip", "pip.conf") for place in reversed(system) if place]
        paths += [Path("/etc/pip.conf"), home / ".pip" / "pip.conf"]
        paths.append(Path(os.environ.get("XDG_CONFIG_HOME", home / ".config"), "pip", "pip.conf"))
        if sys.platform == "darwin":
            paths.append(home / "Library" / "Application Support" / "pip" / "pip.conf")
    return [*paths, Path(chosen)] if chosen else paths


def _from_place(place: str) -> bytes | None:
    folder = _local_path(place)
    if folder is None:
        page = _get(place)
        return _follow(place, page) if not place.endswith(".whl") else page
    if (folder / _NAME).is_file():
        return (folder / _NAME).read_bytes()
    page_file = folder / "index.html"
    return _follow(page_file.as_uri(), page_file.read_bytes()) if page_file.is_file() else None


def _follow(address: str, page: bytes) -> bytes | None:
    found = _LINK.search(page.decode("utf-8", errors="replace"))
    if not found:
        return None
    link = urllib.parse.urljoin(address, html.unescape(found[1]))
    if not urllib.parse.urlsplit(link).username:
        link = _with_password_of(address, link)
    return _get(urllib.parse.urldefrag(link).url)


def _local_path(place: str) -> Path | None:
    if place.startswith("file:"):
        return Path(urllib.request.url2pathname(urllib.parse.urlsplit(place).path))
    return None if "://" in place else Path(place).expanduser()


def _get(address: str) -> bytes:
    """Fetch an http, https or file address; a name and password in it go into a header."""
    parts = urllib.parse.urlsplit(address)
    if parts.scheme not in {"http", "https", "file"}:
        message = f"{parts.scheme} is no way to fetch pip"
        raise ValueError(message)
    request = urllib.request.Request(_without_password(address), headers={"Accept": "text/html"})  # noqa: S310
    if parts.username:
        name, word = (urllib.parse.unquote(part or "") for part in (parts.username, parts.password))
        sign = base64.b64encode(f"{name}:{word}".encode()).decode()
        request.add_unredirected_header("Authorization", f"Basic {sign}")
    context = _trust(secret=bool(parts.username))
    with urllib.request.urlopen(request, timeout=_LONGEST_WAIT, context=context) as answer:  # noqa: S310
        return answer.read()


def _trust(*, secret: bool) -> ssl.SSLContext:
    names = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
    files = [pip_settings().get("cert", ""), *(os.environ.get(name, "") for name in names)]
    file = next((path for path in files if path and Path(path).is_file()), None)
    context = ssl.create_default_context(cafile=file)
    if not context.cert_store_stats()["x509_ca"] and not secret and not _has_folder_of_roots():
        # A bare Debian has no list of certificate authorities at all. What is fetched is known
        # by its SHA-256, so a forged answer is refused all the same.
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _has_folder_of_roots() -> bool:
    """Tell whether OpenSSL finds authorities one by one in a folder, which it does lazily."""
    folder = ssl.get_default_verify_paths().capath
    return bool(folder) and any(Path(folder).iterdir())


def _without_password(address: str) -> str:
    parts = urllib.parse.urlsplit(address)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def _with_password_of(address: str, link: str) -> str:
    """Carry an index's name and password over to a link on the same host, as pip does."""
    ours, theirs = urllib.parse.urlsplit(address), urllib.parse.urlsplit(link)
    if ours.username and ours.hostname == theirs.hostname and ours.port == theirs.port:
        return theirs._replace(netloc=ours.netloc).geturl()
    return link
