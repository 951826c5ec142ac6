"""The editions that the program ships, held against the form's own facts."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from focusdesk.catalog.loader import load_editions
from focusdesk.form.box import Box, BoxKind
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.resources import resource_path

FILES = sorted(resource_path("forms").glob("*/*.toml"))


def codes(words: str) -> list[str]:
    return words.split()


SCHEDULES = {
    "cover": ("Cover", 35),
    "segregation": ("Segregation", 28),
    "dealer_options": ("Dealer options", 5),
    "secured_amounts": ("Secured amounts", 12),
    "secured_funds": ("30.7 funds", 36),
    "cleared_swaps": ("Cleared swaps", 28),
    "cftc_capital": ("CFTC capital", 12),
}

NAMED_BOXES = {
    "7150.describe": BoxKind.TEXT,
    "7765.describe": BoxKind.TEXT,
    "8715.describe": BoxKind.TEXT,
    "26.describe": BoxKind.TEXT,
    "execution.date": BoxKind.DATE,
    "execution.officer1": BoxKind.TEXT,
    "execution.officer2": BoxKind.TEXT,
    "execution.officer3": BoxKind.TEXT,
    "execution.title1": BoxKind.TEXT,
    "execution.title2": BoxKind.TEXT,
    "execution.title3": BoxKind.TEXT,
    "firm.retail_forex": BoxKind.YES_NO,
    "firm.swap_dealer": BoxKind.YES_NO,
    "7495.rule": BoxKind.AMOUNT,
}

NEVER_NEGATIVE = codes("""
7020 7032 7033 7045 7047 7080 7090 7110 7120 7132 7133 7150 7160 7170 7194 7200 7210 7220 7305 7317
7335 7337 7351 7352 7540 7560 7590 7610 7615 7650 7670 7675 7710 7730 7735 7760 7765 7780 8510 8530
8540 8560 8570 8610 8620 8640 8650 8670 8680 8700 8710 8715 8760 7415 7435 7465 7475
""")

MAY_BE_NEGATIVE = codes("""
7010 7030 7070 7100 7130 7140 7315 7325 7500 7520 7580 7600 7640 7660 7700 7720
8500 8520 8600 8630 8660 8690
""")

IN_PARENTHESES = codes("7033 7047 7133 7352 7615 7675 7735 8540 8570 8680")
CENTS_UP = codes("7033 7133 7337 7615 7675 7735 8540 8680")

WITH_DOLLAR_SIGN = codes("""
7010 7060 7100 7190 7194 7198
7210 7200 7240
7305 7315 7345 7351 7355 7360
7500 7530 7540 7580 7640 7700 7770 7380 7780 7785
8500 8550 8560 8590 8600 8720 8730 8760 8770
""")

CARRIED = codes("""
13 14 15 16 20 21 22 23 30 31 32 34 36 38 40 41
execution.officer1 execution.officer2 execution.officer3
execution.title1 execution.title2 execution.title3
7194 7510 7550 7630 7690 7750 7780 8760 7465 firm.retail_forex firm.swap_dealer
""")

FORMULAS = {
    "F01": ("7040", "[7010] + [7020] + [7030] + [7032] - [7033]"),
    "F02": ("7050", "[7045] - [7047]"),
    "F03": ("7060", "[7040] + [7050]"),
    "F04": (
        "7180",
        "[7070] + [7080] + [7090] + [7100] + [7110] + [7120] + [7130] + [7132] - [7133] + [7140]"
        " + [7160] + [7170] + [7150]",
    ),
    "F05": ("7190", "[7180] - [7060]"),
    "F06": ("7198", "[7190] - [7194]"),
    "F07": ("7230", "[7210] + [7220]"),
    "F08": ("7240", "[7230] - [7200]"),
    "F09": ("7345", "[7315] + [7317] + [7325] + [7335] - [7337]"),
    "F10": ("7354", "[7351] - [7352]"),
    "F11": ("7355", "[7345] + [7354]"),
    "F12": ("7360", "max([7305], [7355])"),
    "F13": ("7530", "[7500] + [7520]"),
    "F14": ("7570", "[7540] + [7560]"),
    "F15": ("7620", "[7580] + [7590] + [7600] + [7610] - [7615]"),
    "F16": ("7680", "[7640] + [7650] + [7660] + [7670] - [7675]"),
    "F17": ("7740", "[7700] + [7710] + [7720] + [7730] - [7735]"),
    "F18": ("7770", "[7530] + [7570] + [7620] + [7680] + [7740] + [7760] + [7765]"),
    "F19": ("7380", "[7770] - [7360]"),
    "F20": ("7785", "[7380] - [7780]"),
    "F21": ("8550", "[8500] + [8510] + [8520] + [8530] - [8540]"),
    "F22": ("8580", "[8560] - [8570]"),
    "F23": ("8590", "[8550] + [8580]"),
    "F24": (
        "8720",
        "[8600] + [8610] + [8620] + [8630] + [8640] + [8650] + [8660] + [8670] - [8680] + [8690]"
        " + [8700] + [8710] + [8715]",
    ),
    "F25": ("8730", "[8720] - [8590]"),
    "F26": ("8770", "[8730] - [8760]"),
    "F27": ("7425", "round(0.08 * [7415])"),
    "F28": ("7445", "round(0.08 * [7435])"),
    "F29": ("7455", "[7425] + [7445]"),
    "F30": ("7490", "max([7455], [7465], [7475])"),
    "F31": (
        "7495",
        "round(max(if([7455] = [7490], 1.10 * [7455]),"
        " if([7465] = [7490], if([7465] = 20000000, 1.10, 1.50) * [7465]),"
        " if(count([7475]) = 1 and [7475] = [7490],"
        " if([firm.retail_forex], 1.10, 1.50) * [7475])))",
    ),
}

POOLS = frozenset(("segregation", "secured_funds", "cleared_swaps"))
EDIT_CHECKS = {
    "S01": {"segregation"},
    "S02": {"secured_amounts"},
    "S03": {"cleared_swaps"},
    **dict.fromkeys(("S06", "S07", "S08", "X11", "X12", "X14", "N04", "N08", "P04"), POOLS),
    "S09": {"segregation", "secured_amounts", "cleared_swaps"},
    **{name: {"segregation"} for name in ("X01", "X05", "N01")},
    **{name: {"cleared_swaps"} for name in ("X02", "X06", "N03")},
    **{name: {"secured_funds"} for name in ("X03", "X04", "X07", "X13", "N02")},
    **{name: {"cftc_capital"} for name in ("X08", "X09", "X10", "X15", "N05", "N06", "N07")},
    **{f"C0{number}": {"cover"} for number in range(1, 10)},
    "P01": {*POOLS, "secured_amounts", "dealer_options", "cftc_capital"},
}
"""The schedules of each edit check; S04, P02 and P03 stand with the edition. S05 is no check."""


@pytest.fixture(scope="module")
def form() -> Edition:
    """The edition of January 2014."""
    return load_editions()["2014-01"]


def amounts(form: Edition) -> Iterator[Box]:
    return (box for box in form.boxes.values() if box.kind is BoxKind.AMOUNT)


def test_the_edition_of_2014_is_in_force_from_2013_and_at_first_an_illustration(
    form: Edition,
) -> None:
    assert form.in_force_from == Period(2013, 1)
    assert form.illustrative_before == Period(2013, 7)
    assert (form.firm_code, form.begins_code, form.as_of_code) == ("13", "24", "25")
    assert form.file_number_code == "14"


def test_the_seven_schedules_stand_in_form_order_with_all_their_boxes(form: Edition) -> None:
    shipped = {
        schedule.id: (schedule.tab, len(list(schedule.boxes))) for schedule in form.schedules
    }

    assert shipped == SCHEDULES
    assert list(shipped) == list(SCHEDULES)


def test_no_code_is_left_out(form: Edition) -> None:
    cover = [*range(13, 27), *range(30, 43)]
    printed = {code for code in form.boxes if code.isdigit()}

    assert {int(code) for code in printed if len(code) == 2} == set(cover)
    assert len(printed) == 27 + 115
    assert {code: form.boxes[code].kind for code in form.boxes if "." in code} == NAMED_BOXES


def test_check_boxes_and_dates_of_the_cover_are_of_their_kind(form: Edition) -> None:
    kinds = {code: box.kind for code, box in form.boxes.items()}

    assert {code for code, kind in kinds.items() if kind is BoxKind.CHECK} == {
        "16", "17", "18", "19", "26", "40", "41", "42",
    }  # fmt: skip
    assert {code for code, kind in kinds.items() if kind is BoxKind.DATE} == {
        "24", "25", "execution.date",
    }  # fmt: skip


def test_an_amount_is_flagged_when_negative_exactly_where_s04_says(form: Edition) -> None:
    entered = [box for box in amounts(form) if not box.is_computed]

    assert sorted(box.code for box in entered if not box.may_be_negative) == sorted(NEVER_NEGATIVE)
    assert sorted(box.code for box in entered if box.may_be_negative) == sorted(MAY_BE_NEGATIVE)
    assert form.sign_check is not None
    assert (form.sign_check.id, form.sign_check.severity) == ("S04", "error")


def test_parentheses_are_printed_at_ten_boxes(form: Edition) -> None:
    assert sorted(box.code for box in amounts(form) if box.parentheses) == sorted(IN_PARENTHESES)


def test_short_valuations_are_rounded_up(form: Edition) -> None:
    assert sorted(box.code for box in amounts(form) if box.cents == "up") == sorted(CENTS_UP)


def test_the_dollar_sign_is_printed_where_the_form_prints_it(form: Edition) -> None:
    assert sorted(box.code for box in amounts(form) if box.dollar_sign) == sorted(WITH_DOLLAR_SIGN)


def test_identity_names_targets_and_facts_are_carried_and_amounts_are_not(form: Edition) -> None:
    assert sorted(box.code for box in form.boxes.values() if box.carried) == sorted(CARRIED)


def test_every_formula_of_the_form_is_there_once(form: Edition) -> None:
    computed = [box for box in form.boxes.values() if box.is_computed and box.printed]

    assert {box.check: (box.code, box.formula) for box in computed} == FORMULAS
    assert len(computed) == len(FORMULAS)


def test_sums_and_differences_are_ruled_as_totals(form: Edition) -> None:
    percentages = {"7425", "7445", "7495"}

    assert {box.code for box in form.boxes.values() if box.total} == {
        code for code, _ in FORMULAS.values()
    } - percentages


def test_every_check_stands_in_its_schedule(form: Edition) -> None:
    places: dict[str, set[str]] = {}
    for schedule in form.schedules:
        for check in schedule.checks:
            places.setdefault(check.id, set()).add(schedule.id)

    assert places == EDIT_CHECKS
    assert {check.id for check in form.checks} == {"P02", "P03"}
    assert form.sign_check is not None
    assert form.sign_check.id == "S04"


def test_every_check_says_what_rule_is_behind_it_and_why_it_matters(form: Edition) -> None:
    every = [check for schedule in form.schedules for check in schedule.checks]

    for check in (*every, *form.checks):
        assert check.cite, check.id
        assert check.why, check.id
        assert check.message[-1] in ".?", check.id


def test_what_nobody_has_verified_is_marked_where_it_is_quoted(form: Edition) -> None:
    notices = {
        check.id: check.quoted_cite
        for schedule in form.schedules
        for check in schedule.checks
        if check.id in {"N01", "N04"}
    }

    assert notices["N01"] == "17 CFR 1.12(h); 63 FR 45711"
    assert notices["N04"] == "17 CFR 1.12(j) (unverified)"


def test_only_the_facts_of_the_firm_and_the_rule_s_level_are_not_printed(form: Edition) -> None:
    hidden = {box.code for box in form.boxes.values() if not box.printed}
    facts = {"firm.retail_forex", "firm.swap_dealer"}

    assert hidden == facts | {"7495.rule"}
    assert all(form.line_of(code).printed is (code not in facts) for code in form.boxes)
    assert form.line_of("7495.rule") is form.line_of("7495")


@pytest.mark.parametrize(
    ("edition", "levels"),
    [
        ("2014-01", ["7495", "7495.rule", "sec_early_warning"]),
        ("2026-03", ["7495", "sec_early_warning"]),
    ],
)
def test_the_capital_page_names_its_minimums_and_the_levels_that_differ(
    edition: str, levels: list[str]
) -> None:
    capital = next(each for each in load_editions()[edition].schedules if each.id == "cftc_capital")

    assert capital.standing is not None
    assert [each.figure for each in capital.standing.minimums] == ["7490", "sec_minimum"]
    assert [each.figure for each in capital.standing.levels] == levels


def test_every_schedule_cites_its_rule(form: Edition) -> None:
    assert all(schedule.cite for schedule in form.schedules)


@pytest.mark.parametrize("code", ["7240", "7337", "7660", "7150", "7765", "7380", "7198", "7495"])
def test_where_the_form_is_odd_a_note_says_so(form: Edition, code: str) -> None:
    assert form.boxes[code].note


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (
            "7190",
            "Line 14, Excess (deficiency) funds in segregation (subtract line 6 from line 13)",
        ),
        ("7150", "Line 12, Segregated funds on hand"),
        ("7530", "Cash in banks, total of line 1"),
        ("7050", "Deficits and debit balances, net of customer owned securities"),
        ("34", "Subsidiary or affiliate, second row"),
        ("16", "Line 1, Rule 17a-5(a)"),
    ],
)
def test_every_box_has_a_name_for_people(form: Edition, code: str, name: str) -> None:
    assert form.name_of(code) == name
    assert all(form.name_of(each).strip() for each in form.boxes)


# Hygiene of the texts.


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in cast("dict[str, object]", value).values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in cast("list[object]", value):
            yield from texts(part)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_texts_are_clean(path: Path) -> None:
    unclosed = 0
    for text in texts(tomllib.loads(path.read_text(encoding="utf-8"))):
        assert text, "an empty text is left out instead"
        assert "  " not in SET_APART.sub(" ", text)
        assert text == text.strip()
        assert not re.search(r" \n|\n |\t", text)
        assert not re.search(r"\s[,.;:)]|\(\s", text.replace("( ... )", "")), text
        unclosed += Counter(text)["("] - Counter(text)[")"] + numbered(text)
        # A blank may stand between a parenthesis and its partner, in a text of its own.
        assert unclosed in (0, 1), text
    assert unclosed == 0


# The official form's own wide spaces.
SET_APART = re.compile(r"(?<=CFR) {2,4}(?=3)|(?<=CFR\.) {2,4}(?=3)|(?<=N:) {2}|(?<=ns\.) {2}(?=\()")


def numbered(text: str) -> int:
    """Count the marks such as "1)" that open no parenthesis."""
    return len(re.findall(r"^\d\)", text))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_quotation_marks_and_dashes_are_straight_but_in_official_words(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        printed = re.match(r' *(label|text|title|lead|)( = )?\[?"', line)
        official = path.parent.name == "2026-03" and printed
        assert (line.translate(OFFICIAL_SIGNS) if official else line).isascii(), line


OFFICIAL_SIGNS = str.maketrans("", "", "\N{EN DASH}\N{RIGHT SINGLE QUOTATION MARK}")


def test_words_of_general_knowledge_say_so_in_the_same_words(form: Edition) -> None:
    helps = [line.help for schedule in form.schedules for line in schedule.line_items if line.help]

    assert any(text.endswith(" (unverified).") for text in helps)
    assert not any("general knowledge" in text or "not verified" in text for text in helps)


def test_a_check_of_the_house_cites_no_rule(form: Edition) -> None:
    every = [*form.checks, *(check for each in form.schedules for check in each.checks)]
    house = [check.quoted_cite for check in every if check.sure == "house"]

    assert {"no rule: a check of plausibility", "no rule: what is usual in practice"} < set(house)
    assert not any("CFR" in cite or "unverified" in cite for cite in house)
    assert all(check.sure == "house" for check in every if check.id.startswith("P"))


def test_schedules_and_boxes_are_quoted_with_their_marks(form: Edition) -> None:
    by_id = {schedule.id: schedule.quoted_cite for schedule in form.schedules}

    assert by_id["segregation"] == "17 CFR 1.20, 1.32; CEA 4d(a)(2) (unverified)"
    assert by_id["secured_funds"] == "Form, the title: Regulation 30.7"
    assert form.boxes["7495.rule"].quoted_cite == "17 CFR 1.12(b)"


@pytest.mark.parametrize("edition", ["2014-01", "2026-03"])
def test_the_cover_prints_the_words_that_the_screen_shows(edition: str) -> None:
    schedules = load_editions()[edition].schedules
    (cover,) = (schedule for schedule in schedules if not schedule.page.rows)
    printed = " ".join(f"{item.lead} {item.text}" for item in cover.page.ornaments)
    printed = re.sub(r"\s+", " ", printed)

    for line in cover.line_items:
        for words in re.split(r"_+|\{[^}]*\}", line.text.replace("…", "__")):
            assert words.strip() in printed
    for words in cover.title:
        assert words in printed
