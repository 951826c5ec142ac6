import datetime as dt

import pytest

from focusdesk.calc.checks import Finding, Severity
from focusdesk.filing.edit import Cause, ChangeSet, Edit
from focusdesk.filing.filing import OF_THE_MONTH
from focusdesk.filing.listed_findings import ListedFinding, Standing
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.target_keeping import explain_override, keep_policy, take_over_policies
from focusdesk.filing.target_measure import parse_measure
from focusdesk.filing.target_policy import TargetPolicy
from focusdesk.filing.warning_book import WarningBook
from focusdesk.form.period import Period
from focusdesk.ui.page.marks import UNMARKED, Mark, MonthMarks, brought_in


def finding(severity: Severity, *codes: str, check: str = "S01") -> Finding:
    return Finding(check, severity, codes, "It does not hold.", "segregation")


ERROR = finding(Severity.ERROR, "7045", "7047")
WARNING = finding(Severity.WARNING, "7047", check="X01")


@pytest.fixture
def marks(january: FilingSession) -> MonthMarks:
    return MonthMarks(january)


def follow(session: FilingSession, marks: MonthMarks, edit: Edit) -> dict[str, Mark]:
    marks.follow(session.apply(edit))
    return marks.marks()


def test_a_mark_says_everything_in_words() -> None:
    files = ("letter.pdf", "mail.eml")
    mark = Mark("As filed.", (ERROR, WARNING), "93", files, "=1+2", "7360 from X", carried=True)
    assert mark.severity is Severity.ERROR
    assert mark.spoken == (
        "brings 7360 from X",
        "carried from last month",
        "error S01",
        "warning X01",
        "changed since it was printed as 93",
        "has a note",
        "has 2 files",
    )
    assert mark.tip.split("\n") == [
        "S01: It does not hold.",
        "X01: It does not hold.",
        "Brings 7360 from X.",
        "Carried from last month, not touched since.",
        "Changed since it was printed as 93.",
        "Note: As filed.",
        "File: letter.pdf",
        "File: mail.eml",
    ]


def test_what_was_answered_is_said_apart_with_its_words() -> None:
    explained = ListedFinding(WARNING, Standing.EXPLAINED, "Explained: a broker (ana)")
    mark = Mark(answered=(explained,))
    assert (mark.severity, mark.shows_answered) == (None, True)
    assert mark.spoken == ("explained warning X01",)
    assert mark.tip == "X01: It does not hold.\nExplained: a broker (ana)"
    assert not Mark(findings=(ERROR,), answered=(explained,)).shows_answered
    told = finding(Severity.INFORMATION, "7047", check="P01")
    assert Mark(findings=(told,), answered=(explained,)).shows_answered


def test_an_explained_warning_is_answered_at_its_boxes(
    january: FilingSession, marks: MonthMarks
) -> None:
    assert [each.id for each in marks.marks()["7690"].findings] == ["X13"]
    WarningBook(january).explain(WarningBook(january).find("X13:7690"), "A broker.")
    mark = marks.marks()["7690"]
    assert mark.findings == ()
    assert [each.finding.id for each in mark.answered] == ["X13"]


def test_nothing_is_marked_of_nothing() -> None:
    assert UNMARKED.spoken == ()
    assert UNMARKED.tip == ""


def test_arithmetic_is_marked_otherwise_once_a_box_that_it_names_has_moved(
    january: FilingSession, marks: MonthMarks
) -> None:
    january.apply(Edit({"7090": 1000}, Cause.TYPED))
    mark = follow(january, marks, Edit({"7100": 2000}, Cause.TYPED, typed={"7100": "=2*[7090]"}))[
        "7100"
    ]
    assert (mark.shows_typed, mark.outdated) == (True, "")
    moved = follow(january, marks, Edit({"7090": 1500}, Cause.TYPED))["7100"]
    assert moved.outdated == "worked out when it was entered; it would give 3,000 now"
    assert january.value("7100") == 2000
    assert follow(january, marks, Edit({"7090": 1000}, Cause.TYPED))["7100"] == mark


