"""What a row of the overview says, and where it leads."""

from dataclasses import replace

from focusdesk.calc.checks import Finding, Severity
from focusdesk.filing.finding_kind import Kind
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.filing.overview import CHANGED, FindingsOfKind, Remaining, overview_of
from focusdesk.filing.session import FilingSession
from focusdesk.ui.overview.overview_rows import (
    UNBROKEN,
    card_rows,
    kind_row,
    printed_code,
    remaining_row,
)

MISSING = Finding("C04", Severity.ERROR, ("15",), "15 is blank.", "cover")
LEFT = Remaining("C04", Severity.ERROR, "15 is blank.", "15")


def test_a_figure_stands_with_its_code_and_its_change(january: FilingSession) -> None:
    row = card_rows(overview_of(january).cards[0])[2]

    assert (row.words, row.figure, row.below, row.code) == ("Excess", "87,608,087", "7190", "7190")
    assert row.change.replace(UNBROKEN, " ") == "(6,596,225)  (7.0) %"
    assert row.spoken == "Excess, 87,608,087, change (6,596,225)  (7.0) %, 7190"
    assert row.severity is None


def test_a_deficiency_weighs_as_its_card_does(january: FilingSession) -> None:
    card = overview_of(january).cards[0]
    short = replace(card.lines[2], is_short=True, words="Deficiency")
    row = card_rows(replace(card, lines=(short,)))[0]

    assert row.severity is card.state.severity
    assert row.words == "Deficiency"


def test_a_figure_without_a_page_leads_nowhere_and_says_why(january: FilingSession) -> None:
    capital = card_rows(overview_of(january).cards[3])
    anc, minimum = capital[1], capital[6]

    assert (anc.figure, anc.code, anc.below) == ("not known", "", "")
    assert anc.tip.startswith("Adjusted net capital is not known")
    assert minimum.below == "3760", "the form prints this code, though it has no such page"


def test_where_a_given_figure_comes_from_stands_on_the_card_and_is_spoken(
    january: FilingSession,
) -> None:
    january.give_figure("3760", "131,557,460", "NC-2014-01, cell H44")
    row = card_rows(overview_of(january).cards[3])[6]

    given = january.carried.standing()["3760"]
    assert row.below == f"3760  {given.signed}"
    assert row.below.startswith(f"3760  NC-2014-01, cell H44 ({given.author}, ")
    assert row.spoken.endswith(given.signed)


def test_a_kind_leads_to_its_first_finding() -> None:
    two = (ListedFinding(MISSING), ListedFinding(replace(MISSING, codes=("30",))))
    row = kind_row(FindingsOfKind(Kind.ERROR, two))

    assert (row.words, row.figure, row.code) == ("2 errors", "C04", "15")
    assert row.spoken == "2 errors: C04"


def test_what_remains_says_how_much_it_weighs_and_leads_to_its_box(january: FilingSession) -> None:
    row = remaining_row(LEFT, january.edition.boxes)

    assert (row.heading, row.figure, row.code) == ("Error C04", "15", "15")
    assert row.spoken == "Error C04: 15 is blank. Box 15."


def test_what_only_a_signature_copy_is_asked_says_so(january: FilingSession) -> None:
    asked = replace(LEFT, id="C06", code="execution.officer1", at_signing=True)
    row = remaining_row(asked, january.edition.boxes)

    assert row.words.startswith("Asked of the signature copy. ")
    assert (row.figure, row.code) == ("", "execution.officer1")


def test_what_was_changed_since_print_is_called_so(january: FilingSession) -> None:
    row = remaining_row(replace(LEFT, id=CHANGED), january.edition.boxes)

    assert row.heading == "Changed since print"


def test_only_codes_that_the_form_prints_are_shown() -> None:
    assert [printed_code(code) for code in ("7190", "anc", "execution.date")] == ["7190", "", ""]
