"""The papers that leave the desk say what they are: whose, and whether the figures are made up."""

from collections.abc import Iterator

import pytest

from focusdesk.catalog.loader import load_editions
from focusdesk.export.papers import comparison_pdf, filing_pdf
from focusdesk.filing.compare import compare
from focusdesk.filing.register import Register
from focusdesk.form.period import Period
from focusdesk.samples.sample import write_sample
from focusdesk.store.opening import new_store, open_store
from tests.cli.command import pages_of

DECEMBER, JANUARY = Period(2013, 12), Period(2014, 1)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    path = tmp_path_factory.mktemp("papers") / "sample.focusdesk"
    editions = load_editions()
    with new_store(path) as store:
        write_sample(Register(store, editions))
    with open_store(path) as store:
        yield Register(store, editions)


def printed(register: Register, period: Period) -> list[str]:
    session = register.open(register.store.find(period))
    return pages_of(filing_pdf(session))


def test_every_page_of_made_up_figures_says_so(sample: Register) -> None:
    assert all("ILLUSTRATIVE FIGURES, NOT A FILING" in page for page in printed(sample, DECEMBER))


def test_no_page_of_a_filing_calls_its_figures_made_up(sample: Register) -> None:
    assert not any("ILLUSTRATIVE" in page for page in printed(sample, JANUARY))


def test_a_report_is_the_same_to_the_byte_each_time(sample: Register) -> None:
    session = sample.open(sample.store.find(JANUARY))

    papers = [filing_pdf(session) for _ in range(2)]

    assert papers[0] == papers[1]


def test_a_comparison_stands_under_the_firms_name(sample: Register) -> None:
    filings = [sample.store.find(period) for period in (DECEMBER, JANUARY)]

    pages = pages_of(comparison_pdf(compare(sample.look_at(filings))))

    assert "HSBC SECURITIES" in pages[0]
