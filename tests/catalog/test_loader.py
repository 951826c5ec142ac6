from collections.abc import Callable
from pathlib import Path

import pytest

from focusdesk.catalog.loader import load_editions, read_editions
from focusdesk.catalog.problem import DefinitionError

Change = Callable[[str, str, str], None]

SHIPPED = "2014-01"


def edition_above(forms: Path, name: str, below: str, start: str = "2021-01") -> None:
    (forms / name).mkdir()
    header = f'id = "{name}"\ntitle = "X"\nin_force_from = "{start}"\nbased_on = "{below}"\n'
    (forms / name / "edition.toml").write_text(header, encoding="utf-8")


def test_editions_come_by_name_with_the_earliest_in_force_first(forms: Path) -> None:
    edition_above(forms, "a-later", "2020-01", "2022-01")
    edition_above(forms, "b-early", "2020-01", "2019-01")

    editions = load_editions(forms)

    assert list(editions) == ["b-early", "2020-01", "a-later"]
    assert [edition.id for edition in editions.values()] == list(editions)


def test_without_a_folder_the_shipped_editions_are_loaded() -> None:
    assert SHIPPED in load_editions()


def test_nothing_is_loaded_while_anything_is_wrong(forms: Path, change: Change) -> None:
    change("2020-01/cash.toml", "[100] - [200]", "[100] - [201]")

    with pytest.raises(DefinitionError, match="There is no box 201 in this edition"):
        load_editions(forms)


def test_problems_of_all_editions_are_told_together(forms: Path, change: Change) -> None:
    change("2020-01/cash.toml", "[100] - [200]", "[100] - [201]")
    (forms / "2021-01").mkdir()
    (forms / "2021-01" / "edition.toml").write_text("id = 1", encoding="utf-8")

    with pytest.raises(DefinitionError) as caught:
        load_editions(forms)

    assert [problem.file for problem in caught.value.problems] == [
        "2021-01/edition.toml",
        "2020-01/cash.toml",
    ]


def test_a_problem_below_is_told_once_however_many_editions_rest_on_it(
    forms: Path, change: Change
) -> None:
    edition_above(forms, "2021-01", "2020-01")
    change("2020-01/cash.toml", "[100] - [200]", "[100] - [201]")

    editions, problems = read_editions(forms)

    assert len(editions) == 2
    assert len(problems) == 1


def test_an_edition_on_one_that_cannot_be_read_adds_no_problem(forms: Path, change: Change) -> None:
    edition_above(forms, "2021-01", "2020-01")
    change("2020-01/cash.toml", "order = 10", 'order = "ten"')

    editions, problems = read_editions(forms)

    assert editions == []
    assert [problem.file for problem in problems] == ["2020-01/cash.toml"]


def test_an_edition_on_none_is_a_problem(forms: Path) -> None:
    edition_above(forms, "2021-01", "2018-01")

    _, problems = read_editions(forms)

    assert [problem.file for problem in problems] == ["2021-01/edition.toml"]


def test_a_folder_without_editions_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError, match="There is no edition of the form here"):
        load_editions(tmp_path)


def test_a_folder_of_schedules_without_edition_file_is_a_problem(forms: Path) -> None:
    (forms / "2020-01" / "edition.toml").unlink()

    with pytest.raises(DefinitionError, match=r"2020-01/edition\.toml: The file is missing"):
        load_editions(forms)
