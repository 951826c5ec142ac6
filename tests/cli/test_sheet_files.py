"""`check --to` and `notices --to`: the sheets beside the form."""

from pathlib import Path

import pytest

from tests.cli.command import Command, pages_of

MONTH = ("--period", "2014-01")


@pytest.fixture
def short(store: Path, command: Command) -> Path:
    """January 2014 with far more owed to customers than is held."""
    command("set", store, *MONTH, "7020=900,000,000")
    return store


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the command is given."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_findings_are_written_as_the_list_has_them(
    short: Path, command: Command, tmp_path: Path
) -> None:
    to = tmp_path / "findings.pdf"
    listed = command("check", short, *MONTH).status

    ran = command("check", short, *MONTH, "--to", to)

    assert (ran.status, ran.out, ran.err) == (listed, "", f"Wrote {to}.\n")
    said = " ".join(" ".join(pages_of(to.read_bytes())).split())
    assert "Findings of January 2014" in said
    assert "provisional notice" in said
    assert "X13" in said
    assert "not evaluated" not in said

    command("check", short, *MONTH, "--all", "--to", to)
    assert "not evaluated" in " ".join(" ".join(pages_of(to.read_bytes())).split())


def test_the_notices_on_record_are_written_with_room_for_the_pen(
    short: Path, command: Command, tmp_path: Path
) -> None:
    to = tmp_path / "notices.pdf"
    command("complete", short, *MONTH, "segregation", "--record")

    ran = command("notices", short, *MONTH, "--to", to)

    assert (ran.status, ran.out, ran.err) == (1, "", f"Wrote {to}.\n")
    said = " ".join(" ".join(pages_of(to.read_bytes())).split())
    assert "under-segregated (N01)" in said
    assert "Remedial steps" in said


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("check", "--to", "x.csv"), "its name must end in .pdf"),
        (("check", "--to", "x.pdf", "--json"), "--json: the file named by --to is a PDF"),
        (("check", "--to", "x.pdf", "--sides"), "--sides: the file has the findings, and no pools"),
        (("check", "--to", "none/x.pdf"), "there is no folder"),
        (("notices", "--to", "x.json"), "its name must end in .pdf"),
        (("notices", "--to", "x.pdf", "--json"), "--json: the file named by --to is a PDF"),
        (("notices", "--to", "x.pdf"), "no notice of January 2014 is on record"),
    ],
)
def test_what_cannot_be_written_is_refused(
    short: Path, command: Command, folder: Path, words: tuple[str, ...], why: str
) -> None:
    name, *options = words

    ran = command(name, short, *MONTH, *options)

    assert (ran.status, ran.out) == (2, "")
    assert why in ran.err
    assert not list(folder.glob("x.*"))
