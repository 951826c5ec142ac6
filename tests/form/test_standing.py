"""What a schedule says of how its requirement is met."""

from focusdesk.form.standing import Standing

CAPITAL = Standing("Capital", "anc", level="7495", beside=("3760",))


def test_what_is_left_out_names_nothing() -> None:
    assert list(CAPITAL.boxes) == [("level", "7495")]


def test_what_is_held_and_what_stands_beside_may_be_carried_figures() -> None:
    assert list(CAPITAL.figures) == [("held", "anc"), ("beside", "3760")]


def test_a_pool_names_its_boxes_by_their_keys() -> None:
    pool = Standing("Segregation", "7180", "7190", "7194", "7198")

    assert list(pool.boxes) == [("excess", "7190"), ("target", "7194"), ("over_target", "7198")]
