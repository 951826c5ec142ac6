from pathlib import Path

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.firm import firm_mark, firm_name
from focusdesk.filing.register import Register
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.opening import create_store


def test_the_name_is_that_on_the_newest_cover(register: Register) -> None:
    assert firm_name(register) == ""
    session = register.start_month(Period(2014, 1))
    assert firm_name(register) == ""
    session.apply(Edit({"13": "HSBC Securities"}, Cause.TYPED))
    assert firm_name(register) == "HSBC Securities"
    register.start_month(Period(2014, 2)).apply(Edit({"13": "HSBC Securities (USA)"}, Cause.TYPED))
    assert firm_name(register) == "HSBC Securities (USA)"


def test_the_mark_stays_whatever_comes_and_differs_between_stores(
    register: Register, store: SqliteFilingStore, editions: dict[str, Edition], tmp_path: Path
) -> None:
    assert firm_mark(store) == "new"
    register.start_month(Period(2014, 1)).apply(Edit({"13": "A"}, Cause.TYPED))
    mark = firm_mark(store)
    assert len(mark) == 12
    register.start_month(Period(2013, 1)).apply(Edit({"13": "B"}, Cause.TYPED))
    assert firm_mark(store) == mark
    with create_store(tmp_path / "other.focusdesk") as other:
        Register(other, editions).start_month(Period(2014, 1))
        assert firm_mark(other) != mark
