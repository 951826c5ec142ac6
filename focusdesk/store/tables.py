"""The tables of a store, for building statements; the migrations make them.

Values are the canonical text of `Box.encode`: SQLite has no decimals and no dates. There is no
column for a code, so a new edition of the form needs no migration.
"""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

firm = Table(
    "firm",
    metadata,
    Column("fact", Text, primary_key=True),
    Column("text", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""What the firm has settled once, such as its calendar."""

filing = Table(
    "filing",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("period", Text, nullable=False),
    Column("edition", Text, nullable=False),
    Column("amendment", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("illustrative", Integer, nullable=False),
    Column("remark", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    UniqueConstraint("period", "amendment"),
    sqlite_strict=True,
)
"""The headers. `revision` is the sequence of the filing's last journal row, so it only grows."""

entry = Table(
    "entry",
    metadata,
    Column("filing", Integer, ForeignKey("filing.id"), primary_key=True),
    Column("code", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""The boxes that were entered. A blank has no row; a computed box is never kept."""

journal = Table(
    "journal",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("edit", Integer, nullable=False),
    Column("written", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("program", Text, nullable=False),
    Column("filing", Integer, ForeignKey("filing.id")),
    Column("code", Text, nullable=False),
    Column("old", Text),
    Column("new", Text),
    Column("cause", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index("journal_of_box", "filing", "code"),
    sqlite_strict=True,
)
"""The audit trail; triggers refuse to change or delete a row.

`sequence` runs 1, 2, 3 without a gap. `edit` is the sequence of the first row of the same
transaction, so that an edit of many boxes can be told from many edits. `filing` is null for a fact
of the firm. `digest` is that of the filing, or of the facts, after the transaction. `hash` covers
all other columns of the row, and so `previous`, the hash of the row before.
"""

note = Table(
    "note",
    metadata,
    Column("sequence", Integer, ForeignKey("journal.sequence"), primary_key=True),
    Column("filing", Integer, ForeignKey("filing.id"), nullable=False),
    Column("code", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("written", Text, nullable=False),
    Column("permanent", Integer, nullable=False),
    Index("note_of_filing", "filing"),
    sqlite_strict=True,
)
"""Words at boxes; the newest row of a box counts, an empty text withdraws. Rows stay as written.

The note on the month itself has no code. `permanent` is 1 where the words come along to the next
month; `author` and `written` are those of the first month then.
"""

attachment = Table(
    "attachment",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""The content of attached files by its SHA-256; the journal says what is attached where.

Rows stay, also when a file is withdrawn: triggers refuse to change or delete one.
"""

head = Table(
    "head",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("hash", Text, nullable=False),
    sqlite_strict=True,
)
"""One row: where the journal ends, and so how many rows it has. Rows cut off its end are missed."""
