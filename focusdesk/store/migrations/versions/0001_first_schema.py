"""First schema: facts, filings, entries, notes, and the journal with its head.

The statements are written out, not built from `tables`, so that a store made years from now goes
through the very text that today's stores hold.
"""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE firm (
        fact TEXT NOT NULL PRIMARY KEY,
        text TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE filing (
        id INTEGER NOT NULL PRIMARY KEY,
        period TEXT NOT NULL,
        edition TEXT NOT NULL,
        amendment INTEGER NOT NULL CHECK (amendment >= 0),
        status TEXT NOT NULL,
        illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
        remark TEXT NOT NULL,
        created TEXT NOT NULL,
        digest TEXT NOT NULL,
        revision INTEGER NOT NULL,
        UNIQUE (period, amendment)
    ) STRICT
    """,
    """
    CREATE TABLE entry (
        filing INTEGER NOT NULL REFERENCES filing (id),
        code TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (filing, code)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE journal (
        sequence INTEGER NOT NULL PRIMARY KEY,
        edit INTEGER NOT NULL,
        written TEXT NOT NULL,
        user TEXT NOT NULL,
        host TEXT NOT NULL,
        program TEXT NOT NULL,
        filing INTEGER REFERENCES filing (id),
        code TEXT NOT NULL,
        old TEXT,
        new TEXT,
        cause TEXT NOT NULL,
        digest TEXT NOT NULL,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX journal_of_filing ON journal (filing)",
    """
    CREATE TABLE note (
        sequence INTEGER NOT NULL PRIMARY KEY REFERENCES journal (sequence),
        filing INTEGER NOT NULL REFERENCES filing (id),
        code TEXT NOT NULL,
        text TEXT NOT NULL,
        author TEXT NOT NULL,
        written TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX note_of_filing ON note (filing)",
    """
    CREATE TABLE head (
        id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
        sequence INTEGER NOT NULL,
        hash TEXT NOT NULL
    ) STRICT
    """,
    "INSERT INTO head (id, sequence, hash) VALUES (1, 0, '')",
    """
    CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END
    """,
    """
    CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END
    """,
    # INSERT OR REPLACE would delete the old row without asking the trigger above.
    """
    CREATE TRIGGER journal_is_not_replaced BEFORE INSERT ON journal
    WHEN EXISTS (SELECT 1 FROM journal WHERE sequence = NEW.sequence)
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END
    """,
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
)


def upgrade() -> None:
    """Make the tables, the head of an empty journal, and the triggers."""
    for statement in _STATEMENTS:
        op.execute(statement)
