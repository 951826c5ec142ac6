"""The papers that leave the desk carry the stored figures, and say what they are."""

import datetime as dt
import json
import re
import shutil
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from focusdesk.catalog.loader import load_editions
from focusdesk.export.papers import comparison_pdf, filing_pdf
from focusdesk.filing.compare import compare
from focusdesk.filing.comparison_month import comparison_month
from focusdesk.filing.copies import Copy, PrintOrder, PrintRefused
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.explanation import line, pool
from focusdesk.filing.fingerprint import filed_values, filing_json, fingerprint, month_digest
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.printed import PrintedAs, notes_digest
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.thresholds import Thresholds, keep_thresholds, parse_threshold
from focusdesk.form.period import Period
from focusdesk.samples.sample import write_sample
from focusdesk.store.opening import new_store, open_store
from tests.cli.command import pages_of
from tests.export.printed_values import misprinted

ReadWords = Callable[[bytes], list[Any]]

DECEMBER, JANUARY = Period(2013, 12), Period(2014, 1)
ORDERS = [PrintOrder(copy) for copy in Copy]
WHOLE = [order for order in ORDERS if order.copy is not Copy.PUBLIC]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("papers") / "sample.focusdesk"
    with new_store(path) as store:
        write_sample(Register(store, load_editions()))
    return path


@pytest.fixture(scope="module")
def sample(kept: Path) -> Iterator[Register]:
    """A sample store that no test changes."""
    with open_store(kept) as store:
        yield Register(store, load_editions())


@pytest.fixture
def own(sample: Register, kept: Path, tmp_path: Path) -> Iterator[FilingSession]:
    """January in a store of the test's own."""
    with open_store(Path(shutil.copy(kept, tmp_path))) as store:
        yield january(Register(store, sample.editions))


def january(register: Register) -> FilingSession:
    return register.open(register.store.find(JANUARY))


def printed(register: Register, order: PrintOrder, period: Period = JANUARY) -> bytes:
    session = register.open(register.store.find(period))
    return filing_pdf(session, order, compared=comparison_month(register, session.filing, order))


def says(page: str, word: str) -> bool:
    """Whether a word stands across a page: letter by letter, as turned words are read."""
    return word in "".join(page.split())


def attached(content: bytes, name: str) -> bytes:
    with pikepdf.open(BytesIO(content)) as pdf:
        return pdf.attachments[name].get_file().read_bytes()


@pytest.mark.parametrize("order", WHOLE, ids=lambda order: order.copy)
def test_every_value_of_january_2014_is_read_back_beside_its_code(
    sample: Register, words_of: ReadWords, order: PrintOrder
) -> None:
    values = january(sample).worksheet.values()
    form = sample.editions["2014-01"]

    words = [word for word in words_of(printed(sample, order)) if word.page < 7]

    assert misprinted(words, form, values) == {}
    beside = {word.text for word in words}
    assert {"1,036,486,351", "(14,796,490)", "0"} <= beside


def test_a_public_set_has_the_published_statements_with_every_value(
    sample: Register, words_of: ReadWords
) -> None:
    order, form = PrintOrder(Copy.PUBLIC), sample.editions["2014-01"]
    content = printed(sample, order)
    values = order.printed_values(form, january(sample).worksheet.values())

    assert misprinted(words_of(content), form, values) == {}
    pages = pages_of(content)
    assert len(pages) == 4
    assert not any("MINIMUM CAPITAL" in page or "X-17A-5" in page for page in pages)
    told = json.loads(attached(content, "filing.json"))["values"]
    assert list(told) == list(values)
    assert "144713206" not in str(told)


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.copy)
def test_draft_stands_across_every_page_of_what_is_not_for_signature(
    sample: Register, order: PrintOrder
) -> None:
    # the foot, where there is one, says so too
    alone = PrintOrder(order.copy, margin=False)
    drafts = [says(page, "DRAFT") for page in pages_of(printed(sample, alone))]

    assert drafts == [order.copy is not Copy.SIGNATURE] * len(drafts)
    assert len(drafts) >= 4


