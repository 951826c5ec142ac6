"""The typeface is measured as it is drawn."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from focusdesk.export.fonts import font_name, measure
from focusdesk.form.placed import Face, UnprintableText


@pytest.mark.parametrize("face", list(Face))
def test_words_are_as_wide_as_reportlab_draws_them(face: Face) -> None:
    words = "Net unrealized profit (loss) in open futures: $1,234,567"

    assert measure(words, 8.0, face) == pytest.approx(stringWidth(words, font_name(face), 8.0))


def test_every_digit_is_equally_wide_so_that_amounts_stand_in_columns() -> None:
    widths = {measure(digit, 8.0, face) for digit in "0123456789" for face in (Face.REGULAR,)}

    assert len(widths) == 1


def test_a_letter_that_the_typeface_lacks_is_named() -> None:
    with pytest.raises(UnprintableText, match=r'"銀" \(U\+9280\)'):
        measure("Bank 銀", 8.0, Face.REGULAR)


def test_a_face_keeps_its_name() -> None:
    assert font_name(Face.BOLD) == font_name(Face.BOLD) == "LiberationSans-Bold"
