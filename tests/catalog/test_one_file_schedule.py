"""Adding a schedule is one new file and no code: a definition file is dropped in, then seen."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.catalog.loader import load_editions
from focusdesk.export.papers import filing_pdf
from focusdesk.filing.register import Register
from focusdesk.resources import resource_path
from focusdesk.store.opening import new_store, open_store
from focusdesk.ui.look.theme import apply_theme, load_fonts, theme_named
from tests.cli.command import pages_of
from tests.ui.words import JANUARY, Pages, open_filing, shown, tab_badge, type_into

NEW_SCHEDULE = """\
id = "financial_condition"
tab = "Financial condition"
title = ["STATEMENT OF FINANCIAL CONDITION"]
order = 15

[[page.column]]
id = "inner"
rule = [356.3, 433.7]
frame = [437.8, 459.1]

[[page.column]]
id = "outer"
rule = [473.0, 550.4]
frame = [554.5, 575.8]

[[line_item]]
number = "1"
label = "Cash"
boxes = [{ code = "200", column = "inner" }, { code = "750", column = "outer", formula = "[200]" }]

[[line_item]]
number = "2"
label = "Cash segregated in compliance with federal and other regulations"
boxes = [{ code = "210", column = "inner" }, { code = "760", column = "outer", formula = "[210]" }]

[[line_item]]
number = "17"
label = "TOTAL ASSETS"
boxes = [{ code = "940", column = "outer", formula = "[750] + [760]", total = true }]

[[check]]
id = "T01"
severity = "warning"
must = "[210] >= [7070]"
codes = ["210", "7070"]
message = "{210} (210) is less than the cash in segregated bank accounts, {7070} (7070)."
"""


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """A store of the form with one file more than the form that is shipped."""
    forms = Path(shutil.copytree(resource_path("forms"), tmp_path / "forms"))
    (forms / "2014-01" / "financial_condition.toml").write_text(NEW_SCHEDULE, encoding="utf-8")
    with new_store(tmp_path / "firm.focusdesk"):
        pass
    with open_store(tmp_path / "firm.focusdesk") as store:
        yield Register(store, load_editions(forms))


@pytest.fixture
def pages(qapp: QApplication, qtbot: QtBot, register: Register) -> Iterator[Pages]:
    load_fonts()
    apply_theme(qapp, theme_named("light"))
    opened = open_filing(register.start_month(JANUARY))
    qtbot.addWidget(opened.tabs)
    opened.tabs.activateWindow()
    qtbot.waitUntil(opened.tabs.isActiveWindow)
    yield opened
    opened.signals.close()


def test_a_new_schedule_is_one_new_file(pages: Pages, register: Register, tmp_path: Path) -> None:
    # Its tab stands where its order says.
    tabs = [pages.tabs.tabText(position) for position in range(pages.tabs.count())]
    assert tabs[:3] == ["Cover", "Financial condition", "Segregation"]

    # Its boxes take what is typed, and its totals follow.
    type_into(pages, "200", "1,250")
    assert pages.tabs.current_code() == "210"
    type_into(pages, "210", "40")
    totals = [shown(pages, code) for code in ("750", "760", "940")]
    assert totals == ["1,250", "40", "1,290"]

    # Its check looks at another schedule, and is counted on its own tab.
    assert tab_badge(pages, "Financial condition") == ""
    type_into(pages, "7070", "41")
    assert tab_badge(pages, "Financial condition") == "1"

    # What was entered is in the store; what was computed never is.
    with closing(sqlite3.connect(tmp_path / "firm.focusdesk")) as file:
        stored = dict(file.execute("SELECT code, value FROM entry WHERE code NOT IN ('24', '25')"))
    assert stored == {"200": "1250", "210": "40", "7070": "41"}
    again = register.open(register.store.find(JANUARY))
    assert (again.value("210"), again.value("940")) == (40, 1290)

    # Its page is printed where its tab stands, each figure before its own code.
    printed = pages_of(filing_pdf(again))
    assert len(printed) == len(tabs)
    lines = printed[1].splitlines()
    assert "STATEMENT OF FINANCIAL CONDITION" in lines
    assert [line for line in lines if line[:1].isdigit()] == [
        "1. Cash 1,250 200 1,250 750",
        "2. Cash segregated in compliance with federal and other regulations 40 210 40 760",
        "17. TOTAL ASSETS 1,290 940",
    ]
