from focusdesk.form.edition import Edition
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.page.page_style import PageStyle, width_key
from focusdesk.ui.page.schedule_grid import ColumnKind


def test_labels_have_a_width_for_each_schedule_and_last_month_has_one_for_all(
    editions: dict[str, Edition],
) -> None:
    cover, segregation = editions["2014-01"].schedules[:2]
    style = PageStyle(Zoom(), {"segregation.label": 300, "baseline": 90})
    assert style.chosen(segregation) == {ColumnKind.LABEL: 300, ColumnKind.BASELINE: 90}
    assert style.chosen(cover) == {ColumnKind.BASELINE: 90}
    assert width_key(cover, ColumnKind.LABEL) != width_key(segregation, ColumnKind.LABEL)
    assert width_key(cover, ColumnKind.CHANGE) == width_key(segregation, ColumnKind.CHANGE)
