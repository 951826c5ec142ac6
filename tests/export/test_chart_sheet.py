"""A drawing and its two ways out."""

from xml.etree import ElementTree as ET

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from focusdesk.export.chart_sheet import ChartSheet, cut, width_of
from focusdesk.form.placed import Face, Lettering

PLAIN = Lettering(10)
SVG = "{http://www.w3.org/2000/svg}"


def image_of(svg: bytes, width: int, height: int, qapp: QGuiApplication) -> QImage:
    del qapp
    renderer = QSvgRenderer(QByteArray(svg))
    assert renderer.isValid()
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def test_lines_areas_and_hatching_stand_where_they_were_drawn(qapp: QGuiApplication) -> None:
    sheet = ChartSheet(100, 60)
    sheet.area(((10, 10), (20, 10), (20, 20), (10, 20)), "#fb0302")
    sheet.line(((30, 15), (60, 15)), "#0000ff", 4)
    sheet.hatch(((70, 10), (90, 10), (90, 30), (70, 30)), "#000000")

    image = image_of(sheet.svg("Title", "Told"), 100, 60, qapp)

    assert image.pixelColor(15, 15) == QColor("#fb0302")
    assert image.pixelColor(45, 15) == QColor("#0000ff")
    assert image.pixelColor(45, 40) == QColor("#ffffff")
    hatched = [image.pixelColor(x, 20).lightness() for x in range(70, 90)]
    assert min(hatched) < 200 < max(hatched)


def test_dashes_leave_gaps(qapp: QGuiApplication) -> None:
    sheet = ChartSheet(100, 20)
    sheet.line(((0, 10), (100, 10)), "#000000", 4, (10, 10))
    image = image_of(sheet.svg("", ""), 100, 20, qapp)
    dark = [image.pixelColor(x, 10).lightness() < 128 for x in (5, 15, 25, 35)]
    assert dark == [True, False, True, False]


def test_a_picture_says_what_it_is_in_the_typeface_of_the_desk() -> None:
    sheet = ChartSheet(100, 60)
    sheet.write("A & B", (10, 10), Lettering(10, Face.BOLD), "#000000")
    root = ET.fromstring(sheet.svg("Firm & Co", "7190 < 0"))  # noqa: S314 -- our own
    words = root.find(f".//{SVG}text")
    assert root.findtext(f"{SVG}title") == "Firm & Co"
    assert root.findtext(f"{SVG}desc") == "7190 < 0"
    assert words is not None
    assert words.text == "A & B"
    assert "font-family: Liberation Sans" in words.attrib["style"]
    assert "font-weight: bold" in words.attrib["style"]


def test_a_page_gets_the_same_lines_and_words_moved_to_their_place() -> None:
    sheet = ChartSheet(100, 60)
    sheet.line(((10, 20), (30, 40)), "#ff0000", 2, (5, 3))
    sheet.area(((0, 0), (4, 0), (4, 4)), "#00ff00", edge="#000000")
    sheet.write("12", (50, 30), PLAIN, "#000000", align="right")

    (line, area), (words,) = sheet.placed(100, 200)

    assert line.strokes == (((110, 220), (130, 240)),)
    assert (line.stroke, line.fill, line.dash) == ((1, 0, 0), None, (5, 3))
    assert (area.stroke, area.fill) == ((0, 0, 0), (0, 1, 0))
    assert words.text == "12"
    assert abs(words.right - 150) < 0.01
    assert words.y == 230


def test_words_that_are_too_wide_are_cut_with_an_ellipsis() -> None:
    assert cut("short", 100, PLAIN) == "short"
    shown = cut("Net unrealized profit (loss)", 60, PLAIN)
    assert shown.endswith("\N{HORIZONTAL ELLIPSIS}")
    assert width_of(shown, PLAIN) <= 60
