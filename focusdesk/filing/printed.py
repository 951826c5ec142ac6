"""How a PDF was printed, as the file itself says, so that the same pages can be drawn again."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast, get_origin

from focusdesk.filing.carried_figures import KnownFigure
from focusdesk.filing.compare import ComparedMonth
from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.filing.digest import digest_of
from focusdesk.filing.explanation import Explanations
from focusdesk.filing.filing import Note
from focusdesk.filing.fingerprint import fingerprint, month_digest
from focusdesk.filing.month_targets import Override
from focusdesk.filing.thresholds import Thresholds, thresholds_text
from focusdesk.filing.warning_explanation import WarningExplanation
from focusdesk.form.period import Period

_Kind = TypeVar("_Kind")
_DIGEST = re.compile("[0-9a-f]{64}")


class UnknownPrint(ValueError):
    """What a file says of how it was printed cannot be read; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class ComparedAs:
    """Which month a review copy was compared with, and what that month held then.

    Attributes:
        period: The month.
        amendment: 0 for the original filing, then 1, 2, ...
        content_digest: Of what it held (`focusdesk.filing.fingerprint`).
    """

    period: Period
    amendment: int
    content_digest: str

    @classmethod
    def of(cls, month: ComparedMonth) -> "ComparedAs":
        """Say it of a month as it is now."""
        digest = month_digest(month.filing, month.edition, month.values)
        return cls(month.filing.period, month.filing.amendment, digest)


@dataclass(frozen=True, slots=True)
class PrintedAs:
    """How a print was made; with the filing that it was made of, it can be drawn again.

    Attributes:
        order: What was printed; its schedules are named one by one, in the order of the form, and
            its comparison month is the one that was used.
        draft: Whether DRAFT stands across its pages.
        program: The program and its version.
        content_digest: Of what the whole filing held (`focusdesk.filing.fingerprint`).
        compared: The comparison month of a review copy that has one.
        notes_digest: Of the notes at the filing's boxes and on the month (`notes_digest`); empty
            where none are printed, in copies that are no review copy.
        explanations_digest: Likewise of what is said of its changes, and of the firm's thresholds
            (`explanations_digest`); empty, too, in what an older program has printed.
    """

    order: PrintOrder
    draft: bool
    program: str
    content_digest: str
    compared: ComparedAs | None = None
    notes_digest: str = ""
    explanations_digest: str = ""

    def to_json(self) -> bytes:
        """Write it as the file that goes with the pages."""
        order, compared = self.order, self.compared
        content = {
            "copy": order.copy.value,
            "schedules": list(order.schedules),
            "margin": order.margin,
            "date_for_pen": order.date_for_pen,
            "draft": self.draft,
            "compared_with": str(compared.period) if compared else None,
            "compared_amendment": compared.amendment if compared else None,
            "compared_digest": compared.content_digest if compared else None,
            "notes_digest": self.notes_digest,
            "explanations_digest": self.explanations_digest,
            "program": self.program,
            "content_digest": self.content_digest,
            "fingerprint": fingerprint(self.content_digest),
        }
        return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()

    @classmethod
    def from_json(cls, content: bytes) -> "PrintedAs":
        """Read what `to_json` has written; what newer programs add to it is passed over.

        Raises:
            UnknownPrint: it was not written by this program.
        """
        try:
            return _read(json.loads(content))
        # What is nested too deeply for the reader was not written by `to_json` either.
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            message = (
                "What the file says of how it was printed cannot be read. "
                "It was changed, or made by another program."
            )
            raise UnknownPrint(message) from error


def notes_digest(notes: Mapping[str, Note]) -> str:
    """Give the SHA-256 of a filing's notes, with their authors and times, in hexadecimal."""
    told = [
        (note.code, note.text, note.author, note.written.isoformat()) for note in notes.values()
    ]
    return digest_of(sorted(told))


def explanations_digest(
    explanations: Explanations,
    thresholds: Thresholds,
    overrides: Sequence[Override] = (),
    warnings: Sequence[WarningExplanation] = (),
    carried: Sequence[KnownFigure] = (),
) -> str:
    """Give the SHA-256 of what is said of a filing's changes, and of the firm's thresholds.

    Args:
        explanations: Those of the filing.
        thresholds: The firm's.
        overrides: The targets that differ from the firm's policies; a print without any has the
            digest that it had before there were policies.
        warnings: What is said of its warnings; without any likewise.
        carried: The figures that no box holds, as far as they are known; likewise.
    """
    told = [
        (each.subject.name, each.subject.is_pool, str(each.against), each.signed, each.text)
        for each in explanations.standing
    ]
    differing = [(each.pool.target, each.sentence) for each in overrides]
    warned = [(each.warned.key, each.signed, each.text) for each in warnings]
    figures = [(each.figure.code, each.shown, each.origin) for each in carried if each.given]
    beside = [told_too for told_too in (differing, warned, figures) if told_too]
    return digest_of([told, thresholds_text(thresholds), *beside])


def _read(content: object) -> PrintedAs:
    told = _of(dict[str, object], content)
    schedules = [_of(str, one) for one in _of(list[object], told["schedules"])]
    compared = None if told["compared_with"] is None else _read_compared(told)
    explained = told.get("explanations_digest", "")
    return PrintedAs(
        order=PrintOrder(
            Copy(_of(str, told["copy"])),
            tuple(schedules),
            margin=_of(bool, told["margin"]),
            date_for_pen=_of(bool, told["date_for_pen"]),
            compared_with=compared and compared.period,
        ),
        draft=_of(bool, told["draft"]),
        program=_of(str, told["program"]),
        content_digest=_digest(told["content_digest"]),
        compared=compared,
        notes_digest=_digest(told["notes_digest"]) if told["notes_digest"] else "",
        explanations_digest=_digest(explained) if explained else "",
    )


def _read_compared(told: Mapping[str, object]) -> ComparedAs:
    return ComparedAs(
        Period.parse(_of(str, told["compared_with"])),
        _of(int, told["compared_amendment"]),
        _digest(told["compared_digest"]),
    )


def _of(kind: type[_Kind], value: object) -> _Kind:
    """Give a value that must be of a kind and of no other.

    Raises:
        TypeError: it is of another one.
    """
    if type(value) is not (get_origin(kind) or kind):
        message = f"{value!r} is no {kind}"
        raise TypeError(message)
    return cast("_Kind", value)


def _digest(value: object) -> str:
    """Give a digest, and nothing else that stands in its place.

    Raises:
        ValueError: it is none.
    """
    if not _DIGEST.fullmatch(digest := _of(str, value)):
        message = f"{value!r} is no digest"
        raise ValueError(message)
    return digest
