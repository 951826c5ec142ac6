from pathlib import Path

from PySide6.QtCore import QByteArray

from focusdesk.ui.settings import (
    FOLLOW_SYSTEM,
    MOST_RECENT_CHOICES,
    MOST_RECENT_STORES,
    Place,
    Settings,
)


def _again(path: Path, settings: Settings) -> Settings:
    settings.flush()
    return Settings(path)


def test_a_new_user_follows_the_system_and_sees_last_month(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "desk.ini")
    assert settings.theme == FOLLOW_SYSTEM
    assert settings.shows_last_month
    assert not settings.enter_goes_on
    assert settings.geometry.isEmpty()
    assert settings.recent_stores == ()
    assert settings.preview_geometry.isEmpty()
    assert settings.preview_zoom == ""
    assert settings.preview_continuous


def test_choices_are_there_after_a_restart(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "desk.ini")
    settings.theme = "dark"
    settings.shows_last_month = False
    settings.enter_goes_on = True
    settings.geometry = QByteArray(b"\x01\x02")
    settings.preview_geometry = QByteArray(b"\x03\x04")
    settings.preview_zoom = "125 %"
    settings.preview_continuous = False
    again = _again(tmp_path / "desk.ini", settings)
    assert again.theme == "dark"
    assert not again.shows_last_month
    assert again.enter_goes_on
    assert again.geometry == QByteArray(b"\x01\x02")
    assert again.preview_geometry == QByteArray(b"\x03\x04")
    assert again.preview_zoom == "125 %"
    assert not again.preview_continuous


def test_the_last_store_comes_first_and_each_once(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "desk.ini")
    for name in ("a, b.focusdesk", "c.focusdesk", "a, b.focusdesk"):
        settings.remember_store(tmp_path / name)
    again = _again(tmp_path / "desk.ini", settings)
    assert again.recent_stores == (tmp_path / "a, b.focusdesk", tmp_path / "c.focusdesk")


def test_a_store_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "desk.ini")
    settings.remember_store(tmp_path / "a.focusdesk")
    settings.forget_store(tmp_path / "a.focusdesk")
    assert settings.recent_stores == ()


def test_only_a_few_stores_are_remembered(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "desk.ini")
    for number in range(MOST_RECENT_STORES + 3):
        settings.remember_store(tmp_path / f"{number}.focusdesk")
    assert len(settings.recent_stores) == MOST_RECENT_STORES


def test_the_place_belongs_to_its_store(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "desk.ini")
    place = Place("2014-01", 1, "7190")
    settings.remember_place(tmp_path / "a.focusdesk", place)
    again = _again(tmp_path / "desk.ini", settings)
    assert again.place_in(tmp_path / "a.focusdesk") == place
    assert again.place_in(tmp_path / "b.focusdesk") is None


def test_a_file_that_makes_no_sense_counts_as_empty(tmp_path: Path) -> None:
    path = tmp_path / "desk.ini"
    path.write_bytes(b"\x00\xff[[[\nplace/store=3")
    assert Settings(path).theme == FOLLOW_SYSTEM


def test_what_was_chosen_in_the_palette_last_comes_first_and_no_more_than_a_few(
    tmp_path: Path,
) -> None:
    settings = Settings(tmp_path / "desk.ini")
    for key in (*(f"box:{at}" for at in range(20)), "action:find", "box:19"):
        settings.remember_choice(key)
    again = _again(tmp_path / "desk.ini", settings)
    assert again.recent_choices[:3] == ("box:19", "action:find", "box:18")
    assert len(again.recent_choices) == MOST_RECENT_CHOICES


def test_zoom_widths_and_parts_are_kept(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "desk.ini")
    assert (settings.zoom, settings.widths, settings.parts("desk")) == (0, {}, ())
    settings.zoom = 125
    settings.widths = {"segregation.label": 300, "baseline": 90}
    settings.keep_parts("desk", (230, 700, 340))
    settings.flush()
    again = Settings(tmp_path / "desk.ini")
    assert again.zoom == 125
    assert again.widths == {"segregation.label": 300, "baseline": 90}
    assert again.parts("desk") == (230, 700, 340)
    again.keep_parts("desk", ())
    again.widths = {}
    assert (again.widths, again.parts("desk")) == ({}, ())
