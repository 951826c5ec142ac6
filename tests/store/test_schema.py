from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from focusdesk.store.database import Database
from focusdesk.store.schema import (
    KNOWN_SCHEMAS,
    SCHEMA_VERSION,
    foreign_objects,
    schema_objects,
)


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with closing(Database(path)) as opened:
        yield opened


def found(database: Database, version: int = SCHEMA_VERSION) -> tuple[str, ...]:
    with database.reading() as connection:
        return foreign_objects(connection, version)


def test_the_known_schema_is_what_the_migrations_make(database: Database) -> None:
    with database.reading() as connection:
        assert schema_objects(connection) == KNOWN_SCHEMAS[SCHEMA_VERSION].objects
    assert found(database) == ()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (
            "CREATE TRIGGER sly AFTER UPDATE ON entry BEGIN UPDATE firm SET text = ''; END",
            "it holds a trigger sly that focusdesk did not make",
        ),
        ("CREATE VIEW entries AS SELECT 1", "it holds a view entries that focusdesk did not make"),
        ("DROP TRIGGER journal_is_not_deleted", "its trigger journal_is_not_deleted is missing"),
        ("ALTER TABLE firm ADD COLUMN more TEXT", "its table firm is not as focusdesk made it"),
        ("DELETE FROM alembic_version", "it does not say which migrations it went through"),
    ],
)
def test_what_focusdesk_did_not_make_is_named(
    database: Database, statement: str, words: str
) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql(statement)
    assert found(database) == (words,)


def test_a_store_that_claims_an_older_version_is_not_taken_for_one(database: Database) -> None:
    assert "it holds a table entry that focusdesk did not make" in found(database, 0)
