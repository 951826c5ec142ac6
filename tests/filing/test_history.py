"""The undo stack that the journal tells, whoever wrote it and however often the desk was closed."""

import datetime as dt
import shutil
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from typing_extensions import override

from focusdesk.filing.edit import Cause, Change, Edit
from focusdesk.filing.filing import JournalEntry
from focusdesk.filing.history import History, history_of
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.page import PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem, Schedule
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.opening import create_store, open_store

MOMENT = dt.datetime(2014, 2, 3, 9, tzinfo=dt.UTC)
JANUARY = Period(2014, 1)
Row: TypeAlias = tuple[str, str | None, str | None]


def trail(*edits: tuple[str, tuple[Row, ...]]) -> list[JournalEntry]:
    """Give a journal of edits, each with its cause and its rows."""
    entries: list[JournalEntry] = []
    for cause, rows in edits:
        first = len(entries) + 1
        for code, old, new in rows:
            who = ("ada", "desk", "focusdesk")
            entries.append(
                JournalEntry(len(entries) + 1, MOMENT, *who, 1, code, old, new, cause, first)
            )
    return entries


def cash(old: str | None, new: str | None) -> Row:
    return ("7010", old, new)


def words(history: History) -> tuple[list[str], list[str]]:
    return (
        [step.words for step in history.undoable],
        [step.words for step in history.redoable],
    )


def test_every_edit_is_a_step_whoever_made_it(form: Edition) -> None:
    told = trail(
        ("typed", (cash(None, "5"),)),
        ("set", (cash("5", "6"), ("7020", None, "1"))),
        ("imported", (cash("6", "7"), ("7510", None, "HARRIS TRUST"))),
    )
    history = history_of(told, form)

    assert words(history) == (["7010: blank to 5", "2 boxes entered", "Import 2 boxes"], [])
    assert [step.edit for step in history.undoable] == [1, 2, 4]
    assert history.undoable[1].changes == (Change("7010", 5, 6), Change("7020", None, 1))


def test_what_was_undone_can_be_redone_until_a_new_edit(form: Edition) -> None:
    told = [
        ("typed", (cash(None, "5"),)),
        ("typed", (cash("5", "6"),)),
        ("undo", (cash("6", "5"),)),
        ("undo", (cash("5", None),)),
    ]
    assert words(history_of(trail(*told), form)) == ([], ["7010: blank to 5", "7010: 5 to 6"])

    told.append(("redo", (cash(None, "5"),)))
    assert words(history_of(trail(*told), form)) == (["7010: blank to 5"], ["7010: 5 to 6"])

    told.append(("typed", (("7020", None, "1"),)))
    assert words(history_of(trail(*told), form)) == (["7010: blank to 5", "7020: blank to 1"], [])


@pytest.mark.parametrize("cause", ["undo", "redo"])
def test_an_undo_that_is_not_of_the_newest_step_is_a_step_of_its_own(
    form: Edition, cause: str
) -> None:
    told = trail(
        ("typed", (cash(None, "5"),)),
        ("typed", (("7020", None, "1"),)),
        (cause, (cash("5", None),)),
    )
    history = history_of(told, form)

    assert words(history)[0] == ["7010: blank to 5", "7020: blank to 1", "7010: 5 to blank"]
    assert history.undoable[-1].undone() == Edit({"7010": 5}, Cause.UNDO)


def test_a_step_is_called_what_its_edit_was_called(form: Edition) -> None:
    told = trail(
        ("imported", (cash(None, "5"), ("edit:words", None, "Import may.csv"))),
        ("undo", (cash("5", None),)),
    )
    assert words(history_of(told, form)) == ([], ["Import may.csv"])


@pytest.mark.parametrize("cause", ["sample", "started"])
def test_what_a_month_was_made_with_is_no_step(form: Edition, cause: str) -> None:
    told = trail(
        ("carried", (("13", None, "HSBC"), ("edit:words", None, "Roll forward"))),
        (cause, (("25", None, "2014-01-31"), cash(None, "5"))),
        ("typed", (cash("5", "6"),)),
    )
    assert words(history_of(told, form)) == (["7010: 5 to 6"], [])


