"""A file of one edition, imported into a filing of another."""

from dataclasses import replace

import pytest

from focusdesk.calc.worksheet import Worksheet
from focusdesk.catalog.loader import load_editions
from focusdesk.exchange.file_table import FileContent, FileLine, RawValue, Unreadable
from focusdesk.exchange.filing_files import filing_json
from focusdesk.exchange.import_preview import ImportPreview, preview_import
from focusdesk.exchange.json_lines import read_json
from focusdesk.exchange.other_editions import for_edition
from focusdesk.filing.filing import Filing
from focusdesk.filing.ground import Ground
from focusdesk.form.period import Period
from tests.exchange.filled_form import JANUARY, with_values

EDITIONS = load_editions()
OLD, NEW = EDITIONS["2014-01"], EDITIONS["2026-03"]
MARCH = Filing(2, Period(2026, 3), NEW.id)


def lines_of(content: FileContent) -> list[tuple[str, str, RawValue]]:
    return [(line.where, line.code, line.value) for line in content.lines]


def file_of(*lines: FileLine, edition: str = "") -> FileContent:
    return FileContent("a.csv", lines, edition=edition)


def into_march(content: FileContent) -> ImportPreview:
    read = for_edition(content, NEW, EDITIONS.values())
    return preview_import(read, MARCH, Ground(Worksheet(NEW, {})))


def test_a_box_that_has_another_code_now_is_taken_for_that_one() -> None:
    old = FileLine("row 2", "execution.officer1", "Ann Doe")
    read = for_edition(file_of(old), NEW, EDITIONS.values())

    assert lines_of(read) == [("row 2, execution.officer1", "12011", "Ann Doe")]
    assert read.remarks == (
        "Boxes that have other codes in the edition 2026-03: execution.officer1 is 12011.",
    )


def test_nothing_is_said_of_a_blank_that_has_another_code_now() -> None:
    read = for_edition(file_of(FileLine("", "execution.officer1", "")), NEW, EDITIONS.values())

    assert lines_of(read) == [("execution.officer1", "12011", "")]
    assert read.remarks == ()


def test_so_is_one_that_had_another_code_before() -> None:
    read = for_edition(file_of(FileLine("", "12013", "Jo Roe")), OLD, EDITIONS.values())

    assert lines_of(read) == [("12013", "execution.officer3", "Jo Roe")]


@pytest.mark.parametrize("blank", [None, "", " ", False])
def test_a_blank_of_a_box_that_the_edition_lacks_is_passed_over(blank: RawValue) -> None:
    assert lines_of(for_edition(file_of(FileLine("", "18", blank)), NEW, EDITIONS.values())) == []


def test_a_total_that_the_edition_lacks_is_passed_over() -> None:
    assert NEW.boxes["7447"].is_computed
    total = file_of(FileLine("", "7447", 5))

    assert lines_of(for_edition(total, OLD, EDITIONS.values())) == []


@pytest.mark.parametrize("value", [True, "maybe"])
def test_a_value_for_a_box_that_the_edition_lacks_is_refused_with_the_reason(
    value: RawValue,
) -> None:
    [refused] = into_march(file_of(FileLine("row 9", "18", value))).refused

    assert refused.sentence == (
        "a.csv, row 9, 18: The edition 2014-01 has this box, and the filing is in 2026-03, which "
        "has not. Leave the value empty, or take the line out of the file."
    )


@pytest.mark.parametrize("told", ["2014-01", "2018-01"])
def test_of_several_editions_that_have_a_box_the_files_own_is_named(told: str) -> None:
    known = [OLD, replace(OLD, id="2018-01"), NEW]
    content = file_of(FileLine("", "18", value=True), edition=told)

    [line] = for_edition(content, NEW, known).lines

    assert isinstance(line.value, Unreadable)
    assert line.value.why.startswith(f"The edition {told} has this box")


def test_a_code_that_no_edition_has_and_a_line_without_one_stay_as_they_are() -> None:
    content = file_of(FileLine("row 2", "9999", 5), FileLine("row 3", "", 6))

    assert for_edition(content, NEW, EDITIONS.values()) == content


def test_both_codes_of_one_box_are_a_code_given_twice() -> None:
    both = file_of(FileLine("row 2", "12011", "A"), FileLine("row 3", "execution.officer1", "B"))

    [refused] = into_march(both).refused

    assert refused.sentence == (
        "a.csv, row 3, execution.officer1, 12011: The code stands in the file before, in row 2. "
        "Keep one of the two."
    )


def test_a_whole_filing_of_2014_goes_into_a_month_of_2026() -> None:
    figures = with_values({"7010": 5, "execution.officer2": "Jo Roe", "25": None})
    content = read_json(filing_json(JANUARY, figures), "january.json")

    preview = into_march(content)

    assert not preview.refused
    assert {change.code: change.new for change in preview.changes} == {"7010": 5, "12012": "Jo Roe"}
    assert not preview.differing
