import ast
import subprocess
import sys
from pathlib import Path

import pytest

INSTALLER = Path(__file__).resolve().parents[2] / "installer"
BOOTSTRAP = INSTALLER / "bootstrap.py"


@pytest.mark.parametrize("name", ["__init__.py", "bootstrap.py", "pythons.py"])
def test_what_an_older_python_reads_is_written_for_python_36(name: str) -> None:
    tree = ast.parse((INSTALLER / name).read_text(encoding="utf-8"), feature_version=(3, 6))
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            annotated = [argument.annotation for argument in node.args.args]
            for annotation in (*annotated, node.returns):  # evaluated while defining the function
                assert isinstance(annotation, (ast.Name, ast.Constant, type(None)))
        if isinstance(node, ast.ImportFrom):
            assert node.module != "__future__"


def test_set_up_needs_the_standard_library_only() -> None:
    own = {"installer", "focusdesk"}
    for path in INSTALLER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                modules.append(node.module)
            outside = {module.split(".")[0] for module in modules}
            assert outside <= own | set(sys.stdlib_module_names), path.name


@pytest.mark.parametrize("arguments", [[], ["install"]])
def test_anything_but_the_two_commands_gets_the_usage(arguments: list[str]) -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, str(BOOTSTRAP), *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "python3 installer/bootstrap.py run" in done.stderr


def test_an_older_python_without_a_newer_one_prints_the_command_that_brings_it(
    tmp_path: Path,
) -> None:
    # a Python 3.6 in all that bootstrap looks at, on a machine without another Python
    stand_in = (
        "import sys, runpy; sys.version_info = (3, 6, 9); sys.argv = ['bootstrap.py', 'run'];"
        f"sys.path.insert(0, {str(INSTALLER.parent)!r});"
        "from installer import pythons; pythons._executables = lambda: [];"
        f"runpy.run_path({str(BOOTSTRAP)!r}, run_name='__main__')"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", stand_in], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.returncode == 78
    assert "needs another Python: 3.11 or newer, and this is 3.6" in done.stderr
    assert "This brings one:\n    " in done.stderr
    assert not list(tmp_path.iterdir())
