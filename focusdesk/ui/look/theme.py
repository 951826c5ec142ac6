"""The desk's colours and its one typeface: palettes of our own, light, dark and high contrast.

Every text colour stands at 4.5:1 or more on each ground it is used on, every frame at 3:1 (WCAG
2.2, 1.4.3 and 1.4.11); a test computes both. A widget finds the theme it is drawn in by `theme_of`
its palette, so that nothing is passed around and a change of theme repaints everything.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from focusdesk.resources import resource_path

FAMILY = "Liberation Sans"
TEXT_PIXELS = 13
SMALL_PIXELS = 12
CODE_PIXELS = 11

_FACES = ("Regular", "Bold", "Italic", "BoldItalic")


class FontMissing(RuntimeError):
    """A face that ships with the program is not there; the message is a sentence."""


@dataclass(frozen=True)
class Theme:
    """The colours that the desk is drawn in.

    Attributes:
        name: ``light``, ``dark`` or ``high_contrast``.
        paper: The page, and the inside of a box that can be entered.
        ground: The desk around the page.
        raised: Bars and side panels.
        ink: Text.
        soft: Text of less weight: line numbers, last month's figures.
        rule: Dividing lines between parts of the window; decoration.
        line: Hairlines between line items; decoration.
        frame: Frames of boxes, codes and buttons.
        accent: The focus, links, the main button.
        on_accent: Text on the accent.
        accent_ground: The ground of what is selected.
        calculated: The ground of a computed box.
        total_rule: The rules over and under a total.
        warning: Text and marks of a warning.
        warning_ground: The ground behind them.
        error: Text, marks and frames of an error or a refused entry.
        error_ground: The ground behind them.
        information: Text and marks of a notice.
        information_ground: The ground behind them.
        good: Text of what is well: saved, headroom.
        moved: The ground of a figure that has just moved.
    """

    name: str
    paper: QColor
    ground: QColor
    raised: QColor
    ink: QColor
    soft: QColor
    rule: QColor
    line: QColor
    frame: QColor
    accent: QColor
    on_accent: QColor
    accent_ground: QColor
    calculated: QColor
    total_rule: QColor
    warning: QColor
    warning_ground: QColor
    error: QColor
    error_ground: QColor
    information: QColor
    information_ground: QColor
    good: QColor
    moved: QColor


def _theme(name: str, colours: str) -> Theme:
    """Make a theme from its colours, written as ``field #rrggbb`` pairs."""
    words = colours.split()
    pairs = zip(words[::2], words[1::2], strict=True)
    return Theme(name, **{field: QColor(colour) for field, colour in pairs})


_LIGHT = _theme(
    "light",
    """
    paper #ffffff  ground #f3f2ee  raised #fbfaf7  ink #1c2733  soft #5c6773
    rule #d9d6cf  line #ebe8e1  frame #8a857a  accent #0b5cab  on_accent #ffffff
    accent_ground #e3edf8  calculated #f3f2ec  total_rule #565e66
    warning #7d5200  warning_ground #fdf3dc  error #a1201d  error_ground #fbe9e7
    information #48525c  information_ground #eef0f2  good #1f6b3b  moved #fff0b3
    """,
)
_DARK = _theme(
    "dark",
    """
    paper #20252b  ground #171b20  raised #1b2026  ink #e8ebee  soft #b3bcc5
    rule #3a424b  line #2f363e  frame #808b97  accent #74b4f4  on_accent #0d1b2a
    accent_ground #23405f  calculated #2b323a  total_rule #aab3bc
    warning #e9bd57  warning_ground #3a3018  error #ff948b  error_ground #482422
    information #b7c0c9  information_ground #2d343c  good #74cf9a  moved #564b12
    """,
)
_HIGH_CONTRAST = _theme(
    "high_contrast",
    """
    paper #000000  ground #000000  raised #0a0a0a  ink #ffffff  soft #e0e0e0
    rule #bdbdbd  line #6e6e6e  frame #ffffff  accent #ffe14d  on_accent #000000
    accent_ground #2b2b6b  calculated #1f1f1f  total_rule #ffffff
    warning #ffd23e  warning_ground #2b2200  error #ff9c94  error_ground #3d0c0a
    information #ffffff  information_ground #262626  good #7dffb0  moved #4d4300
    """,
)

THEMES: dict[str, Theme] = {theme.name: theme for theme in (_LIGHT, _DARK, _HIGH_CONTRAST)}
"""The themes by name, in the order in which they are offered. Do not change it."""


