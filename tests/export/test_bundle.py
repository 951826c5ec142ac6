"""Many months in one file: nothing of any month is lost, and each is found by its name."""

from collections.abc import Iterator, Sequence
from io import BytesIO

import pytest
from pikepdf import (
    Annotation,
    Array,
    Dictionary,
    Name,
    NumberTree,
    Object,
    Page,
    Pdf,
    pdfa,
)

from focusdesk.catalog.loader import load_editions
from focusdesk.export.archive import is_intact
from focusdesk.export.bundle import Bundle
from focusdesk.export.papers import filing_pdf
from focusdesk.filing.filing import Filing
from focusdesk.filing.register import Register
from focusdesk.form.period import Period
from focusdesk.samples.sample import write_sample
from focusdesk.store.opening import new_store, open_store
from tests.cli.command import pages_of

NOVEMBER, DECEMBER, JANUARY = Period(2013, 11), Period(2013, 12), Period(2014, 1)
MONTHS = ["November 2013", "December 2013", "January 2014"]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Sequence[tuple[Filing, bytes]]:
    path = tmp_path_factory.mktemp("bundle") / "sample.focusdesk"
    editions = load_editions()
    with new_store(path) as store:
        write_sample(Register(store, editions))
    with open_store(path) as store:
        register = Register(store, editions)
        sessions = [register.open(store.find(month)) for month in (NOVEMBER, DECEMBER, JANUARY)]
        return [(session.filing, filing_pdf(session)) for session in sessions]


@pytest.fixture
def bundle(printed: Sequence[tuple[Filing, bytes]]) -> Iterator[Pdf]:
    with Pdf.open(BytesIO(joined(printed))) as bundle:
        yield bundle


def joined(months: Sequence[tuple[Filing, bytes]]) -> bytes:
    """Join months, one after the other."""
    bundle = Bundle()
    for filing, pdf in months:
        bundle.add(filing, pdf)
    return bundle.finished()


def tagged(title: str, pages: int) -> bytes:
    """Make a file with a heading on each page, tagged as such, a link, and an attachment."""
    with Pdf.new() as pdf:
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
        headings: list[Object] = []
        for at in range(pages):
            page = pdf.add_blank_page()
            page.obj.StructParents = at
            heading = Dictionary(Type=Name.StructElem, S=Name.H1, P=whole, Pg=page.obj, K=0)
            headings.append(pdf.make_indirect(heading))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 1, 1]))
        link.StructParent = pages
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])
        whole.K, tree.K = Array(headings), Array([whole])
        numbers = [part for at, tag in enumerate(headings) for part in (at, Array([tag]))]
        tree.ParentTree = Dictionary(Nums=Array([*numbers, pages, headings[0]]))
        tree.RoleMap = Dictionary({"/Caption": Name.P})
        pdf.Root.StructTreeRoot = tree
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.attachments["filing.json"] = title.encode()
        pdf.attachments["filing.json"].obj.AFRelationship = Name.Data
        file = BytesIO()
        pdf.save(file)
    return file.getvalue()


@pytest.fixture
def tagged_bundle() -> Iterator[Pdf]:
    first, second = (Filing(at, period, "2014-01") for at, period in enumerate((DECEMBER, JANUARY)))
    amended = Filing(3, JANUARY, "2014-01", amendment=1)
    months = [(first, tagged("one", 2)), (second, tagged("two", 1)), (amended, tagged("three", 3))]
    with Pdf.open(BytesIO(joined(months))) as bundle:
        yield bundle


def test_every_page_of_every_month_is_there_in_order(
    printed: Sequence[tuple[Filing, bytes]],
) -> None:
    pages = [page for _, pdf in printed for page in pages_of(pdf)]

    assert pages_of(joined(printed)) == pages


def test_bookmarks_lead_to_each_month_and_under_it_to_its_schedules(bundle: Pdf) -> None:
    with bundle.open_outline() as outline:
        months = {item.title: item for item in outline.root}
        schedules = [
            (child.title, _page(bundle, child.destination)) for child in months[MONTHS[1]].children
        ]
        first_pages = [_page(bundle, item.destination) for item in outline.root]

    assert list(months) == MONTHS
    assert first_pages == [0, 7, 14]
    assert schedules[0] == ("Cover", 7)
    assert schedules[-1] == ("CFTC capital", 13)


def test_the_file_says_which_months_it_holds(bundle: Pdf) -> None:
    assert bundle.docinfo["/Title"] == "FOCUS reports, November 2013 to January 2014"
    assert bundle.docinfo["/Author"] == "HSBC SECURITIES (USA) INC."
    assert bundle.Root.Lang == "en-US"
    assert bundle.Root.ViewerPreferences.DisplayDocTitle


def test_the_same_months_give_the_same_bytes(printed: Sequence[tuple[Filing, bytes]]) -> None:
    assert joined(printed) == joined(printed)
    assert joined(printed) != joined(printed[:2])


def test_the_bundle_is_an_archive_and_sealed(printed: Sequence[tuple[Filing, bytes]]) -> None:
    content = joined(printed)

    assert pdfa.validate_written(BytesIO(content), "3b").findings == []
    assert is_intact(content)
    assert not is_intact(content.replace(b"November", b"December", 1))


def test_attachments_stay_each_in_the_folder_of_its_month(tagged_bundle: Pdf) -> None:
    files = {name: file.get_file().read_bytes() for name, file in tagged_bundle.attachments.items()}

    assert files == {
        "2013-12/filing.json": b"one",
        "2014-01/filing.json": b"two",
        "2014-01 amendment 1/filing.json": b"three",
    }
    named = {name: str(file.obj.UF) for name, file in tagged_bundle.attachments.items()}
    assert named == {name: name for name in files}
    assert [file.AFRelationship for file in tagged_bundle.Root.AF] == [Name.Data] * 3


def test_tags_are_joined_into_one_document_with_a_part_for_each_month(tagged_bundle: Pdf) -> None:
    tree = tagged_bundle.Root.StructTreeRoot
    parts = list(tree.K.K)

    assert tagged_bundle.Root.MarkInfo.Marked
    assert tree.RoleMap.Caption == Name.P
    assert str(tree.K.S) == "/Document"
    assert [part.S for part in parts] == [Name.Part] * 3
    assert [str(part.T) for part in parts] == [
        "December 2013",
        "January 2014",
        "January 2014, amendment 1",
    ]
    assert all(part.P.objgen == tree.K.objgen for part in parts)


def test_each_page_and_link_finds_its_own_tags(tagged_bundle: Pdf) -> None:
    found = dict(NumberTree(tagged_bundle.Root.StructTreeRoot.ParentTree).items())

    for page in tagged_bundle.pages:
        (heading,) = found[int(page.obj.StructParents)]
        assert heading.Pg.objgen == page.obj.objgen
    for at in (0, 2, 3):
        page = tagged_bundle.pages[at]
        (link,) = page.obj.Annots
        assert Annotation(link).subtype == Name.Link
        assert found[int(link.StructParent)].Pg.objgen == page.obj.objgen


def test_without_months_there_is_no_bundle() -> None:
    with pytest.raises(ValueError, match="no month"):
        joined([])


def _page(bundle: Pdf, destination: object) -> int:
    assert isinstance(destination, Array)
    return bundle.pages.index(Page(destination[0]))
