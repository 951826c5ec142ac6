"""Every colour that the desk paints can be told from its ground (WCAG 2.2, 1.4.3 and 1.4.11).

Text stands at 4.5:1 or more, text of what cannot be used now at 3:1, and so do frames, marks and
the mark of the focus. What is painted by hand stands in a table, a row for each file; a file that
begins to use a colour which its row does not know fails.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

import focusdesk.ui
from focusdesk.resources import resource_path
from focusdesk.ui.look.desk_style import desk_style
from focusdesk.ui.look.theme import THEMES, Theme, apply_theme, contrast, style_sheet, theme_named
from focusdesk.ui.preview.preview_view import CURRENT_FRAME, CURRENT_INK, HIT_INK
from tests.ui.every_window import WINDOWS, Arrive, Opening, a_notice, cover, desk_with_findings

TEXT, MARK = 4.5, 3.0
PAGES = "paper ground raised"
BOXES = "paper calculated moved accent_ground error_ground"
DECORATION = {"rule", "line"}
"""Dividing lines and hairlines, which nothing is told by."""

PAINTED: dict[str, tuple[str, ...]] = {
    "badges": (f"text warning on {PAGES}",),
    "schedule_bar": (f"mark good on {PAGES}",),
    "box_editor": (
        "text ink on paper error_ground",
        "mark accent on paper",
        "mark error on paper error_ground",
    ),
    "box_painter": (
        f"text ink on {BOXES}",
        f"text soft on {BOXES}",
        "text error on paper accent_ground error_ground",
        "text warning on paper moved accent_ground error_ground",
        "mark frame on paper accent_ground",
        "mark accent on paper calculated moved accent_ground",
        "mark error on paper error_ground",
        f"mark total_rule on {BOXES}",
    ),
    "compare_headings": ("text ink on raised", "text soft on raised", "text warning on raised"),
    "compare_paint": (
        "text ink on paper calculated accent_ground ground",
        "text soft on paper calculated accent_ground ground",
        "text warning on paper calculated accent_ground",
        "text good on paper calculated accent_ground",
        "mark accent on paper calculated accent_ground",
        "mark warning on paper calculated accent_ground",
        "mark ink on ground accent_ground",
        "mark frame on paper",
    ),
    "curve_paint": (
        "mark accent on paper calculated accent_ground",
        "mark soft on paper calculated accent_ground",
    ),
    "due_calendar": ("text error on paper accent_ground",),
    "entry_strip": (
        "text ink on information_ground warning_ground",
        "mark accent on information_ground paper",
        "mark warning on warning_ground paper",
    ),
    "trend_view": (
        "mark ink on paper",
        "mark frame on paper",
        "mark accent on paper raised",
    ),
    "finding_rows": (
        "text ink on error_ground warning_ground information_ground paper",
        "text soft on paper",
        "mark accent on error_ground warning_ground information_ground raised",
    ),
    "found_list": (
        "text ink on paper accent_ground",
        "text soft on paper accent_ground",
        "mark accent on accent_ground",
    ),
    "legend": ("text ink on paper accent_ground", "mark accent on paper accent_ground"),
    "mark_shapes": (
        f"mark accent on {BOXES}",
        f"mark error on {BOXES}",
        f"mark soft on {BOXES}",
        f"mark warning on {BOXES} raised",
        "text paper on error warning information",
    ),
    "row_paint": (
        "text ink on paper ground accent_ground",
        "text soft on paper ground accent_ground",
        "text error on paper ground accent_ground",
        "text warning on paper ground accent_ground",
        "text information on paper ground accent_ground",
        "mark accent on paper ground accent_ground",
    ),
    "months_dialog": tuple(
        f"text {colour} on paper accent_ground" for colour in ("good", "warning", "error")
    ),
    "months_list": (
        "text ink on raised accent_ground",
        "text soft on raised accent_ground",
        "mark accent on raised accent_ground",
    ),
    "page_header": ("text soft on paper",),
    "page_painter": (
        "text ink on paper moved",
        "text soft on paper moved",
        "mark accent on paper moved",
    ),
    "paste_paint": (
        *(
            f"text {colour} on paper accent_ground"
            for colour in ("ink", "good", "soft", "warning", "error")
        ),
        "mark accent on paper accent_ground",
    ),
    "preview_thumbnails": ("mark frame on raised",),
    "preview_view": ("mark frame on ground",),
    "refusal": ("text ink on error_ground", "mark error on error_ground paper"),
    "schedule_view": ("text ink on paper",),
    "severities": (
        "text error on error_ground paper",
        "text warning on warning_ground paper",
        "text information on information_ground paper",
        *(f"mark {severity} on {BOXES}" for severity in ("error", "warning", "information")),
    ),
    "side_paint": (
        "text ink on paper accent_ground",
        "text soft on paper accent_ground",
        "mark accent on paper accent_ground",
        "mark frame on paper accent_ground",
        "mark total_rule on paper accent_ground",
    ),
    "tie_list": tuple(
        f"mark {colour} on paper" for colour in ("good", "information", "soft", "warning", "error")
    ),
    "tie_paint": (
        *(
            f"text {colour} on paper accent_ground"
            for colour in ("ink", "good", "information", "soft", "warning", "error")
        ),
        "mark accent on paper accent_ground",
    ),
    "sum_list": (
        "text ink on raised accent_ground",
        "text soft on raised accent_ground",
        "text error on raised accent_ground",
        "mark accent on raised accent_ground",
    ),
    "sign_choice": ("text ink on information_ground", "mark accent on information_ground"),
    "change_html": ("text ink on information_ground",),
    "html_parts": (
        "text soft on paper",
        "text accent on paper information_ground warning_ground error_ground",
        "mark frame on paper",
        "mark information on paper information_ground",
    ),
    "story_html": (
        "text ink on paper information_ground warning_ground",
        "text soft on paper",
    ),
    "year_grid": (
        *(f"text {colour} on raised" for colour in ("ink", "soft", "error", "good")),
        "text on_accent on accent",
        *(f"mark {colour} on raised" for colour in ("accent", "error", "good", "warning", "ink")),
    ),
    "theme": (
        "text ink on paper ground raised calculated accent_ground",
        "text soft on paper ground raised calculated error_ground warning_ground",
        "text accent on paper ground raised",
        "text on_accent on accent",
        *(f"text {look} on paper raised" for look in ("good", "warning", "error", "information")),
        "mark frame on paper raised ground",
    ),
}
"""What each file paints: text or marks, in a colour, on grounds."""

OF_NOTHING = {"theme", "desk_style", "window_theme"}
"""The files that make themes, and paint nothing with them."""


def colour(theme: Theme, name: str) -> QColor:
    found: object = getattr(theme, name)
    assert isinstance(found, QColor)
    return found


def too_faint(theme: Theme, told: str, least: float, grounds: str) -> Iterator[str]:
    """Name the grounds on which a colour of the theme cannot be told well enough."""
    for ground in grounds.split():
        ratio = contrast(colour(theme, told), colour(theme, ground))
        if ratio < least:
            yield f"{theme.name}: {told} on {ground} is {ratio:.2f}:1"


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("file", PAINTED)
def test_what_is_painted_stands_out_from_its_ground(theme: Theme, file: str) -> None:
    faint: list[str] = []
    for row in PAINTED[file]:
        what, told, _, grounds = row.split(" ", 3)
        faint += too_faint(theme, told, TEXT if what == "text" else MARK, grounds)
    assert not faint


def test_the_table_knows_every_colour_that_a_file_paints_with() -> None:
    unknown: dict[str, set[str]] = {}
    for path in Path(focusdesk.ui.__path__[0]).rglob("*.py"):
        names = set(re.findall(r"\btheme\.([a-z_]+)\b", path.read_text("utf-8")))
        used = {name for name in names if isinstance(getattr(THEMES["light"], name, None), QColor)}
        known = set(re.findall(r"\w+", " ".join(PAINTED.get(path.stem, ())))) | DECORATION
        if path.stem not in OF_NOTHING and used - known:
            unknown[path.stem] = used - known
    assert not unknown


def rules_of(theme: Theme) -> Iterator[tuple[str, dict[str, str]]]:
    """Give each selector of the style sheets with its colours."""
    sheet = style_sheet(theme) + desk_style(theme)
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        pairs = (each.partition(":") for each in body.split(";"))
        said = {name.strip(): value.strip() for name, _, value in pairs if value}
        for selector in selectors.split(","):
            yield " ".join(selector.split()), said


def hex_in(words: str) -> QColor | None:
    found = re.search(r"#[0-9a-f]{6}", words)
    return QColor(found[0]) if found else None


def grounds_of(theme: Theme, selector: str, said: dict[str, str]) -> list[QColor]:
    """Give the ground that a rule names, or that its plain state does; else those of the desk."""
    own = hex_in(said.get("background", ""))
    if own is not None:
        return [own]
    plain = re.sub(r":(?!:)[a-z-]+", "", selector)
    for other, its in rules_of(theme):
        ground = hex_in(its.get("background", ""))
        if other == plain and ground is not None:
            return [ground]
    return [colour(theme, name) for name in PAGES.split()]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_words_of_the_style_sheets_can_be_read(theme: Theme) -> None:
    faint: list[str] = []
    for selector, said in rules_of(theme):
        least = MARK if ":disabled" in selector else TEXT
        for name in ("color", "selection-color", "placeholder-text-color"):
            ink = hex_in(said.get(name, ""))
            behind = said.get("selection-background-color", "") if "selection" in name else ""
            grounds = [hex_in(behind)] if behind else grounds_of(theme, selector, said)
            faint += [
                f"{selector}: {name} {ink.name()} on {ground.name()}"
                for ground in grounds
                if ink is not None and ground is not None and contrast(ink, ground) < least
            ]
    assert not faint


CONTROLS = re.compile(
    r"QPushButton|QToolButton|QLineEdit|QComboBox$|QSpinBox|::indicator|Edit#|:focus"
)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_is_pressed_or_typed_into_has_a_frame_that_can_be_seen(theme: Theme) -> None:
    faint: list[str] = []
    for selector, said in rules_of(theme):
        frame = hex_in(said.get("border", "") + said.get("border-color", ""))
        if frame is None or ":disabled" in selector or not CONTROLS.search(selector):
            continue
        around = [colour(theme, name) for name in ("paper", "raised")]
        faint += [
            f"{selector}: {frame.name()} on {ground.name()}"
            for ground in around
            if contrast(frame, ground) < MARK
        ]
    assert not faint


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_cannot_be_used_now_can_still_be_read(theme: Theme) -> None:
    assert not [*too_faint(theme, "soft", MARK, f"{PAGES} calculated accent_ground")]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_signs_that_are_pictures_stand_out(theme: Theme) -> None:
    (stroke,) = set(
        re.findall(r"#[0-9a-f]{6}", resource_path("icons", "chevron_down.svg").read_text())
    )
    for ground in ("paper", "warning_ground"):
        assert contrast(QColor(stroke), colour(theme, ground)) >= MARK
    tick = "#000000" if "check_black" in desk_style(theme) else "#ffffff"
    assert contrast(QColor(tick), theme.accent) >= MARK


def test_a_hit_on_a_page_leaves_its_words_readable_and_the_current_one_framed() -> None:
    white, black = QColor("#ffffff"), QColor("#000000")
    for ink in (HIT_INK, CURRENT_INK):
        assert contrast(black, over(ink, white)) >= TEXT
    assert contrast(CURRENT_FRAME, over(CURRENT_INK, white)) >= MARK
    assert contrast(CURRENT_FRAME, white) >= MARK


def over(ink: QColor, ground: QColor) -> QColor:
    """Lay a colour that lets some light through over a ground."""
    share = ink.alphaF()
    mixed = (
        ink.redF() * share + ground.redF() * (1 - share),
        ink.greenF() * share + ground.greenF() * (1 - share),
        ink.blueF() * share + ground.blueF() * (1 - share),
    )
    return QColor.fromRgbF(*mixed)


LOOKED_AT = [each for each in WINDOWS if each.open in (cover, desk_with_findings, a_notice)] + [
    each for each in WINDOWS if "two editions" in each.name or each.name == "months to print"
]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("opening", LOOKED_AT, ids=lambda opening: opening.name)
def test_every_label_can_be_read_where_it_stands(
    light: QApplication, arrive: Arrive, opening: Opening, theme: str
) -> None:
    window, shown = arrive(opening)
    window.do(f"theme_{theme}")
    try:
        assert not faint_labels(shown)
    finally:
        window.frame.close()
        apply_theme(light, theme_named("light"))


def faint_labels(window: QWidget) -> list[str]:
    """Name the labels whose words cannot be told from the ground that is seen behind them."""
    faint: list[str] = []
    for label in window.findChildren(QLabel):
        if label.isVisibleTo(window) and label.text() and not label.size().isEmpty():
            area = QRect(label.mapTo(window, QPoint()), label.size())
            ink = label.palette().color(QPalette.ColorGroup.Active, label.foregroundRole())
            ratio = contrast(ink, ground_of(window.grab(area).toImage()))
            if ratio < (TEXT if label.isEnabled() else MARK):
                faint.append(f"{label.objectName()} {label.text()[:30]!r}: {ratio:.2f}:1")
    return faint


def ground_of(picture: QImage) -> QColor:
    """Give the colour that most of a picture has."""
    kept = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(kept.constBits()).cast("B").cast("I").tolist()
    ((commonest, _),) = Counter(pixels).most_common(1)
    return QColor(commonest)
