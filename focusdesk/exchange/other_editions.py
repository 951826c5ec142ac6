"""A file of one edition for a filing in another: codes that changed, boxes that it lacks."""

from collections.abc import Collection
from dataclasses import replace

from focusdesk.exchange.file_table import FileContent, FileLine, Unreadable
from focusdesk.exchange.import_preview import value_of
from focusdesk.form.box import EntryError
from focusdesk.form.edition import Edition


def for_edition(content: FileContent, form: Edition, known: Collection[Edition]) -> FileContent:
    """Give a file's lines as an edition has them.

    A box that has another code there is taken for that one. Of what the edition lacks, blanks and
    totals are passed over: nothing is lost with them. Any other line gets a sentence that says why
    it cannot be taken. A code that no edition has is left as it is.

    Args:
        content: The file.
        form: The edition of the filing that takes it.
        known: All editions.
    """
    lines: list[FileLine] = []
    renamed: dict[str, str] = {}
    for line in content.lines:
        others = [edition for edition in known if line.code in edition.boxes]
        if line.code in form.boxes or not others:
            lines.append(line)
            continue
        other = next((edition for edition in others if edition.id == content.edition), others[-1])
        code, says_something = other.code_in(form, line.code), _says_something(line, other)
        if code:
            place = f"{line.where}, {line.code}" if line.where else line.code
            lines.append(replace(line, where=place, code=code))
        elif says_something:
            lines.append(replace(line, value=_lacking(form, other)))
        if code and says_something:
            renamed[line.code] = code
    return replace(
        content, lines=tuple(lines), remarks=(*content.remarks, *_remarks(renamed, form))
    )


def _says_something(line: FileLine, edition: Edition) -> bool:
    """Whether a line is neither blank nor computed, so that something would be lost with it."""
    if edition.boxes[line.code].is_computed:
        return False
    try:
        return value_of(line, edition.boxes, {}) is not None
    except EntryError:
        return True


def _lacking(form: Edition, other: Edition) -> Unreadable:
    return Unreadable(
        f"The edition {other.id} has this box, and the filing is in {form.id}, which has not. "
        f"Leave the value empty, or take the line out of the file."
    )


def _remarks(renamed: dict[str, str], form: Edition) -> list[str]:
    if not renamed:
        return []
    pairs = ", ".join(f"{earlier} is {code}" for earlier, code in renamed.items())
    return [f"Boxes that have other codes in the edition {form.id}: {pairs}."]
