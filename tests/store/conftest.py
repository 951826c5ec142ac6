"""A small edition with each kind of box, stores in temporary folders, a user without rights."""

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from focusdesk.form.box import Box, BoxKind
from focusdesk.form.edition import Edition
from focusdesk.form.page import PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem, Schedule
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.journal import Author
from focusdesk.store.opening import new_store, open_store

NOBODY = 65534


@pytest.fixture(scope="session")
def edition() -> Edition:
    boxes = [
        *(Box(str(code), BoxKind.AMOUNT) for code in range(7010, 7110, 10)),
        Box("13", BoxKind.TEXT),
        Box("25", BoxKind.DATE),
        Box("16", BoxKind.CHECK),
        Box("firm.retail_forex", BoxKind.YES_NO),
    ]
    lines = tuple(LineItem(label=f"Box {box.code}", boxes=(box,)) for box in boxes)
    page = Schedule("page", "Page", ("PAGE",), 10, lines, PageLayout())
    return Edition("2014-01", "Test", Period(2013, 1), (page,))


@pytest.fixture
def author() -> Author:
    return Author("ada", "desk-7", "focusdesk 0.0.1")


@pytest.fixture
def clock() -> Callable[[], dt.datetime]:
    """A clock that is one second later each time it is read."""
    seconds = count()
    return lambda: dt.datetime(2014, 2, 3, 9, tzinfo=dt.UTC) + dt.timedelta(seconds=next(seconds))


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store without filings, for copying: making one runs the migrations."""
    path = tmp_path_factory.mktemp("empty") / "empty.focusdesk"
    with new_store(path):
        pass
    return path


@pytest.fixture
def path(empty_store: Path, tmp_path: Path) -> Path:
    """The path of a store without filings, in a folder of its own."""
    return Path(shutil.copy(empty_store, tmp_path / "firm.focusdesk"))


@pytest.fixture
def store(
    path: Path, author: Author, clock: Callable[[], dt.datetime]
) -> Iterator[SqliteFilingStore]:
    with open_store(path, author=author, clock=clock) as opened:
        yield opened


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine can reach, which pytest's own folders are not."""
    folder = Path(tempfile.mkdtemp(prefix="focusdesk-test-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def give_up_rights(open_folder: Path) -> Iterator[Callable[[], None]]:
    """Go on as a user whom the permissions of files bind, which they do not for root."""
    if not hasattr(os, "geteuid"):
        pytest.skip("permissions are another matter on this system")
    assert open_folder.is_dir()  # made before, with all rights, and removed after
    own = os.geteuid()
    yield lambda: os.seteuid(NOBODY if own == 0 else own)
    os.seteuid(own)
