import csv
import io

from focusdesk.filing.session import FilingSession
from focusdesk.ui.notes.listed_notes import as_text, count_words, listed_notes, matching


def test_the_month_comes_first_and_the_boxes_in_the_order_of_the_form(
    january: FilingSession,
) -> None:
    january.write_note("", "Of the month.")
    january.write_note("13", "Of the cover.")
    codes = [note.note.code for note in listed_notes(january)]
    assert codes[:2] == ["", "13"]
    order = list(january.edition.boxes)
    assert codes[1:] == sorted(codes[1:], key=order.index)


def test_each_note_names_its_line_its_schedule_and_how_long_it_stays(
    january: FilingSession,
) -> None:
    january.write_note("7190", "Agreed.", permanent=True)
    note = next(each for each in listed_notes(january) if each.note.code == "7190")
    code, line, words, _, _, stays = note.cells
    assert (code, words, stays) == ("7190", "Agreed.", "permanent")
    assert line.startswith("Line 14, Excess (deficiency)")
    assert line.endswith("Segregation")


def test_every_word_that_is_sought_must_stand_somewhere(january: FilingSession) -> None:
    january.write_note("7190", "Agreed with the bank.", permanent=True)
    notes = listed_notes(january)
    assert [note.note.code for note in matching(notes, "BANK permanent 7190")] == ["7190"]
    assert matching(notes, "bank nowhere") == ()
    assert matching(notes, " ") == notes


def test_a_copy_holds_whole_notes_and_no_formula(january: FilingSession) -> None:
    january.write_note("7190", '=1+1\nsecond "line"\tx')
    january.write_note("7100", "\uff1d1")
    rows = list(csv.reader(io.StringIO(as_text(listed_notes(january))), dialect="excel-tab"))
    by_code = {row[0]: row[2] for row in rows}
    assert by_code["7190"] == '\'=1+1\nsecond "line" x'
    assert by_code["7100"] == "'\uff1d1"
    assert all(len(row) == 6 for row in rows)


def test_notes_are_counted_with_those_that_come_along(january: FilingSession) -> None:
    notes = listed_notes(january)
    assert "None is permanent" in count_words(notes)
    assert "Shift+F2" in count_words(())
    for code in ("7190", "7100"):
        january.write_note(code, "Stays.", permanent=True)
    assert "2 are permanent and come along" in count_words(listed_notes(january))
