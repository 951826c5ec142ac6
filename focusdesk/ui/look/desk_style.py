"""The looks of the window around the page, which a palette alone cannot say."""

from dataclasses import fields
from string import Template

from PySide6.QtGui import QColor

from focusdesk.resources import resource_path
from focusdesk.ui.look.theme import Theme

_HALF = 128


def desk_style(theme: Theme) -> str:
    """Write the style sheet of the window: bars, pills, buttons, headings, dialogs."""
    colours: dict[str, str] = {}
    for field in fields(theme):
        colour: object = getattr(theme, field.name)
        if isinstance(colour, QColor):
            colours[field.name] = colour.name()
    check = "check_black" if theme.on_accent.lightness() < _HALF else "check_white"
    return _SHEET.substitute(colours, chevron=_icon("chevron_down"), check=_icon(check))


def _icon(name: str) -> str:
    return resource_path("icons", f"{name}.svg").as_posix()


_SHEET = Template("""
QMenuBar { background: $raised; border-bottom: 1px solid $rule; padding: 1px 6px; }
QMenuBar::item { padding: 5px 9px; background: transparent; border-radius: 3px; }
QMenuBar::item:selected { background: $accent_ground; }
QMenu { background: $raised; border: 1px solid $frame; padding: 4px 0; }
QMenu::item { padding: 5px 28px 5px 26px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $soft; }
QMenu::separator { height: 1px; background: $rule; margin: 4px 0; }
QFrame#header_bar, QFrame#compare_bar, QFrame#preview_bar, QFrame#preview_find {
    background: $raised; border: 0; border-bottom: 1px solid $rule; }
QScrollArea#overview, QWidget#overview_ground { background: $ground; border: 0; }
QFrame#overview_card { background: $paper; border: 1px solid $rule; border-radius: 6px; }
QScrollArea#sides, QWidget#sides_ground { background: $paper; border: 0; }
QListView#sides_sums { background: $raised; border: 0; border-top: 1px solid $rule; }
QTabBar#sides_pools::tab { padding: 6px 10px; color: $ink; background: $paper;
    border: 1px solid $frame; }
QTabBar#sides_pools::tab:selected { background: $accent_ground; border-color: $accent;
    font-weight: bold; }
QTabBar#sides_pools::tab:focus { border: 2px solid $accent; padding: 5px 9px; }
QFrame#page_find { background: $raised; border: 0; border-top: 1px solid $rule; }
QFrame#status_line { background: $raised; border: 0; border-top: 1px solid $rule; }
QFrame#status_line QLabel { color: $soft; font-size: 12px; }
QFrame#side, QSplitter#side, QWidget#side { background: $raised; border: 0; }
QFrame#banner { background: $warning_ground; border: 0; border-bottom: 1px solid $warning; }
QFrame#banner QLabel { color: $warning; }
QLabel#header_period, QLabel#compare_title { font-size: 15px; font-weight: bold; }
QLabel#section_heading { color: $soft; font-size: 11px; font-weight: bold; }
QLabel#firm_number, QLabel#all_hold, QLabel#hint { color: $soft; font-size: 12px; }
QLabel[pill="true"] { background: $paper; border: 1px solid $rule; border-radius: 11px;
    padding: 3px 9px; color: $soft; }
QLabel[look="good"] { color: $good; }
QLabel[look="warning"] { color: $warning; }
QLabel[look="error"] { color: $error; }
QFrame#status_line QLabel[look="good"] { color: $good; }
QFrame#status_line QLabel[look="warning"] { color: $warning; }
QFrame#status_line QLabel[look="error"] { color: $error; font-weight: bold; }
QLabel[pill="true"][look="warning"] {
    background: $warning_ground; border-color: $warning; color: $warning; }
QLabel[pill="true"][look="good"] { border-color: $good; }
QToolButton#printed_pill { background: $paper; border: 1px solid $good; border-radius: 11px;
    padding: 3px 20px 3px 9px; color: $good; }
QToolButton#printed_pill[look="warning"] {
    background: $warning_ground; border-color: $warning; color: $warning; }
QToolButton#printed_pill:hover { background: $accent_ground; }
QToolButton#printed_pill:focus { border: 2px solid $accent; padding: 2px 19px 2px 8px; }
QToolButton#printed_pill::menu-indicator { image: url("$chevron"); width: 10px; height: 10px;
    subcontrol-position: right center; right: 6px; }
QToolButton#bar_button, QToolButton#main_button, QPushButton { background: $paper; color: $ink;
    border: 1px solid $frame; border-radius: 4px; padding: 5px 11px; min-height: 16px; }
QToolButton#bar_button:hover, QPushButton:hover { background: $accent_ground; }
QToolButton#bar_button:checked {
    background: $accent_ground; border-color: $accent; font-weight: bold; }
QToolButton#bar_button:focus, QPushButton:focus { border: 2px solid $accent; padding: 4px 10px; }
QToolButton#bar_button:disabled, QPushButton:disabled { color: $soft; border-color: $rule; }
QToolButton#bar_button[small="true"] { padding: 3px 4px; font-size: 12px; }
QToolButton#bar_button[small="true"]:focus { padding: 2px 3px; }
QToolButton#bar_button[popupMode="2"] { padding-right: 20px; }
QToolButton#main_button, QPushButton:default { background: $accent; color: $on_accent;
    border-color: $accent; }
QToolButton#main_button:hover, QPushButton:default:hover {
    background: $accent; color: $on_accent; }
QToolButton#main_button:focus, QPushButton:default:focus {
    background: $paper; color: $accent; border: 2px solid $accent; padding: 4px 10px; }
QToolButton#main_button:disabled, QPushButton:default:disabled {
    background: $ground; color: $soft; border-color: $rule; }
QPushButton#choice, QPushButton#choice:default { background: $paper; color: $ink;
    border: 1px solid $frame; border-radius: 6px; padding: 0; min-height: 56px; }
QPushButton#choice:hover { background: $accent_ground; }
QPushButton#choice:focus { background: $accent_ground; border: 2px solid $accent; }
QLabel#choice_title { font-weight: bold; }
QFrame#start_card { background: $paper; border: 1px solid $rule; border-radius: 8px; }
QLabel#start_title { font-size: 24px; font-weight: bold; }
QLabel#notice_title, QLabel#dialog_title { font-size: 16px; font-weight: bold; }
QLabel#said_at_field { color: $error; }
QDialog { background: $raised; border: 1px solid $frame; }
QDialog QLineEdit, QComboBox, QDialog QListWidget, QDialog QTextBrowser,
QTableView#record_table, QPlainTextEdit#note_words {
    background: $paper; color: $ink; border: 1px solid $frame; border-radius: 3px; }
QDialog QLineEdit, QComboBox { padding: 4px 7px; min-height: 17px; }
QDialog QLineEdit { placeholder-text-color: $soft; }
QDialog QLineEdit:focus, QComboBox:focus, QDialog QListWidget:focus, QDialog QTextBrowser:focus,
QTableView#record_table:focus, QPlainTextEdit#note_words:focus {
    border: 2px solid $accent; }
QDialog QLineEdit:focus, QComboBox:focus { padding: 3px 6px; }
QDialog QTableView { background: $paper; color: $ink; border: 1px solid $frame;
    border-radius: 3px; selection-background-color: $accent_ground; selection-color: $ink; }
QDialog QTableView:focus { border: 2px solid $accent; }
QDialog QHeaderView::section { background: $raised; color: $soft; border: 0;
    border-bottom: 1px solid $frame; padding: 4px 6px; }
QLabel#paste_said { font-weight: bold; }
QDialog QSpinBox { background: $paper; color: $ink; border: 1px solid $frame; border-radius: 3px; }
QDialog QSpinBox:focus { border: 2px solid $accent; }
QDialog QSpinBox::up-button, QDialog QSpinBox::down-button { width: 0; height: 0; border: 0; }
QDialog QSpinBox QLineEdit, QDialog QSpinBox QLineEdit:focus { border: 0; padding: 0 6px;
    min-height: 0; }
QComboBox { padding-right: 24px; }
QComboBox:focus { padding-right: 23px; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $paper; color: $ink; border: 1px solid $frame;
    selection-background-color: $accent; selection-color: $on_accent; }
QTableView#record_table { outline: 0;
    selection-background-color: $accent_ground; selection-color: $ink; }
QTableView#record_table::item { padding: 4px; border-bottom: 1px solid $line; }
QTableView#record_table::item:selected { background: $accent_ground; color: $ink; }
QTableView#record_table QHeaderView::section { background: $raised; color: $soft; padding: 4px;
    border: 0; border-bottom: 1px solid $rule; font-size: 11px; font-weight: bold; }
QFrame#finder { background: $raised; border: 2px solid $accent; border-radius: 6px; }
QFrame#finder QLineEdit, QFrame#page_find QLineEdit { background: $paper; color: $ink;
    border: 1px solid $frame; border-radius: 3px; padding: 4px 7px; min-height: 17px;
    placeholder-text-color: $soft; }
QFrame#finder QLineEdit:focus, QFrame#page_find QLineEdit:focus {
    border: 2px solid $accent; padding: 3px 6px; }
QFrame#finder QListWidget#found_list:focus,
QFrame#related_boxes QListWidget#found_list:focus { border: 2px solid $accent; }
QFrame#related_boxes { background: $raised; border: 1px solid $frame; }
QListWidget#found_list { background: $paper; color: $ink; border: 1px solid $frame; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 4px; }
QComboBox QAbstractItemView::item:selected { background: $accent; color: $on_accent; }
QListWidget::item { padding: 5px 6px; }
QListWidget::item:selected { background: $accent_ground; color: $ink; }
QListWidget::item:selected:focus { background: $accent_ground; color: $ink; }
QCheckBox::indicator, QListWidget::indicator { width: 14px; height: 14px; background: $paper;
    border: 1px solid $frame; border-radius: 3px; }
QCheckBox::indicator:checked, QListWidget::indicator:checked { background: $accent;
    border-color: $accent; image: url("$check"); }
QCheckBox::indicator:disabled { border-color: $rule; }
QCheckBox::indicator:checked:disabled, QListWidget::indicator:checked:disabled {
    background: $soft; border-color: $soft; }
QCheckBox:disabled, QListWidget::item:disabled { color: $soft; }
QRadioButton::indicator { width: 14px; height: 14px; background: $paper;
    border: 1px solid $frame; border-radius: 8px; }
QRadioButton::indicator:checked { width: 6px; height: 6px; background: $on_accent;
    border: 5px solid $accent; border-radius: 8px; }
QRadioButton:disabled { color: $soft; }
QPushButton, QToolButton, QCheckBox, QRadioButton { outline: 0; }
QCheckBox, QRadioButton { spacing: 8px; padding: 1px 2px; min-height: 18px;
    border: 2px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QToolButton#bar_button::menu-indicator, QToolButton#main_button::menu-indicator { image: none; }
QFrame#compare_bar QToolButton#bar_button::menu-indicator { image: url("$chevron"); width: 10px;
    height: 10px; subcontrol-position: right center; right: 6px; }
QScrollBar:vertical { background: transparent; width: 13px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 13px; margin: 0; }
QScrollBar::handle { background: $frame; border: 3px solid $raised; border-radius: 6px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: $soft; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollBar { background: $raised; }
QProgressBar { background: $paper; border: 1px solid $frame; border-radius: 3px;
    min-height: 12px; max-height: 12px; }
QProgressBar::chunk { background: $accent; }
QAbstractScrollArea#preview_view { border: 2px solid $ground; }
QAbstractScrollArea#preview_view:focus { border: 2px solid $accent; }
QDialog QListWidget#preview_thumbnails { background: $raised; border: 2px solid $raised;
    border-radius: 0; }
QDialog QListWidget#preview_thumbnails:focus { border: 2px solid $accent; }
QScrollArea#preview_choices, QScrollArea#preview_choices > QWidget > QWidget,
QScrollArea#in_pieces, QScrollArea#in_pieces > QWidget > QWidget { background: transparent; }
QLabel#preview_refusal { background: $ground; font-size: 15px; padding: 40px; }
QFrame#divider { background: $rule; border: 0; }
QSplitter::handle { background: $rule; }
""")