def test_cents_that_fell_away_are_no_arithmetic() -> None:
    assert not Mark(typed="1000.75").shows_typed


def test_each_box_gathers_its_findings_and_its_note(
    january: FilingSession, marks: MonthMarks
) -> None:
    january.write_note("7045", "As filed.")
    marks.read_again()
    found = follow(january, marks, Edit({"7047": 900_000_000}, Cause.TYPED))
    assert found["7045"].note == "As filed."
    assert [each.id for each in found["7047"].findings] == [
        each.id for each in january.findings() if "7047" in each.codes
    ]
    assert found["7047"].findings
    assert UNMARKED not in found.values()


def test_what_was_typed_as_arithmetic_is_marked(january: FilingSession, marks: MonthMarks) -> None:
    edit = Edit({"7080": 1250}, Cause.TYPED, typed={"7080": "=1000+250"})
    assert follow(january, marks, edit)["7080"].typed == "=1000+250"
    plain = follow(january, marks, Edit({"7080": 1250, "7090": 3}, Cause.TYPED, typed={"7080": ""}))
    assert plain.get("7080", UNMARKED).typed == ""


def test_a_changed_box_says_what_the_paper_says(january: FilingSession, marks: MonthMarks) -> None:
    january.mark_printed(b"%PDF")
    found = follow(january, marks, Edit({"7100": 0}, Cause.TYPED))
    assert found["7100"].printed == "93,296,699"
    assert found["7190"].printed
    assert "7010" not in {code for code, mark in found.items() if mark.printed}


def test_files_are_marked_at_their_boxes_and_not_those_of_the_month(
    january: FilingSession, marks: MonthMarks
) -> None:
    told: list[dict[str, Mark]] = []

    def listen(change_set: ChangeSet) -> None:
        marks.follow(change_set)
        told.append(marks.marks())

    january.subscribe(listen)
    january.attach("7010", "letter.pdf", b"x")
    january.attach(OF_THE_MONTH, "mail.eml", b"y")
    assert told[-1]["7010"].files == ("letter.pdf",)
    assert OF_THE_MONTH not in told[-1]


def test_a_box_that_reads_another_schedule_says_which(
    january: FilingSession, marks: MonthMarks
) -> None:
    assert brought_in(january) == {"7380": "7360 from Secured amounts"}
    assert marks.marks()["7380"].spoken == ("brings 7360 from Secured amounts",)


def test_what_was_carried_is_marked_until_it_is_touched(
    register: Register, january: FilingSession
) -> None:
    march = register.start_month(Period(2014, 3), source=january.filing)
    marks = MonthMarks(march)
    carried = {code for code, mark in marks.marks().items() if mark.carried}
    assert {"13", "7510", "7194"} <= carried
    assert all(march.edition.boxes[code].carried for code in carried)
    follow(march, marks, Edit({"7194": 1}, Cause.TYPED))
    assert not marks.marks().get("7194", UNMARKED).carried
    again = MonthMarks(march).marks()
    assert {code for code, mark in again.items() if mark.carried} == carried - {"7194"}


def test_a_target_follows_its_policy_or_says_how_it_differs(
    register: Register, january: FilingSession
) -> None:
    board = TargetPolicy(
        "segregation", parse_measure("5 %"), dt.date(2013, 1, 1), "the board", "prudence"
    )
    keep_policy(register, board, [january])
    take_over_policies(january)
    marks = MonthMarks(january)
    assert marks.marks()["7194"].policy == "5 % since 2013-01-01"
    assert "follows the policy 5 % since 2013-01-01" in marks.marks()["7194"].spoken

    mark = follow(january, marks, Edit({"7194": 47_000_000}, Cause.TYPED))["7194"]

    assert mark.policy == ""
    assert "overrides the policy" in mark.spoken
    assert (
        "The firm's policy, 5 % since 2013-01-01, gives 47,443,913: nobody has said why it differs."
    ) in mark.tip.split("\n")
    explain_override(january, "7194", "as agreed")
    assert "47,443,913: as agreed (" in marks.marks()["7194"].tip
