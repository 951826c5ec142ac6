"""Whatever the program needs from others is named in LICENSE."""

import re
from pathlib import Path

from focusdesk.resources import resource_path

ROOT = Path(__file__).resolve().parents[2]
LICENSE = (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_the_licence_is_apache_2_whole() -> None:
    assert "Version 2.0, January 2004" in LICENSE
    assert "END OF TERMS AND CONDITIONS" in LICENSE


def test_every_library_of_the_lock_file_has_its_notice() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    libraries = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    notices = LICENSE.partition("THIRD-PARTY NOTICES")[2].lower()
    assert len(libraries) > 10
    assert {name for name in libraries if not re.search(rf"\b{name}\b", notices)} == set()


def test_the_texts_that_qts_licence_asks_for_are_shipped() -> None:
    lesser = resource_path("licences", "LGPL-3.0.txt").read_text(encoding="utf-8")
    general = resource_path("licences", "GPL-3.0.txt").read_text(encoding="utf-8")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in lesser
    assert "GNU GENERAL PUBLIC LICENSE" in general
    assert len(general) > 30_000
