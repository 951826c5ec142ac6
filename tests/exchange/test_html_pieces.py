import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.exchange.html_pieces import HtmlBroken, HtmlPiece, pieces_of


def _names_and_text(markup: str) -> list[str]:
    return [piece.text or f"{'/' * piece.closes}{piece.name}" for piece in pieces_of(markup)]


def test_tags_and_text_come_in_order() -> None:
    assert _names_and_text("<TD>a &amp; b<br/>c</td >") == ["td", "a & b", "br", "c", "/td"]


def test_attributes_come_without_quotes_and_with_their_signs() -> None:
    markup = """<td x:num="1.5" CLASS=xl65 nowrap title='a "b" > c' data-v="{&quot;1&quot;:3}">"""
    (piece,) = pieces_of(markup)
    assert piece == HtmlPiece(
        "td",
        attributes={
            "x:num": "1.5",
            "class": "xl65",
            "nowrap": "",
            "title": 'a "b" > c',
            "data-v": '{"1":3}',
        },
    )


@pytest.mark.parametrize(
    "passed_over",
    [
        "<!-- <td> -->",
        "<!--[if gte mso 9]><xml><td></xml><![endif]-->",
        "<![if supportMisalignedColumns]>",
        "<!DOCTYPE html>",
        '<?xml version="1.0"?>',
    ],
)
def test_comments_and_declarations_are_passed_over(passed_over: str) -> None:
    assert _names_and_text(f"a{passed_over}b") == ["a", "b"]


def test_styles_and_scripts_are_no_text() -> None:
    markup = "<style>td { color: red }</style><SCRIPT>if (a<b) {}</SCRIPT >5"
    assert _names_and_text(markup) == ["style", "/style", "script", "/script", "5"]
    assert _names_and_text("5<style>never closed") == ["5", "style"]


def test_a_sign_that_begins_no_tag_is_text() -> None:
    assert _names_and_text("1 < 2 <3") == ["1 ", "<", " 2 ", "<", "3"]


@pytest.mark.parametrize("broken", ["<td <td>", '<td x="a', "<td", '<td title="a < b">', "</td"])
def test_a_tag_that_is_not_closed_before_the_next_is_refused(broken: str) -> None:
    with pytest.raises(HtmlBroken):
        list(pieces_of(f"5{broken}"))


@given(st.text(st.sampled_from("<>/!-?&;\"'=a t")))
def test_no_markup_is_too_odd(markup: str) -> None:
    try:
        assert sum(len(piece.text) for piece in pieces_of(markup)) <= len(markup)
    except HtmlBroken:
        assert "<" in markup


@pytest.mark.parametrize(
    "unclosed",
    ["<a ", '<a "', "<!--", "<![", "<style>", "<" + "a" * 1000, '<a b="" ', "<a " + "x " * 500],
)
def test_what_is_never_closed_is_not_read_over_and_over(unclosed: str) -> None:
    # Read anew from each of its tags, this would take hours: 300,000 of them and more.
    markup = unclosed * (1_000_000 // len(unclosed))
    try:
        pieces = list(pieces_of(markup))
    except HtmlBroken:
        return
    assert all(piece.name == "style" or not piece.text.strip("<![") for piece in pieces)
