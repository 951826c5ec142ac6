"""What a reader that cannot see it finds in a PDF: its parts, and the words in each of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

PAINTING = frozenset(["Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do"])
ARTIFACT = -1


@dataclass
class Part:
    """A part of the document: its tag, its own words, the parts in it, and how it is described."""

    tag: str
    kids: "list[Part | str]" = field(default_factory=list["Part | str"])
    attributes: dict[str, str] = field(default_factory=dict[str, str])
    title: str = ""

    @property
    def parts(self) -> "list[Part]":
        return [kid for kid in self.kids if isinstance(kid, Part)]

    @property
    def words(self) -> str:
        """All words in it, in reading order."""
        return "".join(kid if isinstance(kid, str) else kid.words for kid in self.kids)

    def all(self, tag: str) -> "Iterator[Part]":
        """Give every part of a kind in it, in reading order."""
        for part in self.parts:
            if part.tag == tag:
                yield part
            yield from part.all(tag)


class TaggedPdf:
    """A file, read."""

    def __init__(self, content: bytes) -> None:
        self.pdf: Any = pikepdf.open(BytesIO(content))
        self._words = [words_by_run(page) for page in self.pdf.pages]
        self._pages = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}
        self.run_owners: dict[tuple[int, int], tuple[int, int]] = {}
        self.document = self._part(self.pdf.Root.StructTreeRoot.K, self.pdf.Root.StructTreeRoot)

    def _part(self, element: Any, parent: Any) -> Part:
        assert element.P.objgen == parent.objgen
        part = Part(str(element.S)[1:], title=str(element.get("/T", "")))
        for key, said in element.get("/A", {}).items():
            part.attributes[str(key)[1:]] = str(said)
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                run = (self._pages[element.Pg.objgen], kid)
                assert run not in self.run_owners
                self.run_owners[run] = element.objgen
                part.kids.append(self._words[run[0]][kid])
            else:
                part.kids.append(self._part(kid, element))
        return part

    @property
    def runs(self) -> set[tuple[int, int]]:
        """Every run of every page, as page and number."""
        return {
            (page, run)
            for page, words in enumerate(self._words)
            for run in words
            if run != ARTIFACT
        }


def words_by_run(page: Any) -> dict[int, str]:
    """Give the words of each run of a page, and under ARTIFACT what belongs to none.

    What is painted outside of both is a mistake.
    """
    words: dict[int, str] = {}
    within: list[int] = []
    letters: dict[int, str] = {}
    for operation in pikepdf.parse_content_stream(page):
        operator, operands = str(operation.operator), list[Any](operation.operands)
        if operator == "BDC":
            within.append(int(operands[1].MCID))
            assert within[-1] not in words
            words[within[-1]] = ""
        elif operator == "BMC":
            assert str(operands[0]) == "/Artifact"
            within.append(ARTIFACT)
        elif operator == "EMC":
            within.pop()
        elif operator == "Tf":
            letters = letters_of(page.Resources.Font[str(operands[0])])
        elif operator in PAINTING:
            [run] = within
            if operator == "Tj":
                shown = "".join(letters[code] for code in bytes(operands[0]))
                words[run] = words.get(run, "") + shown
    assert not within
    return words


def letters_of(font: Any) -> dict[int, str]:
    """Give the letter of each code of a face, as the face itself says."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    found = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4})>", table)
    return {int(code, 16): chr(int(letter, 16)) for code, letter in found}
