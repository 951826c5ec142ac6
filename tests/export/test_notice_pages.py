"""Notices on paper."""

import pytest

from focusdesk.export.notice_pages import NoticePager
from focusdesk.filing.notice_sheet import NoticeSheet
from focusdesk.form.placed import PlacedPage, Role
from focusdesk.form.written import PlacingError

HEADS = ("HSBC", "Notices of January 2014")
SHORT = NoticeSheet("Notice 3", (("What happened", "7190 is short."), ("Cause", "____")))


def words(page: PlacedPage, *roles: Role) -> list[str]:
    return [text.text for text in page.texts if text.role in roles]


def test_each_stands_under_its_title_with_all_that_it_says() -> None:
    [page] = NoticePager([SHORT], HEADS).pages()
    assert words(page, Role.TITLE) == [*HEADS, "Notice 3"]
    assert words(page, Role.LABEL) == ["What happened", "Cause"]
    assert words(page, Role.VALUE) == ["7190 is short.", "____"]


def test_long_words_are_wrapped_and_none_is_lost() -> None:
    long = " ".join(["The excess is short of the target."] * 600)
    pages = list(NoticePager([NoticeSheet("Notice 3", (("What", long),))], HEADS).pages())
    assert len(pages) > 1
    assert " ".join(word for page in pages for word in words(page, Role.VALUE)) == long


def test_one_that_cannot_be_printed_is_named() -> None:
    with pytest.raises(PlacingError, match=r"Notice 3 cannot be printed: .*銀"):
        list(NoticePager([NoticeSheet("Notice 3", (("Aware", "銀行"),))], HEADS).pages())
