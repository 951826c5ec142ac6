"""A sample store for each test, and a way to run commands on it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from focusdesk.__main__ import main
from tests.cli.command import Command, Ran


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample store that no test writes to."""
    path = tmp_path_factory.mktemp("sample") / "s.focusdesk"
    assert main(["sample", str(path)]) == 0
    return path


@pytest.fixture
def store(sample: Path, tmp_path: Path) -> Path:
    """A sample store of the test's own."""
    return Path(shutil.copy(sample, tmp_path / "s.focusdesk"))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folders, empty and of the test's own."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for variable in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(home / variable))
    return home


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command in this process."""

    def run(*words: object) -> Ran:
        capsys.readouterr()
        status = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return Ran(status, out, err)

    return run


@pytest.fixture
def held(command: Command, tmp_path: Path) -> Callable[[Path], bytes]:
    """Give all that a store holds in January, to see that nothing has changed."""

    def export(store: Path) -> bytes:
        to = tmp_path / "held.json"
        assert command("export", store, "--period", "2014-01", "--to", to).status == 0
        return to.read_bytes()

    return export
