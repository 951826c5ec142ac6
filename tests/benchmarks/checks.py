"""The edit checks after one edit: only those whose boxes moved are judged again."""

from collections.abc import Iterator
from itertools import count

from benchmarks.measure import Measurement, in_turns, median
from benchmarks.scratch import sample_store
from focusdesk.catalog.loader import load_editions
from focusdesk.filing.edit import Cause
from focusdesk.filing.register import Register
from focusdesk.form.period import Period
from focusdesk.store.opening import open_store

ROUNDS = 300
CODE = "7100"


def measurements() -> Iterator[Measurement]:
    """Compare with judging every check anew, as if nothing were known of them."""
    with sample_store() as path, open_store(path) as store:
        register = Register(store, load_editions())
        session = register.open(store.find(Period(2014, 1)))
        plan, checks, worksheet = session.plan.checks, session.checks, session.worksheet
        figures = count(93_000_000)
        session.findings()

        def after_an_edit() -> None:
            # The worksheet and the checks alone: the store is measured by the benchmark `edit`.
            checks.moved(worksheet.set({CODE: next(figures)}), Cause.TYPED)
            session.findings()

        circumstances = checks.circumstances()
        ours, floor = in_turns(
            after_an_edit, lambda: plan.findings(worksheet, circumstances), ROUNDS
        )
    yield Measurement(
        "checks after one edit, with last month", median(ours), median(floor), "all anew", 0.2
    )
