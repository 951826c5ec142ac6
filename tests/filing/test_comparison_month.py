"""Which month a print shows beside its own."""

import pytest

from focusdesk.filing.comparison_month import comparison_month
from focusdesk.filing.copies import Copy, PrintOrder, PrintRefused
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import NoSuchFiling
from focusdesk.filing.register import Register
from focusdesk.form.period import Period

NOVEMBER, DECEMBER, JANUARY = Period(2013, 11), Period(2013, 12), Period(2014, 1)
REVIEW = PrintOrder(Copy.REVIEW)


def beside(period: Period) -> PrintOrder:
    return PrintOrder(Copy.REVIEW, compared_with=period)


@pytest.fixture
def january(register: Register) -> Filing:
    register.start_month(NOVEMBER)
    december = register.start_month(DECEMBER)
    december.apply(Edit({"7010": 339_120_004}, Cause.TYPED))
    return register.start_month(JANUARY).filing


def test_it_is_the_month_before_with_its_figures(register: Register, january: Filing) -> None:
    month = comparison_month(register, january, REVIEW)

    assert month is not None
    assert (month.filing.period, month.values["7010"]) == (DECEMBER, 339_120_004)
    assert month.values["7060"] == 339_120_004


def test_another_can_be_chosen(register: Register, january: Filing) -> None:
    month = comparison_month(register, january, beside(NOVEMBER))

    assert month is not None
    assert month.filing.period == NOVEMBER


def test_there_is_none_where_the_month_before_is_not_kept(register: Register) -> None:
    assert comparison_month(register, register.start_month(JANUARY).filing, REVIEW) is None


def test_a_month_that_is_chosen_must_be_there(register: Register, january: Filing) -> None:
    with pytest.raises(NoSuchFiling, match="October 2013"):
        comparison_month(register, january, beside(Period(2013, 10)))


def test_no_month_is_laid_beside_itself(register: Register, january: Filing) -> None:
    with pytest.raises(PrintRefused, match="January 2014 cannot be reviewed beside itself"):
        comparison_month(register, january, beside(JANUARY))


@pytest.mark.parametrize("copy", [copy for copy in Copy if copy is not Copy.REVIEW])
def test_other_copies_stand_beside_no_month(
    register: Register, january: Filing, copy: Copy
) -> None:
    assert comparison_month(register, january, PrintOrder(copy)) is None
