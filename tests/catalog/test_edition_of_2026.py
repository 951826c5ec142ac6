"""The edition of March 2026: its cover, and what became of the boxes of 2014."""

import pytest

from focusdesk.calc.checks import findings
from focusdesk.calc.worksheet import Worksheet
from focusdesk.catalog.loader import load_editions
from focusdesk.form.box import BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.form.schedule import Schedule


def codes(words: str) -> list[str]:
    return words.split()


TICKED = codes("""
12000 12001 12002 12003 12004 12005 12006 12007 12008 16 17 19 12999 26 198 199 40 41 42
""")
WRITTEN = codes("""
13 14 15 20 21 22 23 12009 30 12010 31 32 33 34 35 36 37 38 39 26.describe
12011 12012 12013 execution.title1 execution.title2 execution.title3
""")
FOR_ONE_MONTH = codes("17 19 26 26.describe 24 25 33 35 37 39 42 execution.date")


@pytest.fixture(scope="module")
def editions() -> dict[str, Edition]:
    return load_editions()


@pytest.fixture(scope="module")
def form(editions: dict[str, Edition]) -> Edition:
    return editions["2026-03"]


@pytest.fixture(scope="module")
def cover(form: Edition) -> Schedule:
    return form.schedules[0]


def test_it_is_in_force_from_march_2026_and_offered_from_october_2021(form: Edition) -> None:
    assert form.in_force_from == Period(2026, 3)
    assert form.offered_from == Period(2021, 10)
    assert form.offered_note == "its cover is not verified for months before March 2026"
    assert (form.firm_code, form.file_number_code) == ("13", "14")
    assert (form.begins_code, form.as_of_code) == ("24", "25")


def test_the_cover_has_every_box_of_the_official_page(cover: Schedule) -> None:
    kinds = {box.code: box.kind for box in cover.boxes}

    assert sorted(code for code in kinds if kinds[code] is BoxKind.CHECK) == sorted(TICKED)
    assert sorted(code for code in kinds if kinds[code] is BoxKind.TEXT) == sorted(WRITTEN)
    dates = [code for code in kinds if kinds[code] is BoxKind.DATE]
    assert sorted(dates) == ["24", "25", "execution.date"]


def test_what_the_firm_is_is_carried_and_what_the_month_is_is_not(cover: Schedule) -> None:
    stays = {box.code for box in cover.boxes if not box.carried}

    assert stays == set(FOR_ONE_MONTH)


def test_no_box_of_2014_is_lost_but_that_of_rule_17a_11(editions: dict[str, Edition]) -> None:
    old, new = editions["2014-01"], editions["2026-03"]

    assert [code for code in old.boxes if not old.code_in(new, code)] == ["18"]
    assert [new.code_in(old, code) for code in ("12011", "12012", "12013")] == [
        "execution.officer1", "execution.officer2", "execution.officer3",
    ]  # fmt: skip


def test_the_same_statements_are_published_as_in_2014(editions: dict[str, Edition]) -> None:
    """17 CFR 1.55(o)."""
    public = [
        {schedule.id for schedule in form.schedules if schedule.public}
        for form in editions.values()
    ]

    assert public[0] == public[1] != set()


def test_what_is_new_has_no_code_in_2014(editions: dict[str, Edition]) -> None:
    old, new = editions["2014-01"], editions["2026-03"]
    added = [code for code in new.boxes if not new.code_in(old, code)]

    assert added == [
        *(str(code) for code in range(12000, 12009)),
        "12999", "12009", "12010", "198", "199", "7446", "7447",
    ]  # fmt: skip


GOOD: dict[str, Value] = {
    "12000": True,
    "16": True,
    "40": True,
    "198": True,
    "13": "A FIRM",
    "14": "8-41562",
    "15": "1",
    "20": "1 MAIN STREET",
    "21": "NEW YORK",
    "22": "NY",
    "23": "10018",
    "30": "A Person",
    "31": "(212) 555-0123",
}


def found(form: Edition, changed: dict[str, Value]) -> set[str]:
    """Give the checks of the cover that do not hold."""
    worksheet = Worksheet(form, {**GOOD, **changed})
    every = findings(worksheet)
    return {finding.id for finding in every if finding.id.startswith("C")}


@pytest.mark.parametrize(
    ("changed", "broken"),
    [
        ({}, set[str]()),
        ({"40": None}, {"C02"}),
        ({"16": None}, {"C03"}),
        ({"16": None, "12999": True}, set[str]()),
        ({"26": True}, {"C03"}),
        ({"26": True, "26.describe": "examination"}, set[str]()),
        ({"12001": True}, {"C10"}),
        ({"12000": None}, {"C11"}),
        ({"199": True}, {"C12"}),
        ({"198": None}, {"C12"}),
        ({"12007": True}, set[str]()),
        ({"12007": True, "12008": True}, {"C13"}),
    ],
)
def test_the_cover_is_checked(form: Edition, changed: dict[str, Value], broken: set[str]) -> None:
    assert found(form, changed) == broken
