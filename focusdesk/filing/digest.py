"""Canonical JSON and its SHA-256: what makes a silent change of the file noticeable.

The JSON has no spaces, sorted keys and characters as they are, in UTF-8, so that an examiner can
recompute a digest with any tool.
"""

import hashlib
import json
from typing import TypeAlias

Scalar: TypeAlias = str | int | None
"""What a column of a store holds."""

# What is no scalar can only come from a damaged file; its digest must differ, not fail.
_encode = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=repr
).encode


def canonical(value: object) -> str:
    """Write a value as canonical JSON."""
    return _encode(value)


def digest_of(value: object) -> str:
    """Give the SHA-256 of a value's canonical JSON, in hexadecimal.

    Raises:
        UnicodeEncodeError: a text holds half of a surrogate pair.
    """
    return hashlib.sha256(_encode(value).encode()).hexdigest()
