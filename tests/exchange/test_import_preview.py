import datetime as dt
from dataclasses import replace

import pytest

from focusdesk.calc.checks import Severity
from focusdesk.exchange.file_table import FileContent, FileLine, RawValue, Unreadable
from focusdesk.exchange.import_preview import ImportPreview, preview_import
from focusdesk.filing.edit import Cause, Change
from focusdesk.filing.ground import Ground
from focusdesk.form.box import Value
from tests.exchange.filled_form import JANUARY, with_values


def _preview(lines: dict[str, RawValue], before: dict[str, Value] | None = None) -> ImportPreview:
    content = FileContent(
        "a.csv",
        tuple(
            FileLine(f"row {number}", code, value)
            for number, (code, value) in enumerate(lines.items(), start=2)
        ),
    )
    return preview_import(content, JANUARY, Ground(with_values(before or {})))


def _why(code: str, value: RawValue) -> str:
    (refused,) = _preview({code: value}).refused
    return refused.sentence


def test_it_tells_what_changes_and_what_follows() -> None:
    preview = _preview({"7010": "1,234", "7020": "5"}, {"7020": 5})
    assert preview.changes == (Change("7010", None, 1234),)
    assert [change.code for change in preview.follows] == ["7040", "7060", "7190", "7198"]
    assert preview.follows[0] == Change("7040", 5, 1239)
    assert preview.unchanged == 1


def test_an_empty_value_blanks_the_box() -> None:
    assert _preview({"7010": None}, {"7010": 5}).changes == (Change("7010", 5, None),)


def test_the_edit_holds_the_changes_and_says_where_they_come_from() -> None:
    edit = _preview({"7010": "5", "7020": "6"}, {"7020": 6}).edit()
    assert (dict(edit.values), edit.cause) == ({"7010": 5}, Cause.IMPORTED)
    assert edit.words == "Import a.csv"


@pytest.mark.parametrize(
    ("code", "raw", "value"),
    [
        ("7010", -5, -5),
        ("7010", "(1,234)", -1234),
        ("7510", 12, "12"),
        ("25", dt.date(2014, 1, 31), dt.date(2014, 1, 31)),
        ("25", "01/31/14", dt.date(2014, 1, 31)),
        ("25", "2014-01-31", dt.date(2014, 1, 31)),
        ("16", True, True),
        ("16", "X", True),
        ("16", 1, True),
        ("firm.retail_forex", False, False),
        ("firm.retail_forex", "yes", True),
    ],
)
def test_a_value_is_read_as_its_box_asks(code: str, raw: RawValue, value: Value) -> None:
    (change,) = _preview({code: raw}).changes
    assert (change.new, type(change.new)) == (value, type(value))


def test_an_unticked_check_box_is_a_blank() -> None:
    assert _preview({"16": False}).changes == ()


@pytest.mark.parametrize(
    ("code", "raw", "why"),
    [
        ("7010", "abc", 'a.csv, row 2, 7010: "abc" is not an amount.'),
        ("7010", "12.50", 'a.csv, row 2, 7010: "12.50" has cents.'),
        ("7010", True, "a.csv, row 2, 7010: true is a tick, and the box takes none."),
        ("7010", dt.date(2014, 1, 31), "2014-01-31 is a date, and the box takes none."),
        ("7010", 2**63, "is too large"),
        ("7010", Unreadable("It is torn."), "a.csv, row 2, 7010: It is torn."),
        ("25", 41670, '"41670" is not a date'),
        ("25", "02/30/14", "not a day of the calendar"),
        ("16", "maybe", "neither a tick nor a blank"),
        ("7510", "A\nB", "control character"),
        ("7510", "x" * 201, "at most 200"),
        ("9999", "5", "a.csv, row 2, 9999: The form has no box of that code."),
        ("", Unreadable("There is a value but no code."), "a.csv, row 2: There is a value"),
        ("7180", "abc", 'a.csv, row 2, 7180: "abc" is not an amount.'),
    ],
)
def test_a_line_that_cannot_be_taken_names_file_row_and_code(
    code: str, raw: RawValue, why: str
) -> None:
    assert why in _why(code, raw)


