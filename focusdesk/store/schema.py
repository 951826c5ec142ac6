"""What a store's file must look like from outside: its marks, its versions, its known schemas.

A file that holds a table, a trigger or a view of someone else's is not opened: a trigger could
change figures behind the journal's back.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

APPLICATION_ID = 0x46435344
"""`PRAGMA application_id` of every store: "FCSD" in the header tells `file` whose it is."""

SCHEMA_VERSION = 1
"""`PRAGMA user_version` of a store that this program writes."""

_DIGITS = 32


@dataclass(frozen=True, slots=True)
class KnownSchema:
    """What a store of one version holds.

    Attributes:
        revision: The migration that made it, as Alembic's own table says.
        objects: The beginning of the SHA-256 of the statement behind each table, index and
            trigger, spaces evened out; empty for what SQLite adds by itself.
    """

    revision: str
    objects: Mapping[str, str]


KNOWN_SCHEMAS: Mapping[int, KnownSchema] = {
    0: KnownSchema(revision="", objects={}),
    1: KnownSchema(
        revision="0001",
        objects={
            "table alembic_version": "79480152459e3044b5ee201ea1877c43",
            "table entry": "fe0247a4b6fd1b6ce99cb12b7545bcb2",
            "table filing": "6ba36df07e04b90e03c103396d914407",
            "table firm": "717727621785a1654b68cb9d21809812",
            "table head": "3e08e826d647ac968e6b2092cb9b82f0",
            "table journal": "07edbbcff606544b96a33d745eb85f26",
            "trigger journal_is_not_changed": "73f9c23c418c93aca39d7b608df9a276",
            "trigger journal_is_not_deleted": "bd2a54a7c9628589a2ab910e4be5f8aa",
            "trigger journal_is_not_replaced": "d282da7db6d0a33ae5ff1d28baf72352",
            "index journal_of_filing": "a85e264bd4b748d3604d779de97c4ea5",
            "table note": "aa0e678c1312cdb28bd69110b3df4338",
            "trigger note_is_not_changed": "a71c2694f575ddbf8cd398b6ccc38756",
            "trigger note_is_not_deleted": "9ada4280a20d8c6ebcec957c67b5deb4",
            "trigger note_is_not_replaced": "603bf2908c0f4728a8c3e8ef37e11500",
            "index note_of_filing": "ab4d7f08c17bdaaec327bf1a4bab3182",
            "index sqlite_autoindex_alembic_version_1": "",
            "index sqlite_autoindex_filing_1": "",
        },
    ),
}
"""Every version that has been released, and 0, the file that has yet to be filled."""


def foreign_objects(connection: Connection, version: int) -> Iterator[str]:
    """Say what of a store's tables, indexes, triggers and views is not what it should be.

    Args:
        connection: In a transaction.
        version: The version that the store says it has; one of `KNOWN_SCHEMAS`.
    """
    known = KNOWN_SCHEMAS[version]
    found = schema_objects(connection)
    for name in found.keys() - known.objects.keys():
        yield f"it holds a {name} that focusdesk did not make"
    for name in known.objects.keys() - found.keys():
        yield f"its {name} is missing"
    for name in found.keys() & known.objects.keys():
        if found[name] != known.objects[name]:
            yield f"its {name} is not as focusdesk made it"
    if not known.revision or "table alembic_version" not in found:
        return
    revisions = connection.exec_driver_sql("SELECT version_num FROM alembic_version").fetchall()
    if [tuple(row) for row in revisions] != [(known.revision,)]:
        yield "it does not say which migrations it went through"


def schema_objects(connection: Connection) -> dict[str, str]:
    """Read the store's objects, as `KnownSchema.objects` has them."""
    rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_schema ORDER BY name")
    return {
        f"{kind} {name}": hashlib.sha256(" ".join(sql.split()).encode()).hexdigest()[:_DIGITS]
        if sql
        else ""
        for kind, name, sql in rows
    }
