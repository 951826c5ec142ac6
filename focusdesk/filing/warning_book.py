"""The one door through which the warnings of a month are explained."""

from collections.abc import Mapping

from focusdesk.calc.finding import Finding, Severity
from focusdesk.filing.edit import Cause, ChangeSet, EditRefused
from focusdesk.filing.explained_warnings import can_be_explained
from focusdesk.filing.filing import OF_THE_MONTH
from focusdesk.filing.fingerprint import JsonValue
from focusdesk.filing.kept_text import explanation_text
from focusdesk.filing.override_reason import asks_for_reason
from focusdesk.filing.session import FilingSession
from focusdesk.filing.target_keeping import explain_override
from focusdesk.filing.warning_explanation import Warned, WarningExplanation


class WarningBook:
    """What is said of one filing's warnings, and how that grows."""

    def __init__(self, session: FilingSession) -> None:
        """Read nothing yet.

        Args:
            session: The filing.
        """
        self._session = session

    def explain(self, finding: Finding, text: str) -> WarningExplanation | None:
        """Keep why a warning may stand, of the figures as they are; give what is said since.

        Why a target differs from its policy (X12) is kept as the override's reason, the one record
        that says so; the check holds from then on, and nothing is said of the warning itself.

        What was said before stays in the history. The listeners are told by a change set without
        changes, whose cause is `Cause.EXPLAINED`; not where the same is said of these figures
        already.

        Args:
            finding: The warning.
            text: The words; empty to withdraw those that are there.

        Raises:
            EditRefused: it is no such warning, the filing is sealed, or the words cannot be kept.
            StoreError: nothing was written; the sentence says why.
        """
        code = finding.codes[0] if finding.codes else OF_THE_MONTH
        self._session.refuse_closed(code)
        self._refuse_other(finding, code)
        if asks_for_reason(finding.id) and text.strip():
            explain_override(self._session, code, text)
            return None
        words, warnings = explanation_text(code, text), self._session.checks.warnings
        said, figures = warnings.said_of(finding), warnings.behind(finding)
        if (words, figures) == ((said.text, said.figures) if said else ("", figures)):
            return said
        if not words and said is None:
            return None
        return self._write(Warned.of(finding), words, finding)

    def withdraw(self, warned: Warned) -> None:
        """Take back what is said of a warning, also of one that is none any more.

        Raises:
            EditRefused: the filing is sealed.
            StoreError: nothing was written; the sentence says why.
        """
        self._session.refuse_closed()
        if warned in self._session.checks.warnings.standing():
            self._write(warned, "", None)

    def history(self, finding: Finding) -> tuple[WarningExplanation, ...]:
        """Read every explanation that a warning has had, oldest first."""
        told = self._session.store.warnings.explanations(self._session.filing)
        return tuple(each for each in told if each.warned == Warned.of(finding))

    def find(self, key: str) -> Finding:
        """Give the warning that ``X13:7690`` names: the check, and boxes that its finding names.

        Raises:
            EditRefused: there is none, or more than one.
        """
        named = Warned.parse(key.replace(" ", ""))
        of_check = [each for each in self._session.findings() if each.id == named.check]
        found = [each for each in of_check if set(named.codes) <= set(each.codes)]
        if len(found) == 1:
            return found[0]
        if found or of_check:
            known = ", ".join(Warned.of(each).key for each in found or of_check)
            sentence = f'"{key}" names no single finding. Name its box: {known}.'
        else:
            sentence = f'Nothing is found by "{named.check}" in {self._session.filing.title}.'
        raise EditRefused(OF_THE_MONTH, sentence)

    def _write(
        self, warned: Warned, words: str, finding: Finding | None
    ) -> WarningExplanation | None:
        session, warnings = self._session, self._session.checks.warnings
        figures: Mapping[str, JsonValue] = warnings.behind(finding) if finding else {}
        written = session.store.warnings.write(session.filing, warned, words, figures)
        warnings.forget()
        session.tell(ChangeSet((), (), Cause.EXPLAINED))
        return written if words else None

    def _refuse_other(self, finding: Finding, code: str) -> None:
        if can_be_explained(finding):
            return
        sentence = _REFUSALS.get(finding.severity, "").format(finding.id)
        if not sentence:
            sentence = f"{finding.id} asks why {code} moved: explain that change, or its pool."
        raise EditRefused(code, sentence)


_REFUSALS = {
    Severity.ERROR: "{} is an error: mend the figures. Only a warning may stand with words.",
    Severity.NOTICE: "{} is an event to report: record what becomes of it among the notices.",
    Severity.INFORMATION: "{} is told for information: nothing asks for words.",
}
