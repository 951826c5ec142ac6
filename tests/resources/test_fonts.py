"""The shipped fonts are the very files of Liberation Sans 2.1.5, and their licence lies beside."""

import hashlib

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from focusdesk.resources import resource_path

DIGESTS = {
    "LiberationSans-Regular.ttf": (
        "8d91388f1d3604b3b8ae0e3ee2d140e50cd6122f9214514f4aca772540a4076d"
    ),
    "LiberationSans-Bold.ttf": "ba0e0dc3f7aca5b0afbc31e800531ee43be3aa79ae35b2ef1f6470a9547765c4",
    "LiberationSans-Italic.ttf": "01f559e5c501d3d5777647c6a92b3ff37a4523bcf4f3b6e97ae052af567618b1",
    "LiberationSans-BoldItalic.ttf": (
        "15c1068175252e4adee6d3721bf74064ffe437f679d9dbaeacd03fa7711a041b"
    ),
}


def test_the_four_faces_and_nothing_else_are_shipped() -> None:
    assert {path.name for path in resource_path("fonts").glob("*.ttf")} == set(DIGESTS)


@pytest.mark.parametrize("name", DIGESTS)
def test_a_font_is_the_file_that_was_released(name: str) -> None:
    content = resource_path("fonts", name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == DIGESTS[name]


@pytest.mark.parametrize("name", DIGESTS)
def test_digits_stand_in_columns_and_the_minus_is_there(name: str) -> None:
    font = TTFontFile(str(resource_path("fonts", name)))
    assert len({font.charWidths[ord(digit)] for digit in "0123456789"}) == 1
    assert ord("\N{MINUS SIGN}") in font.charToGlyph


def test_the_fonts_licence_lies_beside_them() -> None:
    text = resource_path("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007" in text
    assert "Reserved Font Name Liberation" in text
