"""What paper carries of a filing's content."""

import datetime as dt
import hashlib
import json
import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from focusdesk.filing.filing import Filing
from focusdesk.filing.fingerprint import (
    content_digest,
    filing_content,
    fingerprint,
    json_value,
    month_digest,
    page_fingerprint,
)
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period

JANUARY = Filing(1, Period(2014, 1), "2014-01")


def test_json_has_dates_as_text_and_all_else_as_it_is() -> None:
    assert json_value(dt.date(2014, 1, 31)) == "2014-01-31"
    assert [json_value(value) for value in (5, "A", True, None)] == [5, "A", True, None]


def test_an_examiner_can_recompute_the_digest_from_the_filings_json() -> None:
    values = {"7010": 5, "7510": "HARRIS TRUST", "25": dt.date(2014, 1, 31), "7080": None}
    told = json.dumps(filing_content(JANUARY, values), sort_keys=True, separators=(",", ":"))
    assert content_digest(JANUARY, values) == hashlib.sha256(told.encode()).hexdigest()


def test_what_is_no_content_has_no_part_in_the_digest() -> None:
    kept_elsewhere = replace(JANUARY, id=7, remark="as filed")
    assert content_digest(kept_elsewhere, {"7010": 5}) == content_digest(JANUARY, {"7010": 5})


@given(st.integers(), st.integers())
def test_another_amount_is_another_digest(one: int, other: int) -> None:
    same = content_digest(JANUARY, {"7010": one}) == content_digest(JANUARY, {"7010": other})
    assert same == (one == other)


def test_blank_and_zero_have_other_digests() -> None:
    assert content_digest(JANUARY, {"7010": None}) != content_digest(JANUARY, {"7010": 0})


def test_an_amendment_has_another_digest() -> None:
    amended = replace(JANUARY, amendment=1)
    assert content_digest(amended, {"7010": 5}) != content_digest(JANUARY, {"7010": 5})


def test_what_is_worked_out_for_the_screen_alone_is_no_part_of_a_filing(form: Edition) -> None:
    values = dict.fromkeys(form.boxes, None)
    capital = form.schedule_of("7495.rule")

    def prints(code: str) -> tuple[str, str]:
        changed = {**values, code: 5}
        whole = month_digest(JANUARY, form, changed)
        return whole, page_fingerprint(JANUARY, capital, changed)

    blank = month_digest(JANUARY, form, values), page_fingerprint(JANUARY, capital, values)
    assert prints("7495.rule") == blank
    for entered_or_printed in ("7495", "7455", "firm.retail_forex"):
        assert not set(prints(entered_or_printed)) & set(blank)


def test_a_fingerprint_is_short_enough_to_compare_on_paper() -> None:
    assert re.fullmatch(r"([A-Z2-7]{4}-){3}[A-Z2-7]{4}", fingerprint("5f" * 32))


def test_a_pages_fingerprint_changes_with_its_own_boxes_only(form: Edition) -> None:
    values = dict.fromkeys(form.boxes, None)
    segregation, options = form.schedule_of("7010"), form.schedule_of("7200")
    changed = {**values, "7010": 5}
    before, after = (page_fingerprint(JANUARY, segregation, it) for it in (values, changed))
    assert before != after
    assert re.fullmatch(r"[A-Z2-7]{4}-[A-Z2-7]{4}", before)
    assert page_fingerprint(JANUARY, options, values) == page_fingerprint(JANUARY, options, changed)
