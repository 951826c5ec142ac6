"""What a schedule says of how its requirement is met."""

from focusdesk.form.standing import Level, Standing

LEVEL = Level("7495", "the form's", "Form, the note on 7495", "form")
SEC = Level("sec", "the SEC's", "17 CFR 1.12(b)")
CAPITAL = Standing("Capital", "anc", beside=("3760",), minimums=(SEC,), levels=(LEVEL,))


def test_what_is_left_out_names_nothing() -> None:
    assert list(CAPITAL.boxes) == []


def test_what_is_held_minimums_levels_and_what_stands_beside_may_be_carried_figures() -> None:
    assert list(CAPITAL.figures) == [
        ("held", "anc"),
        ("beside", "3760"),
        ("minimum", "sec"),
        ("level", "7495"),
    ]


def test_a_level_quotes_its_rule_with_the_mark_that_it_needs() -> None:
    assert LEVEL.quoted_cite == "Form, the note on 7495"
    assert SEC.quoted_cite == "17 CFR 1.12(b) (unverified)"


def test_a_pool_names_its_boxes_by_their_keys() -> None:
    pool = Standing("Segregation", "7180", "7190", "7194", "7198")

    assert list(pool.boxes) == [("excess", "7190"), ("target", "7194"), ("over_target", "7198")]
