import pytest

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.session import FilingSession
from focusdesk.ui.page.page_hits import CODE, FIGURE, HELP, LABEL, NOTE, NUMBER, TEXT, PageSearch


def found(session: FilingSession, text: str) -> dict[str, tuple[str, ...]]:
    """In which boxes a text is found, and in what."""
    return {hit.code: hit.fields for hit in PageSearch(session).hits(text)}


def test_a_code_finds_its_box(january: FilingSession) -> None:
    assert CODE in found(january, "7190")["7190"]


@pytest.mark.parametrize("text", ["8,476,893", "8476893", "$8,476,893", "476,8"])
def test_an_amount_is_found_as_it_is_shown_and_without_commas(
    january: FilingSession, text: str
) -> None:
    assert found(january, text)["7070"] == (FIGURE,)


@pytest.mark.parametrize("text", ["(5,688,612)", "-5688612", "\u22125,688,612", "5,688,612"])
def test_a_negative_amount_is_found_with_either_sign(january: FilingSession, text: str) -> None:
    january.apply(Edit({"7010": -5_688_612}, Cause.TYPED))
    assert found(january, text)["7010"] == (FIGURE,)


def test_labels_are_found_without_regard_to_capitals_and_line_breaks(
    january: FilingSession,
) -> None:
    hits = found(january, "EXCESS  (deficiency) funds in")
    assert LABEL in hits["7190"]


def test_words_of_a_line_and_of_its_boxes_are_one_hit_and_said_once(
    january: FilingSession,
) -> None:
    assert found(january, "segregated funds on hand") == {"7150": (LABEL,), "7765": (LABEL,)}


def test_what_a_box_alone_is_called_shows_at_the_box(january: FilingSession) -> None:
    search = PageSearch(january)
    hits = search.hits("principal executive officer, name")
    assert [(hit.code, hit.words) for hit in hits] == [("execution.officer1", "in the box's name")]
    assert search.found_on_pages("officer", hits)["cover"].codes == {"execution.officer1"}


def test_a_caption_sends_one_to_the_first_box_under_it(january: FilingSession) -> None:
    hits = PageSearch(january).hits("segregation requirements (section")
    assert hits[0].code == "7010"
    assert hits[0].column == -1


def test_a_line_number_is_found_whole_and_not_within_another(january: FilingSession) -> None:
    fourteen, one = found(january, "line 14"), found(january, "line 1")
    assert NUMBER in fourteen["7190"]
    assert NUMBER in one["7010"]
    assert NUMBER not in one.get("7190", ())


def test_text_values_notes_and_help_are_found(january: FilingSession) -> None:
    january.apply(Edit({"7150.describe": "Receivable from a broker"}, Cause.TYPED))
    january.write_note("7070", "Reconciled with First Bank")
    assert TEXT in found(january, "receivable from a broker")["7150.describe"]
    assert found(january, "first bank") == {"7070": (NOTE,)}
    lines = (line for schedule in january.edition.schedules for line in schedule.line_items)
    helped = next(line for line in lines if line.help and line.boxes)
    assert HELP in found(january, helped.help[:30])[helped.boxes[-1].code]


def test_hits_stand_in_the_order_of_the_form(january: FilingSession) -> None:
    hits = PageSearch(january).hits("total")
    assert len({hit.schedule for hit in hits}) > 3
    assert [hit.place for hit in hits] == sorted(hit.place for hit in hits)


def test_it_is_said_in_what_something_was_found(january: FilingSession) -> None:
    search = PageSearch(january)
    assert [hit.words for hit in search.hits("8,476,893")] == ["in the figure"]
    both = next(hit for hit in search.hits("7150") if hit.code == "7150.describe")
    assert both.words == "in the code"


def test_only_the_pages_own_hits_show_on_a_page(january: FilingSession) -> None:
    search = PageSearch(january)
    hits = search.hits("7190")
    pages = search.found_on_pages("7190", hits)
    assert "7190" in pages["segregation"].codes
    assert pages["secured_funds"].codes == frozenset()


def test_nothing_sought_finds_nothing(january: FilingSession) -> None:
    assert PageSearch(january).hits("  ") == ()


def test_a_box_is_marked_for_what_stands_in_its_help_alone(january: FilingSession) -> None:
    search = PageSearch(january)
    text = january.edition.line_of("7032").help[:40]
    (page,) = [
        each for each in search.found_on_pages(text, search.hits(text)).values() if each.codes
    ]
    assert "7032" in page.codes
    assert not page.rows
