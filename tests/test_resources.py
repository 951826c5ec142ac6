"""Shipped files are found from a checkout and from an installed package alike."""

from pathlib import Path

import pytest

from focusdesk import resources
from focusdesk.resources import resource_path


def test_the_form_and_the_typeface_are_found_in_the_checkout() -> None:
    assert resource_path("forms", "2014-01", "edition.toml").is_file()
    assert resource_path("fonts", "LiberationSans-Regular.ttf").is_file()


def test_an_installed_package_uses_the_resources_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "_INSTALLED", tmp_path)

    assert resource_path("forms") == tmp_path / "forms"