def test_draft_is_gone_from_every_copy_of_what_was_printed_and_back_after_an_edit(
    own: FilingSession,
) -> None:
    def is_draft(copy: Copy) -> bool:
        return says(pages_of(filing_pdf(own, PrintOrder(copy)))[0], "DRAFT")

    own.mark_printed(filing_pdf(own, PrintOrder(Copy.SIGNATURE)))
    assert not any(is_draft(copy) for copy in Copy)
    own.apply(Edit({"7100": 1}, Cause.TYPED))
    assert [copy for copy in Copy if not is_draft(copy)] == [Copy.SIGNATURE]


def test_a_print_is_drawn_as_a_draft_or_not_where_that_is_said(sample: Register) -> None:
    pages = [filing_pdf(january(sample), draft=draft) for draft in (True, False, None)]

    assert [says(pages_of(page)[3], "DRAFT") for page in pages] == [True, False, True]
    assert pages[0] == pages[2]


@pytest.mark.parametrize("copy", [copy for copy in Copy if copy is not Copy.SIGNATURE])
def test_every_page_of_made_up_figures_says_so_with_or_without_margin(
    sample: Register, copy: Copy
) -> None:
    for margin in (True, False):
        pages = pages_of(printed(sample, PrintOrder(copy, margin=margin), DECEMBER))
        assert all("ILLUSTRATIVE FIGURES, NOT A FILING" in page for page in pages)
        assert all(says(page, "DRAFT") and says(page, "ILLUSTRATIVE") for page in pages)


def test_nobody_signs_made_up_figures_or_a_part_of_the_form(sample: Register) -> None:
    with pytest.raises(PrintRefused, match="made up"):
        printed(sample, PrintOrder(Copy.SIGNATURE), DECEMBER)
    with pytest.raises(PrintRefused, match="whole filing"):
        printed(sample, PrintOrder(Copy.SIGNATURE, ("cover",)))


def test_no_page_of_a_filing_calls_its_figures_made_up(sample: Register) -> None:
    for order in (PrintOrder(), PrintOrder(Copy.PUBLIC), PrintOrder(Copy.SIGNATURE)):
        pages = pages_of(printed(sample, order))
        assert not any(says(page, "ILLUSTRATIVE") for page in pages)


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.copy)
def test_the_same_filing_gives_the_same_bytes_today_and_after_other_edits(
    sample: Register, own: FilingSession, order: PrintOrder
) -> None:
    beside = comparison_month(sample, own.filing, order)
    before = filing_pdf(own, order, compared=beside)

    own.apply(Edit({"7100": 1}, Cause.TYPED))
    assert filing_pdf(own, order, compared=beside) != before
    own.apply(Edit({"7100": 93_296_699}, Cause.TYPED))
    assert filing_pdf(own, order, compared=beside) == before


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.copy)
def test_a_print_says_how_it_can_be_drawn_again(sample: Register, order: PrintOrder) -> None:
    content = printed(sample, order)
    session = january(sample)

    told = PrintedAs.from_json(attached(content, "print.json"))

    assert told.content_digest == month_digest(
        session.filing, session.edition, session.worksheet.values()
    )
    beside = comparison_month(sample, session.filing, told.order)
    assert (told.compared is not None) is (order.copy is Copy.REVIEW)
    notes = notes_digest(session.notes()) if order.copy is Copy.REVIEW else ""
    assert told.notes_digest == notes
    assert filing_pdf(session, told.order, draft=told.draft, compared=beside) == content


def test_the_figures_travel_with_the_pages_as_they_are_exported(sample: Register) -> None:
    session = january(sample)

    assert attached(printed(sample, PrintOrder()), "filing.json") == filing_json(
        session.filing, filed_values(session.edition, session.worksheet.values())
    )


