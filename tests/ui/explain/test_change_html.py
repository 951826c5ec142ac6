"""A change as rich text."""

from PySide6.QtGui import QTextDocument

from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.ui.explain.change_html import ALL_LINK, FEWER_LINK, change_html
from focusdesk.ui.explain.change_story import MOST, ChangeStory, change_story
from focusdesk.ui.look.theme import theme_named
from tests.ui.explain.changes import asked_of

LIGHT = theme_named("light")


def story(register: Register, january: FilingSession, code: str = "7190") -> ChangeStory:
    return change_story(asked_of(register, january, code))


def plain(page: str) -> str:
    document = QTextDocument()
    document.setHtml(page)
    return " ".join(document.toPlainText().split())


def test_the_largest_are_told_and_the_others_in_one_sum(
    register: Register, january: FilingSession
) -> None:
    told = story(register, january)
    page = change_html(told, LIGHT, is_all=False)

    assert [f'href="{each.code}"' in page for each in told.made] == [
        at < MOST for at in range(len(told.made))
    ]
    assert f'href="{ALL_LINK}"' in page
    left = len(told.made) - MOST
    assert f"\u2026 {left} more entered boxes {told.rest}" in plain(page)
    assert plain(page).endswith("sums exactly to the change (6,596,225)")


def test_all_are_told_when_that_is_asked_for(register: Register, january: FilingSession) -> None:
    told = story(register, january)
    page = change_html(told, LIGHT, is_all=True)

    assert all(f'href="{each.code}"' in page for each in told.made)
    assert f'href="{ALL_LINK}"' not in page
    assert f'href="{FEWER_LINK}"' in page


def test_a_single_box_more_is_told_itself(register: Register, january: FilingSession) -> None:
    told = story(register, january, "7180")
    made = told.made[: MOST + 1]
    page = change_html(ChangeStory("7190", "", "", "", "", "", "", made), LIGHT, is_all=False)
    assert len(made) == MOST + 1
    assert all(f'href="{each.code}"' in page for each in made)
    assert "more entered" not in page


def test_an_entered_line_says_so(register: Register, january: FilingSession) -> None:
    page = plain(change_html(story(register, january, "7130"), LIGHT, is_all=False))
    assert "The sign changed." in page
    assert page.endswith("It is entered itself: no other box stands behind it.")
