"""Arithmetic in an amount box, held against fractions that are worked out independently."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.form.box import EntryError
from focusdesk.form.expression import LONGEST_EXPRESSION, bare_numbers, is_expression, work_out

HELD: Mapping[str, int | None] = {
    "7010": 347_295_282,
    "7020": None,
    "7060": 946_524_093,
    "7130": -5,
}


def held(code: str) -> int | None:
    if code not in HELD:
        message = f"{code} holds text."
        raise EntryError(message)
    return HELD[code]


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("=1,000+250", "1250"),
        (" =1,000 + 250 ", "1250"),
        ("=15971-15640.93", "330.07"),
        ("=0.1+0.2", "0.3"),
        ("=2+3*4", "14"),
        ("=(2+3)*4", "20"),
        ("=10-2-3", "5"),
        ("=16/4/2", "2"),
        ("=10/4", "2.5"),
        ("=-5", "-5"),
        ("=+5", "5"),
        ("=5--3", "8"),
        ("=-(2+3)", "-5"),
        ("=2*-3", "-6"),
        ("=--5", "5"),
        ("=(1,234)", "1234"),
        ("=1.2m + 300k - .5b", "-498500000"),
        ("=$1,000 + $ 250", "1250"),
        ("=1.125 * 8", "9"),
        ("=1\u00a0234+1 000 000", "1001234"),
        ("=10\u00d73\u00f72", "15"),
        ("=10\u22123", "7"),
        ("=[7010]+[7020]", "347295282"),
        ("=[ 7130 ]*2", "-10"),
        ("=8% * [7060]", "75721927.44"),
        ("=75 % * [7060]", "709893069.75"),
        ("=[7060] / 110%", "860476448.1818181818181818181818181818181818181818"),
        ("=(10% + 5%) * 200", "30"),
        ("=(100% - 25%) * 200", "150"),
        ("=-10% * 50", "-5"),
        ("=10% * 10%", "0.01"),
    ],
)
def test_arithmetic_is_worked_out_exactly(typed: str, result: str) -> None:
    assert abs(work_out(typed, held) - Fraction(result)) < Fraction(1, 10**30)
    assert is_expression(typed)


@pytest.mark.parametrize(
    ("typed", "column", "why"),
    [
        ("=", 2, "the arithmetic ends where a number or a box is expected"),
        ("=5+", 4, "the arithmetic ends"),
        (" =5+ ", 5, "the arithmetic ends"),
        ("=*5", 2, r'"\*" stands where a number'),
        ("=2**3", 4, r'"\*" stands where a number'),
        ("=2^3", 3, "powers are not worked out"),
        ("=5 5", 4, '"5" stands without'),
        ("=5[7010]", 3, r'"\[7010\]" stands without'),
        ("=(5)(5)", 5, r'"\(" stands without'),
        ("=(5 5)", 5, '"5" stands without'),
        ("=()", 3, r'"\)" stands where'),
        ("=(1+2", 2, "this parenthesis is not closed"),
        ("=1+2)", 5, "this parenthesis was never opened"),
        ("=[7010", 2, "this bracket is not closed"),
        ("=7010]", 6, "this bracket was never opened"),
        ("=[]", 2, "names no box. Write one as"),
        ("=[70 10]", 2, "names no box"),
        ("=1+[7510]", 4, "7510 holds text."),
        ("=10/0", 5, "nothing can be divided by zero"),
        ("=10/(2-2)", 5, "nothing can be divided by zero"),
        ("=10/[7020]", 5, "nothing can be divided by zero"),
        ("=10/0%", 5, "nothing can be divided by zero"),
        ("=75%", 2, "a percentage of what"),
        ("=[7060]+10%", 9, "a percentage of what"),
        ("=10%-1", 2, "a percentage of what"),
        ("=1-(10%)", 4, "a percentage of what"),
        ("=5%%", 4, '"%" stands without'),
        ("=[7060]%", 8, '"%" stands without'),
        ("=1.234,56+1", 2, "Write 1,234.56"),
        ("=2*1,23", 4, "comma out of place"),
        ("=A1+B2", 2, '"A1" is a cell of a spreadsheet'),
        ("=SUM(1,2)", 2, '"SUM" means nothing in arithmetic'),
        ("=5x", 3, '"x" stands without'),
        ("=1e6", 3, '"e6" stands without'),
        ("=1_0", 3, '"_0" stands without'),
        ("=1;2", 3, '";" means nothing'),
        ("==1", 2, '"=" means nothing'),
        ("=1\n+2", 3, r'"\\n" means nothing'),
        ("=\u0661", 2, "means nothing"),
        ("=1\u200b2", 3, r'"\\u200b" means nothing'),
    ],
)
def test_what_cannot_be_worked_out_is_refused_with_its_place(
    typed: str, column: int, why: str
) -> None:
    with pytest.raises(EntryError, match=f"(?i){why}") as refused:
        work_out(typed, held)
    assert refused.value.column == column


@pytest.mark.parametrize(
    ("typed", "wrong", "sentence"),
    [
        ("=1000+x5", "x5", 'After "=1000+": "x5" is a cell of a spreadsheet. '),
        ("=A1+2", "A1", '"A1" is a cell of a spreadsheet. '),
        ("=1+", "", 'After "=1+": the arithmetic ends where a number or a box is expected.'),
        ("=75%", "75%", "A percentage of what? "),
        ("=[7060]+10% ", "10%", 'After "=[7060]+": a percentage of what? '),
        ("=1/(2-2)", "(2-2)", 'After "=1/": this is zero, and nothing can be divided by zero.'),
        ("=2*1,23", "1,23", 'After "=2*": "1,23" has a comma out of place. '),
        ("=(1", "(", "This parenthesis is not closed."),
        ("=1+2)", ")", 'After "=1+2": this parenthesis was never opened.'),
        ("=1+[7 0]", "[7 0]", 'After "=1+": "[7 0]" names no box. '),
        (
            "=1111+2222+3333+4444+5555+x",
            "x",
            'After "\u20262222+3333+4444+5555+": "x" means nothing ',
        ),
    ],
)
def test_the_whole_part_that_is_wrong_is_named_with_what_stands_before_it(
    typed: str, wrong: str, sentence: str
) -> None:
    with pytest.raises(EntryError) as refused:
        work_out(typed, held)
    begin = refused.value.column - 1
    assert typed[begin : begin + refused.value.length] == wrong
    assert str(refused.value).startswith(sentence)


def test_a_box_that_cannot_be_counted_with_is_marked_with_its_brackets() -> None:
    def no_box(code: str) -> int | None:
        message = f"There is no {code}."
        raise EntryError(message)

    with pytest.raises(EntryError, match=r"^There is no 9999\.$") as refused:
        work_out("=1+[9999]", no_box)
    assert (refused.value.column, refused.value.length) == (4, 6)


def test_parentheses_are_not_nested_without_end() -> None:
    assert work_out("=" + "(" * 20 + "1" + ")" * 20, held) == 1
    with pytest.raises(EntryError, match="more than 20 parentheses"):
        work_out("=" + "(" * 21 + "1" + ")" * 21, held)
    assert work_out("=" + "+".join(["(1)"] * 40), held) == 40


@pytest.mark.parametrize("part", ["1+", "(", "-", "9b*", "[7010]*", "[", "1 ", "1,", " ", "%", "x"])
def test_ten_thousand_characters_are_refused_for_their_number(part: str) -> None:
    text = f"={part * 10_000}1"
    with pytest.raises(EntryError, match=f"has {len(text):,} characters") as refused:
        work_out(text, held)
    assert refused.value.column == 0


@pytest.mark.parametrize("part", ["9b*", "[7010]*", "1/9b/", "0.0001*"])
def test_the_longest_arithmetic_comes_to_less_than_some_thousand_digits(part: str) -> None:
    text = "=" + part * ((LONGEST_EXPRESSION - 2) // len(part)) + "1"
    result = work_out(text, held)
    assert max(abs(result.numerator), result.denominator) < 10**4000


_NUMBERS = st.decimals(0, 10**9, places=3)
_CHAINS = st.lists(st.tuples(st.sampled_from("+-*/"), _NUMBERS), max_size=8)


@given(_NUMBERS, _CHAINS)
def test_products_come_before_sums_and_both_from_left_to_right(
    first: Decimal, rest: list[tuple[str, Decimal]]
) -> None:
    text = f"={first}" + "".join(f" {sign} {number}" for sign, number in rest)
    terms = [Fraction(first)]
    for sign, number in rest:
        if sign in "+-":
            terms.append(Fraction(number) if sign == "+" else -Fraction(number))
        elif sign == "*":
            terms[-1] *= Fraction(number)
        elif number:
            terms[-1] /= Fraction(number)
        else:
            with pytest.raises(EntryError, match="divided by zero"):
                work_out(text, held)
            return
    assert work_out(text, held) == sum(terms)


# What is typed beside what it comes to; None where something is divided by zero.
_Worked = tuple[str, Fraction | None]


def _joined(left: _Worked, sign: str, right: _Worked) -> _Worked:
    text = f"({left[0]}){sign}({right[0]})"
    if left[1] is None or right[1] is None:
        return text, None
    match sign:
        case "+":
            return text, left[1] + right[1]
        case "-":
            return text, left[1] - right[1]
        case "*":
            return text, left[1] * right[1]
        case _:
            return text, left[1] / right[1] if right[1] else None


_LEAVES: st.SearchStrategy[_Worked] = st.one_of(
    st.integers(0, 10**12).map(lambda number: (f"{number:,}", Fraction(number))),
    _NUMBERS.map(lambda number: (f"{number:,}", Fraction(number))),
    st.integers(0, 999).map(lambda number: (f"{number}k", Fraction(number * 1000))),
    st.integers(0, 999).map(lambda number: (f"{number}% * 1", Fraction(number, 100))),
    st.sampled_from(list(HELD)).map(lambda code: (f"[{code}]", Fraction(HELD[code] or 0))),
)
_TREES: st.SearchStrategy[_Worked] = st.recursive(
    _LEAVES,
    lambda part: st.one_of(
        st.builds(_joined, part, st.sampled_from("+-*/"), part),
        part.map(lambda worked: (f"-({worked[0]})", worked[1] and -worked[1])),
    ),
    max_leaves=8,
)


@given(_TREES)
def test_whatever_stands_in_parentheses_is_worked_out_as_fractions_are(worked: _Worked) -> None:
    text, result = worked
    if result is None:
        with pytest.raises(EntryError, match="divided by zero"):
            work_out(f"={text}", held)
    else:
        assert work_out(f"={text}", held) == result


def _worked_out(text: str) -> Fraction | EntryError:
    try:
        return work_out(text, held)
    except EntryError as error:
        return error


@given(st.text() | st.text("0123456789.,+-*/()%[]$ kmb=x", max_size=40))
def test_a_text_is_worked_out_or_met_with_a_sentence(text: str) -> None:
    result = _worked_out(f"={text}")
    if isinstance(result, EntryError):
        assert str(result).isprintable()
        assert str(result).endswith(".")
        assert 0 <= result.column <= len(text) + 2


@pytest.mark.parametrize("typed", ["", "5", "(5)", "A=5", "5=5"])
def test_only_an_equals_sign_asks_for_arithmetic(typed: str) -> None:
    assert not is_expression(typed)


def test_bare_numbers_are_those_in_digits_alone_each_once() -> None:
    assert bare_numbers("=7010+[7020]*2 - 7010 + 7,030 + 1.5 + 3k") == ("7010", "2")
    assert bare_numbers("7010+1") == bare_numbers('="') == bare_numbers("") == ()
