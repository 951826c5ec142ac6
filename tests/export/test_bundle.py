"""Many months in one file: nothing of any month is lost, and each is found by its name."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO

import pytest
from pikepdf import Array, Name, NumberTree, Page, Pdf, pdfa

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


@pytest.fixture
def amended(printed: Sequence[tuple[Filing, bytes]]) -> Iterator[Pdf]:
    """December, January and an amendment of it."""
    _, december, (filing, pdf) = printed
    months = [december, (filing, pdf), (replace(filing, amendment=1), pdf)]
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
    assert bundle.docinfo["/Subject"] == "3 months, each as it was printed"
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


def test_attachments_stay_each_in_the_folder_of_its_month(
    amended: Pdf, printed: Sequence[tuple[Filing, bytes]]
) -> None:
    files = {name: file.get_file().read_bytes() for name, file in amended.attachments.items()}
    folders = ["2013-12", "2014-01", "2014-01 amendment 1"]
    names = [f"{folder}/{file}" for folder in folders for file in ("filing.json", "print.json")]

    assert sorted(files) == sorted(names)
    _, december, january = (figures_of(pdf) for _, pdf in printed)
    assert [files[f"{folder}/filing.json"] for folder in folders] == [december, january, january]
    named = {name: str(file.obj.UF) for name, file in amended.attachments.items()}
    assert named == {name: name for name in files}
    relationships = [Name.Data, Name.Supplement] * 3
    assert [file.AFRelationship for file in amended.Root.AF] == relationships


def figures_of(pdf: bytes) -> bytes:
    with Pdf.open(BytesIO(pdf)) as month:
        return month.attachments["filing.json"].get_file().read_bytes()


def test_tags_are_joined_into_one_document_with_a_part_for_each_month(amended: Pdf) -> None:
    tree = amended.Root.StructTreeRoot
    parts = list(tree.K.K)

    assert amended.Root.MarkInfo.Marked
    assert str(tree.K.S) == "/Document"
    assert [part.S for part in parts] == [Name.Part] * 3
    assert [str(part.T) for part in parts] == [
        "December 2013",
        "January 2014",
        "January 2014, amendment 1",
    ]
    assert all(part.P.objgen == tree.K.objgen for part in parts)


def test_each_page_finds_its_own_tags(amended: Pdf) -> None:
    tree = amended.Root.StructTreeRoot
    found = dict(NumberTree(tree.ParentTree).items())

    assert len(amended.pages) == len(found) == int(tree.ParentTreeNextKey) == 21
    for page in amended.pages:
        owners = list(found[int(page.obj.StructParents)])
        assert owners
        assert {owner.Pg.objgen for owner in owners} == {page.obj.objgen}


def test_one_month_alone_is_a_bundle_too(printed: Sequence[tuple[Filing, bytes]]) -> None:
    content = joined(printed[:1])

    with Pdf.open(BytesIO(content)) as bundle:
        assert bundle.docinfo["/Title"] == "FOCUS reports, November 2013"
        assert bundle.docinfo["/Subject"] == "1 month, as it was printed"
        assert bundle.docinfo["/Author"] == "HSBC SECURITIES (USA) INC."
    assert pdfa.validate_written(BytesIO(content), "3b").findings == []


def test_without_months_there_is_no_bundle() -> None:
    with pytest.raises(ValueError, match="no month"):
        joined([])


def _page(bundle: Pdf, destination: object) -> int:
    assert isinstance(destination, Array)
    return bundle.pages.index(Page(destination[0]))
