"""The shipped form, a month of it, and any values that its boxes can hold."""

import datetime as dt
from collections.abc import Mapping

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from focusdesk.calc.worksheet import CalculationPlan, Worksheet
from focusdesk.catalog.loader import load_editions
from focusdesk.filing.filing import Filing
from focusdesk.form.box import LONGEST_TEXT, Box, BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period

FORM: Edition = load_editions()["2014-01"]
PLAN = CalculationPlan(FORM)
JANUARY = Filing(1, Period(2014, 1), FORM.id)


def with_values(values: Mapping[str, Value]) -> Worksheet:
    """Give a worksheet of the shipped form with these boxes entered."""
    return Worksheet(FORM, values, PLAN)


def _is_plain(text: str) -> bool:
    return bool(text) and text.isprintable() and text == text.strip()


_TEXTS = st.text(
    st.one_of(st.sampled_from("=+-@'\"_x005F,;/ "), st.characters(exclude_categories=["C", "Z"])),
    min_size=1,
    max_size=LONGEST_TEXT,
).filter(_is_plain)

_OF_KIND: dict[BoxKind, SearchStrategy[Value]] = {
    BoxKind.AMOUNT: st.integers(-(10**17), 10**17),
    BoxKind.TEXT: _TEXTS,
    BoxKind.DATE: st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)),
    BoxKind.CHECK: st.just(value=True),
    BoxKind.YES_NO: st.booleans(),
}


def _entered(boxes: list[Box]) -> SearchStrategy[dict[str, Value]]:
    return st.fixed_dictionaries({}, optional={box.code: _OF_KIND[box.kind] for box in boxes})


def any_values() -> SearchStrategy[dict[str, Value]]:
    """Any values that the shipped form's entered boxes can hold, the others blank."""
    by_kind = {
        kind: [box for box in FORM.boxes.values() if box.kind is kind and not box.is_computed]
        for kind in BoxKind
    }
    # A few boxes of each kind at a time: what one box's value becomes does not hang on another's.
    chosen = [box for boxes in by_kind.values() for box in boxes[:6]]
    return _entered(chosen)
