from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.exchange.file_lines import LARGEST_FILE, read_file
from focusdesk.exchange.file_table import FileContent, ImportRefused, Unreadable


def _read(folder: Path, name: str, content: str | bytes) -> FileContent:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_file(path)


def _pairs(content: FileContent) -> list[tuple[str, object]]:
    return [(line.code, line.value) for line in content.lines]


@pytest.mark.parametrize(
    "text",
    [
        "code,value\n7010,5\n7510,HARRIS TRUST\n",
        "\ufeffcode,value\r\n7010,5\r\n7510,HARRIS TRUST\r\n",
        "code;value\n7010;5\n7510;HARRIS TRUST\n",
        "code\tvalue\n7010\t5\n7510\tHARRIS TRUST\n",
        "7010,5\n7510,HARRIS TRUST",
        '\n"code","value"\n"7010","5"\n"7510","HARRIS TRUST"\n',
    ],
)
def test_csv_is_separated_by_the_first_comma_semicolon_or_tab(tmp_path: Path, text: str) -> None:
    assert _pairs(_read(tmp_path, "a.csv", text)) == [("7010", "5"), ("7510", "HARRIS TRUST")]


def test_commas_within_quotes_and_after_semicolons_stay(tmp_path: Path) -> None:
    assert _pairs(_read(tmp_path, "a.csv", 'code,value\n7010,"1,234"\n')) == [("7010", "1,234")]
    assert _pairs(_read(tmp_path, "b.csv", "7010;1,234\n")) == [("7010", "1,234")]
    assert _pairs(_read(tmp_path, "c.csv", '"a,b";value;code\n1;2;7010\n')) == [("7010", "2")]


def test_the_apostrophe_that_guards_text_is_taken_off_and_no_other(tmp_path: Path) -> None:
    text = "code,value\n7510,'=1+1\n7550,'tis\n7630,''=1\n"
    assert [value for _, value in _pairs(_read(tmp_path, "a.csv", text))] == [
        "=1+1",
        "'tis",
        "'=1",
    ]


def test_rows_are_counted_as_an_editor_shows_them(tmp_path: Path) -> None:
    content = _read(tmp_path, "a.csv", "code,value\n\n7010,5\n")
    assert [line.where for line in content.lines] == ["row 3"]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", "7010,5", r"a\.txt cannot be imported: only \.csv, \.xlsx, \.json and \.pdf"),
        ("a.csv", "7010,5\xff".encode("latin-1"), r"not UTF-8 text \(byte 7\)"),
        ("a.csv", "code,value".encode("utf-16"), "not UTF-8 text"),
        ("a.csv", 'code,value\n7010,"5\n', r"a\.csv, row 2: the line cannot be read"),
        ("a.csv", f"code,value\n7510,{'x' * 200_000}\n", "field larger than field limit"),
        ("a.json", "{", "not readable JSON"),
        ("a.json", "[" * 100_000, "not readable JSON"),
        ("a.json", '{"7010": ' + "9" * 5000 + "}", "not readable JSON"),
        ("a.json", "[1]", "not a JSON object"),
        ("a.json", '{"values": 5}', 'beside one object "values"'),
        ("a.json", '{"values": {}, "values": {}}', 'beside one object "values"'),
        ("a.json", '{"values": {}, "7010": 5}', 'beside one object "values"'),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused_in_a_sentence(
    tmp_path: Path, name: str, content: str | bytes, why: str
) -> None:
    with pytest.raises(ImportRefused, match=why):
        _read(tmp_path, name, content)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="cannot be read: No such file"):
        read_file(tmp_path / "a.csv")
    (tmp_path / "b.csv").mkdir()
    with pytest.raises(ImportRefused, match="cannot be read: Is a directory"):
        read_file(tmp_path / "b.csv")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(ImportRefused, match="larger than 20 MB"):
        read_file(path)


def test_json_may_be_what_export_writes(tmp_path: Path) -> None:
    text = (
        '{"period": "2014-01", "edition": "E", "amendment": 0, "values": {"7010": 5, "16": true}}'
    )
    content = _read(tmp_path, "a.json", text)
    assert (content.period, content.edition) == ("2014-01", "E")
    assert _pairs(content) == [("7010", 5), ("16", True)]


def test_json_may_be_one_plain_object(tmp_path: Path) -> None:
    content = _read(tmp_path, "a.json", '{"7010": -5, "7020": null, "7510": "X"}')
    assert _pairs(content) == [("7010", -5), ("7020", None), ("7510", "X")]


@pytest.mark.parametrize("number", ["1.2e1", "1e3", "NaN", "Infinity", "-Infinity"])
def test_json_numbers_must_be_whole(tmp_path: Path, number: str) -> None:
    (line,) = _read(tmp_path, "a.json", f'{{"7010": {number}}}').lines
    assert isinstance(line.value, Unreadable)
    assert number in line.value.why


@pytest.mark.parametrize("value", ["[1]", '{"a": 1}'])
def test_a_json_value_must_be_one_value(tmp_path: Path, value: str) -> None:
    (line,) = _read(tmp_path, "a.json", f'{{"7010": {value}}}').lines
    assert isinstance(line.value, Unreadable)


def test_a_json_key_given_twice_is_kept_twice_for_the_preview_to_refuse(tmp_path: Path) -> None:
    assert len(_read(tmp_path, "a.json", '{"7010": 1, "7010": 2}').lines) == 2


@pytest.mark.parametrize("suffix", [".csv", ".json", ".xlsx"])
@given(content=st.binary(max_size=300))
def test_no_content_is_answered_with_anything_but_lines_or_a_refusal(
    suffix: str, content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    name = f"fuzzed{suffix}"
    try:
        outcome = _read(tmp_path_factory.getbasetemp(), name, content).name
    except ImportRefused as refused:
        outcome = str(refused)
    assert name in outcome
