from focusdesk.filing.copies import Copy
from focusdesk.filing.filing import Filing
from focusdesk.form.period import Period
from focusdesk.ui.preview.copy_words import COPY_WORDS, print_file, print_title

JANUARY = Filing(1, Period(2014, 1), "2014-01")


def test_every_copy_has_its_words() -> None:
    assert set(COPY_WORDS) == set(Copy)
    assert all(words.purpose.endswith(".") for words in COPY_WORDS.values())


def test_the_file_of_the_filing_itself_says_no_more_than_its_month() -> None:
    assert print_file(JANUARY.stem, Copy.FILING) == "FOCUS 2014-01.pdf"
    assert print_title(JANUARY, Copy.FILING) == "January 2014"


def test_the_files_of_other_copies_say_which_they_are() -> None:
    names = {print_file(JANUARY.stem, copy) for copy in Copy}
    assert len(names) == len(Copy), "no copy takes the place of another"
    assert print_file(JANUARY.stem, Copy.REVIEW) == "FOCUS 2014-01 review.pdf"
    assert print_title(JANUARY, Copy.PUBLIC) == "January 2014, public set"
