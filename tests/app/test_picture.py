"""A picture is drawn in a process of its own, as the set-up draws it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from focusdesk.app.joined import desk_edges


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.focusdesk"
    edges = desk_edges()
    edges.close_store(edges.write_sample(path))
    return path


def _draw(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "focusdesk.app", *map(str, arguments)]
    quiet = {**os.environ, "QT_LOGGING_RULES": "default.warning=false"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=quiet)  # noqa: S603 -- our own program


def test_the_desk_and_the_comparison_are_drawn(sample: Path, tmp_path: Path) -> None:
    desk, months = tmp_path / "desk.png", tmp_path / "months.png"
    drawn = _draw("--picture", desk, sample, "--period", "2014-01", "--code", "7190")
    assert (drawn.returncode, drawn.stderr) == (0, "")
    dark = ("--theme", "dark", "--size", "1200x700", "--compare", "2013-12")
    drawn = _draw("--picture", months, sample, "--period", "2014-01", *dark)
    assert (drawn.returncode, drawn.stderr) == (0, "")
    light, night = QImage(str(desk)), QImage(str(months))
    assert (light.width(), light.height()) == (1280, 800)
    assert (night.width(), night.height()) == (1200, 700)
    assert light.pixelColor(640, 780).lightness() > 200
    assert night.pixelColor(600, 690).lightness() < 60


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--period", "2019-01"), "no filing for January 2019"),
        (("--period", "2014-01", "--schedule", "none"), 'no schedule "none"'),
        (("--period", "2014-01", "--compare", "2001-01"), "no filing for January 2001"),
    ],
)
def test_what_is_not_there_is_a_sentence(
    sample: Path, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    drawn = _draw("--picture", tmp_path / "x.png", sample, *arguments)
    assert drawn.returncode == 2
    assert sentence in drawn.stderr
    assert not (tmp_path / "x.png").exists()


def test_a_store_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    drawn = _draw("--picture", tmp_path / "x.png", tmp_path / "no.focusdesk", "--period", "2014-01")
    assert drawn.returncode == 2
    assert "no.focusdesk" in drawn.stderr
