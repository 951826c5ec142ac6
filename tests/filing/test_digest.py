import hashlib

import pytest

from focusdesk.filing.digest import canonical, digest_of


def test_canonical_json_has_no_spaces_sorted_keys_and_characters_as_they_are() -> None:
    assert canonical({"b": [1, None], "a": "é"}) == '{"a":"é","b":[1,null]}'


def test_a_digest_can_be_recomputed_with_any_tool() -> None:
    assert digest_of(["é", 1]) == hashlib.sha256('["é",1]'.encode()).hexdigest()


@pytest.mark.parametrize("other", ["1", 1.0, b"1", None, True])
def test_values_of_another_type_have_another_digest(other: object) -> None:
    assert digest_of([other]) != digest_of([1])


def test_half_of_a_surrogate_pair_has_no_digest() -> None:
    with pytest.raises(UnicodeEncodeError):
        digest_of("\ud800")
