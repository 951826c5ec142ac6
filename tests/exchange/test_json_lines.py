import pytest

from focusdesk.exchange.file_table import FileLine, ImportRefused, Unreadable
from focusdesk.exchange.json_lines import read_json


def test_what_export_writes_says_of_what_it_is() -> None:
    content = read_json(
        b'{"period": "2014-01", "edition": "2014-01", "amendment": 2, "values": {"7010": 5}}',
        "a.json",
    )
    assert (content.period, content.edition, content.amendment) == ("2014-01", "2014-01", "2")
    assert content.lines == (FileLine("", "7010", 5),)


def test_a_plain_object_says_nothing_of_a_month() -> None:
    content = read_json(b'{"7010": 5, "7510": "HARRIS TRUST", "16": true, "7080": null}', "a.json")
    assert [line.value for line in content.lines] == [5, "HARRIS TRUST", True, None]
    assert (content.period, content.edition, content.amendment) == ("", "", "")


def test_a_code_that_is_there_twice_is_seen_twice() -> None:
    content = read_json(b'{"7010": 5, "7010": 6}', "a.json")
    assert [line.value for line in content.lines] == [5, 6]


def test_cents_are_left_for_the_box_to_judge() -> None:
    content = read_json(b'{"7010": 1234.56, "7020": -1.234}', "a.json")
    assert [line.value for line in content.lines] == ["1234.56", "-1.2340"]


@pytest.mark.parametrize("value", ["1.5e0", "1e3", "NaN", "[1]", "{}"])
def test_what_no_box_holds_is_kept_for_its_own_sentence(value: str) -> None:
    (line,) = read_json(f'{{"7010": {value}}}'.encode(), "a.json").lines
    assert isinstance(line.value, Unreadable)


@pytest.mark.parametrize(
    "text", ["", "[]", "7", '{"values": 5}', '{"values": {}, "other": 1}', "[" * 100_000]
)
def test_what_is_no_such_object_is_refused(text: str) -> None:
    with pytest.raises(ImportRefused, match=r"^a\.json is not "):
        read_json(text.encode(), "a.json")
