"""HTML from the clipboard as a row of pieces: tags with their attributes, and the text between.

The standard library's parser can take minutes over a few megabytes of tags that are never closed.
This one reads every character once or twice: no piece is looked for beyond the next ``<``.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_TAG = re.compile(
    r"<(?P<slash>/?)(?P<name>[a-zA-Z][^\s/<>\"']*)(?=[\s/>])"
    r"(?P<attributes>[^<>\"']*(?:(?:\"[^\"<]*\"|'[^'<]*')[^<>\"']*)*)>"
)
_DECLARATION = re.compile(r"<[!?][^<>]*>")
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s=/>\"']+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'"
    r"|(?P<bare>[^\s>\"']+)))?"
)
_NO_WORDS = frozenset({"style", "script", "title", "template", "xml", "head"})


class HtmlBroken(ValueError):
    """HTML in which it is not sure what is a tag and what is text."""


@dataclass(frozen=True, slots=True)
class HtmlPiece:
    """A tag, or text.

    Attributes:
        name: The tag's name in small letters; empty for text.
        closes: Whether it is a closing tag.
        text: The text, with characters for entities.
        attributes: The tag's attributes, their names in small letters.
    """

    name: str = ""
    closes: bool = False
    text: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict[str, str])


def pieces_of(markup: str) -> Iterator[HtmlPiece]:
    """Give the pieces of HTML, without comments, styles, scripts and the head.

    Raises:
        HtmlBroken: a tag is not closed before the next begins.
    """
    at = 0
    while at < len(markup):
        begin = markup.find("<", at)
        if begin != at:
            end = len(markup) if begin < 0 else begin
            yield HtmlPiece(text=html.unescape(markup[at:end]))
            at = end
            continue
        match = _TAG.match(markup, at)
        if match is None:
            at, text = _no_tag(markup, at)
            if text:
                yield HtmlPiece(text=text)
            continue
        piece = _tag(match)
        skips = piece.name in _NO_WORDS and not piece.closes
        at = _after(markup, piece.name, match.end()) if skips else match.end()
        yield piece


def _no_tag(markup: str, at: int) -> tuple[int, str]:
    """Pass over a comment or a declaration; anything else that is no tag is a sign of its own."""
    if markup.startswith("<!--", at):
        end = markup.find("-->", at + 4)
        return (len(markup) if end < 0 else end + 3), ""
    match = _DECLARATION.match(markup, at)
    if match:
        return match.end(), ""
    if re.match("</?[a-zA-Z]", markup[at : at + 3]):
        message = "A tag is not closed before the next begins."
        raise HtmlBroken(message)
    return at + 1, "<"


def _tag(match: re.Match[str]) -> HtmlPiece:
    attributes: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(match["attributes"]):
        value = found["double"] or found["single"] or found["bare"] or ""
        attributes.setdefault(found["name"].lower(), html.unescape(value))
    return HtmlPiece(match["name"].lower(), bool(match["slash"]), attributes=attributes)


def _after(markup: str, name: str, at: int) -> int:
    """Find where an element ends whose text is no text of the page."""
    closing = re.compile(rf"</{re.escape(name)}\s*>", re.IGNORECASE).search(markup, at)
    return closing.start() if closing else len(markup)
