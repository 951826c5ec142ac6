"""Whether a store holds what was put into it, down to the month and the box that does not.

SQLite's own check sees that the file's structure is sound; most flipped bits change a figure and
leave it so. Here every filing is held against its digest, the journal against its chain, and the
entries against a replay of the journal.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from focusdesk.filing.digest import Scalar, digest_of
from focusdesk.filing.journal_codes import ATTACHED, FACT, STARTED
from focusdesk.filing.ports import StoreDamaged
from focusdesk.form.period import Period, PeriodError
from focusdesk.store.attached_files import AttachedFile, file_faults
from focusdesk.store.content import FilingContent, read_contents
from focusdesk.store.database import Database, existing_database
from focusdesk.store.journal import COLUMNS, Line, read_head, row_hash
from focusdesk.store.schema import KNOWN_SCHEMAS, SCHEMA_VERSION, foreign_objects
from focusdesk.store.tables import attachment, firm, journal


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was written.

    Attributes:
        message: What does not agree, for the user.
        period: The month, like ``2014-01``; empty where the fault belongs to none.
        code: The box; empty where the fault belongs to none.
    """

    message: str
    period: str = ""
    code: str = ""


def verify(path: Path) -> tuple[Fault, ...]:
    """Look through the store at a path without changing it; nothing found means all is well.

    Raises:
        StoreError: there is no store there to look through, or it cannot be read.
    """
    try:
        with closing(existing_database(path)) as database:
            return faults(database, database.version())
    except StoreDamaged as error:
        return (Fault(str(error)),)


def faults(database: Database, version: int, *, with_files: bool = True) -> tuple[Fault, ...]:
    """Look through an open store; the digests and the journal only in the newest schema.

    Args:
        database: The store.
        version: Of its schema.
        with_files: Read the content of attached files, too.

    Raises:
        StoreError: the store cannot be read for another reason than damage.
    """
    try:
        with database.reading() as connection:
            return tuple(look_through(connection, version, with_files=with_files))
    except StoreDamaged:
        # Most often text that is no UTF-8 any more: read around it, to say where it is.
        pass
    found: list[Fault] = []
    try:
        with database.reading_damaged() as connection:
            found.extend(look_through(connection, version, with_files=with_files))
    except StoreDamaged as error:
        found.append(Fault(str(error)))
    return tuple(found)


def look_through(connection: Connection, version: int, *, with_files: bool) -> Iterator[Fault]:
    """Look through a store as `faults` does, in a transaction that is open.

    Raises:
        StoreDamaged: what it holds is not even text.
    """
    foreign = foreign_objects(connection, version)
    for words in foreign:
        yield Fault(f"The file is not a store as focusdesk makes it: {words}.")
    # Statements on tables that are not ours, or that hold anything, would say nothing more.
    if foreign:
        return
    structure = tuple(_structure_faults(connection, version, with_files=with_files))
    yield from structure
    for table, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Fault(f"The file's structure is damaged: {table} has a row that belongs to nothing.")
    if not structure and version == SCHEMA_VERSION:
        contents = read_contents(connection)
        replay = _Replay(months={n: str(c.header["period"]) for n, (c, _) in contents.items()})
        yield from replay.run(connection)
        for number, (content, claimed) in contents.items():
            yield from _filing_faults(number, content, claimed, replay)
        yield from _fact_faults(connection, replay)
        yield from replay.file_faults(connection, with_content=with_files)


def _structure_faults(connection: Connection, version: int, *, with_files: bool) -> Iterator[Fault]:
    checks = ("",)
    if not with_files and _holds_files(connection, version):
        # The check of the whole file reads every page, and so every attached file. Table by table
        # it passes over the free pages, but over nothing that a filing holds.
        names = (name.removeprefix("table ") for name in _own_tables(version))
        checks = tuple(f"({name})" for name in names if name != attachment.name)
    for check in checks:
        for (words,) in connection.exec_driver_sql(f"PRAGMA integrity_check{check}"):
            if words != "ok":
                yield Fault(f"The file's structure is damaged: {words}.")


def _holds_files(connection: Connection, version: int) -> bool:
    has_table = f"table {attachment.name}" in KNOWN_SCHEMAS[version].objects
    return has_table and connection.execute(_ANY_FILE).first() is not None


def _own_tables(version: int) -> Iterator[str]:
    return (name for name in KNOWN_SCHEMAS[version].objects if name.startswith("table "))


_ANY_FILE = select(attachment.c.digest).limit(1)