def test_the_foot_has_the_fingerprint_of_the_filing_and_of_the_page(sample: Register) -> None:
    session = january(sample)
    values = session.worksheet.values()
    whole = fingerprint(month_digest(session.filing, session.edition, values))

    pages = pages_of(printed(sample, PrintOrder()))
    alone = pages_of(printed(sample, PrintOrder(schedules=("segregation",))))

    assert all(f"fingerprint {whole}" in page for page in pages)
    codes = {page.split("this page ")[1][:9] for page in pages}
    assert len(codes) == 7
    assert alone[0].split("this page ")[1][:9] == pages[1].split("this page ")[1][:9]
    assert "page 2 of 7" in pages[1]
    assert "page 1 of 1" in alone[0]


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.copy)
def test_the_foot_stays_empty_on_request(
    sample: Register, words_of: ReadWords, order: PrintOrder
) -> None:
    plain = PrintOrder(order.copy, margin=False)

    assert not [word for word in words_of(printed(sample, plain)) if word.y < 30.0]
    assert [word for word in words_of(printed(sample, order)) if word.y < 30.0]


def test_only_a_review_has_tables_initials_and_marks(sample: Register) -> None:
    pages = pages_of(printed(sample, PrintOrder(Copy.REVIEW)))
    assert len(pages) > 7
    for page in pages:
        assert "REVIEW COPY" in page
        assert all(word in page for word in ("Prepared", "Reviewed", "Approved"))
    assert "Δ changed since Dec 2013" in pages[1]
    assert "Reconstruction: the scan lost this amount" in " ".join(" ".join(pages[7:]).split())

    for copy in (Copy.FILING, Copy.PUBLIC, Copy.SIGNATURE):
        assert not any("REVIEW" in page for page in pages_of(printed(sample, PrintOrder(copy))))


def test_the_officers_names_and_titles_are_filled_in_and_the_date_is_left_to_the_pen(
    own: FilingSession,
) -> None:
    names = {
        "execution.officer1": "ANN LEE",
        "execution.title1": "PRESIDENT",
        "execution.officer2": "BOB RAY",
        "execution.title2": "TREASURER",
        "execution.officer3": "CY DOE",
        "execution.title3": "CHIEF OPERATIONS OFFICER",
    }
    signed = {**names, "execution.date": dt.date(2014, 2, 26)}
    own.apply(Edit(signed, Cause.TYPED))

    def cover(*, date_for_pen: bool) -> str:
        order = PrintOrder(Copy.SIGNATURE, date_for_pen=date_for_pen)
        return " ".join(pages_of(filing_pdf(own, order))[0].split())

    assert filing_pdf(own, PrintOrder(Copy.SIGNATURE)) == filing_pdf(
        own, PrintOrder(Copy.SIGNATURE, date_for_pen=False)
    )
    assert "26th" in cover(date_for_pen=False)
    assert "February" in cover(date_for_pen=False)
    assert "26th" not in cover(date_for_pen=True)
    assert "February" not in cover(date_for_pen=True)
    assert all(name in cover(date_for_pen=True) for name in names.values())


def test_a_signature_copy_is_printed_without_names_for_the_pen_to_write(
    sample: Register,
) -> None:
    assert january(sample).value("execution.officer1") is None
    assert len(pages_of(printed(sample, PrintOrder(Copy.SIGNATURE)))) == 7


def test_a_comparison_stands_under_the_firms_name(sample: Register) -> None:
    filings = [sample.store.find(period) for period in (DECEMBER, JANUARY)]

    pages = pages_of(comparison_pdf(compare(sample.look_at(filings))))

    assert "HSBC SECURITIES" in pages[0]


