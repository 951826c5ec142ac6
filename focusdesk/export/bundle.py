"""Many printed months in one file: all pages, bookmarks by month, every month's attachments.

The months' own files are joined as they are; no figure is drawn anew. Their tags come along, each
month as a part of one document. The file describes itself as its first month does and is sealed as
each of them is, so that nothing is lost that makes an archive of it.
"""

from collections.abc import Sequence
from io import BytesIO

from pikepdf import (
    Array,
    Dictionary,
    Name,
    NameTree,
    NumberTree,
    Object,
    ObjectStreamMode,
    OutlineItem,
    Page,
    Pdf,
    String,
)

from focusdesk.export.archive import sealed
from focusdesk.filing.filing import Filing

_TAKEN_OVER = ("/Lang", "/MarkInfo", "/Metadata", "/OutputIntents", "/PageMode")


class Bundle:
    """A file while months are added to it, in their order; the same months give the same bytes."""

    def __init__(self) -> None:
        """Begin a file."""
        self._pdf = Pdf.new()
        self._filings: list[Filing] = []
        self._bookmarks: list[OutlineItem] = []
        self._files: list[tuple[str, Object]] = []
        self._tags = _JointTags(self._pdf)

    def add(self, filing: Filing, printed: bytes) -> None:
        """Add a month's pages and all that belongs to them.

        Args:
            filing: The month.
            printed: Its pages, a PDF file of this program.
        """
        first = len(self._pdf.pages)
        with Pdf.open(BytesIO(printed)) as month:
            self._pdf.pages.extend(month.pages)
            self._bookmarks.append(_bookmark(filing, month, first))
            for name, inside in month.attachments.items():
                file = _copied(self._pdf, month, inside.obj)
                called = f"{filing.stem}/{name}"
                file.F = file.UF = String(called)
                self._files.append((called, file))
            tree = _copied(self._pdf, month, month.Root.StructTreeRoot)
            self._tags.add(filing, tree, self._pdf.pages[first:])
            if not self._filings:
                self._take_over(month)
        self._filings.append(filing)

    def finished(self) -> bytes:
        """Give the file; nothing can be added any more.

        Raises:
            ValueError: there are no months in it.
        """
        if not self._filings:
            message = "There is no month in the bundle."
            raise ValueError(message)
        self._describe()
        file = BytesIO()
        plain = ObjectStreamMode.disable  # as the months' own files are written
        self._pdf.save(file, min_version="1.7", deterministic_id=True, object_stream_mode=plain)
        self._pdf.close()
        return sealed(file.getvalue())

    def _describe(self) -> None:
        """Write bookmarks, attachments and tags of all months, and what the file is."""
        root = self._pdf.Root
        with self._pdf.open_outline() as outline:
            outline.root.extend(self._bookmarks)
        tree = NameTree.new(self._pdf)
        for name, file in self._files:
            tree[name] = file
        root.Names = Dictionary(EmbeddedFiles=tree.obj)
        root.AF = Array([file for _, file in self._files])
        self._tags.write()
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        count, first, last = len(self._filings), self._filings[0].title, self._filings[-1].title
        span = first if first == last else f"{first} to {last}"
        months = "1 month, as it" if count == 1 else f"{count} months, each as it"
        self._name(f"FOCUS reports, {span}", f"{months} was printed")

    def _take_over(self, month: Pdf) -> None:
        """Let the file say what its first month says of language, colour and author."""
        for key in _TAKEN_OVER:
            said = month.Root[key]
            plain = isinstance(said, (Name, String))
            self._pdf.Root[key] = (
                Object.parse(said.unparse()) if plain else _copied(self._pdf, month, said)
            )
        for key, words in month.docinfo.items():
            self._pdf.docinfo[key] = String(str(words))

    def _name(self, title: str, subject: str) -> None:
        """Say what the file is, in both places where a file says it."""
        self._pdf.docinfo["/Title"] = String(title)
        self._pdf.docinfo["/Subject"] = String(subject)
        with self._pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = title
            metadata["dc:description"] = subject


class _JointTags:
    """The structure of the bundle: one document, of which each month is a part."""

    def __init__(self, bundle: Pdf) -> None:
        self._bundle = bundle
        self._parts: list[Object] = []
        self._numbers: list[int | Object] = []
        self._next = 0

    def add(self, filing: Filing, tree: Object, pages: Sequence[Page]) -> None:
        """Add a month's tags, and number anew by what its pages find theirs."""
        for page in pages:
            page.obj.StructParents = int(page.obj.StructParents) + self._next
        for number, tags in sorted(NumberTree(tree.ParentTree).items()):
            self._numbers += [number + self._next, tags]
        self._next += len(pages)
        tree.K.S, tree.K.T = Name.Part, String(filing.title)
        self._parts.append(tree.K)

    def write(self) -> None:
        """Write the structure."""
        tree = self._bundle.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = Dictionary(Type=Name.StructElem, S=Name.Document, P=tree, K=Array(self._parts))
        tree.K = self._bundle.make_indirect(whole)
        for part in self._parts:
            part.P = tree.K
        tree.ParentTree = self._bundle.make_indirect(Dictionary(Nums=Array(self._numbers)))
        tree.ParentTreeNextKey = self._next
        self._bundle.Root.StructTreeRoot = tree


def _bookmark(filing: Filing, month: Pdf, first: int) -> OutlineItem:
    """Make a month's bookmark, with those of its schedules folded away under it."""
    bookmark = OutlineItem(filing.title, first)
    bookmark.is_closed = True
    with month.open_outline() as outline:
        for item in outline.root:
            if isinstance(item.destination, Array):
                page = month.pages.index(Page(item.destination[0]))
                bookmark.children.append(OutlineItem(item.title, first + page))
    return bookmark


def _copied(bundle: Pdf, month: Pdf, thing: Object) -> Object:
    return bundle.copy_foreign(thing if thing.is_indirect else month.make_indirect(thing))
