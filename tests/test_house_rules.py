"""Rules of this house that no linter knows; CONTRIBUTING.md says why each is there."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "focusdesk"
SOURCES = sorted(PACKAGE.rglob("*.py"))
PURE = ("form", "calc", "filing")

LONGEST_FILE = 400
LONGEST_FUNCTION = 40

# Imports inside functions, each for the start-up time that it saves (ARCHITECTURE.md, "Start").
START_UP_SEAMS = frozenset(
    {
        "__main__.py",  # the desk or the commands, never both
        "app/__init__.py",  # the window is seen before SQLAlchemy is imported
        "app/joined.py",  # ReportLab
        "calendars/due.py",  # holidays
        "cli/compare_verbs.py",  # ReportLab
        "cli/entry_verbs.py",  # ReportLab
        "cli/export_verbs.py",  # ReportLab
        "cli/form_verbs.py",  # ReportLab, holidays, the definitions
        "cli/opening.py",  # holidays
        "cli/places.py",  # platformdirs
        "cli/run.py",  # each command's own imports
        "cli/sheet_files.py",  # ReportLab
        "cli/verify_verbs.py",  # ReportLab, pikepdf, PDFium
        "exchange/comparison_files.py",  # openpyxl
        "exchange/file_lines.py",  # openpyxl, pikepdf
        "exchange/filing_files.py",  # openpyxl
        "store/opening.py",  # Alembic
        "ui/compare/comparing.py",  # what makes a change
        "ui/features.py",  # what the window does seldom
        "ui/preview/printing.py",  # PDFium, the print dialog
    }
)


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def _imports(nodes: Iterator[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_file_does_one_thing_and_stays_under_its_budget(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_function_stays_under_its_budget(path: Path) -> None:
    long = {
        f"{function.name}: {function.end_lineno - function.lineno + 1} lines"
        for function in _functions(path)
        if function.end_lineno is not None
        and function.end_lineno - function.lineno >= LONGEST_FUNCTION
    }
    assert not long


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if _name(path).split("/")[0] in PURE], ids=_name
)
def test_the_core_imports_the_standard_library_only(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    foreign = {
        module
        for module in _imports(ast.walk(tree))
        if module.split(".")[0] not in sys.stdlib_module_names
        and module.split(".")[0] != "focusdesk"
    }
    assert not foreign


def test_imports_stand_at_the_top_except_at_the_seams_that_start_up_needs() -> None:
    inside = {
        _name(path)
        for path in SOURCES
        for function in _functions(path)
        for _ in _imports(ast.walk(function))
    }
    assert inside == START_UP_SEAMS


def test_nothing_is_imported_for_type_checking_alone() -> None:
    hidden = [_name(path) for path in SOURCES if "TYPE_CHECKING" in path.read_text("utf-8")]
    assert not hidden


def test_every_file_has_its_test_file() -> None:
    untested = {
        _name(path)
        for path in SOURCES
        if path.name not in {"__init__.py", "__main__.py"}
        and "migrations" not in path.parts
        and not (ROOT / "tests" / path.parent.relative_to(PACKAGE) / f"test_{path.name}").exists()
    }
    assert not untested


def test_files_are_named_after_things_of_the_field() -> None:
    vague = {"util", "utils", "helper", "helpers", "manager", "common", "base", "misc", "data"}
    named = {part for path in SOURCES for part in path.with_suffix("").parts}
    assert not named & vague
