"""What arithmetic typed into a box may count with: the amounts that do not follow from that box."""

from focusdesk.calc.worksheet import Worksheet
from focusdesk.form.amount import format_amount
from focusdesk.form.box import BoxKind, EntryError
from focusdesk.form.expression import Lookup


def entry_lookup(code: str, worksheet: Worksheet) -> Lookup:
    """Give the lookup for arithmetic typed into a box.

    It refuses a code that the form has not, a box that holds no amount, a total that waits for a
    fact of the firm, and the box itself or a total that follows from it: such arithmetic would no
    longer be true as soon as it is entered.

    Args:
        code: The box.
        worksheet: The figures to count with.
    """
    boxes = worksheet.edition.boxes
    follows = {step for step, _, _ in worksheet.plan.steps_after(code)}

    def look_up(named: str) -> int | None:
        if named not in boxes:
            message = f'The form has no box "{named}". Use the codes that it prints, like [7010].'
            raise EntryError(message)
        if boxes[named].kind is not BoxKind.AMOUNT:
            message = f"{named} holds no amount, so nothing can be worked out with it."
            raise EntryError(message)
        if fact := worksheet.unanswered(named):
            message = f"{named} is blank until {fact} is answered."
            raise EntryError(message)
        value = worksheet.value(named)
        held = value if isinstance(value, int) else None
        if named == code or named in follows:
            why = "is this box itself" if named == code else f"follows from {code} itself"
            figure = format_amount(held) or "0"
            message = f"{named} {why}. Write the figure that it holds now, {figure}, instead."
            raise EntryError(message)
        return held

    return look_up
