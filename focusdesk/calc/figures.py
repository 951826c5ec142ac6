"""How a figure is written inside an explanation: a blank is said, not left out."""

from decimal import Decimal
from typing import TypeAlias

from focusdesk.form.amount import format_amount
from focusdesk.form.box import Value, show_value

Shown: TypeAlias = Value | Decimal


def show_figure(value: Shown) -> str:
    """Write a figure for a sentence: ``1,234``, ``(1,234)``, ``blank``, ``yes``, ``no``."""
    if value is None:
        return "blank"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value()
        return format_amount(int(value)) if whole else f"{value.normalize():,f}"
    return show_value(value)