def test_a_code_that_stands_twice_is_refused_and_names_its_first_row() -> None:
    lines = (FileLine("row 2", "7010", "5"), FileLine("row 9", "7010", "5"))
    preview = preview_import(FileContent("a.csv", lines), JANUARY, Ground(with_values({})))
    assert [line.sentence for line in preview.refused] == [
        "a.csv, row 9, 7010: The code stands in the file before, in row 2. Keep one of the two."
    ]


def test_in_a_file_without_rows_it_says_that_a_code_stands_twice() -> None:
    lines = (FileLine("", "7010", 5), FileLine("", "7010", 5))
    preview = preview_import(FileContent("a.json", lines), JANUARY, Ground(with_values({})))
    assert preview.refused[0].sentence.startswith("a.json, 7010: The code stands in the file twice")


def test_one_refused_line_leaves_nothing_to_apply() -> None:
    preview = _preview({"7010": "5", "7020": "abc"})
    with pytest.raises(ValueError, match=r"a\.csv has refused lines"):
        preview.edit()


def test_a_total_beyond_64_bits_is_refused() -> None:
    preview = _preview({"7010": 2**63 - 1, "7020": 2**63 - 1})
    (refused,) = preview.refused
    assert refused.sentence.startswith("a.csv: A total would overflow: ")
    assert preview.changes == ()


def test_a_total_is_compared_with_what_it_will_be_and_never_stored() -> None:
    preview = _preview({"7040": "11", "7010": "5", "7020": "6"})
    assert [change.code for change in preview.changes] == ["7010", "7020"]
    (total,) = preview.totals
    assert (total.check, total.code, total.severity) == ("F01", "7040", None)
    assert preview.differing == ()


def test_a_total_that_differs_is_an_error_that_names_both_figures() -> None:
    (total,) = _preview({"7010": "5", "7040": "6"}).differing
    assert (total.check, total.stated, total.computed) == ("F01", 6, 5)
    assert total.severity is Severity.ERROR
    assert total.sentence == (
        "the file states 6 for 7040 (row 3); the form's formula gives 5, "
        "and that is what the filing would hold."
    )


def test_a_stated_zero_is_not_a_computed_blank() -> None:
    (total,) = _preview({"7040": "0"}).differing
    assert (total.severity, total.computed) == (Severity.ERROR, None)
    assert "gives blank" in total.sentence


def test_a_total_left_empty_states_nothing() -> None:
    assert _preview({"7010": "5", "7040": None}).totals == ()


MARGINS: dict[str, RawValue] = {"7415": 946524093, "7435": 697944162, "7465": 1000000}


@pytest.mark.parametrize(
    ("code", "computed"),
    [
        ("7425", 75721927),
        ("7445", 55835533),
        ("7455", 131557460),
        ("7490", 131557460),
        ("7495", 144713206),
    ],
)
@pytest.mark.parametrize(
    ("off", "severity"),
    [
        (0, None),
        (1, Severity.INFORMATION),
        (-1, Severity.INFORMATION),
        (2, Severity.ERROR),
        (-2, Severity.ERROR),
    ],
)
def test_a_rounded_requirement_may_be_a_dollar_off(
    code: str, computed: int, off: int, severity: Severity | None
) -> None:
    (total,) = _preview({**MARGINS, code: computed + off}).totals
    assert total.severity is severity


def test_a_sum_may_not_be_a_dollar_off() -> None:
    (total,) = _preview({"7010": 5, "7040": 6}).totals
    assert total.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("period", "month"), [("2013-12", "December 2013"), ("winter", '"winter"')]
)
def test_a_file_of_another_month_leaves_the_dates_of_the_period(period: str, month: str) -> None:
    lines = [("24", "2013-12-01"), ("25", "2013-12-31"), ("7010", 5)]
    content = FileContent(
        "a.json", tuple(FileLine("", code, value) for code, value in lines), period=period
    )
    before = with_values({"25": dt.date(2014, 1, 31)})
    preview = preview_import(content, JANUARY, Ground(before))
    assert preview.changes == (Change("7010", None, 5),)
    assert (preview.unchanged, preview.hints) == (0, ())
    assert preview.other_month == (
        f"The file is of {month} and goes into January 2014, "
        f"which keeps its own dates (24, 25, execution.date)."
    )


