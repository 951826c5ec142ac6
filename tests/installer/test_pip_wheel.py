import hashlib
import os
from pathlib import Path

import pytest

from installer import pip_wheel
from installer.pip_wheel import fetch_pip, pip_settings
from installer.progress import SetUpStopped

WHEEL = b"the wheel of pip"
NAME = "pip-26.3-py3-none-any.whl"


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let no setting of this machine be seen, and know the wheel above as pip's."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setattr(pip_wheel, "_SHA256", hashlib.sha256(WHEEL).hexdigest())
    (tmp_path / "out").mkdir()


def index(folder: Path, link: str, content: bytes = WHEEL) -> str:
    """Make an index of packages in a folder and give its address."""
    (folder / "pip").mkdir(parents=True)
    (folder / "files").mkdir()
    (folder / "files" / NAME).write_bytes(content)
    page = f'<a href="old/pip-1.0-py3-none-any.whl">old</a>\n<a\n href="{link}">pip</a>'
    (folder / "pip" / "index.html").write_text(page)
    return folder.as_uri()


def test_pip_comes_from_the_index_that_pip_is_configured_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = f"../files/{NAME}#sha256=00"
    monkeypatch.setenv("PIP_INDEX_URL", index(tmp_path / "mirror", link))
    assert fetch_pip(tmp_path / "out").read_bytes() == WHEEL


def test_pip_comes_from_a_folder_of_wheels_before_any_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wheels").mkdir()
    (tmp_path / "wheels" / NAME).write_bytes(WHEEL)
    monkeypatch.setenv("PIP_FIND_LINKS", f"{tmp_path / 'none'} {tmp_path / 'wheels'}")
    monkeypatch.setenv("PIP_INDEX_URL", "gopher://nowhere.example/simple")
    assert fetch_pip(tmp_path / "out").name == NAME


def test_a_forged_wheel_is_refused_and_the_next_place_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forged = index(tmp_path / "forged", f"../files/{NAME}", b"something else")
    monkeypatch.setenv("PIP_INDEX_URL", forged)
    with pytest.raises(SetUpStopped, match="is not the one we know") as stopped:
        fetch_pip(tmp_path / "out")
    assert stopped.value.status == 78
    assert not list((tmp_path / "out").iterdir())
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", index(tmp_path / "good", f"../files/{NAME}"))
    assert fetch_pip(tmp_path / "out").read_bytes() == WHEEL


def test_where_pip_is_nowhere_every_place_is_named_without_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "gopher://me:secret@mirror.example/simple")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    with pytest.raises(SetUpStopped) as stopped:
        fetch_pip(tmp_path / "out")
    assert f"{tmp_path}: {NAME} is not there" in stopped.value.sentence
    assert "gopher://mirror.example/simple/pip/: gopher is no way" in stopped.value.sentence
    assert "secret" not in stopped.value.sentence


def test_settings_come_from_pips_file_and_its_variables_win(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "pip.conf"
    file.write_text(
        "[global]\nindex-url = https://file.example/simple\ncert = /ca.pem\n"
        "[install]\nextra_index_url =\n    https://one.example\n    https://two.example\n"
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", str(file))
    monkeypatch.setenv("PIP_INDEX_URL", "https://variable.example/simple")
    settings = pip_settings()
    assert settings["index-url"] == "https://variable.example/simple"
    assert settings["cert"] == "/ca.pem"
    assert settings["extra-index-url"].split() == ["https://one.example", "https://two.example"]


def test_no_index_leaves_only_the_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_INDEX_URL", index(tmp_path / "mirror", f"../files/{NAME}"))
    with pytest.raises(SetUpStopped):
        fetch_pip(tmp_path / "out")
