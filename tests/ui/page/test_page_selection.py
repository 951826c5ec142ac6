from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.words import CTRL, SHIFT, Pages, editor, frame_of, press, write

Key = Qt.Key
SECURED_FUNDS = 4


def _mouse(pages: Pages, code: str, held: Qt.KeyboardModifier) -> None:
    at = frame_of(pages, code).center()
    QTest.mouseClick(pages.view.viewport(), Qt.MouseButton.LeftButton, held, QPoint(at))


def test_shift_and_the_arrows_select_a_rectangle_computed_boxes_too(pages: Pages) -> None:
    pages.tabs.go_to("7032")
    press(Key.Key_Down, SHIFT, times=2)
    assert pages.view.selection.codes == ("7032", "7033", "7040")
    press(Key.Key_Up, SHIFT)
    assert pages.view.selection.codes == ("7032", "7033")
    assert pages.tabs.current_code() == "7032", "where it began, as in a spreadsheet"


def test_the_rectangle_is_that_of_the_columns_whatever_labels_lie_between(pages: Pages) -> None:
    pages.tabs.go_to("7040")
    press(Key.Key_Down, SHIFT)
    assert pages.view.selection.codes == ("7040", "7045")
    pages.tabs.go_to("7060")
    press(Key.Key_Down, SHIFT)
    assert pages.view.selection.codes == ("7060", "7070")


def test_it_grows_to_the_ends_of_the_row_and_of_the_page(pages: Pages) -> None:
    pages.tabs.go_to("7047")
    press(Key.Key_End, SHIFT)
    assert pages.view.selection.codes == ("7047", "7050")
    pages.tabs.go_to("7020")
    press(Key.Key_Home, SHIFT | CTRL)
    assert pages.view.selection.codes == ("7010", "7020")
    pages.tabs.go_to("7190")
    press(Key.Key_End, SHIFT | CTRL)
    assert pages.view.selection.codes == ("7190", "7194", "7198")


def test_the_mouse_selects_with_shift_and_ctrl(pages: Pages) -> None:
    pages.tabs.go_to("7010")
    _mouse(pages, "7030", SHIFT)
    assert pages.view.selection.codes == ("7010", "7020", "7030")
    _mouse(pages, "7020", CTRL)
    assert pages.view.selection.codes == ("7010", "7030")
    _mouse(pages, "7020", Qt.KeyboardModifier.NoModifier)
    assert pages.view.selection.codes == ("7020",)


def test_the_mouse_selects_what_it_is_drawn_over(pages: Pages) -> None:
    pages.tabs.go_to("7010")
    viewport = pages.view.viewport()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, pos=frame_of(pages, "7010").center())
    QTest.mouseMove(viewport, frame_of(pages, "7020").center())
    QTest.mouseMove(viewport, frame_of(pages, "7030").center())
    QTest.mouseRelease(viewport, left, pos=frame_of(pages, "7030").center())
    assert pages.view.selection.codes == ("7010", "7020", "7030")


def test_all_boxes_are_selected_and_esc_leaves_the_current_one(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    press(Key.Key_A, CTRL)
    assert pages.view.selection.codes == tuple(pages.model.grid.cells)
    assert pages.tabs.current_code() == "7100"
    press(Key.Key_Escape)
    assert pages.view.selection.codes == ("7100",)


def test_going_on_ends_a_selection(pages: Pages) -> None:
    pages.tabs.go_to("7010")
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Down)
    assert pages.view.selection.codes == ("7020",)


def test_enter_goes_round_the_selected_boxes_past_computed_ones(pages: Pages) -> None:
    pages.tabs.go_to("7032")
    press(Key.Key_Down, SHIFT, times=3)
    assert pages.view.selection.codes == ("7032", "7033", "7040", "7045")
    for code, figure in (("7032", "11"), ("7033", "12"), ("7045", "13")):
        assert pages.tabs.current_code() == code
        write(figure)
        press(Key.Key_Return)
    assert pages.tabs.current_code() == "7032"
    press(Key.Key_Return, SHIFT)
    assert pages.tabs.current_code() == "7045"
    assert pages.view.selection.codes == ("7032", "7033", "7040", "7045")
    assert [pages.session.value(code) for code in ("7032", "7033", "7045")] == [11, 12, 13]


