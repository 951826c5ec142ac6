import pytest

from focusdesk.filing.digest import digest_of
from focusdesk.filing.filing import Filing
from focusdesk.form.period import Period
from focusdesk.store.content import FilingContent, NoteRow, header_text
from focusdesk.store.journal import Line

JANUARY = Filing(3, Period(2014, 1), "2014-01", illustrative=True, remark="as filed")
WRITTEN = "2014-02-03T09:00:00.000000+00:00"


def line(sequence: int, code: str, old: str | None, new: str | None) -> Line:
    who = ("ada", "desk-7", "focusdesk")
    return Line(sequence, sequence, WRITTEN, *who, 3, code, old, new, "typed")


@pytest.fixture
def content() -> FilingContent:
    return FilingContent.of(JANUARY, WRITTEN)


def test_the_row_that_starts_a_filing_tells_its_whole_header(content: FilingContent) -> None:
    started = line(1, "filing:started", None, header_text(content.header))
    assert FilingContent.replayed(started).header == content.header


@pytest.mark.parametrize("text", [None, "", "[]", "not JSON"])
def test_a_row_that_tells_no_header_is_refused(text: str | None) -> None:
    with pytest.raises(ValueError, match=r"."):
        FilingContent.replayed(line(1, "filing:started", None, text))


def test_a_blank_has_no_entry(content: FilingContent) -> None:
    content.apply(line(2, "7010", None, "5"))
    assert content.holds("7010") == "5"
    content.apply(line(3, "7010", "5", None))
    assert (content.entries, content.holds("7010"), content.revision) == ({}, None, 3)


def test_the_newest_note_of_a_box_counts_and_all_are_kept(content: FilingContent) -> None:
    content.apply(line(2, "note:7010", None, "first"))
    content.apply(line(3, "note:7020", None, "of another box"))
    content.apply(line(4, "note:7010", "first", "second"))
    assert content.holds("note:7010") == "second"
    assert content.holds("note:7030") is None
    assert content.notes[0] == NoteRow(2, "7010", "first", "ada", WRITTEN, permanent=0)
    assert len(content.notes) == 3


def test_a_note_of_the_other_kind_is_new_words(content: FilingContent) -> None:
    content.apply(line(2, "note:7010", None, "words"))
    assert content.holds("permanent:7010") is None
    content.apply(line(3, "permanent:7010", None, "words"))
    assert (content.holds("permanent:7010"), content.holds("note:7010")) == ("words", None)
    assert [row.permanent for row in content.notes] == [0, 1]


def test_a_carried_note_has_the_author_and_the_time_of_its_first_month(
    content: FilingContent,
) -> None:
    told = '{"author":"bob","text":"words","written":"2014-01-05T09:00:00.000000+00:00"}'
    content.apply(line(2, "carried:7010", None, told))
    assert content.notes == [
        NoteRow(2, "7010", "words", "bob", "2014-01-05T09:00:00.000000+00:00", permanent=1)
    ]
    assert content.holds("permanent:7010") == "words"


@pytest.mark.parametrize("told", [None, "", "[]", "{}", '"words"', "not JSON"])
def test_a_row_that_carries_no_note_is_refused(content: FilingContent, told: str | None) -> None:
    with pytest.raises(ValueError, match=r"."):
        content.apply(line(2, "carried:7010", None, told))


def test_how_a_figure_was_typed_is_held_and_is_no_part_of_what_the_filing_says(
    content: FilingContent,
) -> None:
    content.apply(line(2, "7010", None, "5"))
    before = content.digest()
    content.apply(line(3, "typed:7010", None, "=2+3"))
    assert (content.holds("typed:7010"), content.typed) == ("=2+3", {"7010": "=2+3"})
    assert (content.digest(), content.revision) == (before, 3)
    content.apply(line(4, "typed:7010", "=2+3", None))
    assert (content.holds("typed:7010"), content.typed) == (None, {})


def test_the_digest_of_notes_that_are_not_permanent_is_as_it_always_was(
    content: FilingContent,
) -> None:
    content.apply(line(2, "note:7010", None, "words"))
    older = {
        "header": content.header,
        "entries": [],
        "notes": [[2, "7010", "words", "ada", WRITTEN]],
    }
    assert content.digest() == digest_of(older)


def test_a_status_is_part_of_the_header(content: FilingContent) -> None:
    content.apply(line(2, "filing:status", "draft", "printed"))
    assert content.holds("filing:status") == "printed"
    assert content.entries == {}


def test_a_change_undone_gives_the_digest_that_was(content: FilingContent) -> None:
    content.apply(line(2, "7010", None, "5"))
    before = content.digest()
    content.apply(line(3, "7020", None, "6"))
    assert content.digest() != before
    content.apply(line(4, "7020", "6", None))
    assert content.digest() == before


@pytest.mark.parametrize(
    ("code", "new"),
    [
        ("7010", "5"),
        ("note:7010", "words"),
        ("permanent:7010", "words"),
        ("filing:status", "printed"),
    ],
)
def test_everything_a_filing_holds_is_in_its_digest(
    content: FilingContent, code: str, new: str
) -> None:
    before = content.digest()
    content.apply(line(2, code, content.holds(code), new))
    assert content.digest() != before


def test_whether_a_note_is_permanent_is_in_the_digest(content: FilingContent) -> None:
    other = content.copy()
    content.apply(line(2, "note:7010", None, "words"))
    other.apply(line(2, "permanent:7010", None, "words"))
    assert content.digest() != other.digest()


def test_the_digest_does_not_depend_on_the_order_of_entry(content: FilingContent) -> None:
    other = content.copy()
    for code in ("7010", "7020"):
        content.apply(line(2, code, None, "1"))
    for code in ("7020", "7010"):
        other.apply(line(2, code, None, "1"))
    assert content.digest() == other.digest()


def test_a_copy_is_its_own(content: FilingContent) -> None:
    copy = content.copy()
    for each in (
        line(2, "7010", None, "1"),
        line(3, "note:7010", None, "words"),
        line(4, "filing:status", "draft", "printed"),
        line(5, "typed:7010", None, "=1"),
    ):
        copy.apply(each)
    assert content == FilingContent.of(JANUARY, WRITTEN)
