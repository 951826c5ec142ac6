"""Permanent notes, attached files, and an index for the journal of one box.

`note` is made anew instead of altered, so that its text in the file is the one written here and
not what some version of SQLite makes of it. Nothing else refers to its rows.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_STATEMENTS = (
    "DROP INDEX note_of_filing",
    "DROP TRIGGER note_is_not_changed",
    "DROP TRIGGER note_is_not_replaced",
    "DROP TRIGGER note_is_not_deleted",
    "ALTER TABLE note RENAME TO note_before",
    """
    CREATE TABLE note (
        sequence INTEGER NOT NULL PRIMARY KEY REFERENCES journal (sequence),
        filing INTEGER NOT NULL REFERENCES filing (id),
        code TEXT NOT NULL,
        text TEXT NOT NULL,
        author TEXT NOT NULL,
        written TEXT NOT NULL,
        permanent INTEGER NOT NULL CHECK (permanent IN (0, 1))
    ) STRICT
    """,
    """
    INSERT INTO note (sequence, filing, code, text, author, written, permanent)
    SELECT sequence, filing, code, text, author, written, 0 FROM note_before ORDER BY sequence
    """,
    "DROP TABLE note_before",
    "CREATE INDEX note_of_filing ON note (filing)",
    """
    CREATE TRIGGER note_is_not_changed BEFORE UPDATE ON note
    BEGIN SELECT RAISE(ABORT, 'notes are only added to'); END
    """,
    """
    CREATE TRIGGER note_is_not_replaced BEFORE INSERT ON note
    WHEN EXISTS (SELECT 1 FROM note WHERE sequence = NEW.sequence)
    BEGIN SELECT RAISE(ABORT, 'notes are only added to'); END
    """,
    """
    CREATE TRIGGER note_is_not_deleted BEFORE DELETE ON note
    BEGIN SELECT RAISE(ABORT, 'notes are only added to'); END
    """,
    """
    CREATE TABLE attachment (
        digest TEXT NOT NULL PRIMARY KEY,
        content BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TRIGGER attachment_is_not_changed BEFORE UPDATE ON attachment
    BEGIN SELECT RAISE(ABORT, 'attached files are only added to'); END
    """,
    """
    CREATE TRIGGER attachment_is_not_replaced BEFORE INSERT ON attachment
    WHEN EXISTS (SELECT 1 FROM attachment WHERE digest = NEW.digest)
    BEGIN SELECT RAISE(ABORT, 'attached files are only added to'); END
    """,
    """
    CREATE TRIGGER attachment_is_not_deleted BEFORE DELETE ON attachment
    BEGIN SELECT RAISE(ABORT, 'attached files are only added to'); END
    """,
    "DROP INDEX journal_of_filing",
    "CREATE INDEX journal_of_box ON journal (filing, code)",
)


def upgrade() -> None:
    """Keep every note as one for its month alone, and make room for files."""
    for statement in _STATEMENTS:
        op.execute(statement)