def test_a_file_that_names_no_month_is_of_the_one_whose_dates_it_has() -> None:
    held: dict[str, Value] = {"25": dt.date(2014, 1, 31), "execution.date": None}
    signed: dict[str, RawValue] = {"execution.date": "2014-01-27", "7010": 5}
    preview = _preview({"25": "12/31/13", **signed}, held)
    assert [change.code for change in preview.changes] == ["7010"]
    assert preview.other_month.startswith("The file is of December 2013")
    same = _preview({"25": "01/31/14", **signed}, held)
    assert [change.code for change in same.changes] == ["execution.date", "7010"]


def test_a_file_of_another_edition_is_remarked_on() -> None:
    content = FileContent("a.json", (), edition="2026-03", remarks=("Look.",))
    assert preview_import(content, JANUARY, Ground(with_values({}))).remarks == (
        "Look.",
        "The file says that it is in the edition 2026-03; the filing is in 2014-01.",
    )


@pytest.mark.parametrize(
    ("said", "amendment", "words"),
    [
        ("1", 0, "The file says that it is amendment 1; it goes into the original filing."),
        ("0", 2, "The file says that it is the original filing; it goes into amendment 2."),
    ],
)
def test_a_file_of_another_amendment_is_remarked_on(said: str, amendment: int, words: str) -> None:
    content = FileContent("a.json", (), amendment=said)
    filing = replace(JANUARY, amendment=amendment)
    assert preview_import(content, filing, Ground(with_values({}))).remarks == (words,)


@pytest.mark.parametrize(("period", "edition"), [("", ""), ("2014-01", "2014-01")])
def test_a_file_of_the_month_or_of_none_is_not_remarked_on(period: str, edition: str) -> None:
    amendment = "0" if period else ""
    content = FileContent("a.csv", (), period=period, edition=edition, amendment=amendment)
    preview = preview_import(content, JANUARY, Ground(with_values({})))
    assert (preview.remarks, preview.other_month) == ((), "")


@pytest.mark.parametrize(
    ("code", "raw", "remark"),
    [
        ("23", 7302, '23: "7302" has four digits: is it 07302? Spreadsheets drop a zero in front.'),
        (
            "22",
            "New York",
            "22: The form has room for the two letters of a state: NY for New York.",
        ),
        ("25", "2014-01-30", "25: 01/30/14 is not the last day of January 2014, 01/31/14."),
    ],
)
def test_an_unusual_text_or_date_is_taken_and_remarked_on(
    code: str, raw: RawValue, remark: str
) -> None:
    preview = _preview({code: raw})
    assert (preview.hints, preview.remarks) == ((remark,), ())
    assert [change.code for change in preview.changes] == [code]


def test_of_a_text_that_the_box_holds_already_nothing_is_remarked() -> None:
    assert _preview({"23": "7302"}, {"23": "7302"}).hints == ()


def test_the_dates_of_a_file_of_another_month_are_no_news() -> None:
    lines = (FileLine("", "25", "2013-12-31"), FileLine("", "23", "7302"))
    content = FileContent("a.json", lines, period="2013-12")
    (hint,) = preview_import(content, JANUARY, Ground(with_values({}))).hints
    assert hint.startswith("23: ")


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("=1000+250", "is arithmetic, and a figure is expected here. Write its result."),
        ("1.234", "can be read in two ways"),
        ("12.50", "Write 12."),
    ],
)
def test_a_file_has_figures_in_whole_dollars_and_no_arithmetic(raw: str, why: str) -> None:
    assert why in _why("7010", raw)


@pytest.mark.parametrize(("raw", "dollars"), [("1.2m", 1_200_000), ("1\u00a0234", 1234)])
def test_a_figure_of_a_file_is_read_as_one_that_is_typed(raw: str, dollars: int) -> None:
    (change,) = _preview({"7010": raw}).changes
    assert change.new == dollars
