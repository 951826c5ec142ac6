"""The typeface is measured as it is drawn."""

from typing import Any, cast

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from focusdesk.export.fonts import measure
from focusdesk.form.placed import Face, UnprintableText
from focusdesk.resources import resource_path


@pytest.mark.parametrize("face", list(Face))
def test_words_are_as_wide_as_reportlab_draws_them(face: Face) -> None:
    words = "Net unrealized profit (loss) in open futures: $1,234,567"
    file = resource_path("fonts", f"LiberationSans-{face.value.capitalize()}.ttf")

    drawn = cast("Any", TTFont("Drawn", str(file))).stringWidth(words, 8.0)

    assert measure(words, 8.0, face) == pytest.approx(drawn)


def test_every_digit_is_equally_wide_so_that_amounts_stand_in_columns() -> None:
    widths = {measure(digit, 8.0, face) for digit in "0123456789" for face in (Face.REGULAR,)}

    assert len(widths) == 1


def test_a_letter_that_the_typeface_lacks_is_named() -> None:
    with pytest.raises(UnprintableText, match=r'"銀" \(U\+9280\)'):
        measure("Bank 銀", 8.0, Face.REGULAR)


def test_what_is_no_letter_at_all_is_named_by_its_number() -> None:
    with pytest.raises(UnprintableText, match=r"no letter for \(U\+0007\)"):
        measure("Bank\a", 8.0, Face.REGULAR)