def test_enter_goes_down_each_selected_column_and_tab_along_each_row(pages: Pages) -> None:
    pages.tabs.setCurrentIndex(SECURED_FUNDS)
    pages.tabs.go_to("7500")
    press(Key.Key_A, CTRL)
    cells = pages.model.grid.cells
    entered = [code for code in cells if not pages.model.box(code).is_computed]
    assert _round(pages, Key.Key_Tab) == _from("7500", entered)
    by_column = sorted(entered, key=lambda code: cells[code][::-1])
    assert _round(pages, Key.Key_Return) == _from("7500", by_column)
    pages.tabs.let_enter_go_on(goes_on=True)
    assert _round(pages, Key.Key_Return) == _from("7500", entered)


def test_a_selection_grows_on_from_the_box_that_enter_has_led_to(pages: Pages) -> None:
    pages.tabs.go_to("7010")
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Return)
    press(Key.Key_Down, SHIFT)
    assert pages.view.selection.codes == ("7020", "7030")


def test_typing_shows_the_box_that_it_goes_into_however_far_the_selection_reaches(
    pages: Pages,
) -> None:
    pages.tabs.go_to("7010")
    press(Key.Key_End, SHIFT | CTRL)
    page = pages.view.viewport().rect()
    assert not page.intersects(frame_of(pages, "7010")), "its end is shown"
    write("5")
    line = editor(pages)
    assert line is not None
    assert page.contains(line.geometry())


def test_among_computed_boxes_enter_leads_down_the_page(pages: Pages) -> None:
    pages.tabs.go_to("7190")
    press(Key.Key_Up, SHIFT)
    assert pages.view.selection.codes == ("7180", "7190")
    press(Key.Key_Return)
    assert pages.view.selection.codes == ("7194",)


def _round(pages: Pages, key: Qt.Key) -> list[str]:
    """The boxes that a key leads through until it is where it began."""
    way = [pages.tabs.current_code()]
    press(key)
    while pages.tabs.current_code() != way[0]:
        way.append(pages.tabs.current_code())
        press(key)
    return way


def _from(code: str, codes: list[str]) -> list[str]:
    at = codes.index(code)
    return codes[at:] + codes[:at]


def test_codes_are_laid_out_as_on_the_page(pages: Pages) -> None:
    pages.tabs.go_to("7045")
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Right, SHIFT)
    assert pages.view.selection.laid_out() == [["7045", ""], ["7047", "7050"]]


def test_the_page_asks_for_what_its_keys_mean(pages: Pages) -> None:
    asked: list[str] = []
    pages.tabs.asked.connect(asked.append)
    pages.tabs.go_to("7010")
    for key in (Key.Key_C, Key.Key_X, Key.Key_V, Key.Key_Return):
        press(key, CTRL)
    assert asked == ["copy", "cut", "paste", "fill_selection"]


def test_while_typing_the_keys_of_the_clipboard_are_the_editors(pages: Pages) -> None:
    asked: list[str] = []
    pages.tabs.asked.connect(asked.append)
    pages.tabs.go_to("7010")
    write("12")
    press(Key.Key_A, CTRL)
    press(Key.Key_C, CTRL)
    assert asked == []
    line = editor(pages)
    assert line is not None
    assert line.selectedText() == "12"
    press(Key.Key_Return, CTRL)
    assert asked == ["fill_selection"]


def test_a_page_that_is_turned_to_tells_its_own_selection(pages: Pages) -> None:
    told: list[tuple[str, ...]] = []
    pages.tabs.go_to("7010")
    press(Key.Key_Down, SHIFT)
    pages.tabs.boxes_selected.connect(told.append)
    pages.tabs.turn(1)
    assert len(told[-1]) == 1
    pages.tabs.turn(-1)
    assert told[-1] == ("7010", "7020")
