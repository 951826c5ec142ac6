"""Why a line moved: what is said of it, and by which door."""

import datetime as dt
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.filing.edit import Cause, ChangeSet, Edit, EditRefused
from focusdesk.filing.explanation import (
    Explanation,
    Explanations,
    Subject,
    line,
    pool,
    refuse_subject,
)
from focusdesk.filing.filing import Filing, Status
from focusdesk.filing.kept_text import LONGEST_NOTE
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period

START = dt.datetime(2014, 2, 3, 9, tzinfo=dt.UTC)
DECEMBER, YEAR_AGO = Period(2013, 12), Period(2013, 1)


@pytest.fixture
def session(register: Register) -> FilingSession:
    return register.start_month(Period(2014, 1))


@pytest.fixture
def told(session: FilingSession) -> list[ChangeSet]:
    told: list[ChangeSet] = []
    session.subscribe(told.append)
    return told


def said(*written: tuple[Subject, str, Period]) -> list[Explanation]:
    return [
        Explanation(subject, text, against, "ana", START + dt.timedelta(seconds=number))
        for (subject, text, against), number in zip(written, count())
    ]


def test_a_change_is_explained_against_the_month_before(
    session: FilingSession, register: Register, told: list[ChangeSet]
) -> None:
    written = session.explain_change(line("7190"), "  two new\xa0clients \n")

    assert written is not None
    assert (written.text, written.against) == ("two new clients", DECEMBER)
    again = register.open(session.filing).explanations()
    assert again.standing == (written,)
    assert again.find(line("7190"), DECEMBER) == written
    assert again.find(line("7190"), YEAR_AGO) is None
    assert [(each.cause, each.codes) for each in told] == [(Cause.EXPLAINED, ())]


def test_each_earlier_month_has_its_own_explanation(session: FilingSession) -> None:
    session.explain_change(line("7190"), "two new clients")
    session.explain_change(line("7190"), "rates", YEAR_AGO)

    said = session.explanations()

    assert [(each.against, each.text) for each in said.standing] == [
        (YEAR_AGO, "rates"), (DECEMBER, "two new clients"),
    ]  # fmt: skip


def test_the_newest_words_count_and_the_earlier_ones_stay_in_the_history(
    session: FilingSession, told: list[ChangeSet]
) -> None:
    session.explain_change(line("7190"), "first")
    session.explain_change(line("7190"), "second")
    session.explain_change(line("7190"), "second ")
    session.explain_change(pool("segregation"), "another matter")
    assert session.explain_change(line("7190"), "") is None
    assert session.explain_change(line("7190"), "") is None

    assert [each.text for each in session.explanation_history(line("7190"))] == [
        "first", "second", "",
    ]  # fmt: skip
    assert [each.subject for each in session.explanations().standing] == [pool("segregation")]
    assert len(told) == 4


def test_a_line_is_covered_by_its_pool_and_its_own_words_come_first(form: Edition) -> None:
    of_both = Explanations.of(
        said((line("7190"), "own", DECEMBER), (pool("segregation"), "pool", DECEMBER)), form
    )

    own = of_both.about("7190", "segregation", DECEMBER)
    covered = of_both.about("7198", "segregation", DECEMBER)
    assert (own and own.text, covered and covered.text) == ("own", "pool")
    assert of_both.about("8730", "cleared_swaps", DECEMBER) is None
    assert of_both.about("7198", "segregation", YEAR_AGO) is None


def test_they_stand_in_the_order_of_the_form_each_pool_before_its_lines(form: Edition) -> None:
    written = said(
        (line("8730"), "c", DECEMBER),
        (line("gone"), "d", DECEMBER),
        (line("7190"), "b", DECEMBER),
        (pool("segregation"), "a", DECEMBER),
    )

    assert [each.text for each in Explanations.of(written, form).standing] == list("abcd")


SUBJECTS = st.sampled_from([line("7190"), line("8730"), pool("segregation"), line("13")])
WRITTEN = st.lists(
    st.tuples(SUBJECTS, st.sampled_from(["", "a", "b"]), st.sampled_from([DECEMBER, YEAR_AGO]))
)


@given(WRITTEN)
def test_what_stands_is_the_newest_of_each_line_and_month_and_never_a_withdrawal(
    form: Edition, written: list[tuple[Subject, str, Period]]
) -> None:
    history = said(*written)

    stands = Explanations.of(history, form)

    for subject, _, against in written:
        newest = [it for it in history if (it.subject, it.against) == (subject, against)][-1]
        assert stands.find(subject, against) == (newest if newest.text else None)
    assert all(each.text for each in stands.standing)


@pytest.mark.parametrize(
    ("subject", "text", "why"),
    [
        (line("9999"), "x", 'no box "9999"'),
        (pool("pension"), "x", 'no schedule "pension". It has: cover, segregation'),
        (line("7190"), "x" * (LONGEST_NOTE + 1), "an explanation holds at most 4,000"),
        (line("7190"), "a\x00b", "characters that are no text"),
    ],
)
def test_what_cannot_be_explained_is_refused_with_a_sentence(
    session: FilingSession, subject: Subject, text: str, why: str
) -> None:
    with pytest.raises(EditRefused, match=why):
        session.explain_change(subject, text)
    assert session.explanations() == Explanations()


def test_a_change_is_explained_in_the_later_of_the_months(form: Edition) -> None:
    january = Filing(1, Period(2014, 1), form.id)

    refuse_subject(january, form, line("7190"), january.period)  # of an amendment, say
    with pytest.raises(EditRefused, match="February 2014 comes after January 2014"):
        refuse_subject(january, form, pool("segregation"), Period(2014, 2))


def test_undo_does_not_reach_explanations(session: FilingSession, register: Register) -> None:
    done = session.apply(Edit({"7010": 5}, Cause.TYPED))
    session.explain_change(line("7190"), "two new clients")
    assert len(session.history().undoable) == 1

    session.apply(done.inverse(Cause.UNDO))

    assert len(register.open(session.filing).explanations().standing) == 1


def test_a_sealed_month_takes_no_explanation(session: FilingSession, register: Register) -> None:
    sealed = register.open(register.store.set_status(session.filing, Status.SEALED))

    with pytest.raises(EditRefused, match="sealed and cannot be changed"):
        sealed.explain_change(line("7190"), "too late")
    assert sealed.explanations() == Explanations()


def test_a_month_that_is_only_supposed_takes_none_and_shows_what_is_said(
    session: FilingSession, register: Register
) -> None:
    session.explain_change(line("7190"), "two new clients")
    supposed = register.suppose(session.filing, {"7010": 1})

    assert supposed.explanations() == session.explanations()
    with pytest.raises(EditRefused, match="only supposed"):
        supposed.explain_change(line("7190"), "x")
