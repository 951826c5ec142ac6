"""From a table of a definition file to an object of the form, by the object's own fields.

The dataclasses of `focusdesk.form` say what a definition file may hold: a field is a key, its type
is what the key takes, and a field without a default is a key that must be there. A field that the
form gains is therefore known here at once, and a key that no field has is an error.
"""

import datetime as dt
import difflib
import math
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, NoReturn, TypeVar, cast, get_args, get_origin, get_type_hints

from focusdesk.calc.checks import Severity
from focusdesk.catalog.problem import DefinitionError, Problem
from focusdesk.form.box import Box, BoxKind
from focusdesk.form.citation import HOW_SURE, OF_A_RULE
from focusdesk.form.edit_check import CarriedFigure, EditCheck, NoticeDuty
from focusdesk.form.page import Column, Ornament, PageCell, PageLayout
from focusdesk.form.period import Period, PeriodError
from focusdesk.form.schedule import LineItem, Schedule
from focusdesk.form.standing import Level

T = TypeVar("T")

# Lists of tables are written one table at a time, [[line_item]], so their keys are singular.
_KEYS = {
    (Schedule, "line_items"): "line_item",
    (PageLayout, "columns"): "column",
    (PageLayout, "cells"): "cell",
    (PageLayout, "ornaments"): "ornament",
}
_SINGULAR = {
    "checks": "check",
    "figures": "carried_figure",
    "levels": "level",
    "minimums": "minimum",
}
_CHOICES: dict[tuple[type, str], tuple[str, ...]] = {
    (Box, "cents"): ("down", "up"),
    (Box, "watched"): ("excess", "target", "capital"),
    (Box, "trend"): ("excess", "target", "over_target", "requirement", "warning_level"),
    (EditCheck, "severity"): tuple(Severity),
    (EditCheck, "sure"): HOW_SURE,
    (EditCheck, "at"): ("always", "signing"),
    (NoticeDuty, "within"): (
        "immediately",
        "same day",
        "24 hours",
        "2 business days",
        "2 business days before",
    ),
    (NoticeDuty, "sure"): OF_A_RULE,
    (Level, "sure"): OF_A_RULE,
    (Box, "sure"): OF_A_RULE,
    (Schedule, "sure"): OF_A_RULE,
    (Ornament, "kind"): ("text", "rule", "frame"),
    (Ornament, "align"): ("left", "center", "right", "justify"),
}
_DEFAULTS: dict[tuple[type, str], object] = {(Box, "kind"): BoxKind.AMOUNT}
_NOUNS: dict[type, tuple[str, tuple[str, ...]]] = {
    LineItem: ("line item", ("number", "label")),
    Box: ("box", ("code",)),
    EditCheck: ("check", ("id",)),
    CarriedFigure: ("carried figure", ("code",)),
    Level: ("level", ("figure",)),
    Column: ("page column", ("id",)),
    PageCell: ("page cell", ("code",)),
    Ornament: ("ornament", ("kind", "text")),
}
_LONGEST_LABEL = 40
_ENDS = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a definition file something stands, for the words of a problem.

    Attributes:
        file: The folder and name of the file.
        steps: From the whole file inwards: ``line item 4 "Net equity"``, then ``box 7040``.
    """

    file: str
    steps: tuple[str, ...] = ()

    def within(self, step: str) -> "Place":
        """Go one step further in."""
        return Place(self.file, (*self.steps, step))

    def refuse(self, message: str) -> NoReturn:
        """Say what is wrong here.

        Raises:
            DefinitionError: always.
        """
        raise DefinitionError([Problem(self.file, ", ".join(self.steps), message)])


@dataclass(frozen=True, slots=True)
class _Key:
    """A key that a table may hold: the field it fills, and what it takes."""

    field: str
    takes: Any
    required: bool
    choices: tuple[str, ...]


def build(kind: type[T], table: object, place: Place) -> T:
    """Make an object of the form from a table.

    Args:
        kind: The dataclass to make.
        table: What the file holds at this place.
        place: Where that is; line items, boxes and so on add themselves to it.

    Raises:
        DefinitionError: a key is unknown, missing or of the wrong kind.
    """
    if not isinstance(table, dict):
        place.refuse(f"Here a table is expected, not {_shown(table)}.")
    values = cast("dict[str, object]", table)
    keys = _keys_of(kind)
    for key in values:
        if key not in keys:
            place.refuse(_unknown(key, keys))
    made: dict[str, Any] = {}
    for key, taken in keys.items():
        if key in values:
            made[taken.field] = _read(taken.takes, values[key], key, place)
            _demand_choice(taken, made[taken.field], key, place)
        elif taken.required:
            place.refuse(f'The key "{key}" is missing. Add {key} = {_example(taken.takes)}.')
        elif (kind, taken.field) in _DEFAULTS:
            made[taken.field] = _DEFAULTS[kind, taken.field]
    return kind(**made)


def name_step(kind: type, item: object, position: int) -> str:
    """Name a table by what it says of itself: ``line item 4 "Net equity"``, ``box 7040``.

    One that says nothing is named by its position, counted from 1.
    """
    noun, keys = _NOUNS[kind]
    table = cast("dict[str, object]", item) if isinstance(item, dict) else {}
    words = [_quoted(key, str(table[key])) for key in keys if table.get(key)]
    return f"{noun} {' '.join(words)}" if words else f"{noun} number {position}"


@cache
def _keys_of(kind: type) -> dict[str, _Key]:
    hints = get_type_hints(kind)
    keys: dict[str, _Key] = {}
    for field in fields(cast("Any", kind)):
        if not field.init:
            continue
        place = (kind, field.name)
        has_default = field.default is not MISSING or place in _DEFAULTS
        keys[_KEYS.get(place, _SINGULAR.get(field.name, field.name))] = _Key(
            field.name, hints[field.name], not has_default, _CHOICES.get(place, ())
        )
    return keys


def _read(takes: Any, value: object, key: str, place: Place) -> object:
    """Read one value as the type that its field declares."""
    options = [option for option in get_args(takes) if option is not type(None)]
    if get_origin(takes) is tuple:
        return _read_tuple(options, value, key, place)
    if options:  # a type or None: a key that is there is never None
        return _read(options[0], value, key, place)
    if takes is Period or not is_dataclass(takes):
        return _read_plain(takes, value, key, place)
    return build(cast("type[object]", takes), value, place.within(f"[{key}]"))


def _read_tuple(options: list[Any], value: object, key: str, place: Place) -> object:
    if not isinstance(value, list):
        place.refuse(f'"{key}" takes a list in brackets, not {_shown(value)}.')
    items = cast("list[object]", value)
    if Ellipsis not in options:
        return _read_span(items, key, place)
    if not is_dataclass(options[0]):
        return tuple(_read_plain(options[0], item, key, place) for item in items)
    kind = cast("type[object]", options[0])
    return tuple(
        build(kind, item, place.within(name_step(kind, item, position)))
        for position, item in enumerate(items, start=1)
    )


def _read_span(items: list[object], key: str, place: Place) -> tuple[float, float]:
    """Read a left and a right end, in points."""
    ends = [cast("float", _read_plain(float, item, key, place)) for item in items]
    if len(ends) != _ENDS or ends != sorted(ends):
        place.refuse(f'"{key}" takes a left and a right end, [473.0, 554.3], in this order.')
    return ends[0], ends[1]


def _read_plain(takes: Any, value: object, key: str, place: Place) -> object:
    if takes is Period:
        return _read_period(value, key, place)
    if issubclass(takes, StrEnum):
        return _read_choice(takes, value, key, place)
    if takes is float and type(value) in (int, float) and math.isfinite(cast("float", value)):
        return float(cast("float", value))
    if takes is float or type(value) is not takes:
        place.refuse(f'"{key}" takes {_TAKES[takes]}, not {_shown(value)}.')
    return value


def _read_period(value: object, key: str, place: Place) -> Period:
    try:
        return Period.parse(value if isinstance(value, str) else repr(value))
    except PeriodError as error:
        place.refuse(f'"{key}" takes a month, like "2014-01". {error}')


def _read_choice(takes: type[StrEnum], value: object, key: str, place: Place) -> StrEnum:
    if value not in tuple(takes):
        place.refuse(f'"{key}" takes one of {_listed(tuple(takes))}, not {_shown(value)}.')
    return takes(cast("str", value))


def _demand_choice(taken: _Key, value: object, key: str, place: Place) -> None:
    if taken.choices and value not in taken.choices:
        place.refuse(f'"{key}" takes one of {_listed(taken.choices)}, not {_shown(value)}.')


_TAKES: dict[Any, str] = {
    str: "text in quotes",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    dt.date: "a day, like 2014-01-13,",
}


def _unknown(key: str, keys: Mapping[str, _Key]) -> str:
    near = difflib.get_close_matches(key, keys, n=1)
    hint = f'Did you mean "{near[0]}"?' if near else f"Known keys: {', '.join(sorted(keys))}."
    return f'There is no key "{key}" here. {hint}'


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f'"{word}"' for word in words)


def _quoted(key: str, words: str) -> str:
    """A number or a code stands as it is; words are quoted, in one line and cut when long."""
    if key not in ("label", "text"):
        return words
    line = words.replace("\n", " ")
    return f'"{line if len(line) <= _LONGEST_LABEL else line[:_LONGEST_LABEL].rstrip() + "..."}"'


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quoted("text", value)
    kinds = {dict: "a table", list: "a list"}
    return kinds.get(cast("Any", type(value)), str(value))


def _example(takes: Any) -> str:
    if get_origin(takes) is tuple:
        return "[ ... ]" if Ellipsis in get_args(takes) else "[473.0, 554.3]"
    return {str: '"..."', bool: "true", int: "10", float: "10.0", Period: '"2014-01"'}.get(
        takes, "..."
    )
