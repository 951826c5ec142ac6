"""Lines of writing as rows of cells: ``7010  347,295,282`` in a mail, aligned or ragged.

A line may begin with a box's code and end in one or more figures; what stands between is its label.
Marks of quoting (``>``), frames of drawn tables and leaders are passed over.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_CODE = r"[0-9]{2,5}(?:\.[a-z][a-z0-9_]*)?|[a-z]{3,}\.[a-z][a-z0-9_]*"
_DASHES = r"\-\u2010\u2011\u2012\u2013\u2014\u2212"

_QUOTING = re.compile(r"(?:>+[ \t]?)+")
_FRAME = re.compile(rf"[ |+=_:{_DASHES}]*(?:\||[=_{_DASHES}]{{3}})[ |+=_:{_DASHES}]*")
_GAP = re.compile(r"\s*(?:(?:\. ?){3,}|\u2026+|\s{2,})\s*")
_BEGINS_WITH_CODE = re.compile(
    rf"(?:\[(?P<in_brackets>{_CODE})\]|(?P<plain>{_CODE}))"
    rf"(?:(?P<sign>\s*[:=])|(?P<dash>\s[{_DASHES}](?=\s+\S))|(?=\s)|$)\s*(?P<rest>.*)"
)
_ENDS_WITH_CODE = re.compile(rf"(?:code\s+)?({_CODE})[\])]\s*[:=]?", re.IGNORECASE)
_DIGITS = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
    r"(?: ?(?:[kK]|[mM]{1,2}|[bB][nN]?))?"
)
_SIGNED = rf"(?:[{_DASHES}+]?\s?\$?\s?{_DIGITS}[{_DASHES}]?|\$?\s?\(\s?\$?\s?{_DIGITS}\s?\))"
# What a spreadsheet shows in the place of a figure is in its place here too, and refused there.
_ODD = (
    r"#{2,}|#[A-Z]+(?:/[A0])?[!?]?|Err:[0-9]{3}|[-+]?[0-9.,]+[eE][-+]?[0-9]+|=\S+|[nN]\.?/?[aA]\.?"
)
_FIGURE = re.compile(rf"{_SIGNED}|\$?\s?[{_DASHES}]|{_ODD}")
_FIGURE_IN_SPACES = re.compile(rf"[{_DASHES}(]?\$?[0-9]{{1,3}}(?:\s[0-9]{{3}})+(?:\.[0-9]+)?\)?")
_LEADER = " .:=\u2026\u00b7"
_LONGEST_LINE = 1000

DASH_REMARK = (
    "A dash stands between a code and its figure. It was taken for a dash, not for a minus."
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line taken apart."""

    code: str = ""
    label: str = ""
    values: tuple[str, ...] = ()
    dashed: bool = False


def rows_of_lines(lines: Sequence[str]) -> tuple[list[list[str]], tuple[str, ...]]:
    """Take lines apart; give the rows, code first and figures last, and remarks on it.

    A line that only frames others gives no row. Where no line has words beside its figure, all of
    them are one column: words stand where a figure is expected.
    """
    taken = [_taken_apart(_unquoted(line)) for line in lines if not _is_frame(_unquoted(line))]
    if any(line.values for line in taken) and all(map(_is_one_cell, taken)):
        return [[line.label or next(iter(line.values), "")] for line in taken], ()
    coded = any(line.code for line in taken)
    labelled = any(line.label for line in taken)
    rows = [
        [*([line.code] if coded else []), *([line.label] if labelled else []), *line.values]
        for line in taken
    ]
    return rows, (DASH_REMARK,) if any(line.dashed for line in taken) else ()


def _is_one_cell(line: _Line) -> bool:
    return not line.code and len(line.values) + bool(line.label) <= 1


def _unquoted(line: str) -> str:
    return _QUOTING.sub("", line.strip(), count=1).strip() if line.lstrip()[:1] == ">" else line


def _is_frame(line: str) -> bool:
    return bool(_FRAME.fullmatch(line.strip()))


def _taken_apart(line: str) -> _Line:
    if len(line) > _LONGEST_LINE:
        return _Line(label=line)
    pieces = _pieces(line)
    if not pieces:
        return _Line()
    code, dashed = "", False
    match = _BEGINS_WITH_CODE.fullmatch(pieces[0])
    if match and _is_code(pieces, match):
        code, dashed = match["in_brackets"] or match["plain"], bool(match["dash"])
        pieces = [match["rest"], *pieces[1:]] if match["rest"] else pieces[1:]
    label, figures = _figures(pieces)
    if not code and figures:
        label, code = _code_at_end(label)
    if code and not figures:
        # What stands last is the value, whatever it is: a name, a day, a tick.
        return _Line(code, " ".join(pieces[:-1]), tuple(pieces[-1:]), dashed)
    return _Line(code, label.rstrip(_LEADER), figures, dashed)


def _pieces(line: str) -> list[str]:
    bare = line.strip()
    if bare.startswith("|") and bare.endswith("|"):
        return [cell for part in bare[1:-1].split("|") if (cell := part.strip())]
    return [piece for piece in _GAP.split(bare) if piece]


def _is_code(pieces: Sequence[str], match: re.Match[str]) -> bool:
    """Whether a line begins with a code, and not with a figure of few digits."""
    alone = len(pieces) == 1
    if alone and not match["rest"] and not match["sign"]:
        return False
    return not (alone and _FIGURE_IN_SPACES.fullmatch(pieces[0]))


def _figures(pieces: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Part the figures at the end of a line from the label before them."""
    left, figures = list(pieces), list[str]()
    while left:
        last = left.pop()
        if _FIGURE.fullmatch(last) or _FIGURE_IN_SPACES.fullmatch(last):
            figures.append(last)
            continue
        words = last.split()
        while words and _FIGURE.fullmatch(words[-1]):
            figure = words.pop()
            figures.append(f"{words.pop()}{figure}" if words[-1:] == ["$"] else figure)
        left.append(" ".join(words))
        break
    return " ".join(left), tuple(reversed(figures))


def _code_at_end(label: str) -> tuple[str, str]:
    """Part a code in parentheses or brackets from the label that it ends."""
    at = max(label.rfind("("), label.rfind("["))
    match = _ENDS_WITH_CODE.fullmatch(label, at + 1) if at >= 0 else None
    return (label[:at].strip(), match[1]) if match else (label, "")
