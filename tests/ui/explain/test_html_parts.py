from focusdesk.ui.explain.html_parts import HtmlParts, enlarged
from focusdesk.ui.look.theme import theme_named
from focusdesk.ui.look.zoom import Zoom

PARTS = HtmlParts(theme_named("light"))


def test_a_code_and_what_can_be_done_are_links() -> None:
    assert '<a href="7190"' in PARTS.code("7190")
    assert '<a href="note:"' in PARTS.link("note:", "Write a note")


def test_words_are_no_markup_in_a_link() -> None:
    assert "Bonds &amp; notes" in PARTS.link("7080", "Bonds & notes")


def test_each_heading_has_an_anchor_of_its_own() -> None:
    parts = HtmlParts(theme_named("light"))
    assert 'name="section1"' in parts.heading("Feeds")
    assert 'name="section2"' in parts.heading("Note")
    over = parts.heading_over("Made by", "Effect on 7190")
    assert over.index("MADE BY") < over.index("EFFECT ON 7190")


def test_a_page_grows_with_the_zoom() -> None:
    page = '<p style="font-size:12px"><td width="38">'
    assert enlarged(page, Zoom(200)) == '<p style="font-size:24px"><td width="76">'
