"""What is marked at the boxes of a filing: findings, notes, files, how a figure came."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from focusdesk.calc.checks import Finding, Severity
from focusdesk.calc.how_typed import how_typed
from focusdesk.filing.edit import Cause, ChangeSet
from focusdesk.filing.filing import JournalEntry, Note
from focusdesk.filing.journal_codes import is_box
from focusdesk.filing.listed_findings import FindingList, ListedFinding
from focusdesk.filing.session import FilingSession
from focusdesk.form.expression import is_expression
from focusdesk.ui.look.severities import heaviest
from focusdesk.ui.page.spoken import value_words


@dataclass(frozen=True, slots=True)
class Mark:
    """What is marked at one box.

    Attributes:
        note: The preparer's words at it; empty for none.
        findings: What does not hold and concerns it, and is open or for information.
        answered: The findings that were answered: explained warnings, events of which notice was
            given.
        printed: What the signature copy says where the box holds something else now, in words;
            empty where it does not.
        files: The names of the files attached to it.
        typed: What was typed where the figure alone does not say it: ``=1000+250``, ``99.75``.
        outdated: That this would give another figure now, in words; empty where it would not.
        policy: The firm's policy that a target follows: ``5 % since 2014-01-01``.
        overrides: What the policy gives where a target holds something else, and why it does, as a
            sentence; empty where it follows.
        brings: What its formula brings from other schedules: ``7360 from Secured amounts``.
        carried: It came along when the month was rolled forward, and was not touched since.
    """

    note: str = ""
    findings: tuple[Finding, ...] = ()
    printed: str = ""
    files: tuple[str, ...] = ()
    typed: str = ""
    brings: str = ""
    carried: bool = False
    outdated: str = ""
    policy: str = ""
    overrides: str = ""
    answered: tuple[ListedFinding, ...] = ()

    @property
    def severity(self) -> Severity | None:
        """How much the heaviest of its findings weighs; `None` where there is none."""
        return heaviest(self.findings)

    @property
    def shows_answered(self) -> bool:
        """Whether a sign says that a finding was answered: where nothing weightier is open."""
        return bool(self.answered) and self.severity in (None, Severity.INFORMATION)

    @property
    def shows_typed(self) -> bool:
        """Whether a sign says how it was typed: of arithmetic, but not of cents that fell away."""
        return is_expression(self.typed)

    @property
    def spoken(self) -> tuple[str, ...]:
        """The marks in words: ``carried from last month``, ``error S01``, ``has a note``.

        What was typed is said with the figure itself (`spoken_box`).
        """
        return (
            *([f"brings {self.brings}"] if self.brings else []),
            *(["carried from last month"] if self.carried else []),
            *([f"follows the policy {self.policy}"] if self.policy else []),
            *(["overrides the policy"] if self.overrides else []),
            *(f"{finding.severity.value} {finding.id}" for finding in self.findings),
            *(f"{each.kind} {each.finding.id}" for each in self.answered),
            *([f"changed since it was printed as {self.printed}"] if self.printed else []),
            *(["has a note"] if self.note else []),
            *([_files_words(self.files)] if self.files else []),
        )

    @property
    def tip(self) -> str:
        """The findings, how the figure came, what was printed, note and files, one a line."""
        told = [f"{finding.id}: {finding.message}" for finding in self.findings]
        told.extend(f"{it.finding.id}: {it.finding.message}\n{it.said}" for it in self.answered)
        told.extend([f"Brings {self.brings}."] if self.brings else [])
        told.extend(["Carried from last month, not touched since."] if self.carried else [])
        told.extend([f"Follows the firm's policy: {self.policy}."] if self.policy else [])
        told.extend([self.overrides] if self.overrides else [])
        told.extend([f"Changed since it was printed as {self.printed}."] if self.printed else [])
        told.extend([f"Note: {self.note}"] if self.note else [])
        told.extend(f"File: {name}" for name in self.files)
        return "\n".join(told)


UNMARKED = Mark()


class MonthMarks:
    """Gathers what is marked at the boxes of one filing.

    A computed box brings figures from another schedule when its formula names a box that stands
    there: whoever reads its page finds part of what it follows from elsewhere. That is asked of the
    edition's own formulas; in the form of 2014 it is so of 7380 alone, which takes 7360 of the
    page before.

    Attributes:
        listed: The findings as they stood when the marks were given last.
    """

    def __init__(self, session: FilingSession) -> None:
        """Read what is marked.

        Raises:
            StoreError: the store cannot be read.
        """
        self._session, self._found = session, FindingList(session)
        self.listed: tuple[ListedFinding, ...] = ()
        self._brings = brought_in(session)
        self._carried = carried_boxes(session.store.journal(session.filing))
        self._notes: Mapping[str, Note] = {}
        self._files: dict[str, tuple[str, ...]] = {}
        self._is_behind = False
        self.read_again()

    def read_again(self) -> None:
        """Read the notes and the names of the attached files again.

        Raises:
            StoreError: the store cannot be read.
        """
        self._is_behind = True
        notes, files = self._session.notes(), dict[str, tuple[str, ...]]()
        for attachment in self._session.attachments():
            known = files.get(attachment.code, ())
            files[attachment.code] = (*known, attachment.name)
        self._notes, self._files = notes, files
        self._is_behind = False

    def follow(self, change_set: ChangeSet) -> None:
        """Take in what has happened to the filing; what could not be read then is read now.

        Raises:
            StoreError: the store cannot be read.
        """
        self._carried = self._carried - {change.code for change in change_set.changes}
        if self._is_behind or change_set.cause in (Cause.NOTED, Cause.ATTACHED):
            self.read_again()

    def marks(self) -> dict[str, Mark]:
        """Give the marks by their boxes; boxes without one are left out.

        Raises:
            StoreError: the store cannot be read.
        """
        session, boxes = self._session, self._session.edition.boxes
        self.listed = self._found.listed()
        findings = by_box(each for each in self.listed if not each.is_answered)
        answered = by_box(each for each in self.listed if each.is_answered)
        changed = frozenset(session.changed_since_print())
        policies, overrides = target_words(session)
        typed = {code: words for code in boxes if (words := session.typed(code))}
        by_code = (self._notes, findings, answered, self._files, typed, policies, overrides)
        marked = set[str]().union(*by_code, changed, self._brings, self._carried)
        return {
            code: Mark(
                self._notes[code].text if code in self._notes else "",
                tuple(each.finding for each in findings.get(code, ())),
                value_words(boxes[code], session.printed_value(code)) if code in changed else "",
                self._files.get(code, ()),
                typed.get(code, ""),
                self._brings.get(code, ""),
                code in self._carried,
                how_typed(code, typed.get(code, ""), session.worksheet).outdated,
                policies.get(code, ""),
                overrides.get(code, ""),
                answered.get(code, ()),
            )
            for code in boxes
            if code in marked
        }


def by_box(listed: Iterable[ListedFinding]) -> dict[str, tuple[ListedFinding, ...]]:
    """Give findings by the boxes that they name."""
    boxes: dict[str, tuple[ListedFinding, ...]] = {}
    for each in listed:
        for code in each.finding.codes:
            boxes[code] = (*boxes.get(code, ()), each)
    return boxes


def brought_in(session: FilingSession) -> dict[str, str]:
    """Say of each computed box what its formula names on other schedules, in words."""
    edition = session.edition
    told: dict[str, str] = {}
    for code, formula in session.plan.calculation.formulas.items():
        own = edition.schedule_of(code)
        others = [read for read in formula.codes if edition.schedule_of(read) is not own]
        words = [f"{read} from {edition.schedule_of(read).tab}" for read in others]
        if words:
            told[code] = " and ".join(words)
    return told


def target_words(session: FilingSession) -> tuple[dict[str, str], dict[str, str]]:
    """Say which policies the targets follow, and how those that do not differ from theirs."""
    overrides = {each.pool.target: each.sentence for each in session.targets.overrides()}
    policies = {
        pool.target: policy.words
        for pool in session.targets.pools
        if (policy := session.targets.policy(pool)) and pool.target not in overrides
    }
    return policies, overrides


def carried_boxes(trail: Iterable[JournalEntry]) -> frozenset[str]:
    """Give the boxes that were carried from last month and that nothing has touched since.

    Args:
        trail: The filing's journal, oldest first.
    """
    last = {entry.code: entry for entry in trail if is_box(entry.code)}
    return frozenset(
        code
        for code, entry in last.items()
        if entry.cause == Cause.CARRIED.value and entry.new is not None
    )


def _files_words(files: tuple[str, ...]) -> str:
    return "has a file" if len(files) == 1 else f"has {len(files)} files"
