"""What was found out about a printed PDF, in sentences."""

import datetime as dt

from focusdesk.cli.month_check import CheckedMonth
from focusdesk.cli.print_check import ChangedPage, CheckedPrint
from focusdesk.cli.print_words import print_words
from focusdesk.exchange.pdf_words import Shown
from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.filing.edit import Change
from focusdesk.filing.filing import PrintRecord
from focusdesk.filing.printed import PrintedAs

MOMENT = dt.datetime(2014, 2, 26, 14, 3, tzinfo=dt.UTC)
RECORD = PrintRecord("c" * 64, "f" * 64, MOMENT, "ana", 7)
TITLE = "January 2014, the original filing"


def how(copy: Copy, *, draft: bool = False) -> PrintedAs:
    return PrintedAs(PrintOrder(copy), draft, "focusdesk 1.2.3", "c" * 64)


def month(copy: Copy = Copy.FILING, *changes: Change, equal: bool = True) -> CheckedMonth:
    return CheckedMonth(TITLE, how=how(copy), equal=equal, differing=changes)


def test_what_is_exact_says_so_and_no_more() -> None:
    found = CheckedPrint("a.pdf", intact=True, months=(month(),), drawn_again=True)
    assert tuple(print_words(found)) == (
        f"a.pdf is exactly what the store holds: {TITLE}.",
        "It is a print of the filing.",
    )


def test_a_signature_copy_is_told_with_its_maker() -> None:
    signed = CheckedMonth(TITLE, how=how(Copy.SIGNATURE), equal=True, signed=RECORD)
    found = CheckedPrint("a.pdf", intact=True, months=(signed,))
    at = MOMENT.astimezone()
    assert tuple(print_words(found))[1] == (
        f"It is the signature copy that ana made on {at.day} February 2014 at {at:%H:%M}."
    )


def test_boxes_are_told_with_both_values() -> None:
    changes = (Change("7100", 93_296_699, 1), Change("7080", None, 0))
    found = CheckedPrint(
        "a.pdf",
        intact=True,
        months=(month(Copy.FILING, *changes, equal=False),),
        drawn_again=True,
        compared=True,
    )
    assert tuple(print_words(found)) == (
        "a.pdf is not exactly what the store holds.",
        "It is a print of the filing.",
        f"2 boxes differ from {TITLE}:",
        "7100  printed 93,296,699, the store holds 1",
        "7080  printed blank, the store holds 0",
        "The file is as it was printed.",
    )


def test_pages_that_differ_in_the_same_way_are_told_together() -> None:
    draft = (Shown("DRAFT", ""),)
    pages = (
        ChangedPage(1, "Cover", draft),
        ChangedPage(2, "Segregation", (Shown("5", "6"), Shown("", "7"), *draft, *draft)),
        ChangedPage(3, "Dealer options", draft),
        ChangedPage(4, "Secured amounts", ()),
    )
    found = CheckedPrint("a.pdf", intact=False, months=(month(),), compared=True, pages=pages)
    assert tuple(print_words(found))[2:] == (
        'Pages 1, 3 (Cover, Dealer options): "DRAFT" does not belong there.',
        'Page 2 (Segregation): "5" stands in the place of "6".',
        'Page 2 (Segregation): "7" is missing.',
        'Page 2 (Segregation): "DRAFT" does not belong there.',
        "Page 2 (Segregation): 1 more such differences.",
        "Page 4 (Secured amounts): not drawn as printed, though the words are the same.",
        f"Every figure attached to it is as the store holds it: {TITLE}.",
        "The file was changed after it was printed: the digest that it carries of itself is not "
        "that of its bytes.",
    )


def test_words_in_the_margins_alone_are_told_as_that_after_other_pages() -> None:
    pages = (
        ChangedPage(1, "Cover", (Shown("sample", ""),), in_foot=True),
        ChangedPage(2, "Segregation", (Shown("5", "6"),)),
    )
    found = CheckedPrint("a.pdf", intact=True, months=(month(),), compared=True, pages=pages)
    assert tuple(print_words(found))[2:] == (
        'Page 2 (Segregation): "5" stands in the place of "6".',
        'Page 1 (Cover), only words in the margins differ: "sample" does not belong there.',
        f"Every figure attached to it is as the store holds it: {TITLE}.",
        "The digest that the file carries of itself is right.",
    )


def test_long_words_are_cut() -> None:
    pages = (ChangedPage(1, "Cover", (Shown("word " * 50, ""),)),)
    found = CheckedPrint("a.pdf", intact=True, months=(month(),), compared=True, pages=pages)
    assert all(len(sentence) < 120 for sentence in print_words(found))
