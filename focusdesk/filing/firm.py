"""Who files: the firm's name, and what sets its store apart from another firm's."""

import hashlib

from focusdesk.filing.journal_codes import STARTED
from focusdesk.filing.ports import FilingStore
from focusdesk.filing.register import Register

_LENGTH = 12


def firm_name(register: Register) -> str:
    """Give the name on the newest filing's cover; empty where there is none yet.

    Raises:
        StoreError: it cannot be read.
    """
    newest = register.store.filings()[:1]
    if not newest:
        return ""
    (entered,) = register.store.entered_many(newest, register.edition_of)
    name = entered.get(register.edition_of(newest[0]).firm_code)
    return name if isinstance(name, str) else ""


def firm_mark(store: FilingStore) -> str:
    """Give a few letters that no other firm's store has, and that never change.

    They are made of when and where its first filing was started.

    Raises:
        StoreError: the store cannot be read.
    """
    filings = store.filings()
    if not filings:
        return "new"
    (started, *_) = store.journal(min(filings, key=lambda filing: filing.id), STARTED)
    told = f"{started.written.isoformat()} {started.user} {started.host}"
    return hashlib.sha256(told.encode()).hexdigest()[:_LENGTH]
