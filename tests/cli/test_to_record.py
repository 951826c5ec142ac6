"""Nothing goes on record for good without leave."""

import pytest

from focusdesk.cli.request import Refused, read_request
from focusdesk.cli.to_record import refuse_to_record
from focusdesk.filing.notice import Event

SHORT = Event(
    *("under-segregated", "N01", "segregation", "7190 is short by 200.", {"7190": -200}),
    *("immediately", ("the CFTC",), "in writing", "17 CFR 1.12(h)", "published"),
)
ASKED = ["--period", "2014-01", "segregation"]


def test_without_leave_the_list_is_the_refusal() -> None:
    with pytest.raises(Refused) as refused:
        refuse_to_record(read_request("complete", ASKED), [SHORT])

    assert str(refused.value) == (
        "Nothing was done: 1 notice will go on record, stamped now, and nothing unmakes that. Add "
        "--record if the figures are right; else correct them first.\n"
        "  N01 \u00b7 under-segregated. 7190 is short by 200."
    )


def test_with_leave_or_with_nothing_to_record_it_goes_on() -> None:
    refuse_to_record(read_request("complete", [*ASKED, "--record"]), [SHORT])
    refuse_to_record(read_request("complete", ASKED), [])
