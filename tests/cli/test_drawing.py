from pathlib import Path

from focusdesk.cli.drawing import comparison_pdf, filing_pdf
from focusdesk.cli.opening import opened
from focusdesk.filing.compare import ComparedMonth, compare
from focusdesk.form.period import Period
from tests.cli.command import pages_of


def test_every_page_of_made_up_figures_says_so(sample: Path) -> None:
    with opened(sample) as register:
        filed = register.open(register.store.find(Period(2014, 1)))
        made_up = register.open(register.store.find(Period(2013, 12)))
    for page in pages_of(filing_pdf(made_up.filing, made_up.worksheet)):
        assert "ILLUSTRATIVE" in page
    for page in pages_of(filing_pdf(filed.filing, filed.worksheet)):
        assert "ILLUSTRATIVE" not in page


def test_a_report_is_the_same_to_the_byte_each_time(sample: Path) -> None:
    with opened(sample) as register:
        session = register.open(register.store.find(Period(2014, 1)))
    assert filing_pdf(session.filing, session.worksheet) == filing_pdf(
        session.filing, session.worksheet
    )


def test_a_comparison_stands_under_the_firms_name(sample: Path) -> None:
    with opened(sample) as register:
        sessions = [
            register.open(register.store.find(period))
            for period in (Period(2013, 12), Period(2014, 1))
        ]
    months = [
        ComparedMonth(session.filing, session.edition, session.worksheet.values())
        for session in sessions
    ]
    assert "HSBC SECURITIES" in pages_of(comparison_pdf(compare(months)))[0]
