from collections.abc import Callable
from pathlib import Path

import pytest

from focusdesk.catalog.problem import DefinitionError
from focusdesk.catalog.source import read_source, read_table, schedule_files
from focusdesk.form.edit_check import EditCheck

Change = Callable[[str, str, str], None]


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(DefinitionError) as caught:
        read_source(folder)
    return [str(problem) for problem in caught.value.problems]


def test_a_folder_is_an_edition_and_its_schedules(forms: Path) -> None:
    source = read_source(forms / "2020-01")

    assert source.edition.title == "A small form"
    assert [(item.file, item.schedule.id) for item in source.schedules] == [
        ("2020-01/cash.toml", "cash")
    ]
    (schedule,) = (item.schedule for item in source.schedules)
    assert [box.code for box in schedule.boxes] == ["13", "25", "100", "200", "300"]
    assert schedule.line_items[2].label == "Less: checks\nnot cashed"


def test_schedules_stand_in_the_order_of_the_form_not_of_the_alphabet(forms: Path) -> None:
    text = (forms / "2020-01" / "cash.toml").read_text(encoding="utf-8")
    first = text.replace("order = 10", "order = 5").replace('id = "cash"', 'id = "zero"')
    (forms / "2020-01" / "zero.toml").write_text(first, encoding="utf-8")

    source = read_source(forms / "2020-01")

    assert [item.schedule.id for item in source.schedules] == ["zero", "cash"]


def test_schedules_share_what_their_edition_says_of_pages(forms: Path, change: Change) -> None:
    change("2020-01/edition.toml", "[sign_check]", "[page]\ntop = 99.0\nfoot = 700.0\n[sign_check]")

    [source] = read_source(forms / "2020-01").schedules

    assert source.schedule.page.foot == 700.0
    assert source.schedule.page.top == 140.0, "its own page says so"
    assert len(source.schedule.page.columns) == 2


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ('page = "A4"', 'Here a table is expected, not "A4".'),
        ("page = { foot = true }", '"foot" takes a number'),
        ("page = { feet = 2 }", 'There is no key "feet" here.'),
    ],
)
def test_what_an_edition_says_wrong_of_pages_is_a_problem_of_its_own_file(
    forms: Path, change: Change, said: str, problem: str
) -> None:
    change("2020-01/edition.toml", 'firm_code = "13"', f'firm_code = "13"\n{said}')

    first, *_ = problems_of(forms / "2020-01")

    assert first.startswith("2020-01/edition.toml")
    assert problem in first


def test_the_sign_check_has_no_statement_of_its_own(forms: Path) -> None:
    assert read_source(forms / "2020-01").edition.edit_check == EditCheck(
        "S04", "error", "", (), "{code} holds {value}."
    )


def test_an_edition_without_sign_check_has_none(forms: Path, change: Change) -> None:
    check = '[sign_check]\nid = "S04"\nseverity = "error"\nmessage = "{code} holds {value}."\n'
    change("2020-01/edition.toml", check, "")

    assert read_source(forms / "2020-01").edition.edit_check is None


def test_a_sign_check_cannot_have_a_statement(forms: Path, change: Change) -> None:
    change("2020-01/edition.toml", 'id = "S04"', 'id = "S04"\nmust = "[100] >= 0"')

    (problem,) = problems_of(forms / "2020-01")
    assert problem.startswith('2020-01/edition.toml, [sign_check]: There is no key "must" here.')


def test_every_file_that_is_wrong_is_told_at_once(forms: Path, change: Change) -> None:
    change("2020-01/edition.toml", 'title = "A small form"', "titel = 1")
    change("2020-01/cash.toml", "order = 10", 'order = "ten"')

    first, second = problems_of(forms / "2020-01")
    assert first.startswith('2020-01/edition.toml: There is no key "titel" here.')
    assert second == '2020-01/cash.toml: "order" takes a whole number, not "ten".'


def test_the_folder_bears_the_name_of_its_edition(forms: Path) -> None:
    (forms / "2020-01").rename(forms / "2021-01")

    (problem,) = problems_of(forms / "2021-01")
    assert 'id is "2020-01" but its folder is named "2021-01"' in problem


def test_a_folder_without_edition_file_says_which_is_missing(forms: Path) -> None:
    (forms / "2020-01" / "edition.toml").unlink()

    (problem,) = problems_of(forms / "2020-01")
    assert problem.startswith("2020-01/edition.toml: The file is missing.")


def test_toml_that_cannot_be_read_says_line_and_column(forms: Path, change: Change) -> None:
    change("2020-01/cash.toml", "order = 10", "order = ")

    (problem,) = problems_of(forms / "2020-01")
    assert problem.startswith("2020-01/cash.toml: The file is not valid TOML: Invalid value")
    assert "(at line 4, column 9). Correct it there." in problem


def test_a_file_that_is_not_utf8_says_at_which_byte(forms: Path) -> None:
    path = forms / "2020-01" / "cash.toml"
    path.write_bytes(b'id = "caf\xe9"\n')

    (problem,) = problems_of(forms / "2020-01")
    assert problem == "2020-01/cash.toml: The file is not UTF-8 text (byte 10). Save it as UTF-8."


def test_what_cannot_be_opened_is_told_not_thrown(forms: Path) -> None:
    (forms / "2020-01" / "swaps.toml").mkdir()

    (problem,) = problems_of(forms / "2020-01")
    assert problem.startswith("2020-01/swaps.toml: The file cannot be read: ")


def test_other_files_of_the_folder_are_left_alone(forms: Path) -> None:
    (forms / "2020-01" / "notes.txt").write_text("not a schedule", encoding="utf-8")

    assert [path.name for path in schedule_files(forms / "2020-01")] == ["cash.toml"]


def test_windows_line_ends_are_read_like_others(forms: Path) -> None:
    path = forms / "2020-01" / "cash.toml"
    before = read_table(path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert read_table(path) == before
