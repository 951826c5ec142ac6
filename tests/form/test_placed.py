"""What stands where."""

from focusdesk.form.placed import Face, Lettering, PlacedText, Role


def test_a_text_ends_where_its_width_takes_it() -> None:
    text = PlacedText("7010", 554.0, 150.0, 17.5, Lettering(8.0), Role.CODE, "7010")

    assert text.right == 571.5


def test_capitals_are_as_high_as_the_typeface_has_them() -> None:
    assert Lettering(10.0, Face.BOLD, 0.82).capital_height == 7.29


def test_lettering_of_another_size_keeps_its_face_and_scale() -> None:
    assert Lettering(8.0, Face.BOLD, 0.82).of_size(6.0) == Lettering(6.0, Face.BOLD, 0.82)
