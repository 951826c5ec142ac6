import pytest
from PySide6.QtGui import QTextDocument

from focusdesk.calc.checks import Finding, Severity
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import Status
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.ui.explain.box_past import BoxPast
from focusdesk.ui.explain.box_story import BoxStory, Related, story_of
from focusdesk.ui.explain.story_html import story_html
from focusdesk.ui.look.theme import THEMES, Theme, theme_named
from focusdesk.ui.page.baseline import Baseline
from tests.ui.words import JANUARY

pytestmark = pytest.mark.usefixtures("light")


def read(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()


def test_a_story_reads_from_the_figure_to_its_past(january: FilingSession) -> None:
    january.apply(Edit({"7100": 0}, Cause.TYPED))
    text = read(story_html(story_of(january, "7190", None), theme_named("light")))
    order = [
        "Line 14 \u00b7 7190 \u00b7 computed",
        "(5,688,612) deficiency",
        "Excess (deficiency) funds in segregation",
        "7180 \u2212 7060",
        "943,189,652 \u2212 948,878,264 = (5,688,612)",
        "FEEDS",
        "7198",
        "WHAT THE LINE ASKS FOR",
        "HISTORY",
        "It follows from the boxes above",
    ]
    places = [text.find(part) for part in order]
    assert -1 not in places, text
    assert places == sorted(places)


def test_every_related_box_is_a_link_to_it(january: FilingSession) -> None:
    html = story_html(story_of(january, "7490", None), theme_named("light"))
    for code in ("7455", "7465", "7475", "7495"):
        assert f'href="{code}"' in html


def test_a_long_formula_stands_after_what_competed(january: FilingSession) -> None:
    text = read(story_html(story_of(january, "7495", None), theme_named("light")))
    assert "taken" in text
    assert text.find("taken") < text.find("THE FORMULA IN FULL") < text.find("round(max(")


def test_what_users_and_definitions_write_is_never_read_as_markup() -> None:
    finding = Finding("<i>", Severity.ERROR, (), "1 < 2 & 3", "s", "<cite>")
    story = BoxStory(
        "<b>",
        "",
        "entered",
        "A & B <C>",
        "<u>words</u>",
        formula="x",
        inputs=(Related("1", "<s>", "<0>"),),
        findings=(ListedFinding(finding),),
        help="<h1>help</h1>",
        remark="a < b",
        past=BoxPast(("<script>",)),
    )
    text = read(story_html(story, theme_named("light")))
    for said in ("<b>", "A & B <C>", "<u>words</u>", "1 < 2 & 3", "<h1>help</h1>", "<script>"):
        assert said in text


def test_a_blank_box_says_what_can_be_done_with_it(january: FilingSession) -> None:
    text = read(story_html(story_of(january, "7080", None), theme_named("light")))
    assert "7080 \u00b7 blank, can be entered" in text
    assert "never entered" not in text


def test_last_month_a_note_and_older_changes_are_told(january: FilingSession) -> None:
    for figure in range(52):
        january.apply(Edit({"7070": figure}, Cause.TYPED))
    january.store.write_note(january.filing, "7070", "Agreed with the bank.")
    story = story_of(january, "7070", Baseline("December", {"7070": 5}))
    text = read(story_html(story, theme_named("light")))
    for said in (
        "December",
        "Change",
        "+4",
        "Agreed with the bank.",
        "50 \u2192 51",
        "and 3 earlier",
    ):
        assert said in text


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_colours_are_those_of_the_theme(january: FilingSession, theme: Theme) -> None:
    html = story_html(story_of(january, "7190", None), theme)
    assert theme.frame.name() in html
    assert theme.accent.name() in html
    assert all(other.accent.name() not in html for other in THEMES.values() if other is not theme)


def test_a_note_says_who_wrote_it_and_how_long_it_stays(january: FilingSession) -> None:
    january.write_note("7070", "Agreed.\nTwice <b>.", permanent=True)
    text = read(story_html(story_of(january, "7070", None), theme_named("light")))
    assert "Agreed.\u2028Twice <b>." in text or "Agreed.\nTwice <b>." in text
    assert "Permanent: comes back next month" in text
    assert "Change the note" in text


def test_a_month_that_takes_nothing_offers_no_note_to_be_written(register: Register) -> None:
    sealed = register.store.set_status(register.store.find(JANUARY), Status.SEALED)
    session = register.open(sealed)
    bare = read(story_html(story_of(session, "7070", None), theme_named("light")))
    assert "NOTE" not in bare
    assert "ATTACHED FILES" not in bare
    noted = read(story_html(story_of(session, "7080", None), theme_named("light")))
    assert "Show the note" in noted


def test_how_a_figure_was_typed_is_told_under_it(january: FilingSession) -> None:
    january.apply(Edit({"7070": 1250}, Cause.TYPED, typed={"7070": "=1000+250"}))
    text = read(story_html(story_of(january, "7070", None), theme_named("light")))
    assert "Typed as =1000+250" in text
    assert "Prints on page 2 of 7" in text
    assert "would give" not in text


def test_what_would_give_another_figure_now_says_so_and_cents_say_why(
    january: FilingSession,
) -> None:
    january.apply(Edit({"7090": 1000}, Cause.TYPED))
    typed = {"7070": "=1000+[7090]", "7080": "1000.75"}
    january.apply(Edit({"7070": 2000, "7080": 1000}, Cause.TYPED, typed=typed))
    january.apply(Edit({"7090": 2000}, Cause.TYPED))
    text = read(story_html(story_of(january, "7070", None), theme_named("light")))
    assert "Worked out when it was entered; it would give 3,000 now." in text
    text = read(story_html(story_of(january, "7080", None), theme_named("light")))
    assert "Typed as 1000.75, cents dropped: never above the valuation" in text


def test_a_likely_cause_leads_to_its_box(january: FilingSession) -> None:
    january.apply(Edit({"7120": 435_586_942}, Cause.TYPED))
    page = story_html(story_of(january, "7020", None), theme_named("light"))

    told = " ".join(read(page).split())
    assert (
        "Likely cause: two digits of 7120 swapped: 453,586,942 instead of 435,586,942 "
        "\u00b7 go to 7120"
    ) in told
    assert ">go to 7120</a>" in page
