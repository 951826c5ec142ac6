import tomllib

import pytest

from focusdesk.catalog.problem import DefinitionError
from focusdesk.catalog.reading import Place, build
from focusdesk.catalog.source import EditionFile
from focusdesk.form.box import Box, BoxKind
from focusdesk.form.page import PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import EditCheck, LineItem, LineStyle, Schedule

HERE = Place("2014-01/cash.toml")
COLUMN = 'column = [{ id = "outer", rule = [1, 2.5], frame = [3, 4] }]'
SCHEDULE = tomllib.loads('id = "s"\ntab = "S"\ntitle = ["S"]\norder = 1\nline_item = []\n[page]')
CHECK = 'id = "S01"\nmust = "[1] = [2]"\ncodes = ["1"]\nmessage = "No."\n'


def refusal(kind: type, toml: str) -> str:
    with pytest.raises(DefinitionError) as caught:
        build(kind, tomllib.loads(toml), HERE)
    (problem,) = caught.value.problems
    return str(problem)


def test_a_box_is_an_amount_unless_it_says_otherwise() -> None:
    assert build(Box, {"code": "7010"}, HERE) == Box("7010", BoxKind.AMOUNT)
    assert build(Box, {"code": "25", "kind": "date"}, HERE) == Box("25", BoxKind.DATE)


def test_keys_left_out_take_the_defaults_of_the_form() -> None:
    assert build(PageLayout, {}, HERE) == PageLayout()
    assert build(LineItem, {}, HERE) == LineItem()


def test_whole_numbers_are_measures_too() -> None:
    (column,) = build(PageLayout, tomllib.loads(COLUMN), HERE).columns

    assert (column.rule, column.frame) == ((1.0, 2.5), (3.0, 4.0))
    assert {type(end) for end in (*column.rule, *column.frame)} == {float}
    assert build(LineItem, {"y": 120}, HERE).y == 120.0


def test_styles_and_months_become_objects_of_the_form() -> None:
    assert build(LineItem, {"style": "note"}, HERE).style is LineStyle.NOTE
    edition = build(EditionFile, {"id": "x", "title": "X", "in_force_from": "2013-01"}, HERE)
    assert edition.in_force_from == Period(2013, 1)
    assert edition.illustrative_before is None


@pytest.mark.parametrize(
    ("kind", "toml", "words"),
    [
        (Box, 'code = "1"\ncolum = "outer"', 'no key "colum" here. Did you mean "column"?'),
        (Box, 'code = "1"\nzzz = 1', 'no key "zzz" here. Known keys: carried, cents, check'),
        (Box, 'column = "outer"', 'The key "code" is missing. Add code = "..."'),
        (EditCheck, CHECK, 'The key "severity" is missing. Add severity = "..."'),
        (Box, "code = 7010", '"code" takes text in quotes, not 7010.'),
        (Box, 'code = "1"\ntotal = "yes"', '"total" takes true or false, not "yes".'),
        (Box, 'code = "1"\ntotal = 1', '"total" takes true or false, not 1.'),
        (Box, 'code = "1"\nkind = "money"', '"kind" takes one of "amount", "text", "date"'),
        (Box, 'code = "1"\nkind = []', '"kind" takes one of "amount", "text", "date"'),
        (Box, 'code = "1"\ncents = "off"', '"cents" takes one of "down", "up", not "off".'),
        (EditCheck, CHECK + 'severity = "bad"', '"severity" takes one of "error", "warning"'),
        (LineItem, "indent = 1.5", '"indent" takes a whole number, not 1.5.'),
        (LineItem, "indent = true", '"indent" takes a whole number, not true.'),
        (LineItem, 'y = "high"', '"y" takes a number, not "high".'),
        (LineItem, "y = nan", '"y" takes a number, not nan.'),
        (LineItem, "y = false", '"y" takes a number, not false.'),
        (LineItem, "boxes = 7", '"boxes" takes a list in brackets, not 7.'),
        (LineItem, "boxes = [7]", "box number 1: Here a table is expected, not 7."),
        (LineItem, "boxes = [{}]", 'box number 1: The key "code" is missing.'),
        (PageLayout, COLUMN.replace("2.5", "0"), '"rule" takes a left and a right end'),
        (PageLayout, COLUMN.replace(", 2.5", ""), '"rule" takes a left and a right end'),
        (PageLayout, COLUMN.replace("[1, 2.5]", '"1"'), '"rule" takes a list in brackets'),
        (PageLayout, COLUMN.replace("rule = [1, 2.5],", ""), "Add rule = [473.0, 554.3]."),
        (PageLayout, "columns = []", 'no key "columns" here. Did you mean "column"?'),
        (PageLayout, "double_ruled = [1]", '"double_ruled" takes text in quotes, not 1.'),
        (EditionFile, 'in_force_from = "2014-13"', '"in_force_from" takes a month'),
        (EditionFile, "in_force_from = 2014-01-01", '"in_force_from" takes a month'),
        (EditionFile, 'id = "x"\ntitle = "X"', 'Add in_force_from = "2014-01".'),
    ],
)
def test_what_a_file_cannot_say_is_refused_with_what_it_can(
    kind: type, toml: str, words: str
) -> None:
    toml = toml.replace("in_force_from = ", 'id = "x"\ntitle = "X"\nin_force_from = ')

    assert words in refusal(kind, toml)


def test_a_refusal_names_file_line_item_and_box() -> None:
    line = {"number": "4", "label": "Net\nequity", "boxes": [{"code": "7040", "total": 1}]}

    with pytest.raises(DefinitionError) as caught:
        build(Schedule, SCHEDULE | {"line_item": [{}, line]}, HERE)

    assert str(caught.value) == (
        '2014-01/cash.toml, line item 4 "Net equity", box 7040: "total" takes true or false, not 1.'
    )


def test_a_refusal_names_a_page_column() -> None:
    page = {"column": [{"id": "outer", "rule": [1, 2], "frame": "x"}]}

    with pytest.raises(DefinitionError, match=r"\[page\], page column outer: "):
        build(Schedule, SCHEDULE | {"page": page}, HERE)


def test_a_long_label_is_cut_in_a_refusal() -> None:
    label = "Securities held for particular customers or option customers in lieu of cash"

    with pytest.raises(DefinitionError) as caught:
        build(Schedule, SCHEDULE | {"line_item": [{"label": label, "indent": "1"}]}, HERE)

    assert 'line item "Securities held for particular customers..."' in str(caught.value)
