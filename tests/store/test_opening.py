import datetime as dt
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from stat import S_IMODE

import pytest

from focusdesk.filing.edit import Cause, Change
from focusdesk.filing.filing import OF_THE_MONTH, Status
from focusdesk.filing.history import history_of
from focusdesk.filing.ports import (
    FilingStore,
    NotAStore,
    StoreDamaged,
    StoreError,
    StoreFailed,
    StoreReadOnly,
    StoreTooNew,
)
from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.page import PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem, Schedule
from focusdesk.store.database import Database
from focusdesk.store.opening import create_store, new_store, open_store
from focusdesk.store.schema import APPLICATION_ID, KNOWN_SCHEMAS, SCHEMA_VERSION
from focusdesk.store.verify import verify

RELEASED = Path(__file__).with_name("databases")


def test_a_new_store_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "new.focusdesk"
    with create_store(path) as store:
        as_port: FilingStore = store
        assert as_port.filings() == ()
        assert not as_port.read_only
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such permissions")
def test_a_new_store_is_its_owner_s_alone(tmp_path: Path) -> None:
    create_store(tmp_path / "new.focusdesk").close()
    assert S_IMODE((tmp_path / "new.focusdesk").stat().st_mode) == 0o600


def test_a_store_that_is_there_is_not_overwritten(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(StoreFailed, match="not overwritten"):
        create_store(path)
    assert path.read_bytes() == before


def test_a_store_is_filled_whole_or_not_made_at_all(tmp_path: Path, edition: Edition) -> None:
    def fill_half(path: Path) -> None:
        with new_store(path) as store:
            assert store.path == path
            store.start(Period(2014, 1), edition.id)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fill_half(tmp_path / "new.focusdesk")
    assert list(tmp_path.iterdir()) == []


def test_a_new_store_that_was_filled_opens_with_what_it_holds(
    tmp_path: Path, edition: Edition
) -> None:
    with new_store(tmp_path / "new.focusdesk") as store:
        january = store.start(Period(2014, 1), edition.id, remark="as filed")
    with open_store(tmp_path / "new.focusdesk") as opened:
        assert opened.filings() == (january,)


@pytest.fixture
def form_of_every_version() -> Edition:
    """The form of the stores that are kept of every released version."""
    kinds = {
        "13": BoxKind.TEXT,
        "25": BoxKind.DATE,
        "16": BoxKind.CHECK,
        "firm.retail_forex": BoxKind.YES_NO,
        "7010": BoxKind.AMOUNT,
        "7080": BoxKind.AMOUNT,
    }
    boxes = tuple(Box(code, kind) for code, kind in kinds.items())
    page = Schedule("page", "Page", ("PAGE",), 10, (LineItem(boxes=boxes),), PageLayout())
    return Edition("2014-01", "Test", Period(2013, 1), (page,))


VERSIONS = [1, 2]


def test_a_store_of_every_released_version_is_kept() -> None:
    assert [version for version in KNOWN_SCHEMAS if version] == VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_a_store_of_every_released_version_opens_with_its_values(
    tmp_path: Path, version: int, form_of_every_version: Edition
) -> None:
    path = Path(shutil.copy(RELEASED / f"schema_{version}.sqlite", tmp_path))
    form, noted = form_of_every_version, {1: "7010", 2: "7080"}[version]
    values: dict[str, Value] = {
        "13": "Größe & Söhne, “Makler” 株式会社",
        "25": dt.date(2014, 1, 31),
        "16": True,
        "firm.retail_forex": False,
        "7010": 347_295_282,
        "7080": -(2**63),
    }
    with open_store(path) as store:
        january, december = store.filings()
        assert store.entered(january, form) == values
        assert store.entered(december, form) == {"7010": 1}
        assert (december.status, december.illustrative, december.remark) == (
            Status.PRINTED,
            True,
            "made up",
        )
        note = store.notes(january)[noted]
        assert (note.text, note.permanent) == ("the split is a reconstruction", False)
        assert store.note_history(january, noted)[0].text == "first words"
        assert store.facts() == {"calendar": "federal"}
        store.record(january, form, [Change("7010", 347_295_282, 0)], Cause.TYPED)
    assert verify(path) == ()


def test_what_a_store_of_version_1_holds_can_be_undone_from_the_first_edit_on(
    tmp_path: Path, form_of_every_version: Edition
) -> None:
    path = Path(shutil.copy(RELEASED / "schema_1.sqlite", tmp_path))
    with open_store(path) as store:
        january = store.find(Period(2014, 1))
        history = history_of(store.journal(january), form_of_every_version)
        assert store.typed(january) == {}
        assert store.attachments(january) == ()
    assert [step.words for step in history.undoable] == ["6 boxes entered"]
    assert [step.words for step in history.redoable] == ["7010: 347,295,282 to blank"]


def test_a_store_of_version_2_opens_with_all_that_is_kept_beside_its_figures(
    tmp_path: Path, form_of_every_version: Edition
) -> None:
    path = Path(shutil.copy(RELEASED / "schema_2.sqlite", tmp_path))
    with open_store(path) as store:
        january, december = store.filings()
        assert store.typed(january) == {"7010": "=347,295,000+282"}
        notes = store.notes(january)
        assert notes["7010"] == store.notes(december)["7010"]
        assert (notes["7010"].permanent, notes["7010"].author) == (True, "ada")
        assert notes[OF_THE_MONTH].text == "filed with leave"
        (letter,) = store.attachments(january)
        assert (letter.code, letter.name, letter.author) == ("7010", "letter.pdf", "ada")
        assert store.read_attachment(letter) == b"%PDF letter"
        history = history_of(store.journal(january), form_of_every_version)
    assert [step.words for step in history.undoable] == [
        "Roll forward from December 2013",
        "4 boxes entered",
    ]
    assert [step.words for step in history.redoable] == ["7010: 347,295,282 to blank"]
    assert verify(path) == ()


def journal_of(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM journal ORDER BY sequence").fetchall()


def as_version_1(path: Path) -> Path:
    """Give the same store as the first program would have written it.

    What only later programs keep must not be in it.
    """
    older = Path(shutil.copy(RELEASED / "schema_1.sqlite", path.with_name("older.focusdesk")))
    columns = "sequence, filing, code, text, author, written"
    with closing(sqlite3.connect(older, isolation_level=None)) as connection:
        connection.execute("ATTACH ? AS newer", (str(path),))
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        for name, _ in (rows := triggers.fetchall()):
            connection.execute(f"DROP TRIGGER {name}")
        for table in ("firm", "filing", "journal", "entry", "head", "note"):
            taken = columns if table == "note" else "*"
            connection.execute(f"DELETE FROM main.{table}")  # noqa: S608
            connection.execute(f"INSERT INTO main.{table} SELECT {taken} FROM newer.{table}")  # noqa: S608
        for _, sql in rows:
            connection.execute(sql)
    return older


@pytest.mark.parametrize("months", [0, 1, 24])
def test_a_store_of_version_1_is_brought_up_to_date_whatever_it_holds(
    path: Path, edition: Edition, months: int
) -> None:
    with open_store(path) as store:
        for number in range(months):
            month = store.start(Period(2012, 1).plus(number), edition.id, remark="as filed")
            changes = [Change("7010", None, number), Change("13", None, "Größe & Söhne 株式会社")]
            store.record(month, edition, changes, Cause.IMPORTED)
            store.write_note(month, "7010", "lost in the scan 👩")
            store.mark_printed(month, "c" * 64, "f" * 64)
            store.record(month, edition, [Change("7010", number, None)], Cause.TYPED)
    older = as_version_1(path)
    before = journal_of(older)

    with open_store(older) as store:
        assert len(store.filings()) == months
        for month in store.filings():
            assert store.entered(month, edition) == {"13": "Größe & Söhne 株式会社"}
            assert store.notes(month)["7010"].text == "lost in the scan 👩"
            assert store.changed_since_print() >= {month.id}

    assert journal_of(older) == before == journal_of(path)
    aside = older.with_name("older (version 1).focusdesk")
    assert journal_of(aside) == before
    with closing(sqlite3.connect(aside)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert verify(older) == ()


def test_a_damaged_store_of_version_1_is_neither_brought_up_to_date_nor_changed(
    tmp_path: Path,
) -> None:
    path = Path(shutil.copy(RELEASED / "schema_1.sqlite", tmp_path))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE entry SET value = '6' WHERE code = '7080'")
        connection.commit()
    before = path.read_bytes()
    for _ in range(2):
        with pytest.raises(
            StoreDamaged, match=r"January 2014, 7080: .* not brought up to date and not changed"
        ):
            open_store(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A store of version 0: marked as ours, with no schema yet."""
    path = tmp_path / "firm.focusdesk"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    return path


def test_an_older_store_is_put_aside_and_brought_up_to_date(older: Path, edition: Edition) -> None:
    before = older.read_bytes()
    with open_store(older) as store:
        store.start(Period(2014, 1), edition.id)
    assert older.with_name("firm (version 0).focusdesk").read_bytes()[100:] == before[100:]
    assert verify(older) == ()


def test_an_older_store_that_cannot_be_written_says_what_to_do(
    older: Path, open_folder: Path, give_up_rights: Callable[[], None]
) -> None:
    path = Path(shutil.copy(older, open_folder))
    path.chmod(0o444)
    give_up_rights()
    with pytest.raises(StoreReadOnly, match=r"made by an older focusdesk .* Copy it"):
        open_store(path)


def test_an_older_store_with_a_foreign_table_is_not_touched(older: Path) -> None:
    with closing(sqlite3.connect(older)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(StoreDamaged, match="table bookmarks that focusdesk did not make"):
        open_store(older)
    assert list(older.parent.iterdir()) == [older]


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        (f"PRAGMA user_version = {SCHEMA_VERSION + 1}", StoreTooNew),
        ("PRAGMA application_id = 7", NotAStore),
        ("DROP TABLE note", StoreDamaged),
    ],
)
def test_a_refused_store_is_left_as_it_was_and_let_go(
    path: Path, statement: str, kind: type[StoreError]
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
    before = path.read_bytes()
    with pytest.raises(kind):
        open_store(path)
    assert path.read_bytes() == before
    path.rename(path.with_name("moved"))  # Windows would refuse while it is open


def test_a_damaged_store_names_month_and_box(path: Path, edition: Edition) -> None:
    with open_store(path) as store:
        january = store.start(Period(2014, 1), edition.id)
        store.record(january, edition, [Change("7010", None, 5)], Cause.TYPED)
    with closing(Database(path)) as database, database.writing() as connection:
        connection.exec_driver_sql("UPDATE entry SET value = '6'")
    with pytest.raises(StoreDamaged, match=r'January 2014, 7010: the store holds "6"'):
        open_store(path)


def test_viewing_needs_no_right_to_write(
    path: Path, edition: Edition, open_folder: Path, give_up_rights: Callable[[], None]
) -> None:
    with open_store(path) as store:
        january = store.start(Period(2014, 1), edition.id)
        store.record(january, edition, [Change("7010", None, 5)], Cause.TYPED)
    view = Path(shutil.copy(path, open_folder))
    view.chmod(0o444)
    open_folder.chmod(0o555)
    give_up_rights()
    with open_store(view) as store:
        assert store.read_only
        assert store.entered(store.find(Period(2014, 1)), edition) == {"7010": 5}
        with pytest.raises(StoreReadOnly, match="for viewing only"):
            store.record(january, edition, [Change("7010", 5, 6)], Cause.TYPED)
        with pytest.raises(StoreReadOnly, match="for viewing only"):
            store.start(Period(2014, 2), edition.id)
