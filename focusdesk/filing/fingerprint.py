"""What a filing holds as one digest, and the short code of it that paper carries.

The digest covers the period, the edition, the amendment, every box that is entered and every
computed one that stands on paper: what a filing says, and nothing of how it was kept or printed.
Anyone can recompute it from the JSON inside a whole print (`focusdesk.filing.digest`).
"""

import base64
import datetime as dt
import json
from collections.abc import Mapping
from typing import TypeAlias

from focusdesk.filing.digest import digest_of
from focusdesk.filing.filing import Filing
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.schedule import Schedule

JsonValue: TypeAlias = int | str | bool | None

_BYTES_OF_FILING = 10
_BYTES_OF_PAGE = 5
_GROUP = 4


def json_value(value: Value) -> JsonValue:
    """Give a value as JSON has it: amount integer, date ``YYYY-MM-DD``, tick true, blank null."""
    return value.isoformat() if isinstance(value, dt.date) else value


def filed_values(edition: Edition, values: Mapping[str, Value]) -> dict[str, Value]:
    """Give what the boxes hold that are part of what a filing says, in the order of the form.

    Args:
        edition: The form.
        values: What every box holds, computed ones too.
    """
    return {code: values[code] for code in edition.filed_codes}


def filing_content(filing: Filing, values: Mapping[str, Value]) -> dict[str, object]:
    """Give what a filing says, ready to be written as JSON, its boxes in the order of the form.

    Args:
        filing: Its header.
        values: What its boxes hold (`filed_values`).
    """
    return {
        "period": str(filing.period),
        "edition": filing.edition,
        "amendment": filing.amendment,
        "values": {code: json_value(value) for code, value in values.items()},
    }


def filing_json(filing: Filing, values: Mapping[str, Value]) -> bytes:
    """Write what a filing says as a file, on its own and inside every print of it."""
    content = filing_content(filing, values)
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def content_digest(filing: Filing, values: Mapping[str, Value]) -> str:
    """Give the SHA-256 of what a filing says, in hexadecimal."""
    return digest_of(filing_content(filing, values))


def month_digest(filing: Filing, edition: Edition, values: Mapping[str, Value]) -> str:
    """Give the digest of a whole filing.

    Args:
        filing: Its header.
        edition: Its form.
        values: What every box holds, computed ones too.
    """
    return content_digest(filing, filed_values(edition, values))


def fingerprint(digest: str) -> str:
    """Shorten a digest to what a person can compare on paper: ``K7QF-3M2P-9XTA-4D2Q``."""
    return _short(digest, _BYTES_OF_FILING)


def page_fingerprint(filing: Filing, schedule: Schedule, values: Mapping[str, Value]) -> str:
    """Give the short code of one page's own boxes: ``K7QF-3M2P``.

    It tells which page differs when two prints of a month have other fingerprints.
    """
    own = {box.code: values[box.code] for box in schedule.boxes if box.is_filed}
    return _short(content_digest(filing, own), _BYTES_OF_PAGE)


def _short(digest: str, length: int) -> str:
    letters = base64.b32encode(bytes.fromhex(digest)[:length]).decode()
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))
