"""Editions for the calculation's tests: the shipped one, and small ones written in the test."""

from collections.abc import Callable, Mapping

import pytest

from focusdesk.calc.worksheet import CalculationPlan
from focusdesk.catalog.loader import load_editions
from focusdesk.form.box import Box, BoxKind
from focusdesk.form.edition import Edition
from focusdesk.form.page import PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem, Schedule

KINDS = {kind.value for kind in BoxKind}


@pytest.fixture(scope="session")
def form() -> Edition:
    """The shipped edition of January 2014."""
    return load_editions()["2014-01"]


@pytest.fixture(scope="session")
def form_plan(form: Edition) -> CalculationPlan:
    return CalculationPlan(form)


@pytest.fixture(scope="session")
def edition_of() -> Callable[[Mapping[str, str]], Edition]:
    """Build an edition from codes: "" is an entered amount, a kind's name another entered box,
    and anything else a formula."""

    def build(codes: Mapping[str, str]) -> Edition:
        lines = tuple(
            LineItem(label=f"Box {code}", boxes=(_box(code, what),)) for code, what in codes.items()
        )
        page = Schedule("page", "Page", ("PAGE",), 10, lines, PageLayout())
        return Edition("test", "Test", Period(2014, 1), (page,))

    return build


def _box(code: str, what: str) -> Box:
    if what in KINDS:
        return Box(code, BoxKind(what))
    return Box(code, BoxKind.AMOUNT, formula=what)
