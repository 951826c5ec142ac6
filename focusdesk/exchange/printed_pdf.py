"""Take a printed PDF apart: the files that travel inside it, behind guards, and nothing else of it.

A PDF is whatever someone sends, and one of 200 KB can unpack to gigabytes. So pikepdf is kept from
unpacking anything at all; what focusdesk printed needs no unpacking to be read, and the two files
that belong to it are unpacked here, up to the size that they can have.
"""

import io
import zlib
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pikepdf import (
    Array,
    Dictionary,
    Name,
    NameTree,
    Object,
    PasswordError,
    Pdf,
    PdfError,
    settings,
)

from focusdesk.exchange.file_table import ImportRefused
from focusdesk.filing.copies import FILING_ATTACHMENT, PRINT_ATTACHMENT

MOST_UNPACKED = 2 * 2**20
"""In bytes; the figures of the largest form have a tenth of that."""

_BELONGING = (FILING_ATTACHMENT, PRINT_ATTACHMENT)
_NAMES = (Name.F, Name.UF)
# Before its first line a PDF may have 1024 bytes of something else.
_HEADER, _HEADER_WITHIN = b"%PDF-", 1024

BROKEN = (
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    NotImplementedError,
    PdfError,
    RuntimeError,
    TypeError,
    ValueError,
    zlib.error,
)
"""What pikepdf raises over a damaged or hostile PDF."""


class _Unpackable(ValueError):
    """An attached file that cannot be unpacked; the message is words of ours."""


class DamagedPdf(ImportRefused):
    """A PDF that is not as it was printed: what belongs to it cannot be read."""


@dataclass(frozen=True, slots=True)
class PrintInside:
    """One month's print in a PDF; a bundle has several, one after the other.

    Attributes:
        place: What stands before the names of its files: the month's own in a bundle, ``2014-01/``.
        figures: Its `FILING_ATTACHMENT`.
        how: Its `PRINT_ATTACHMENT`; `None` where there is none.
    """

    place: str
    figures: bytes
    how: bytes | None

    @property
    def figures_name(self) -> str:
        """What the file of its figures is called in the PDF."""
        return self.place + FILING_ATTACHMENT


def read_prints(content: bytes, name: str) -> tuple[PrintInside, ...]:
    """Unpack the files that belong to the prints in a PDF; there is one print at least.

    Args:
        content: The PDF.
        name: Its name, for sentences.

    Raises:
        ImportRefused: the file is no PDF, is encrypted, or has no figures attached.
        DamagedPdf: it is damaged, or has figures attached more than once.
    """
    files = _files_of(content, name)
    places = [of.removesuffix(FILING_ATTACHMENT) for of in files if of.endswith(FILING_ATTACHMENT)]
    if not places:
        message = (
            f"{name} carries no figures: no {FILING_ATTACHMENT} is attached to it. "
            f"Only a PDF that focusdesk printed from a filing has one."
        )
        raise ImportRefused(message)
    return tuple(
        PrintInside(at, files[at + FILING_ATTACHMENT], files.get(at + PRINT_ATTACHMENT))
        for at in places
    )


def _files_of(content: bytes, name: str) -> dict[str, bytes]:
    if _HEADER not in content[:_HEADER_WITHIN]:
        message = f"{name} is not a PDF."
        raise ImportRefused(message)
    try:
        with unpacked_nowhere(), Pdf.open(io.BytesIO(content), attempt_recovery=False) as pdf:
            if pdf.is_encrypted:
                raise _encrypted(name)
            found = _one_each(_attached(pdf), name)
            files = {of: _unpacked(stream, of, name) for of, stream in found.items()}
    except PasswordError as error:
        raise _encrypted(name) from error
    except ImportRefused:
        raise
    except BROKEN as error:
        message = (
            f"{name} is damaged, or was saved again by another program{_why(error)}. "
            f"Use the file as focusdesk wrote it."
        )
        raise DamagedPdf(message) from error
    return files


@contextmanager
def unpacked_nowhere() -> Generator[None, None, None]:
    """Keep pikepdf from unpacking streams, which would have no bounds; its limits are global."""
    before = settings.get_qpdf_limits()["max_stream_filters"]
    settings.set_qpdf_limits(max_stream_filters=0)
    try:
        yield
    finally:
        settings.set_qpdf_limits(max_stream_filters=before)


def _attached(pdf: Pdf) -> Iterator[Object]:
    """Find what is attached: associated with the document, or only listed for its readers."""
    yield from pdf.Root.get(Name.AF, Array())
    names = pdf.Root.get(Name.Names, Dictionary())
    if Name.EmbeddedFiles in names:
        yield from NameTree(names[Name.EmbeddedFiles]).values()


def _one_each(specifications: Iterable[Object], name: str) -> dict[str, Object]:
    """Give the stream of each file that belongs to a print, which must not be there twice."""
    found: dict[str, Object] = {}
    for specification in specifications:
        for called in {str(specification.get(key, "")) for key in _NAMES}:
            if called.rpartition("/")[2] not in _BELONGING:
                continue
            streams = [specification.EF[key] for key in _NAMES if key in specification.EF]
            streams.extend([found[called]] if called in found else [])
            if len({stream.objgen for stream in streams}) > 1:
                message = (
                    f"{name} has more than one {called} attached, and they may differ. "
                    f"Use the file as focusdesk wrote it."
                )
                raise DamagedPdf(message)
            found[called] = streams[0]
    return found


def _unpacked(stream: Object, called: str, name: str) -> bytes:
    """Unpack an attached file, up to the size that it can have.

    Raises:
        DamagedPdf: it is larger.
        _Unpackable: it cannot be unpacked.
    """
    packed, packing = stream.read_raw_bytes(), stream.get(Name.Filter)
    if packing is None:
        content = packed[: MOST_UNPACKED + 1]
    elif packing == Name.FlateDecode and Name.DecodeParms not in stream:
        unpacking = zlib.decompressobj()
        try:
            content = unpacking.decompress(packed, MOST_UNPACKED + 1)
        except zlib.error as error:
            message = f"{called} cannot be unpacked"
            raise _Unpackable(message) from error
        if len(content) <= MOST_UNPACKED and not unpacking.eof:
            message = f"{called} breaks off"
            raise _Unpackable(message)
    else:
        message = f"{called} is packed in another way than focusdesk packs it"
        raise _Unpackable(message)
    if len(content) > MOST_UNPACKED:
        message = (
            f"{called} in {name} is larger than {MOST_UNPACKED // 2**20} MB once it is unpacked; "
            f"no filing is."
        )
        raise DamagedPdf(message)
    return content


def _encrypted(name: str) -> ImportRefused:
    return ImportRefused(f"{name} is encrypted. Use the file as focusdesk wrote it.")


def _why(error: BaseException) -> str:
    """Say what was wrong, if we have words for it; a library's own help nobody."""
    return f" ({error})" if isinstance(error, _Unpackable) else ""
