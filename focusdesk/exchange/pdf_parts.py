"""Take a printed PDF into its parts: what draws each page, and all the rest.

Two files may number and pack their parts differently and be the same to every reader. So parts are
compared unpacked, and numbered in the order in which a reader comes to them. Nothing is unpacked
beyond a bound.
"""

import hashlib
import io
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from focusdesk.exchange.printed_pdf import BROKEN, DamagedPdf, unpacked_nowhere

MOST_UNPACKED = 64 * 2**20
"""In bytes, for a whole file; a filing of seven pages has a fiftieth of that."""

_OVER_A_PAGE = (Name.Subtype, Name.Rect, Name.Contents)
_PACKED = (Name.FlateDecode, Array([Name.FlateDecode]))
_HOW_PACKED = ("/Length", "/Filter")


@dataclass(frozen=True, slots=True)
class PdfParts:
    """What a PDF is made of.

    Attributes:
        pages: What draws each page, as one digest.
        rest: All else that a reader comes to, as one digest: typefaces, tags, description. Attached
            files have no part in it, but that they are attached has.
    """

    pages: tuple[str, ...]
    rest: str


def parts_of(content: bytes, name: str) -> PdfParts:
    """Take a PDF into its parts.

    Raises:
        DamagedPdf: it cannot be read, or is packed in a way that focusdesk does not use.
    """
    try:
        with unpacked_nowhere(), Pdf.open(io.BytesIO(content), attempt_recovery=False) as pdf:
            unpacking = _Unpacking()
            pages = [_digest(_drawing(page, unpacking)) for page in pdf.pages]
            drawn = {each.objgen for page in pdf.pages for each in _streams(page)}
            return PdfParts(tuple(pages), _digest(_Walk(pdf, unpacking, drawn).written()))
    except BROKEN as error:
        message = f"{name} is damaged: its pages cannot be read."
        raise DamagedPdf(message) from error


class _Unpacking:
    """Unpacks streams, up to a bound for all of them."""

    def __init__(self) -> None:
        self._left = MOST_UNPACKED

    def content_of(self, stream: Object) -> bytes:
        """Give what a stream holds; packed, if it cannot be unpacked any more."""
        content, packing = stream.read_raw_bytes(), stream.stream_dict.get(Name.Filter)
        if packing in _PACKED:
            with suppress(zlib.error):
                content = zlib.decompressobj().decompress(content, self._left + 1)
        elif packing is not None:
            message = "it is packed in another way"
            raise ValueError(message)
        self._left -= len(content)
        if self._left < 0:
            message = "it unpacks to more than it can hold"
            raise ValueError(message)
        return content


class _Walk:
    """Goes to all that a reader comes to, and numbers it in that order."""

    def __init__(self, pdf: Pdf, unpacking: _Unpacking, drawn: set[tuple[int, int]]) -> None:
        self._pdf, self._unpacking, self._drawn = pdf, unpacking, drawn
        self._numbers: dict[tuple[int, int], int] = {}
        self._waiting: list[Object] = []

    def written(self) -> Iterator[bytes]:
        """Write each thing that is numbered, in the order of the numbers."""
        for key in (Name.Root, Name.Info):
            if key in self._pdf.trailer:
                yield self._written(self._pdf.trailer[key])
        at = 0
        while at < len(self._waiting):
            each = self._waiting[at]
            yield self._whole(each)
            at += 1

    def _whole(self, each: Object) -> bytes:
        if not isinstance(each, Stream):
            return self._inside(each)
        known = {key: it for key, it in each.stream_dict.items() if key not in _HOW_PACKED}
        told = each.objgen in self._drawn or known.get("/Type") == Name.EmbeddedFile
        if told:
            return b"told elsewhere"
        return self._entries(known) + self._unpacking.content_of(each)

    def _written(self, each: object) -> bytes:
        """Write a thing where it stands: by its number if it has one."""
        if not isinstance(each, Object) or not each.is_indirect:
            return self._inside(each)
        if each.objgen not in self._numbers:
            self._numbers[each.objgen] = len(self._waiting)
            self._waiting.append(each)
        return b"#%d" % self._numbers[each.objgen]

    def _inside(self, each: object) -> bytes:
        if isinstance(each, Array):
            return b"[%s]" % b" ".join(self._written(item) for item in each)
        if isinstance(each, Dictionary):
            return self._entries(dict(each.items()))
        return each.unparse() if isinstance(each, Object) else repr(each).encode()

    def _entries(self, entries: dict[str, Object]) -> bytes:
        pairs = (key.encode() + b" " + self._written(entries[key]) for key in sorted(entries))
        return b"<<%s>>" % b" ".join(pairs)


def _drawing(page: Page, unpacking: _Unpacking) -> Iterator[bytes]:
    """Give what draws a page and what lies over it."""
    yield from (unpacking.content_of(stream) for stream in _streams(page))
    for over in _listed(page.obj, Name.Annots):
        yield from (over[key].unparse() for key in _OVER_A_PAGE if key in over)
        yield from (unpacking.content_of(each) for each in _appearances(over.get(Name.AP)))


def _streams(page: Page) -> Iterator[Object]:
    return _listed(page.obj, Name.Contents)


def _listed(holder: Object, key: Name) -> Iterator[Object]:
    held = holder.get(key, Array())
    yield from held if isinstance(held, Array) else [held]


def _appearances(held: object) -> Iterator[Object]:
    if isinstance(held, Stream):
        yield held
    elif isinstance(held, Dictionary):
        for each in dict(held.items()).values():
            yield from _appearances(each)


def _digest(pieces: Iterable[bytes]) -> str:
    whole = hashlib.sha256()
    for piece in pieces:
        whole.update(b"%d:" % len(piece))
        whole.update(piece)
    return whole.hexdigest()