def theme_named(name: str) -> Theme:
    """Give a theme by its name; a name that no theme has gives the light one."""
    return THEMES.get(name, _LIGHT)


def theme_of(palette: QPalette) -> Theme:
    """Find the theme that a widget is drawn in, by the ground of its palette."""
    ground = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Window)
    for theme in THEMES.values():
        if theme.ground == ground:
            return theme
    return _LIGHT


def theme_now() -> Theme:
    """Give the theme that the program is drawn in.

    A widget whose ground the style sheet names has that ground in its palette, and `theme_of` does
    not find its theme.
    """
    return theme_of(QGuiApplication.palette())


def system_theme(app: QApplication) -> str:
    """Name the theme that the user's system asks for; light where it does not say."""
    hints = app.styleHints()
    accessibility = hints.accessibility()
    if accessibility.contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "high_contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"


def contrast(first: QColor, second: QColor) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def load_fonts() -> None:
    """Load the typeface that ships with the program, so that no machine lacks it.

    Raises:
        FontMissing: a face is missing or cannot be read.
    """
    for face in _FACES:
        path = resource_path("fonts", f"LiberationSans-{face}.ttf")
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            message = f"The typeface {path.name} is missing or damaged. Install focusdesk again."
            raise FontMissing(message)


def text_font(pixels: int = TEXT_PIXELS, *, bold: bool = False) -> QFont:
    """Give the desk's typeface in a size; its figures all have one width."""
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Draw the whole program in a theme, from now on and wherever a window is open."""
    app.setStyle("Fusion")
    app.setFont(text_font())
    app.setPalette(palette_of(theme))
    QToolTip.setPalette(palette_of(theme))
    app.setStyleSheet(style_sheet(theme))


def palette_of(theme: Theme) -> QPalette:
    """Give the Qt palette of a theme."""
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in {
        roles.Window: theme.ground,
        roles.WindowText: theme.ink,
        roles.Base: theme.paper,
        roles.AlternateBase: theme.calculated,
        roles.Text: theme.ink,
        roles.PlaceholderText: theme.soft,
        roles.Button: theme.raised,
        roles.ButtonText: theme.ink,
        roles.BrightText: theme.error,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.on_accent,
        roles.Accent: theme.accent,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.ToolTipBase: theme.raised,
        roles.ToolTipText: theme.ink,
        roles.Light: theme.raised,
        roles.Midlight: theme.line,
        roles.Mid: theme.rule,
        roles.Dark: theme.frame,
        roles.Shadow: theme.frame,
    }.items():
        palette.setColor(role, colour)
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.soft)
    palette.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, theme.rule)
    return palette


def style_sheet(theme: Theme) -> str:
    """Write what a palette cannot say: the tabs as index cards of the page, the tool tips.

    A drop-down list learns from the program's sheet alone, before it has a window, that it is a
    list and no menu: as such it is measured right and shows all its entries.
    """
    return f"""
    QComboBox {{ combobox-popup: 0; }}
    QToolTip {{ color: {theme.ink.name()}; background: {theme.raised.name()};
        border: 1px solid {theme.frame.name()}; padding: 4px 6px; }}
    QTextBrowser#explain_card {{ background: {theme.paper.name()}; border-radius: 6px;
        border: 1px solid {theme.rule.name()}; padding: 1px; }}
    QTextBrowser#explain_card:focus {{ border: 2px solid {theme.accent.name()}; padding: 0; }}
    QTabWidget#schedules::pane {{ border: 0; border-top: 1px solid {theme.rule.name()};
        background: {theme.paper.name()}; }}
    QTabWidget#schedules QTabBar::tab {{ padding: 6px 5px 7px 12px; color: {theme.ink.name()};
        background: transparent; border: 1px solid transparent; border-top: 3px solid transparent;
        border-bottom: 0; }}
    QTabWidget#schedules QTabBar::tab:hover {{ border-top: 3px solid {theme.rule.name()}; }}
    QTabWidget#schedules QTabBar::tab:selected {{ background: {theme.paper.name()};
        border: 1px solid {theme.rule.name()}; border-top: 3px solid {theme.accent.name()};
        border-bottom: 1px solid {theme.paper.name()}; margin-bottom: -1px; }}
    QTabWidget#schedules QTabBar::tab:focus {{ border: 2px solid {theme.accent.name()};
        border-top: 3px solid {theme.accent.name()}; padding: 6px 4px 6px 11px; }}
    QTabWidget#schedules QTabBar::scroller {{ width: 52px; }}
    """


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    low = 0.04045
    return part / 12.92 if part <= low else ((part + 0.055) / 1.055) ** 2.4
