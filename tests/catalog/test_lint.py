from collections.abc import Callable
from pathlib import Path

import pytest

from focusdesk.catalog.loader import read_editions

Change = Callable[[str, str, str], None]

CASH_BOX = '{ code = "100", column = "outer", dollar_sign = true }'
LINE_1 = '2020-01/cash.toml, line item 1 "Cash"'
LINE_2 = '2020-01/cash.toml, line item 2 "Less: checks not cashed"'
FIRM = '2020-01/cash.toml, line item "Firm … as of"'


def problems_of(forms: Path) -> list[str]:
    return [str(problem) for problem in read_editions(forms)[1]]


def test_the_small_edition_has_nothing_wrong(forms: Path) -> None:
    assert problems_of(forms) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            CASH_BOX,
            '{ code = "100" }',
            f"{LINE_1}, box 100: It has no place on paper. Give it a column of the page, "
            "a page cell, or braces in the line's label.",
        ),
        (
            CASH_BOX,
            '{ code = "100", column = "far" }',
            f'{LINE_1}, box 100 in column far: The page has no column "far". '
            "Its columns: inner, outer.",
        ),
        (
            'column = "inner", parentheses',
            'column = "outer", parentheses',
            f'{LINE_2}: 2 boxes of the line stand in column "outer". Move one of them.',
        ),
        (
            '{ code = "13", kind = "text", carried = true },\n',
            "",
            '2020-01/cash.toml, line item "Firm {13} as of": Its label shows {13}, but the line '
            "has no such box. Correct the label or add the box to the line.",
        ),
        (
            "as of",
            "as {of",
            '2020-01/cash.toml, line item "Firm … as {of": A brace in its label has no partner. '
            "Write a box as {7150}.",
        ),
        (
            'kind = "date", column',
            'kind = "date", dollar_sign = true, column',
            f"{FIRM}, box 25 in column outer: Only an amount can have dollar_sign, "
            "and this box is of kind date.",
        ),
        (
            'kind = "date", column',
            'kind = "date", watched = "excess", column',
            f"{FIRM}, box 25 in column outer: Only an amount can have watched, "
            "and this box is of kind date.",
        ),
        (
            'kind = "date", column',
            'kind = "date", trend = "excess", column',
            f"{FIRM}, box 25 in column outer: Only an amount can have trend, "
            "and this box is of kind date.",
        ),
        (
            CASH_BOX,
            '{ code = "100", column = "outer", watched = "excess" }',
            "2020-01/cash.toml: It has watched boxes and no requirement, of which their changes "
            'are a part. Write requirement = "7060", with its code.',
        ),
        (
            'kind = "date", column',
            'kind = "date", cents = "up", column',
            f'{FIRM}, box 25 in column outer: Only an amount can have cents = "up", '
            "and this box is of kind date.",
        ),
        (
            'kind = "date", column',
            'kind = "date", format = "zip", column',
            f"{FIRM}, box 25 in column outer: Only a text can have a format, "
            "and this box is of kind date.",
        ),
        (
            "parentheses = true",
            "parentheses = true, may_be_negative = true",
            f"{LINE_2}, box 200 in column inner: What is printed in parentheses is entered as "
            "positive: take may_be_negative out.",
        ),
        (
            "total = true",
            "total = true, carried = true",
            f"{LINE_2}, box 300 in column outer: A computed box follows from others, "
            "it is never carried: take carried out.",
        ),
        (
            "dollar_sign = true",
            'check = "F02"',
            f"{LINE_1}, box 100 in column outer: It bears the check F02 but has no formula "
            "for it. Add the formula.",
        ),
        (
            CASH_BOX,
            '{ code = "1-0", column = "outer" }',
            f"{LINE_1}, box 1-0 in column outer: A code is letters and digits, or two such words "
            "with a full stop: 7010, 7150.note.",
        ),
        (
            'id = "inner"',
            'id = "outer"',
            '2020-01/cash.toml, page: 2 columns are named "outer". Give each its own name.',
        ),
        (
            "top = 140.0",
            'cell = [{ code = "777", rule = [1, 2], y = 3, frame = [4, 5] }]',
            "2020-01/cash.toml, page, page cell 777: The schedule has no such box. "
            "Correct the code or add the box.",
        ),
        (
            "top = 140.0",
            'double_ruled = ["777"]',
            "2020-01/cash.toml, page, double_ruled 777: The schedule has no such box. "
            "Correct the code or add the box.",
        ),
        (
            "top = 140.0",
            'ornament = [{ kind = "text", x = 1, y = 2, text = "{777}" }]',
            '2020-01/cash.toml, page, ornament "{777}": It shows {777}, '
            "but the edition has no such box.",
        ),
        (
            "top = 140.0",
            'ornament = [{ kind = "text", x = 1, y = 2, block = "haed" }]',
            '2020-01/cash.toml, page: An ornament stands for the furniture\'s block "haed", '
            "which it lacks. Correct the block or leave it out.",
        ),
        (
            'id = "cash"',
            'id = "Cash flow"',
            '2020-01/cash.toml: The id "Cash flow" takes small letters, digits and "_" only.',
        ),
        (
            'tab = "Cash"',
            'tab = " "',
            '2020-01/cash.toml: The schedule has no name on its tab. Write tab = "...".',
        ),
        (
            'title = ["STATEMENT OF CASH"]',
            'title = ["STATEMENT OF CASH"]\nrequirement = "999"',
            '2020-01/cash.toml: requirement is "999", but the edition has no such box.',
        ),
        (
            'title = ["STATEMENT OF CASH"]',
            'title = ["STATEMENT OF CASH"]\nrequirement = "13"',
            '2020-01/cash.toml: requirement is "13", but that box holds no amount.',
        ),
        (
            '["STATEMENT OF CASH"]',
            "[]",
            '2020-01/cash.toml: The schedule has no title. Write title = ["..."].',
        ),
    ],
)
def test_what_is_wrong_with_a_schedule_is_told_with_its_place(
    forms: Path, change: Change, old: str, new: str, problem: str
) -> None:
    change("2020-01/cash.toml", old, new)

    assert problem in problems_of(forms)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            'firm_code = "13"',
            'firm_code = "14"',
            '2020-01/edition.toml: firm_code is "14", but the edition has no such box.',
        ),
        (
            'as_of_code = "25"',
            'as_of_code = "24"',
            '2020-01/edition.toml: as_of_code is "24", but the edition has no such box.',
        ),
        (
            'firm_code = "13"',
            'firm_code = "13"\nfile_number_code = "14"',
            '2020-01/edition.toml: file_number_code is "14", but the edition has no such box.',
        ),
        (
            'firm_code = "13"',
            'firm_code = "13"\nbegins_code = "24"',
            '2020-01/edition.toml: begins_code is "24", but the edition has no such box.',
        ),
        (
            'text = "{13}"',
            'text = "{14}"',
            '2020-01/edition.toml, furniture, ornament "{14}": It shows {14}, '
            "but the edition has no such box.",
        ),
        (
            "{code} holds {value}",
            "{code} holds {amount}",
            "2020-01/edition.toml, [sign_check]: Its message has {amount}: "
            "only {code} and {value} are known.",
        ),
        (
            'firm_code = "13"',
            'firm_code = "13"\nillustrative_before = "2019-12"',
            "2020-01/edition.toml: illustrative_before is earlier than in_force_from.",
        ),
        (
            'firm_code = "13"',
            'firm_code = "13"\noffered_from = "2020-01"\noffered_note = "it is early"',
            "2020-01/edition.toml: offered_from is not earlier than in_force_from: take it out.",
        ),
        (
            'firm_code = "13"',
            'firm_code = "13"\noffered_from = "2019-12"',
            "2020-01/edition.toml: "
            "offered_from and offered_note go together: write both or neither.",
        ),
        (
            'firm_code = "13"',
            'firm_code = "13"\noffered_note = "it is early"',
            "2020-01/edition.toml: "
            "offered_from and offered_note go together: write both or neither.",
        ),
    ],
)
def test_what_is_wrong_with_an_edition_is_told(
    forms: Path, change: Change, old: str, new: str, problem: str
) -> None:
    change("2020-01/edition.toml", old, new)

    assert problems_of(forms) == [problem]


