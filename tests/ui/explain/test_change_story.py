"""What is told of a change."""

from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.ui.explain.change_story import MOST, ChangeStory, change_story
from tests.ui.explain.changes import asked_of, enter


def told(register: Register, january: FilingSession, code: str) -> ChangeStory:
    return change_story(asked_of(register, january, code))


def test_a_total_is_told_with_the_boxes_that_made_it_move(
    register: Register, january: FilingSession
) -> None:
    story = told(register, january, "7190")

    assert (story.change, story.percent) == ("(6,596,225)", "(7.0) %")
    assert story.held == "94,204,312 \u2192 87,608,087"
    assert story.months == "Dec 2013 to Jan 2014"
    first, second = story.made[:2]
    assert (first.code, first.dollars) == ("7110", "+28,444,340")
    assert first.moved == "291,400,000\u00a0\u2192\u00a0319,844,340"
    assert (second.code, second.dollars) == ("7130", "(17,914,690)")


def test_the_parts_and_the_rest_sum_exactly_to_the_change(
    register: Register, january: FilingSession
) -> None:
    story = told(register, january, "7190")

    def dollars(text: str) -> int:
        figure = int(text.strip("()+").replace(",", ""))
        return -figure if text.startswith("(") else figure

    assert story.total == story.change
    assert sum(dollars(each.dollars) for each in story.made) == dollars(story.change)
    smaller = sum(dollars(each.dollars) for each in story.made[MOST:])
    assert dollars(story.rest) == smaller


def test_an_entered_line_has_nothing_behind_it(register: Register, january: FilingSession) -> None:
    story = told(register, january, "7010")
    assert story.entered
    assert (story.made, story.remark) == ((), "")


def test_what_kind_of_difference_it_is_is_said_where_that_is_remarkable(
    register: Register, january: FilingSession
) -> None:
    assert told(register, january, "7010").kind == ""
    assert told(register, january, "7130").kind == "the sign changed"
    enter(january, {"7070": 9_140_552, "7090": None})  # December: 9,104,552
    assert told(register, january, "7070").kind == "the digits 0 and 4 changed places"
    assert told(register, january, "7090").kind == "is blank now"


def test_what_is_no_amount_or_blank_is_told_in_words(
    register: Register, january: FilingSession
) -> None:
    assert told(register, january, "7080").change == "Blank in both months"
    assert told(register, january, "13").change in {"The same", "Changed"}
    assert told(register, january, "13").made == ()
