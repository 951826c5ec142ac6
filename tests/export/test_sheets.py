"""The sheets beside the form: findings and notices as PDF, read back."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from focusdesk.catalog.loader import load_editions
from focusdesk.export.sheets import findings_pdf, notices_pdf
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.listed_findings import FindingList
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.notice_sheet import notice_sheet
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.warning_book import WarningBook
from focusdesk.form.period import Period
from focusdesk.samples.sample import write_sample
from focusdesk.store.opening import new_store
from tests.export.conftest import ReadWords


@pytest.fixture
def january(tmp_path: Path) -> Iterator[FilingSession]:
    with new_store(tmp_path / "sample.focusdesk") as store:
        register = Register(store, load_editions())
        write_sample(register)
        yield register.open(store.find(Period(2014, 1)))


def said(content: bytes, words_of: ReadWords) -> str:
    return " ".join(word.text for word in words_of(content))


def test_the_findings_stand_with_their_weight_their_boxes_and_what_is_said(
    january: FilingSession, words_of: ReadWords
) -> None:
    (unnamed,) = (each for each in january.findings() if each.id == "X13")
    WarningBook(january).explain(unnamed, "A broker in Paris, by contract.")
    words = said(findings_pdf(january, FindingList(january).listed()), words_of)
    assert "Findings of January 2014" in words
    assert "15 is blank: the cover must say who the firm is" in words
    assert "44,553,280 (7740) stands without a name" in words
    assert "A broker in Paris, by contract." in words


def test_a_sheet_of_some_findings_says_so(january: FilingSession, words_of: ReadWords) -> None:
    some = [each for each in FindingList(january).listed() if each.finding.id == "C04"]
    words = said(findings_pdf(january, some, "By the filter, 9 findings are left out."), words_of)
    assert "By the filter, 9 findings are left out." in words
    assert "X13" not in words


def test_without_findings_it_says_that_every_check_holds(
    january: FilingSession, words_of: ReadWords
) -> None:
    assert "every check that could be made holds" in said(findings_pdf(january, []), words_of)


def test_a_notice_is_drawn_with_its_figures_and_the_file_is_named_after_the_sheet(
    january: FilingSession, words_of: ReadWords
) -> None:
    january.apply(Edit({"7020": 900_000_000}, Cause.TYPED))
    (first, *_) = NoticeBook(january).mark_complete("segregation")
    content = notices_pdf(january, [notice_sheet(january, first, "immediately")])
    words = said(content, words_of)
    assert "HSBC SECURITIES (USA) INC., as of January 31, 2014:" in words
    assert "(261,119,029)" in words
    assert "Remedial steps" in words
    with pikepdf.open(BytesIO(content)) as pdf:
        assert pdf.docinfo["/Title"] == "Notices of January 2014"


def test_the_same_findings_give_the_same_bytes(january: FilingSession) -> None:
    listed = FindingList(january).listed()
    assert findings_pdf(january, listed) == findings_pdf(january, listed)
