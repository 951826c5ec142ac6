from pathlib import Path

import pytest

from focusdesk.catalog.overlay import PlacedEdition, overlay
from focusdesk.catalog.problem import DefinitionError
from focusdesk.catalog.source import read_source


def write(forms: Path, name: str, text: str, **schedules: str) -> None:
    (forms / name).mkdir(exist_ok=True)
    header = f'id = "{name}"\ntitle = "The {name} form"\nin_force_from = "{name}"\n{text}'
    (forms / name / "edition.toml").write_text(header, encoding="utf-8")
    for schedule, content in schedules.items():
        (forms / name / f"{schedule}.toml").write_text(content, encoding="utf-8")


def schedule(name: str, code: str, order: int = 20) -> str:
    return (
        f'id = "{name}"\ntab = "{name}"\ntitle = ["{name}"]\norder = {order}\n[page]\n'
        f'[[line_item]]\nlabel = "It is {{{code}}}"\nboxes = [{{ code = "{code}" }}]\n'
    )


def put_together(forms: Path, name: str) -> PlacedEdition:
    sources = {path.name: read_source(path) for path in forms.iterdir()}
    return overlay(sources, name)


def refusal(forms: Path, name: str) -> str:
    with pytest.raises(DefinitionError) as caught:
        put_together(forms, name)
    return str(caught.value)


def test_an_edition_of_its_own_has_only_its_own_schedules(forms: Path) -> None:
    placed = put_together(forms, "2020-01")

    assert placed.edition.id == "2020-01"
    assert placed.files == {"cash": "2020-01/cash.toml"}
    assert placed.file == "2020-01/edition.toml"


def test_schedules_of_the_edition_below_apply(forms: Path) -> None:
    write(forms, "2021-01", 'based_on = "2020-01"', swaps=schedule("swaps", "800", 5))

    placed = put_together(forms, "2021-01")

    assert placed.files == {"swaps": "2021-01/swaps.toml", "cash": "2020-01/cash.toml"}
    assert [item.id for item in placed.edition.schedules] == ["swaps", "cash"]
    assert set(placed.edition.boxes) == {"13", "25", "100", "200", "300", "800"}


def test_a_file_of_the_same_id_replaces_the_whole_schedule(forms: Path) -> None:
    write(forms, "2021-01", 'based_on = "2020-01"', anew=schedule("cash", "111"))

    placed = put_together(forms, "2021-01")

    assert placed.files == {"cash": "2021-01/anew.toml"}
    assert set(placed.edition.boxes) == {"111"}


def test_a_withdrawn_schedule_is_gone(forms: Path) -> None:
    text = 'based_on = "2020-01"\nwithdrawn = ["cash"]'
    write(forms, "2021-01", text, swaps=schedule("swaps", "800"))

    assert put_together(forms, "2021-01").files == {"swaps": "2021-01/swaps.toml"}


def test_editions_lie_on_one_another_to_any_height(forms: Path) -> None:
    write(forms, "2021-01", 'based_on = "2020-01"', swaps=schedule("swaps", "800"))
    write(forms, "2022-01", 'based_on = "2021-01"\nwithdrawn = ["cash"]')

    assert put_together(forms, "2022-01").files == {"swaps": "2021-01/swaps.toml"}


def test_what_an_edition_file_leaves_out_is_that_of_the_edition_below(forms: Path) -> None:
    write(forms, "2021-01", 'based_on = "2020-01"')

    below, above = (put_together(forms, name).edition for name in ("2020-01", "2021-01"))

    assert above.title == "The 2021-01 form"
    assert (above.sign_check, above.furniture) == (below.sign_check, below.furniture)
    assert above.sign_check is not None
    assert above.furniture


def test_what_an_edition_file_says_prevails(forms: Path) -> None:
    text = 'based_on = "2020-01"\nfirm_code = "100"\nbegins_code = "300"\nas_of_code = "200"\n'
    text += 'file_number_code = "400"\n'
    text += '[sign_check]\nid = "S99"\nseverity = "warning"\nmessage = "No."\n'
    write(forms, "2021-01", text)

    edition = put_together(forms, "2021-01").edition

    assert (edition.firm_code, edition.begins_code, edition.as_of_code) == ("100", "300", "200")
    assert edition.file_number_code == "400"
    assert edition.sign_check is not None
    assert edition.sign_check.id == "S99"


def test_without_a_word_the_firm_is_13_and_the_date_25(forms: Path) -> None:
    write(forms, "2021-01", "", cash=schedule("cash", "1"))

    edition = put_together(forms, "2021-01").edition

    assert (edition.firm_code, edition.begins_code, edition.as_of_code) == ("13", "", "25")
    assert edition.file_number_code == ""
    assert edition.sign_check is None


def test_an_edition_below_that_is_not_there_is_refused(forms: Path) -> None:
    write(forms, "2021-01", 'based_on = "2019-01"')

    assert refusal(forms, "2021-01") == (
        '2021-01/edition.toml: It is based on "2019-01", which is no edition. Others: 2020-01.'
    )


def test_editions_that_rest_on_one_another_are_refused(forms: Path) -> None:
    write(forms, "2021-01", 'based_on = "2022-01"')
    write(forms, "2022-01", 'based_on = "2021-01"')

    assert refusal(forms, "2021-01") == (
        '2022-01/edition.toml: It is based on "2021-01", which is in turn based on it.'
    )


def test_only_a_schedule_of_the_edition_below_can_be_withdrawn(forms: Path) -> None:
    write(forms, "2021-01", 'based_on = "2020-01"\nwithdrawn = ["swaps"]')

    assert 'It withdraws "swaps", which the edition that it is based on' in refusal(
        forms, "2021-01"
    )


def test_a_schedule_cannot_be_withdrawn_and_defined(forms: Path) -> None:
    text = 'based_on = "2020-01"\nwithdrawn = ["cash"]'
    write(forms, "2021-01", text, cash=schedule("cash", "111"))

    assert refusal(forms, "2021-01") == (
        '2021-01/cash.toml: "cash" is withdrawn in 2021-01/edition.toml. '
        "Delete this file or do not withdraw it."
    )


def test_two_files_cannot_define_one_schedule(forms: Path) -> None:
    write(forms, "2021-01", "", one=schedule("cash", "1", 10), two=schedule("cash", "2", 20))

    assert refusal(forms, "2021-01") == (
        '2021-01/two.toml: "cash" is the id of 2021-01/one.toml too. Give one of them another id.'
    )