class _Replay:
    """The journal, checked link by link, and what it says the store should hold.

    Attributes:
        months: The period of each filing, by its number.
        contents: What each filing should hold.
        digests: The digest in each filing's last journal row.
        facts: What the firm's facts should be.
        doubtful: Filings with an altered row, whose replay says nothing; `None` for the facts.
        files: What was attached, by its digest, with the journal row that says so first.
    """

    def __init__(self, months: dict[int, str]) -> None:
        self.months = months
        self.contents: dict[int, FilingContent] = {}
        self.digests: dict[int | None, str] = {}
        self.facts: dict[str, str] = {}
        self.doubtful: set[int | None] = set()
        self.files: dict[str, tuple[Line, AttachedFile]] = {}

    def run(self, connection: Connection) -> Iterator[Fault]:
        """Go through the journal from its first row to its head."""
        sequence, last = 0, ""
        for row in connection.execute(_JOURNAL):
            columns = tuple(row)
            line = Line(*columns[: len(Line._fields)])
            digest, previous, own_hash = columns[len(Line._fields) :]
            if row_hash(columns[:-1]) != own_hash:
                yield self._altered(line, "was altered")
            elif previous != last:
                yield self._altered(line, "does not follow from the row before it")
            elif line.sequence != sequence + 1:
                yield self._altered(line, "comes after rows that are missing")
            else:
                yield from self._taken(line, digest)
            sequence, last = line.sequence, own_hash
        head = read_head(connection)
        if head.sequence > sequence:
            yield Fault(f"The journal's last {head.sequence - sequence} rows are missing.")
        elif head != (sequence, last):
            yield Fault("The journal does not end where the store says that it ends.")

    def _altered(self, line: Line, what: str) -> Fault:
        self.doubtful.add(line.filing)
        month = self.months.get(line.filing, "") if line.filing is not None else ""
        where = _where(month, line.code)
        return Fault(f"{where}: row {line.sequence} of the journal {what}.", month, line.code)

    def file_faults(self, connection: Connection, *, with_content: bool) -> Iterator[Fault]:
        """Say which attached files are not as the journal tells of them."""
        told = {digest: file for digest, (_, file) in self.files.items()}
        for digest, what in file_faults(connection, told, with_content=with_content):
            if digest not in told:
                # An altered row has been told, and may have been the one about this file.
                if not self.doubtful:
                    yield Fault(f"The store holds a file that is {what}.")
                continue
            line, file = self.files[digest]
            month, code = self.months.get(line.filing or 0, ""), line.code.removeprefix(ATTACHED)
            yield Fault(f'{_where(month, code)}: the file "{file.name}" is {what}.', month, code)

    def _taken(self, line: Line, digest: str) -> Iterator[Fault]:
        """Take in a row that is as it was written; say if it makes no sense all the same."""
        try:
            self._take(line, digest)
        except ValueError:
            yield self._altered(line, "does not say what it should")

    def _take(self, line: Line, digest: str) -> None:
        self.digests[line.filing] = digest
        if line.code.startswith(ATTACHED):
            file = AttachedFile.told(line.new)
            self.files.setdefault(file.digest, (line, file))
        if line.filing is None:
            if line.code.startswith(FACT):
                self.facts[line.code.removeprefix(FACT)] = line.new or ""
        elif line.code == STARTED:
            self.contents[line.filing] = FilingContent.replayed(line)
        elif line.filing in self.contents:
            self.contents[line.filing].apply(line)


_JOURNAL = select(*(journal.columns[name] for name in COLUMNS)).order_by(journal.c.sequence)


def _filing_faults(
    number: int, content: FilingContent, claimed: str, replay: _Replay
) -> Iterator[Fault]:
    month = str(content.header["period"])
    as_claimed = content.digest() == claimed
    if as_claimed and number in replay.doubtful:
        # The altered row has been told; the filing itself is as it was written.
        return
    told = replay.contents.get(number)
    differences = tuple(_differences(content, told)) if told else ()
    for code, words in differences:
        yield Fault(f"{_where(month, code)}: {words}.", month, code)
    if not differences and not as_claimed:
        yield Fault(f"{_where(month)}: what it holds does not agree with its digest.", month)
    elif not differences and claimed != replay.digests.get(number):
        yield Fault(f"{_where(month)}: its digest is not the one in the journal.", month)


def _differences(content: FilingContent, told: FilingContent) -> Iterator[tuple[str, str]]:
    """Say where a filing is not what its journal says: the box and how it differs."""
    for code in sorted(content.entries.keys() | told.entries.keys()):
        held, said = content.entries.get(code), told.entries.get(code)
        if held != said:
            yield code, f"the store holds {_shown(held)}, the journal says {_shown(said)}"
    for name in content.header.keys() | told.header.keys():
        held, said = content.header.get(name), told.header.get(name)
        if held != said:
            yield "", f"its {name} is {_shown(held)}, the journal says {_shown(said)}"
    if content.notes != told.notes:
        different = set(content.notes) ^ set(told.notes)
        yield min(different).code, "a note is not the one in the journal"
    if content.revision != told.revision:
        yield "", "its last change is not the last one in the journal"


def _fact_faults(connection: Connection, replay: _Replay) -> Iterator[Fault]:
    if None in replay.doubtful:
        # The altered row has been told; without it nothing says what the facts should be.
        return
    facts = {row.fact: row.text for row in connection.execute(select(firm.c.fact, firm.c.text))}
    agrees = digest_of(facts) == replay.digests.get(None, digest_of({}))
    for name in sorted(facts.keys() | replay.facts.keys()):
        held, said = facts.get(name), replay.facts.get(name)
        if held != said:
            yield Fault(
                f"The firm's {name}: the store holds {_shown(held)}, "
                f"the journal says {_shown(said)}."
            )
            agrees = True
    if not agrees:
        yield Fault("The firm's facts do not agree with their digest in the journal.")


def _where(month: str, code: str = "") -> str:
    try:
        label = Period.parse(month).label
    except PeriodError:
        label = month or "The firm"
    return f"{label}, {code}" if code else label


def _shown(value: Scalar) -> str:
    return "nothing" if value is None else f'"{value}"'
