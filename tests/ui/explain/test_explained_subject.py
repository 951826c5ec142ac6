"""What is explained where words are written."""

from dataclasses import replace

from focusdesk.filing.explanation import line, pool
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.period import Period
from focusdesk.ui.explain.words_editor import byline
from tests.ui.explain.changes import line_of, say_in_december


def test_a_line_is_explained_by_itself_or_with_its_pool(
    register: Register, january: FilingSession
) -> None:
    explained = line_of(register, january, "7190")
    assert explained.subject(of_pool=False) == line("7190")
    assert explained.subject(of_pool=True) == pool("segregation")
    assert explained.pool_title == "Segregation"


def test_only_what_was_said_against_the_same_month_counts(
    register: Register, january: FilingSession
) -> None:
    january.explain_change(line("7190"), "Since November.", Period(2013, 11))
    explained = line_of(register, january, "7190")
    assert explained.said(of_pool=False) is None
    assert explained.history(of_pool=False) == ()

    january.explain_change(line("7190"), "Since December.")
    said = explained.said(of_pool=False)
    assert said is not None
    assert said.text == "Since December."
    assert byline(said).startswith(f"{said.author}, ")


def test_last_months_words_about_the_pool_do_for_its_lines(
    register: Register, january: FilingSession
) -> None:
    explained = line_of(register, january, "7190")
    assert explained.last_month(of_pool=False) is None

    say_in_december(register, pool("segregation"), "A quiet month.")
    before = explained.last_month(of_pool=False)
    assert before is not None
    assert before.text == "A quiet month."

    say_in_december(register, line("7190"), "One client left.")
    own = explained.last_month(of_pool=False)
    assert own is not None
    assert own.text == "One client left."


def test_a_month_that_was_read_again_is_the_same(
    register: Register, january: FilingSession
) -> None:
    explained = line_of(register, january, "7190")
    again = replace(explained, session=register.open(january.filing))
    assert again.same_as(explained)
    assert not replace(again, code="7180").same_as(explained)
    assert not explained.same_as(None)
