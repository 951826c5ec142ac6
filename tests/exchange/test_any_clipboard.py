"""Whatever is pasted, and wherever: it gives a preview or a sentence, never a fault."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from focusdesk.exchange.block_reading import read_block
from focusdesk.filing.block import BlockRefused
from focusdesk.filing.block_placing import place_block
from focusdesk.filing.edit import EditRefused
from focusdesk.filing.ground import Ground
from focusdesk.filing.paste_preview import preview_paste
from focusdesk.form.box import Value
from tests.exchange.filled_form import FORM, with_values
from tests.filing.pages import AMOUNTS, page_of

_RECORDED = sorted((Path(__file__).parent / "clipboards").glob("*.*"))
_SEEDS = [
    *(path.read_bytes().decode() for path in _RECORDED if path.suffix in (".html", ".tsv")),
    "\n".join(f"> {code}: {value}" for code, value in AMOUNTS.items()),
    "Code,Value\n7010,5\n13,ACME\n25,01/31/14\n16,X\nfirm.retail_forex,no\n",
    "1\n2\n\n3\n(4)\n-5\n-\n",
]
_ODD = st.sampled_from(
    [
        *(
            "\t",
            "\n",
            '"',
            "\0",
            "\ud800",
            "\u202e",
            "'",
            "=1+1",
            "-",
            "9" * 400,
            "1e999",
            ",",
            ";",
        ),
        *(
            "<table>",
            "</table>",
            "<td colspan=1000>",
            "<td rowspan=1000>",
            "<!--",
            "<",
            "&#x110000;",
        ),
        *("7010", "7040", "9999", "13", "[7010]", "(5)", "\u2212", "\u0667", "\u00b2", "#REF!"),
    ]
)


@st.composite
def _damaged(draw: DrawFn) -> str:
    """A recorded clipboard with some odd signs put in, in the place of what stood there."""
    text = draw(st.sampled_from(_SEEDS))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(_ODD) + text[at + draw(st.integers(0, 40)) :]
    return text


@settings(max_examples=300, deadline=None)
@given(_damaged(), _damaged(), st.sampled_from(list(FORM.boxes)), st.booleans())
def test_any_clipboard_gives_a_preview_or_a_sentence(
    text: str,
    html: str,
    at_code: str,
    only_text: bool,  # noqa: FBT001 -- Hypothesis gives it
) -> None:
    held: dict[str, Value] = {"7010": 5, "13": "ACME"}
    worksheet = with_values(held)
    try:
        block = read_block(text, "" if only_text else html)
    except BlockRefused:
        return
    for reading in place_block(block, worksheet, page_of(at_code), at_code).readings:
        preview = preview_paste(reading, Ground(worksheet))
        assert preview.is_ready or not preview.changes or preview.in_the_way or preview.hindrance
        assert all(row.words and row.where for row in preview.rows)
        settled = preview.without_refused().with_signs(as_printed=True)
        assert not settled.in_the_way
        try:
            edit = settled.edit()
        except EditRefused:
            assert settled.hindrance
            continue
        for code, value in edit.values.items():
            box = FORM.boxes[code]
            assert not box.is_computed
            assert box.decode(box.encode(value)) == value
    assert worksheet.entered() == held
