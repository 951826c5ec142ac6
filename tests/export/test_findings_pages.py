"""Findings on paper."""

import pytest

from focusdesk.calc.checks import Finding, Severity
from focusdesk.export.findings_pages import FindingsPager
from focusdesk.filing.listed_findings import ListedFinding, Standing
from focusdesk.form.placed import PlacedPage, Role
from focusdesk.form.written import PlacingError

SCHEDULES = {"cover": "Cover", "segregation": "Segregation"}
LONG = "The figure is more than what it is part of: correct one of the two. " * 12


def finding(name: str, schedule: str, message: str) -> Finding:
    return Finding(name, Severity.WARNING, ("7045", "7150.describe"), message, schedule, "a rule")


def pages_of(*findings: Finding) -> list[PlacedPage]:
    listed = [ListedFinding(each) for each in findings]
    return list(FindingsPager(listed, SCHEDULES, ("HSBC", "Review")).pages())


def words(page: PlacedPage, *roles: Role) -> list[str]:
    return [text.text for text in page.texts if text.role in roles]


def test_each_stands_under_its_schedule_with_all_that_it_says() -> None:
    [page] = pages_of(finding("C01", "cover", "first"), finding("S01", "segregation", "second"))

    assert words(page, Role.TITLE) == ["HSBC", "Review", "Cover", "Segregation"]
    assert words(page, Role.HEADING) == ["Weight", "Check", "Finding", "Boxes", "Rule"]
    assert words(page, Role.NUMBER, Role.VALUE) == ["C01", "first", "S01", "second"]
    assert words(page, Role.CODE) == ["7045, 7150.describe"] * 2
    assert words(page, Role.LABEL) == ["warning"] * 2


def test_what_is_said_of_it_stands_with_it() -> None:
    warned = finding("X13", "segregation", "No name.")
    said = "Explained: a broker (ana, 2014-02-03 09:00 UTC)"
    listed = [ListedFinding(warned, Standing.EXPLAINED, said)]
    [page] = FindingsPager(listed, SCHEDULES, ("HSBC", "Review")).pages()

    assert " ".join(words(page, Role.VALUE)) == f"No name. {said}"
    assert " ".join(words(page, Role.LABEL)) == "explained warning"


def test_a_long_one_is_wrapped_and_loses_no_word() -> None:
    pages = pages_of(*[finding("S01", "segregation", LONG)] * 12)

    said = " ".join(word for page in pages for word in words(page, Role.VALUE))
    assert said == " ".join([LONG.strip()] * 12)
    assert len(pages) > 1
    assert words(pages[1], Role.TITLE)[2] == "Segregation (continued)"


def test_every_word_stands_under_the_heading_of_its_column_and_in_it() -> None:
    [page] = pages_of(finding("information", "segregation", LONG))

    heads = [text for text in page.texts if text.role is Role.HEADING]
    edges = [*(head.x for head in heads), 756.0]
    assert [head.column for head in heads] == list(range(5))
    told = [text for text in page.texts if text.row == page.texts[-1].row]
    assert {text.column for text in told} == set(range(5))
    for text in told:
        assert text.x == heads[text.column].x
        assert text.right <= edges[text.column + 1] - (4.0 if text.column < 4 else 0.0)


def test_one_that_cannot_be_printed_is_named() -> None:
    with pytest.raises(PlacingError, match=r"S01 cannot be printed: .*銀"):
        pages_of(finding("S01", "segregation", "銀行"))


def test_what_is_noted_of_the_month_stands_before_the_findings() -> None:
    noted = FindingsPager((), SCHEDULES, ("HSBC", "Review"), "Short month (ana)")
    [page] = noted.pages()
    assert words(page, Role.TITLE)[2:] == ["The month itself", "Findings"]
    assert words(page, Role.LABEL) == ["note", "none"]
    assert words(page, Role.VALUE) == ["Short month (ana)", FindingsPager.nothing]


def test_carried_figures_stand_before_the_findings_with_their_sources() -> None:
    pager = FindingsPager((), SCHEDULES, ("HSBC", "Review"))
    pager.carried = ("Adjusted net capital: 650,000,000. NC-2014-01, cell H44 (ana)",)

    [page] = pager.pages()

    told = " ".join(text.text for text in page.texts)
    assert "Carried figures" in told
    assert "650,000,000. NC-2014-01, cell H44 (ana)" in told
    assert FindingsPager.nothing in told
