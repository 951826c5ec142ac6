"""What the command palette offers: every action of the menus, the schedules, boxes and months.

The actions are those of the window's own menus, as they stand when the palette is opened, so that
their words, keys and states are never others than the menus show. What cannot be done now is
listed only where words were typed that find it: one learns that it exists, and what its keys are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from focusdesk.filing.filing import Filing
from focusdesk.form.edition import Edition
from focusdesk.ui.going.go_to_code import box_row, ranked_codes
from focusdesk.ui.look.found_list import FoundRow
from focusdesk.ui.look.matching import Fit, Sought

ACTION, SCHEDULE, MONTH, BOX = "Action", "Schedule", "Month", "Box"

_KINDS = (ACTION, SCHEDULE, MONTH, BOX)
_PALETTE = "palette"
_SCHEDULES_MENU = "Go"
_MNEMONIC = re.compile("&(.)")
_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that the palette can do.

    Attributes:
        row: How it is listed.
        names: What it is called.
        others: Further words that find it.
        action: What is triggered; `None` for a box or a month.
        filing: The month that is opened, for a month.
    """

    row: FoundRow
    names: tuple[str, ...]
    others: str = ""
    action: QAction | None = None
    filing: Filing | None = None


def action_offers(menus: QMenuBar, edition: Edition | None) -> Iterator[Offer]:
    """Give what stands in the menus, each action once."""
    seen: set[QAction] = set()
    titles = (
        {schedule.tab: " ".join(schedule.title) for schedule in edition.schedules}
        if edition
        else {}
    )
    for menu, action in _actions_of(menus.actions(), ""):
        if action in seen or action.objectName() == _PALETTE or not action.isVisible():
            continue
        seen.add(action)
        words = plain_words(action.text())
        if menu == _SCHEDULES_MENU and words in titles and not action.objectName():
            yield _schedule_offer(action, words, titles[words])
        else:
            yield _action_offer(action, words, menu)


def _action_offer(action: QAction, words: str, menu: str) -> Offer:
    keys = _keys_of(action)
    aside = "  ".join(part for part in (menu, keys, "on" if action.isChecked() else "") if part)
    key = f"action:{action.objectName() or words}"
    row = FoundRow(key, words, ACTION, aside=aside, takes=action.isEnabled())
    return Offer(row, (words.rstrip("\u2026"), words), f"{menu} {keys}", action)


def _schedule_offer(action: QAction, tab: str, title: str) -> Offer:
    row = FoundRow(
        f"schedule:{tab}", tab, SCHEDULE, aside=_keys_of(action), takes=action.isEnabled()
    )
    return Offer(row, (tab,), title, action)


def month_offers(filings: Sequence[Filing]) -> Iterator[Offer]:
    """Give the months of the firm, the newest first."""
    for filing in filings:
        period = filing.period
        marks = ("illustrative",) if filing.illustrative else (str(filing.status), filing.remark)
        row = FoundRow(
            f"month:{filing.id}",
            filing.title,
            MONTH,
            aside=", ".join(part for part in marks if part),
        )
        month = f"{period.month:02d}"
        names = (filing.title, period.short_label, str(period), f"{month}/{period.year}")
        yield Offer(row, names, f"{period.year % 100:02d}", filing=filing)


def palette_rows(
    offers: Sequence[Offer], edition: Edition | None, typed: str, recent: Sequence[str]
) -> tuple[FoundRow, ...]:
    """List what answers the text, what answers best first.

    Args:
        offers: Everything but boxes.
        edition: The form of the open month, whose boxes are sought too; `None` for none.
        typed: The text; where nothing is typed, what was used last comes first, and all else that
            can be done follows, but for the boxes.
        recent: The keys of what was used last, the last one first.
    """
    if not typed.strip():
        return _last_used_first(offers, edition, recent)
    sought = Sought.of(typed)
    fits = [(sought.fit(offer.names, offer.others), offer.row) for offer in offers]
    found = [(fit, row) for fit, row in fits if fit is not None]
    if edition is not None:
        boxes = ranked_codes(edition, sought)
        found += [(fit, _palette_box(edition, code)) for fit, code in boxes]
    if not found:
        lettered = (offer for offer in offers if sought.fits_letters(offer.names[0]))
        found = [(Fit.LETTERS, offer.row) for offer in lettered]
    return tuple(row for _, row in sorted(found, key=_place))


def plain_words(text: str) -> str:
    """Give the words of a menu's line without its mnemonic and its keys."""
    return _MNEMONIC.sub(r"\1", text.partition("\t")[0])


def code_in(key: str) -> str:
    """Give the code of a box's row; empty for any other row."""
    kind, _, code = key.partition(":")
    return code if kind == "box" else ""


def _last_used_first(
    offers: Sequence[Offer], edition: Edition | None, recent: Sequence[str]
) -> tuple[FoundRow, ...]:
    codes = (code_in(key) for key in recent)
    boxes = (_palette_box(edition, code) for code in codes if edition and code in edition.boxes)
    rows = [*boxes, *(offer.row for offer in offers if offer.row.takes)]
    order = {key: at for at, key in enumerate(recent)}
    return tuple(sorted(rows, key=lambda row: order.get(row.key, len(order))))


def _palette_box(edition: Edition, code: str) -> FoundRow:
    return replace(box_row(edition, code, BOX), key=f"box:{code}")


def _place(found: tuple[Fit, FoundRow]) -> tuple[int, bool, int]:
    fit, row = found
    return fit, not row.takes, _KINDS.index(row.kind)


def _keys_of(action: QAction) -> str:
    """Give the keys that the menu shows for an action."""
    shown = action.text().partition("\t")[2]
    return shown or action.shortcut().toString(_NATIVE)


def _actions_of(actions: Sequence[QAction], menu: str) -> Iterator[tuple[str, QAction]]:
    """Give what can be chosen in menus and in the menus within them, each with its menu."""
    for action in actions:
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _actions_of(inner.actions(), plain_words(action.text()))
        elif not action.isSeparator() and action.text():
            yield menu, action
