"""What makes a printed file an archive: description, attachments, colour, and a seal over it all.

PDF/A-3b (ISO 19005-3): faces are embedded, grey is given a meaning by a colour profile, files that
belong to the pages travel inside, and the file describes itself in XMP and in its own dictionary.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape

from focusdesk.export.pdf_document import PdfDocument
from focusdesk.export.pdf_text import name, printable, text_string
from focusdesk.resources import resource_path

_PRODUCER = "ReportLab"
_CREATOR = "focusdesk"
_NAME = re.compile(rb"/ID (\[<[0-9a-f]*><[0-9a-f]*>\])")
_PLACE = b"[<" + b"0" * 64 + b"><" + b"0" * 64 + b">]"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>en-US</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{author}<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt>\
</dc:description>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
_AUTHOR = "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a file says of itself.

    Attributes:
        title: What it is.
        author: Whose it is; empty where it is nobody's.
        subject: What it is about.
    """

    title: str
    author: str
    subject: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside the printed one.

    Attributes:
        name: Its name, ``filing.json``.
        content: Its bytes.
        media_type: ``application/json``.
        description: What it is, in words for whoever finds it.
        relationship: What it is to the pages: ``Data`` for what they were drawn from,
            ``Supplement`` for more than they show.
        modified: The day of its content, never of its making: the same filing, the same bytes.
    """

    name: str
    content: bytes
    media_type: str
    description: str
    relationship: str
    modified: dt.date


def archive(document: PdfDocument, imprint: Imprint, attachments: Sequence[Attachment]) -> bytes:
    """Describe a file, attach files to it, and give what its catalogue says of all that."""
    _imprint(document, imprint)
    metadata = document.stream(
        _xmp(imprint).encode(), b"/Type/Metadata/Subtype/XML", plain=True
    ).reference
    profile = document.stream(_profile(), b"/N 3").reference
    entries = (
        b"/Metadata %s\n/OutputIntents [<</Type/OutputIntent/S/GTS_PDFA1/DestOutputProfile %s"
        b"/OutputConditionIdentifier (sRGB IEC61966-2.1)/Info (sRGB IEC61966-2.1)>>]\n"
    ) % (metadata, profile)
    if not attachments:
        return entries
    inside = sorted(attachments, key=lambda attachment: text_string(attachment.name))
    places = [_attached(document, attachment) for attachment in inside]
    named = b" ".join(
        text_string(attachment.name) + b" " + place
        for attachment, place in zip(inside, places, strict=True)
    )
    return entries + b"/AF [%s]\n/Names <</EmbeddedFiles <</Names [%s]>>>>\n" % (
        b" ".join(places),
        named,
    )


def sealed(pdf: bytes) -> bytes:
    """Name a file after its own bytes, so that a change of any of them is noticed.

    Nothing that the file finds by its place stands after the name.
    """
    start, end = _place_of_name(pdf)
    opened = pdf[:start] + _PLACE + pdf[end:]
    return opened[:start] + _named_after(opened) + opened[start + len(_PLACE) :]


def is_intact(pdf: bytes) -> bool:
    """Whether a file that was printed here is as it was printed, to the byte."""
    start, end = _place_of_name(pdf)
    return pdf[start:end] == _named_after(pdf[:start] + _PLACE + pdf[end:])


def _place_of_name(pdf: bytes) -> tuple[int, int]:
    *_, last = [match.span(1) for match in _NAME.finditer(pdf)] or [(0, 0)]
    return last


def _named_after(pdf: bytes) -> bytes:
    digest = hashlib.sha256(pdf).hexdigest().encode()
    return b"[<%s><%s>]" % (digest, digest)


def _imprint(document: PdfDocument, imprint: Imprint) -> None:
    entries = {
        b"Title": imprint.title,
        b"Author": imprint.author,
        b"Subject": imprint.subject,
        b"Creator": _CREATOR,
        b"Producer": _PRODUCER,
    }
    said = b"".join(
        b"/%s %s\n" % (key, text_string(words)) for key, words in entries.items() if words
    )
    document.description.text = b"<<%s>>" % said


def _xmp(imprint: Imprint) -> str:
    author = escape(printable(imprint.author))
    return _XMP.format(
        producer=_PRODUCER,
        creator=_CREATOR,
        title=escape(printable(imprint.title)),
        subject=escape(printable(imprint.subject)),
        author=_AUTHOR.format(author) if author else "",
    )


@cache
def _profile() -> bytes:
    return resource_path("colour", "sRGB.icc").read_bytes()


def _attached(document: PdfDocument, attachment: Attachment) -> bytes:
    date = b"(D:%s000000Z)" % attachment.modified.strftime("%Y%m%d").encode()
    parameters = b"/Params <</Size %d/ModDate %s>>" % (len(attachment.content), date)
    kind = b"/Type/EmbeddedFile/Subtype %s" % name(attachment.media_type)
    content = document.stream(attachment.content, kind + parameters).reference
    called = text_string(attachment.name)
    return document.part(
        b"<</Type/Filespec/F %s/UF %s/Desc %s/AFRelationship %s/EF <</F %s/UF %s>>>>"
        % (
            called,
            called,
            text_string(attachment.description),
            name(attachment.relationship),
            content,
            content,
        )
    ).reference