def test_a_code_stands_once_in_an_edition(forms: Path) -> None:
    text = (forms / "2020-01" / "cash.toml").read_text(encoding="utf-8")
    head, _, _ = text.partition("[[line_item]]")
    again = head.replace('"cash"', '"more"').replace("order = 10", "order = 20")
    again += f'[[line_item]]\nnumber = "9"\nlabel = "More"\nboxes = [{CASH_BOX}]\n'
    (forms / "2020-01" / "more.toml").write_text(again, encoding="utf-8")

    assert problems_of(forms) == [
        '2020-01/more.toml, line item 9 "More", box 100 in column outer: The code 100 is taken '
        f"already: {LINE_1}, box 100 in column outer. Change one."
    ]


def test_a_check_and_a_place_in_the_form_are_taken_once(forms: Path, change: Change) -> None:
    change("2020-01/cash.toml", 'id = "S01"', 'id = "F01"')
    more = 'id = "more"\ntab = "More"\ntitle = ["MORE"]\norder = 10\nline_item = []\n[page]\n'
    (forms / "2020-01" / "more.toml").write_text(more, encoding="utf-8")

    assert problems_of(forms) == [
        "2020-01/cash.toml, check F01: The check F01 is taken already: "
        f"{LINE_2}, box 300 in column outer. Change one.",
        "2020-01/more.toml: The order 10 is taken already: 2020-01/cash.toml. Change one.",
    ]


def test_an_edition_has_a_schedule(forms: Path) -> None:
    (forms / "2020-01" / "cash.toml").unlink()

    assert problems_of(forms) == [
        "2020-01/edition.toml: The edition has no schedule. Add one file for each."
    ]


def test_where_a_page_prints_no_rows_every_box_needs_a_cell(forms: Path, change: Change) -> None:
    change("2020-01/cash.toml", "top = 140.0", "rows = false")

    problems = problems_of(forms)

    assert len(problems) == 5
    assert {problem.partition(": It")[2] for problem in problems} == {
        " has no place on paper. The page prints no rows: give it a page cell."
    }


def test_a_box_that_is_not_printed_needs_no_place(forms: Path, change: Change) -> None:
    change("2020-01/cash.toml", CASH_BOX, '{ code = "100", printed = false }')

    assert problems_of(forms) == []


def test_a_line_that_says_nothing_is_told_by_its_position(forms: Path, change: Change) -> None:
    change("2020-01/cash.toml", 'number = "1"\nlabel = "Cash"\n', "")
    change("2020-01/cash.toml", CASH_BOX, '{ code = "100" }')

    (problem,) = problems_of(forms)
    assert problem.startswith("2020-01/cash.toml, line item number 2, box 100: ")
