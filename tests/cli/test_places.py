from pathlib import Path

from focusdesk.cli.places import data_folder, fault_log, new_store_or_default, store_or_default


def test_a_store_that_is_named_is_meant(home: Path) -> None:
    assert store_or_default(Path("s")) == Path("s")
    assert new_store_or_default(Path("s")) == Path("s")
    assert not data_folder().exists()
    assert home.exists()


def test_the_default_store_lies_in_the_users_data_folder(home: Path) -> None:
    assert data_folder().is_relative_to(home)
    assert store_or_default(None) == data_folder() / "desk.focusdesk"
    assert not data_folder().exists()


def test_the_folder_of_a_new_default_store_is_its_owners_alone(home: Path) -> None:
    assert new_store_or_default(None).parent.stat().st_mode & 0o777 == 0o700
    assert new_store_or_default(None).is_relative_to(home)


def test_faults_are_logged_in_the_users_state_folder(home: Path) -> None:
    assert fault_log().is_relative_to(home)
    assert fault_log().name == "faults.log"
