"""The trend on paper."""

from collections.abc import Callable
from typing import Any

from focusdesk.export.comparison import draw_comparison, draw_trend_pages
from focusdesk.export.trend_pages import trend_pages
from focusdesk.filing.trend import trend_of
from focusdesk.form.edition import Edition
from tests.export.trend_words import through

ReadWords = Callable[[bytes], list[Any]]
AMOUNTS = (80_000_000, -2_000_000, 87_608_087)


def test_the_drawing_is_followed_by_a_table_of_its_figures(
    form: Edition, words_of: ReadWords
) -> None:
    trend = trend_of(through(form, "7190", AMOUNTS), ["7010"])
    words = words_of(draw_trend_pages(trend, firm="FIRM INC.", program="focusdesk 1.2.3"))
    last = max(word.page for word in words)
    pages = [" ".join(word.text for word in words if word.page == page) for page in range(last + 1)]
    assert "87.6" in pages[0]
    assert "Below zero: 7190 Excess over requirement in Dec 2013." in pages[0]
    assert "Segregation: Cash" in pages[1]
    assert "(2,000,000) 87,608,087" in pages[2]
    assert all("FIRM INC." in page for page in pages)
    assert f"page 1 of {len(pages)}" in pages[0]


def test_it_stands_in_a_page_of_the_comparison_under_its_own_bookmark(form: Edition) -> None:
    comparison = through(form, "7190", AMOUNTS)
    trend = trend_of(comparison)
    pages = list(trend_pages(trend, "FIRM INC."))
    assert [page.name for page in pages] == ["Trends", ""]
    assert pages[0].paths
    assert not pages[1].paths
    without = draw_comparison(comparison, firm="FIRM", program="focusdesk")
    content = draw_comparison(comparison, firm="FIRM", program="focusdesk", trend=trend)
    assert content.count(b"/Type/Page/") == without.count(b"/Type/Page/") + 2
