from contextlib import closing
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from focusdesk.store.database import Database
from focusdesk.store.tables import metadata


def test_the_tables_are_those_that_the_migrations_make(path: Path) -> None:
    with closing(Database(path)) as database, database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences: list[Any] = compare_metadata(context, metadata)
    assert differences == []


def test_every_table_is_strict(path: Path) -> None:
    with closing(Database(path)) as database, database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT name, strict FROM pragma_table_list").all()
    strict = {name: bool(strict) for name, strict in rows if not name.startswith("sqlite_")}
    assert strict == dict.fromkeys([*metadata.tables, "alembic_version"], True)
