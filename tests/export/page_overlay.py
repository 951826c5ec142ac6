"""Two pages as one picture: the official ink red, ours blue, black where both have some."""

from typing import Any

from PIL import Image, ImageChops

_DOTS_AN_INCH = 150
_POINTS_AN_INCH = 72


def overlay(official: Any, ours: Any) -> Image.Image:
    """Draw two open pages of PDF files over one another."""
    one, other = _ink(official), _ink(ours)
    if one.size != other.size:
        other = other.crop((0, 0, *one.size))
    # less light of a colour where the other page has ink
    return Image.merge("RGB", (other, ImageChops.darker(one, other), one))


def _ink(page: Any) -> Image.Image:
    bitmap = page.render(scale=_DOTS_AN_INCH / _POINTS_AN_INCH)
    picture: Image.Image = bitmap.to_pil()
    return picture.convert("L")
