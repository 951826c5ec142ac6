"""What a store's file must look like from outside: its marks, its versions, its known schemas.

A file that holds a table, a trigger or a view of someone else's is not opened: a trigger could
change figures behind the journal's back.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from focusdesk.filing.digest import digest_of

APPLICATION_ID = 0x46435344
"""`PRAGMA application_id` of every store: "FCSD" in the header tells `file` whose it is."""

SCHEMA_VERSION = 2
"""`PRAGMA user_version` of a store that this program writes."""

_DIGITS = 32


@dataclass(frozen=True, slots=True)
class KnownSchema:
    """What a store of one version holds.

    Attributes:
        revision: The migration that made it, as Alembic's own table says.
        objects: The beginning of the digest of each table's, index's and trigger's own table and
            statement.
    """

    revision: str
    objects: Mapping[str, str]


_FIRST: Mapping[str, str] = {
    "table alembic_version": "42992c8c5a486614065c7e960ca6cb8c",
    "index sqlite_autoindex_alembic_version_1": "8f14ae3702e7c5ab84f10f5ee2126778",
    "table firm": "8d6bd0220e225ce6a1ba352b5ad95525",
    "table filing": "997392b970620990edf7ef73c9153739",
    "index sqlite_autoindex_filing_1": "b010c1f8710d8d0480a9e1583cfd6c11",
    "table entry": "08eeabac3dcf8d25492e5521e430d7d2",
    "table journal": "9b840bc8ec26ef76a06c1192d12a70f6",
    "index journal_of_filing": "6840bc56b8d52dfe346fe2f1182fab9d",
    "table note": "45d31ee449f4b6fc8e9216c2ce50d429",
    "index note_of_filing": "c35ab5144f96d85fd9f6be2b51933395",
    "table head": "ebe1f06d5e29190bdd60146226ca14f8",
    "trigger journal_is_not_changed": "f575f9a31058c89968aa46c551f07e91",
    "trigger journal_is_not_deleted": "dcd36075712456881ecf6a68a2ed0cb2",
    "trigger journal_is_not_replaced": "ad18449d502be99d98c561c270b15a4a",
    "trigger note_is_not_changed": "88c9fe500178cecd6ebf2a596ec39b9f",
    "trigger note_is_not_replaced": "f0187892d5386f53c8e143cfc0952342",
    "trigger note_is_not_deleted": "aa5c4958f7161eac8cce4a38cb841d38",
}

# What 2 changes: notes can be permanent, files are attached, the journal of a box is found at once.
_SECOND: Mapping[str, str] = {
    **{name: digest for name, digest in _FIRST.items() if name != "index journal_of_filing"},
    "index journal_of_box": "15022b1c264f1fc33f2687597defea5d",
    "table note": "fa177f3a8a38afe24e3f11cc2632a6d4",
    "table attachment": "374a90018820311e21233bfe3a23d5a1",
    "index sqlite_autoindex_attachment_1": "a6ae0b4d376cbe8b372916680383a6fa",
    "trigger attachment_is_not_changed": "25ba24a8c7cf68d15f16a3c5c43c1cd8",
    "trigger attachment_is_not_replaced": "fcd9784bc36d1b1f326ce7e33ccff72a",
    "trigger attachment_is_not_deleted": "25fbfae46865c4d3e63bf78bc0ee9897",
}

KNOWN_SCHEMAS: Mapping[int, KnownSchema] = {
    0: KnownSchema(revision="", objects={}),
    1: KnownSchema(revision="0001", objects=_FIRST),
    2: KnownSchema(revision="0002", objects=_SECOND),
}
"""Every version that has been released, and 0, the file that has yet to be filled."""


def foreign_objects(connection: Connection, version: int) -> tuple[str, ...]:
    """Say what of a store's tables, indexes, triggers and views is not what it should be.

    Args:
        connection: In a transaction.
        version: The version that the store says it has; one of `KNOWN_SCHEMAS`.
    """
    known = KNOWN_SCHEMAS[version]
    found = schema_objects(connection)
    foreign = found.keys() - known.objects.keys()
    missing = known.objects.keys() - found.keys()
    altered = {name for name in found.keys() - foreign if found[name] != known.objects[name]}
    return (
        *(f"it holds a {name} that focusdesk did not make" for name in sorted(foreign)),
        *(f"its {name} is missing" for name in sorted(missing)),
        *(f"its {name} is not as focusdesk made it" for name in sorted(altered)),
        *(() if foreign or missing or altered else _wrong_revision(connection, known)),
    )


def schema_objects(connection: Connection) -> dict[str, str]:
    """Read the store's objects, as `KnownSchema.objects` has them."""
    rows = connection.exec_driver_sql("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return {
        f"{kind} {name}": digest_of([table, statement])[:_DIGITS]
        for kind, name, table, statement in rows
    }


def _wrong_revision(connection: Connection, known: KnownSchema) -> tuple[str, ...]:
    if not known.revision:
        return ()
    revisions = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars()
    right = revisions.all() == [known.revision]
    return () if right else ("it does not say which migrations it went through",)
