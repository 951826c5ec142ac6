"""What a review copy adds to the form's pages."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest

from focusdesk.calc.checks import Finding, Severity
from focusdesk.catalog.loader import load_editions
from focusdesk.export.fonts import measure
from focusdesk.export.review import Review, Reviewed
from focusdesk.filing.compare import ComparedMonth
from focusdesk.filing.filing import Filing, Note
from focusdesk.filing.listed_findings import ListedFinding, Standing
from focusdesk.form.amount import format_change
from focusdesk.form.box import Value, show_value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.form.placed import PlacedPage, PlacedText, Role
from focusdesk.form.placing import place
from focusdesk.form.schedule import Schedule
from focusdesk.form.written import PlacingError

Values = Mapping[str, Value]
WRITTEN = dt.datetime(2014, 2, 3, 9, 30, tzinfo=dt.UTC)
NOTE = Note("7100", "agrees to the\nbank's statement", "ana", WRITTEN)
FINDING = Finding(
    "S01", Severity.ERROR, ("7047", "7045"), "7047 is more than 7045.", "segregation", "17 CFR 1.32"
)
PAGES = [
    pytest.param(edition, schedule, id=f"{edition.id}-{schedule.id}")
    for edition in load_editions().values()
    for schedule in edition.schedules
]


@pytest.fixture(scope="module")
def reviewed(form: Edition, every_box: Values) -> Reviewed:
    """January with one amount other than December's, one note, one finding."""
    earlier = {**every_box, "7010": 5}
    return Reviewed(
        ComparedMonth(Filing(2, Period(2014, 1), form.id), form, every_box),
        ComparedMonth(Filing(1, Period(2013, 12), form.id, illustrative=True), form, earlier),
        {"7100": NOTE, "7110": replace(NOTE, code="7110", text="")},
        (ListedFinding(FINDING),),
        form.schedules,
    )


def page_of(form: Edition, values: Values, name: str = "segregation") -> PlacedPage:
    schedule = next(schedule for schedule in form.schedules if schedule.id == name)
    return place(form, schedule, values.__getitem__, measure)


def marks_of(review: Review, page: PlacedPage) -> list[PlacedText]:
    return list(review.marked(page).texts[len(page.texts) :])


def words(page: PlacedPage, *roles: Role) -> list[str]:
    return [text.text for text in page.texts if text.role in roles]


def test_a_mark_stands_on_the_line_of_each_box_that_has_one(
    form: Edition, every_box: Values, reviewed: Reviewed
) -> None:
    page = page_of(form, every_box)
    heights = {text.code: text.y for text in page.texts if text.role is Role.CODE}

    marks = {round(mark.y, 2): mark.text for mark in marks_of(Review(reviewed), page)}

    assert marks == {
        round(heights["7010"], 2): "Δ",
        round(heights["7045"], 2): "!",
        round(heights["7047"], 2): "!",
        round(heights["7100"], 2): "N",
    }


def test_boxes_of_one_line_share_their_marks(
    form: Edition, every_box: Values, reviewed: Reviewed
) -> None:
    noted = {"7050": replace(NOTE, code="7050")}
    same_line = replace(reviewed, notes=noted)

    marks = [mark.text for mark in marks_of(Review(same_line), page_of(form, every_box))]

    assert sorted(marks) == ["!", "N!", "Δ"]


@pytest.mark.parametrize(("edition", "schedule"), PAGES)
def test_marks_touch_neither_the_form_nor_the_unprintable_edge(
    edition: Edition, schedule: Schedule
) -> None:
    filing = Filing(1, Period(2026, 3), edition.id)
    blank: Values = dict.fromkeys(edition.boxes)
    boxes = {box.code: None if box.kind.value == "date" else True for box in schedule.boxes}
    finding = replace(FINDING, codes=tuple(boxes), schedule=schedule.id)
    notes = {code: replace(NOTE, code=code) for code in boxes}
    month, beside = (ComparedMonth(filing, edition, it) for it in ({**blank, **boxes}, blank))
    page = place(edition, schedule, None, measure)

    review = Review(Reviewed(month, beside, notes, (ListedFinding(finding),), edition.schedules))
    marks = marks_of(review, page)

    assert max(len(mark.text) for mark in marks) == 3
    for mark in marks:
        assert mark.right <= page.width - 18.0
        ends = [text.right for text in page.texts if abs(text.y - mark.y) < 9.0]
        ends += [
            line.to_x
            for line in (*page.rules, *page.frames)
            if line.y - 1.0 < mark.y and mark.y - 6.5 < line.to_y + 1.0
        ]
        assert mark.x > max(ends)


def test_the_key_says_what_the_marks_mean(reviewed: Reviewed) -> None:
    assert Review(reviewed).key == "Δ changed since Dec 2013   N noted   ! finding"
    assert Review(replace(reviewed, beside=None)).key == "N noted   ! finding"


