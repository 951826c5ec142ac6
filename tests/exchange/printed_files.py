"""PDFs with files attached, made without the program, and broken in every way."""

import io
from collections.abc import Callable

from pikepdf import (
    Array,
    Dictionary,
    Name,
    NameTree,
    Object,
    ObjectStreamMode,
    Pdf,
    Stream,
    StreamDecodeLevel,
)

FIGURES = b'{"period": "2014-01", "edition": "2014-01", "amendment": 0, "values": {"7010": 5}}'


def pdf_with(
    *files: tuple[str, bytes],
    change: Callable[[Pdf], object] = lambda _: None,
    packed: ObjectStreamMode = ObjectStreamMode.disable,
) -> bytes:
    """Make a PDF of one blank page with files attached and associated, then changed."""
    with Pdf.new() as pdf, io.BytesIO() as written:
        pdf.add_blank_page()
        pdf.Root.AF = Array()
        listed = NameTree.new(pdf)
        pdf.Root.Names = Dictionary(EmbeddedFiles=listed.obj)
        for name, content in files:
            listed[name] = file_of(pdf, name, content)
            pdf.Root.AF.append(listed[name])
        change(pdf)
        pdf.save(
            written,
            object_stream_mode=packed,
            stream_decode_level=StreamDecodeLevel.none,
            compress_streams=packed is ObjectStreamMode.generate,
        )
        return written.getvalue()


def file_of(pdf: Pdf, name: str, content: bytes) -> Object:
    """Make the specification of a file that is attached."""
    stream = Stream(pdf, content, Type=Name.EmbeddedFile)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=name,
            UF=name,
            AFRelationship=Name.Data,
            EF=Dictionary(F=stream, UF=stream),
        )
    )


def attach_again(pdf: Pdf) -> None:
    """Attach another filing.json beside the first, under another key of the list."""
    NameTree(pdf.Root.Names.EmbeddedFiles)["other"] = file_of(pdf, "filing.json", b"{}")


def two_streams_under_one_name(pdf: Pdf) -> None:
    """Have a reader that asks for the file's Unicode name see other figures."""
    pdf.Root.AF[0].EF.UF = Stream(pdf, b'{"values": {"7010": 6}}')
