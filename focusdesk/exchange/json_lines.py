"""Take a filing's JSON apart, code by code, without looking at the form."""

import json
import re
from dataclasses import dataclass

from focusdesk.exchange.file_table import (
    FileContent,
    FileLine,
    ImportRefused,
    RawValue,
    Unreadable,
    decimal_text,
    text_of,
)


@dataclass(frozen=True, slots=True)
class _JsonObject:
    """An object of a JSON file with its pairs as written, so that a code given twice is seen."""

    pairs: tuple[tuple[str, object], ...]


_DECIMAL = re.compile(r"-?[0-9]{1,20}\.[0-9]{1,20}")

_ABOUT = ("period", "edition", "amendment")


def read_json(content: bytes, name: str) -> FileContent:
    """Read a filing's JSON, or one plain object of codes and values.

    Raises:
        ImportRefused: it is neither; the sentence names the file.
    """
    try:
        whole: object = json.loads(
            text_of(content, name),
            object_pairs_hook=lambda pairs: _JsonObject(tuple(pairs)),
            parse_float=_decimal,
            parse_constant=_no_whole_number,
        )
    except (ValueError, RecursionError) as error:
        message = f"{name} is not readable JSON: {error}."
        raise ImportRefused(message) from error
    if not isinstance(whole, _JsonObject):
        message = f"{name} is not a JSON object of codes and values."
        raise ImportRefused(message)
    about, values = _parts(whole, name)
    return FileContent(
        name,
        tuple(FileLine("", code, _json_raw(value)) for code, value in values.pairs),
        period=about.get("period", ""),
        edition=about.get("edition", ""),
        amendment=about.get("amendment", ""),
    )


def _parts(whole: _JsonObject, name: str) -> tuple[dict[str, str], _JsonObject]:
    """Tell the shape that export writes from a plain object of codes and values."""
    found = [value for key, value in whole.pairs if key == "values"]
    if not found:
        return {}, whole
    strange = [key for key, _ in whole.pairs if key not in (*_ABOUT, "values")]
    values = found[0]
    if strange or len(found) > 1 or not isinstance(values, _JsonObject):
        message = (
            f'{name} is not what focusdesk exports: beside one object "values" it may have '
            f"{', '.join(_ABOUT)} and nothing else."
        )
        raise ImportRefused(message)
    return {key: str(value) for key, value in whole.pairs if key != "values"}, values


def _decimal(text: str) -> str | Unreadable:
    return decimal_text(text) if _DECIMAL.fullmatch(text) else _no_whole_number(text)


def _no_whole_number(text: str) -> Unreadable:
    return Unreadable(f"{text} is not a whole number. The form takes whole dollars.", text)


def _json_raw(value: object) -> RawValue:
    if value is None or isinstance(value, (bool, int, str, Unreadable)):
        return value
    return Unreadable("The value is a list or an object; a box takes one value.")