def test_the_tables_have_every_box_with_its_change_and_note(
    form: Edition, every_box: Values, reviewed: Reviewed
) -> None:
    pages = list(Review(reviewed).pages("HSBC"))

    codes = [text.code for page in pages for text in page.texts if text.role is Role.CODE]
    assert list(dict.fromkeys(code for code in codes if code)) == list(form.boxes)
    notes = " ".join(word for page in pages for word in words(page, Role.NOTE))
    assert "agrees to the bank's statement (ana, 2014-02-03 09:30 UTC, this month only)" in notes
    figures = [text.text for page in pages for text in page.texts if text.code == "7010"]
    now = every_box["7010"]
    assert isinstance(now, int)
    assert figures[:4] == ["7010", "5", show_value(now), format_change(now - 5)]
    assert {tuple(words(page, Role.TITLE)[:2]) for page in pages} == {
        ("HSBC", "Review of January 2014 beside Dec 2013")
    }


def test_findings_come_last_with_their_weight_and_boxes(reviewed: Reviewed) -> None:
    *_, last = Review(reviewed).pages("HSBC")

    assert last.name == "Review: findings"
    said = words(last, Role.LABEL, Role.NUMBER, Role.VALUE, Role.CODE, Role.NOTE)
    assert said == ["error", "S01", "7047 is more than 7045.", "7047, 7045", "17 CFR 1.32"]


def test_an_event_says_whether_it_is_on_record(reviewed: Reviewed) -> None:
    event = replace(FINDING, id="N02", severity=Severity.NOTICE)
    known = ListedFinding(event, Standing.RECORDED, "On record since 3 Feb.")
    provisional = ListedFinding(event, Standing.PROVISIONAL)

    *_, last = Review(replace(reviewed, findings=(known, provisional))).pages("HSBC")

    assert " ".join(words(last, Role.LABEL)) == "open notice provisional notice"
    assert "On record since 3 Feb." in " ".join(words(last, Role.VALUE))


def test_findings_fill_as_many_pages_as_they_need(reviewed: Reviewed) -> None:
    ids = [f"S{number:03}" for number in range(60)]
    many = replace(reviewed, findings=[ListedFinding(replace(FINDING, id=name)) for name in ids])

    pages = list(Review(many).pages("HSBC"))
    first = next(at for at, page in enumerate(pages) if page.name == "Review: findings")

    said = [word for page in pages[first:] for word in words(page, Role.NUMBER)]
    assert said == ids
    assert [page.name for page in pages[first + 1 :]] == [""] * (len(pages) - first - 1)
    assert len(pages) > first + 1


def test_without_a_comparison_month_only_the_month_itself_is_shown(reviewed: Reviewed) -> None:
    review = Review(replace(reviewed, beside=None))
    headings = words(next(iter(review.pages("HSBC"))), Role.HEADING)

    assert headings == ["Line", "Line item", "Code", "Jan 2014", "Note"]


def test_only_the_schedules_that_are_printed_are_reviewed(
    form: Edition, reviewed: Reviewed
) -> None:
    options = [schedule for schedule in form.schedules if schedule.id == "dealer_options"]

    pages = list(Review(replace(reviewed, schedules=options)).pages("HSBC"))

    codes = {text.code for page in pages for text in page.texts if text.role is Role.CODE}
    assert codes - {""} == {box.code for box in options[0].boxes}
    assert words(pages[-1], Role.NOTE) == ["No findings: every check that could be made holds."]
    assert [page.name for page in pages] == ["Review: Dealer options", "Review: findings"]


def test_a_note_that_cannot_be_printed_is_named_with_its_box(reviewed: Reviewed) -> None:
    strange = {"7100": replace(NOTE, text="銀行")}

    with pytest.raises(PlacingError, match=r"The note at 7100 cannot be printed: .*銀"):
        Review(replace(reviewed, notes=strange))


def test_the_note_on_the_month_is_told_before_the_findings(reviewed: Reviewed) -> None:
    on_month = replace(NOTE, code="", text="A short month.", permanent=True)
    pages = list(Review(replace(reviewed, notes={"": on_month})).pages("HSBC"))
    told = next(page for page in pages if page.name == "Review: findings")
    said = " ".join(words(told, Role.VALUE))
    assert said.startswith("A short month. (ana, 2014-02-03 09:30 UTC, permanent)")
    assert FINDING.message in said


def test_a_target_that_overrides_its_policy_is_marked_and_says_why(
    form: Edition, every_box: Values, reviewed: Reviewed
) -> None:
    overridden = replace(reviewed, overrides={"7194": "The policy gives 5: as agreed (ana)."})
    page = page_of(form, every_box)
    heights = {text.code: text.y for text in page.texts if text.role is Role.CODE}

    review = Review(overridden)

    marks = {round(mark.y, 2): mark.text for mark in marks_of(review, page)}
    assert marks[round(heights["7194"], 2)] == "O"
    assert "O override" in review.key
    said = " ".join(text.text for table in review.pages("HSBC") for text in table.texts)
    assert "Override: The policy" in said


def test_a_reason_that_cannot_be_printed_names_its_box(reviewed: Reviewed) -> None:
    with pytest.raises(PlacingError, match="override at 7194 cannot be printed"):
        Review(replace(reviewed, overrides={"7194": "as agreed \u4e2d"}))