@pytest.mark.parametrize(
    ("remark", "steps"),
    [
        ('{"remark":"rolled forward from December 2013"}', ["Roll forward from December 2013"]),
        ('{"remark":""}', []),
        ("not JSON", []),
        ("[]", []),
    ],
)
def test_a_month_of_an_older_program_has_its_roll_forward_and_not_its_dates_as_a_step(
    form: Edition, remark: str, steps: list[str]
) -> None:
    told = trail(
        ("started", (("filing:started", None, remark),)),
        ("carried", (("13", None, "HSBC"), ("25", None, "2014-01-31"))),
    )
    assert words(history_of(told, form)) == (steps, [])


def test_what_is_no_box_is_passed_over(form: Edition) -> None:
    told = trail(
        ("typed", (cash(None, "5"),)),
        ("undo", (cash("5", None),)),
        ("note", (("note:7010", None, "words"),)),
        ("printed", (("filing:status", "draft", "printed"), ("filing:printed", None, "{}"))),
        ("attached", (("attached:7010", None, "{}"),)),
    )
    assert words(history_of(told, form)) == ([], ["7010: blank to 5"])


def test_how_a_figure_was_typed_comes_back_with_it(form: Edition) -> None:
    told = trail(
        ("typed", (cash(None, "5"), ("typed:7010", None, "=2+3"))),
        ("typed", (cash("5", "6"), ("typed:7010", "=2+3", None))),
        ("typed", (("typed:7010", None, "=3+3"),)),
        ("typed", (cash("6", "8"),)),
    )
    steps = history_of(told, form).undoable

    assert [step.changes[0] for step in steps] == [
        Change("7010", None, 5, "", "=2+3"),
        Change("7010", 5, 6, "=2+3", ""),
        Change("7010", 6, 6, "", "=3+3"),
        Change("7010", 6, 8, "=3+3", "=3+3"),  # such as =[7020]+3, typed again
    ]


@pytest.mark.parametrize(
    ("code", "value"), [("9999", "5"), ("7190", "5"), ("7100", "five"), ("16", "five")]
)
def test_the_stack_ends_at_a_step_that_the_edition_cannot_take(
    form: Edition, code: str, value: str
) -> None:
    told = [
        ("typed", (cash(None, "1"),)),
        ("typed", (("7020", None, "2"), (code, None, value))),
        ("typed", (cash("1", "3"),)),
    ]
    assert words(history_of(trail(*told), form)) == (["7010: 1 to 3"], [])

    told += [
        ("undo", (cash("3", "1"),)),
        ("undo", (("7020", "2", None), (code, value, None))),
        ("undo", (cash("1", None),)),
    ]
    assert words(history_of(trail(*told), form)) == ([], ["7010: blank to 1"])


def test_a_month_that_is_only_supposed_has_no_history(register: Register) -> None:
    session = register.start_month(JANUARY)
    session.apply(Edit({"7010": 5}, Cause.TYPED))

    assert words(session.history())[0] == ["7010: blank to 5"]
    assert register.suppose(session.filing, {"7010": 7}).history() == History()


def test_a_roll_forward_can_be_undone_but_not_the_dates_of_the_month(register: Register) -> None:
    january = register.start_month(JANUARY)
    january.apply(Edit({"13": "HSBC SECURITIES (USA) INC."}, Cause.TYPED))
    february = register.start_month(Period(2014, 2), source=january.filing)
    (step,) = february.history().undoable
    assert step.words == "Roll forward from January 2014"

    february.apply(step.undone())

    dates = {"24": dt.date(2014, 2, 1), "25": dt.date(2014, 2, 28)}
    assert february.worksheet.entered() == dates
    assert words(february.history()) == ([], ["Roll forward from January 2014"])


# Any sequence of edits, undos, redos and restarts.

CODES = ("7010", "7020", "7030", "13")
AMOUNTS = st.none() | st.integers(-9, 9)
NAMES = st.none() | st.sampled_from(["HSBC", "Größe & Söhne"])
VALUES = st.fixed_dictionaries(
    {}, optional={code: NAMES if code == "13" else AMOUNTS for code in CODES}
)
EXPRESSIONS = st.dictionaries(
    st.sampled_from(["7010", "7020"]), st.sampled_from(["", "=2+3", "=1*4"]), max_size=2
)
State: TypeAlias = tuple[dict[str, Value], dict[str, str]]


