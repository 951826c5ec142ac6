"""How sure a citation is stands in a key of its own, in one of the known words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from focusdesk.catalog.loader import load_editions, read_editions

ORDER = "order = 10\n"


def problems(forms: Path, change: Callable[[str, str, str], None], citation: str) -> list[str]:
    change("2020-01/cash.toml", ORDER, f"{ORDER}{citation}\n")
    return [str(problem) for problem in read_editions(forms)[1]]


@pytest.mark.parametrize(
    "citation", ['cite = "17 CFR 1.20"', 'cite = "the line itself"\nsure = "form"', ""]
)
def test_a_citation_may_say_how_sure_it_is(
    forms: Path, change: Callable[[str, str, str], None], citation: str
) -> None:
    assert problems(forms, change, citation) == []


def test_nothing_is_sure_where_nothing_is_cited(
    forms: Path, change: Callable[[str, str, str], None]
) -> None:
    found = problems(forms, change, 'sure = "form"')

    assert len(found) == 1
    assert "sure says how sure a citation is, and there is none." in found[0]


def test_a_citation_does_not_bear_a_mark_of_its_own(
    forms: Path, change: Callable[[str, str, str], None]
) -> None:
    found = problems(forms, change, 'cite = "17 CFR 1.20 (not verified)"')

    assert len(found) == 1
    assert "it is marked by sure. Use that key." in found[0]


def test_a_schedule_is_not_asked_for_by_the_house(
    forms: Path, change: Callable[[str, str, str], None]
) -> None:
    (found,) = problems(forms, change, 'cite = "practice"\nsure = "house"')

    assert "house" in found


def test_the_shipped_citations_are_right() -> None:
    assert set(load_editions()) == {"2014-01", "2026-03"}