def test_a_review_copy_shows_what_is_said_and_which_lines_lack_words(
    own: FilingSession, sample: Register, words_of: ReadWords
) -> None:
    register = Register(own.store, sample.editions)
    keep_thresholds(register, Thresholds(parse_threshold("1m and 2 %")))
    own.explain_change(line("7190"), "two new clients")
    own.explain_change(pool("cleared_swaps"), "margin at the month's end", Period(2013, 1))
    beside = comparison_month(register, own.filing, PrintOrder(Copy.REVIEW))

    content = filing_pdf(own, PrintOrder(Copy.REVIEW), compared=beside)

    pages = pages_of_words(words_of(content))
    (at,) = [number for number, page in enumerate(pages) if "against Jan 2013" in page]
    said, found = pages[at], " ".join(pages[at + 1 :])
    assert "Jan 2014 against Dec 2013 (illustrative)" in said
    assert "two new clients (" in said
    assert "Jan 2014 against Jan 2013" in said
    assert "moved by more than 1,000,000 and 2 %." in said
    lacking = [code for code in ("7190", "7194", "7198", "8730") if f"{code} moved by" in found]
    assert lacking == ["7194", "7198", "8730"]
    assert "no rule: the firm's threshold" in found


def test_a_review_copy_says_how_each_event_stands(
    own: FilingSession, sample: Register, words_of: ReadWords
) -> None:
    order = PrintOrder(Copy.REVIEW)

    def found() -> str:
        content = filing_pdf(own, order, compared=comparison_month(sample, own.filing, order))
        pages = pages_of_words(words_of(content))
        first = next(at for at, page in enumerate(pages) if "Weight Check Finding" in page)
        return " ".join(pages[first:])

    own.give_figure("anc", "140,000,000", "the ledger")
    assert "provisional notice" in found()
    (notice, *_) = NoticeBook(own).mark_complete("cftc_capital")
    recorded = found()
    assert "provisional notice" not in recorded
    assert "open notice" in recorded

    NoticeBook(own).give(notice, {"when": "3 Feb 2014 10:00", "by": "ana", "to": "the DSRO"})
    assert "given notice" in found()


def test_a_review_copy_asks_of_each_line_once_beside_last_month_and_again_beside_another(
    own: FilingSession, sample: Register, words_of: ReadWords
) -> None:
    register = Register(own.store, sample.editions)
    keep_thresholds(register, Thresholds(parse_threshold("1m and 2 %")))

    def asked(order: PrintOrder) -> list[str]:
        beside = comparison_month(register, own.filing, order)
        whole = " ".join(
            pages_of_words(words_of(filing_pdf(register.open(own.filing), order, compared=beside)))
        )
        return re.findall(r"8730 moved by \S+ or \S+ % since (\S+ \S+)", whole)

    assert asked(PrintOrder(Copy.REVIEW)) == ["Dec 2013"]
    assert sorted(asked(PrintOrder(Copy.REVIEW, compared_with=Period(2013, 1)))) == [
        "Dec 2013",
        "Jan 2013",
    ]


def test_a_review_copy_shows_carried_figures_with_their_source_where_they_are_asked_for(
    own: FilingSession, words_of: ReadWords
) -> None:
    own.give_figure("anc", "650,000,000", "workbook NC-2014-01, cell H44")

    def told(*schedules: str) -> str:
        order = PrintOrder(Copy.REVIEW, schedules=schedules)
        return " ".join(pages_of_words(words_of(filing_pdf(own, order))))

    assert "Adjusted net capital: 650,000,000. workbook NC-2014-01, cell H44 (" in told(
        "cftc_capital"
    )
    assert "650,000,000" not in told("segregation")


def test_what_is_said_keeps_to_the_schedules_that_are_printed(
    own: FilingSession, words_of: ReadWords
) -> None:
    own.explain_change(line("8730"), "margin at the month's end")
    order = PrintOrder(Copy.REVIEW, schedules=("segregation",))
    assert "margin" not in {word.text for word in words_of(filing_pdf(own, order))}


def pages_of_words(words: list[Any]) -> list[str]:
    pages = range(1 + max(word.page for word in words))
    return [" ".join(word.text for word in words if word.page == page) for page in pages]