@cache
def small_form() -> Edition:
    boxes = [*(Box(code, BoxKind.AMOUNT) for code in CODES[:-1]), Box("13", BoxKind.TEXT)]
    boxes += [Box("7040", BoxKind.AMOUNT, formula="[7010] + [7020]"), Box("25", BoxKind.DATE)]
    lines = tuple(LineItem(label=box.code, boxes=(box,)) for box in boxes)
    page = Schedule("page", "Page", ("PAGE",), 10, lines, PageLayout())
    return Edition("2014-01", "Test", Period(2013, 1), (page,))


@cache
def started_month() -> bytes:
    """A store with a month, for copying: making one runs the migrations."""
    with tempfile.TemporaryDirectory(prefix="focusdesk-history-") as folder:
        path = Path(folder) / "started.focusdesk"
        with create_store(path) as store:
            Register(store, {"2014-01": small_form()}).start_month(JANUARY)
        return path.read_bytes()


class Desk(RuleBasedStateMachine):
    """A month that is worked on, and a list of all states that it can be brought back to."""

    def __init__(self) -> None:
        super().__init__()
        self.path = Path(tempfile.mkdtemp(prefix="focusdesk-history-")) / "firm.focusdesk"
        self.path.write_bytes(started_month())
        self.open()
        self.states = [self.state()]
        self.at = 0

    def open(self) -> None:
        self.store: SqliteFilingStore = open_store(self.path)
        self.register = Register(self.store, {"2014-01": small_form()})
        self.session: FilingSession = self.register.open(self.store.find(JANUARY))

    def state(self) -> State:
        typed = {code: self.session.typed(code) for code in CODES if self.session.typed(code)}
        return self.session.worksheet.entered(), typed

    def keep(self, *, changed: bool) -> None:
        if changed:
            self.at += 1
            self.states[self.at :] = [self.state()]

    @rule(values=VALUES, typed=EXPRESSIONS)
    def type(self, values: Mapping[str, Value], typed: Mapping[str, str]) -> None:
        edit = Edit(values, Cause.TYPED, typed=typed)
        self.keep(changed=bool(self.session.apply(edit).changes))

    @rule(values=VALUES)
    def import_file(self, values: Mapping[str, Value]) -> None:
        edit = Edit(values, Cause.IMPORTED, "Import may.csv")
        self.keep(changed=bool(self.session.apply(edit).changes))

    @rule(values=VALUES)
    def another_program_sets(self, values: Mapping[str, Value]) -> None:
        with open_store(self.path) as elsewhere:
            register = Register(elsewhere, self.register.editions)
            session = register.open(elsewhere.find(JANUARY))
            changed = bool(session.apply(Edit(values, Cause.SET)).changes)
        self.session = self.register.open(self.session.filing)
        self.keep(changed=changed)

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo(self) -> None:
        self.session.apply(self.session.history().undoable[-1].undone())
        self.at -= 1

    @precondition(lambda self: self.at < len(self.states) - 1)
    @rule()
    def redo(self) -> None:
        self.session.apply(self.session.history().redoable[0].redone())
        self.at += 1

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.open()

    @rule(code=st.sampled_from(["", *CODES]))
    def write_beside(self, code: str) -> None:
        self.session.write_note(code, "words", permanent=code == "13")
        self.session.attach(code, "letter.pdf", b"%PDF")

    @rule()
    def print_out(self) -> None:
        self.session.mark_printed(b"%PDF")

    @invariant()
    def every_state_can_be_reached(self) -> None:
        history = self.session.history()
        assert len(history.undoable) == self.at
        assert len(history.redoable) == len(self.states) - 1 - self.at
        assert self.state() == self.states[self.at]

    @override
    def teardown(self) -> None:
        for _ in range(self.at):
            self.session.apply(self.session.history().undoable[-1].undone())
        assert self.state() == self.states[0]
        for _ in self.states[1:]:
            self.session.apply(self.session.history().redoable[0].redone())
        assert self.state() == self.states[-1]
        self.store.close()
        shutil.rmtree(self.path.parent)


Desk.TestCase.settings = settings(max_examples=12, stateful_step_count=20, deadline=None)
TestDesk = Desk.TestCase
