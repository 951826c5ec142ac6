"""A small edition of a form in a temporary folder, and a way to spoil it."""

from collections.abc import Callable
from pathlib import Path

import pytest

EDITION = """\
id = "2020-01"
title = "A small form"
in_force_from = "2020-01"
firm_code = "13"
as_of_code = "25"

[sign_check]
id = "S04"
severity = "error"
message = "{code} holds {value}."

[[furniture]]
kind = "text"
x = 39.5
y = 99.0
text = "{13}"
"""

CASH = """\
id = "cash"
tab = "Cash"
title = ["STATEMENT OF CASH"]
order = 10

[page]
top = 140.0

[[page.column]]
id = "inner"
rule = [356.3, 437.5]
frame = [437.8, 459.1]

[[page.column]]
id = "outer"
rule = [473.0, 554.3]
frame = [554.5, 575.8]

[[line_item]]
label = "Firm {13} as of"
boxes = [
  { code = "13", kind = "text", carried = true },
  { code = "25", kind = "date", column = "outer" },
]

[[line_item]]
number = "1"
label = "Cash"
boxes = [{ code = "100", column = "outer", dollar_sign = true }]

[[line_item]]
number = "2"
label = "Less: checks\\nnot cashed"
indent = 1
boxes = [
  { code = "200", column = "inner", parentheses = true },
  { code = "300", column = "outer", formula = "[100] - [200]", check = "F01", total = true },
]

[[check]]
id = "S01"
severity = "warning"
must = "[200] <= [100]"
codes = ["200"]
message = "{200} is more than {100}."
"""

Change = Callable[[str, str, str], None]


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    """A folder of editions with one in it, ``2020-01``, that has nothing wrong."""
    folder = tmp_path / "forms"
    (folder / "2020-01").mkdir(parents=True)
    (folder / "2020-01" / "edition.toml").write_text(EDITION, encoding="utf-8")
    (folder / "2020-01" / "cash.toml").write_text(CASH, encoding="utf-8")
    return folder


@pytest.fixture
def change(forms: Path) -> Change:
    """Replace words that stand once in a file: ``change("2020-01/cash.toml", old, new)``."""

    def replace(name: str, old: str, new: str) -> None:
        path = forms / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return replace
