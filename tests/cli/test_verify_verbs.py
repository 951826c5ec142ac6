"""Whether a store, or a PDF that was printed from it, is what it should be."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pikepdf import Pdf

from focusdesk.catalog.loader import load_editions
from focusdesk.export.bundle import Bundle
from focusdesk.export.papers import filing_pdf
from focusdesk.filing.register import Register
from focusdesk.form.period import Period
from focusdesk.store.opening import open_store
from focusdesk.store.verify import verify
from tests.cli.amendments import amend
from tests.cli.command import Command, Ran, in_its_own_process
from tests.cli.tampering import (
    attached,
    changed,
    cover_page,
    leave_out_page,
    retitle,
    rewrite_attached,
    say_over,
    take_page_from,
)

JANUARY = Period(2014, 1)
ORIGINAL = "January 2014, the original filing"
Print = Callable[..., Path]


@pytest.fixture
def printed(store: Path, command: Command, tmp_path: Path) -> Print:
    """Print January as a file, with more words for `export`."""

    def export(*words: str, period: str = "2014-01", name: str = "january.pdf") -> Path:
        to = tmp_path / name
        # A signature copy says by its status that the month's CRD number is blank.
        ran = command("export", store, "--period", period, "--to", to, *words)
        assert ran.status == ("signature" in words)
        return to

    return export


@pytest.fixture
def verified(store: Path, command: Command) -> Callable[[Path], Ran]:
    def run(file: Path) -> Ran:
        return command("verify", store, "--pdf", file)

    return run


Verified = Callable[[Path], Ran]


# The store


def test_verify_says_that_nothing_is_wrong(sample: Path, command: Command) -> None:
    ran = command("verify", sample)
    assert ran.status == 0
    assert ran.out.startswith("Nothing wrong")


def test_verify_names_month_and_code_of_what_was_changed_behind_its_back(
    store: Path, command: Command
) -> None:
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute(
            "UPDATE entry SET value = '1' WHERE code = '7010' AND value LIKE '3472%'"
        )
    ran = command("verify", store)
    assert ran.status == 1
    assert "January 2014, 7010" in ran.out
    opened = command("months", store)
    assert opened.status == 2
    assert "January 2014, 7010" in opened.err


def test_verify_of_no_store_is_refused(tmp_path: Path, command: Command) -> None:
    assert command("verify", tmp_path / "none.focusdesk").status == 2


def test_a_store_is_verified_without_a_library_for_pdf(sample: Path) -> None:
    code = (
        "import sys; from focusdesk.__main__ import main; main(['verify', *sys.argv[1:]]);"
        "print({'pikepdf', 'pypdfium2', 'reportlab'} & set(sys.modules))"
    )
    assert in_its_own_process(sample, code=code).out.endswith("set()\n")


# A PDF that is what the store holds


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ((), "a print of the filing, marked DRAFT"),
        (("--schedule", "segregation"), "a print of the filing, marked DRAFT"),
        (("--copy", "review"), "a review copy, marked DRAFT"),
        (("--copy", "public", "--no-margin"), "a public set, marked DRAFT"),
    ],
)
def test_a_print_is_exactly_what_the_store_holds(
    printed: Print, verified: Verified, words: tuple[str, ...], kind: str
) -> None:
    ran = verified(printed(*words))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"january.pdf is exactly what the store holds: {ORIGINAL}.\nIt is {kind}.\n"


def test_a_signature_copy_says_when_it_was_made_and_by_whom(
    printed: Print, verified: Verified, store: Path
) -> None:
    ran = verified(printed("--copy", "signature", "--date-for-pen"))
    with open_store(store) as opened:
        record = opened.print_record(opened.find(JANUARY))
    assert record is not None
    assert ran.status == 0
    at = record.printed.astimezone()
    assert ran.out.splitlines()[1].startswith(f"It is the signature copy that {record.user} made")
    assert ran.out.splitlines()[1].endswith(f"{at:%Y} at {at:%H:%M}.")


def test_a_signature_copy_that_another_store_recorded_is_not_taken_for_ones_own(
    printed: Print, command: Command, sample: Path
) -> None:
    ran = command("verify", sample, "--pdf", printed("--copy", "signature"))
    assert ran.status == 0
    assert "It is a signature copy, of which the store has no record." in ran.out


def test_a_bundle_is_held_against_each_of_its_months(
    store: Path, tmp_path: Path, verified: Verified, command: Command
) -> None:
    bundle, file = Bundle(), tmp_path / "both.pdf"
    with open_store(store) as opened:
        register = Register(opened, load_editions())
        for period in (Period(2013, 12), JANUARY):
            session = register.open(opened.find(period))
            bundle.add(session.filing, filing_pdf(session))
    file.write_bytes(bundle.finished())
    both = "December 2013, the original filing; " + ORIGINAL
    ran = verified(file)
    assert ran.status == 0
    assert ran.out.startswith(f"both.pdf is exactly what the store holds: {both}.\n")

    command("set", store, "--period", "2014-01", "7100=1")
    ran = verified(file)
    assert ran.status == 1
    assert f"\n4 boxes differ from {ORIGINAL}:\n7100  printed 93,296,699, " in ran.out
    assert "Every box on its pages is as the store holds it: December 2013, the ori" in ran.out
    assert ran.out.endswith("The file is as it was printed.\n")


# What the store holds has changed


@pytest.mark.parametrize("copy", ["filing", "review", "public", "signature"])
def test_boxes_that_changed_since_are_named_with_what_follows(
    printed: Print, verified: Verified, store: Path, command: Command, copy: str
) -> None:
    file = printed("--copy", copy)
    command("set", store, "--period", "2014-01", "7100=1")
    ran = verified(file)
    assert ran.status == 1
    said = ran.out.splitlines()
    assert said[0] == "january.pdf is not exactly what the store holds."
    assert said[2:] == [
        f"4 boxes differ from {ORIGINAL}:",
        "7100  printed 93,296,699, the store holds 1",
        "7180  printed 1,036,486,351, the store holds 943,189,653",
        "7190  printed 87,608,087, the store holds (5,688,611)",
        "7198  printed 40,164,174, the store holds (53,132,524)",
        "The file is as it was printed.",
    ]


def test_what_changed_and_was_put_back_is_as_printed(
    printed: Print, verified: Verified, store: Path, command: Command
) -> None:
    file = printed()
    command("set", store, "--period", "2014-01", "7100=1", "7510=")
    command("import", store, "--period", "2014-01", file)
    assert verified(file).status == 0


def test_a_page_whose_boxes_are_as_they_were_tells_that_others_changed(
    printed: Print, verified: Verified, store: Path, command: Command
) -> None:
    file = printed("--schedule", "cover")
    command("set", store, "--period", "2014-01", "7100=1")
    ran = verified(file)
    assert ran.status == 1
    assert f"Every box on its pages is as the store holds it: {ORIGINAL}.\n" in ran.out
    assert "Boxes of pages that are not in this file have changed since" in ran.out
    assert ran.out.endswith(
        "The digest that the file carries of itself is right.\n"
        "Its pages show the words that its figures give.\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        ("explain-change", "--period", "2014-01", "7100=a new bank"),
        ("explain-finding", "--period", "2014-01", "X13:7690=a broker"),
        ("thresholds", "1"),
    ],
)
def test_explanations_and_thresholds_that_changed_since_a_review_are_told(
    printed: Print, verified: Verified, store: Path, command: Command, words: tuple[str, ...]
) -> None:
    file = printed("--copy", "review")
    verb, *others = words
    assert command(verb, store, *others).status == 0
    ran = verified(file)
    assert ran.status == 1
    assert f"Every figure attached to it is as the store holds it: {ORIGINAL}.\n" in ran.out
    assert "The explanations of its changes, or the firm's thresholds, have changed" in ran.out


def test_notes_that_changed_since_a_review_are_told_apart_from_figures(
    printed: Print, verified: Verified, store: Path
) -> None:
    file = printed("--copy", "review")
    with open_store(store) as opened:
        opened.write_note(opened.find(JANUARY), "7100", "Call the bank.")
    ran = verified(file)
    assert ran.status == 1
    assert f"Every figure attached to it is as the store holds it: {ORIGINAL}.\n" in ran.out
    assert "Its notes have changed since" in ran.out
    assert "(review tables)" in ran.out


def test_a_comparison_month_that_changed_since_a_review_is_named(
    printed: Print, verified: Verified, store: Path, command: Command
) -> None:
    file = printed("--copy", "review")
    command("set", store, "--period", "2013-12", "7100=1")
    ran = verified(file)
    assert ran.status == 1
    assert "December 2013, beside which it stands, has changed since." in ran.out


def test_a_month_that_the_store_has_not_is_named(
    printed: Print, command: Command, tmp_path: Path
) -> None:
    other = tmp_path / "other.focusdesk"
    command("new", other, "--period", "2014-02")
    ran = command("verify", other, "--pdf", printed())
    assert ran.status == 1
    assert f"The store does not hold {ORIGINAL}." in ran.out


def test_it_says_which_amendment_a_print_is_of(
    store: Path, printed: Print, verified: Verified
) -> None:
    original = printed()
    amend(store, JANUARY, {"7100": 1})
    assert verify(store) == ()
    amended = printed(name="amended.pdf")

    ran = verified(original)
    assert ran.status == 0
    assert ran.out.startswith(f"january.pdf is exactly what the store holds: {ORIGINAL}.\n")
    assert "The store also holds January 2014, amendment 1, which came after it." in ran.out
    ran = verified(amended)
    assert ran.status == 0
    assert ran.out.startswith(
        "amended.pdf is exactly what the store holds: January 2014, amendment 1.\n"
    )


# The file was changed


@pytest.mark.parametrize("seal_anew", [False, True])
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            cover_page(2),
            "Page 2 (Segregation): not drawn as printed, though the words are the same.",
        ),
        (
            say_over(3, "See the amendment."),
            "Page 3 (Dealer options): not drawn as printed, though the words are the same.",
        ),
        (leave_out_page(7), "It has 6 pages; its figures fill 7."),
        (retitle, "Its typefaces, tags or description are not as they were printed."),
        (
            rewrite_attached(b'"draft": true', b'"draft": false', "print.json"),
            '"DRAFT" does not belong there.',
        ),
        (
            rewrite_attached(b'"margin": true', b'"margin":  true', "print.json"),
            "print.json, which is attached to it, is not as it was printed.",
        ),
        (
            rewrite_attached(b"focusdesk 0", b"focusdesk 9", "print.json"),
            "It was drawn by focusdesk 9",
        ),
    ],
)
def test_a_change_of_the_file_is_noticed_and_said_where(
    printed: Print,
    verified: Verified,
    change: Callable[[Pdf], object],
    sentence: str,
    *,
    seal_anew: bool,
) -> None:
    file = printed()
    file.write_bytes(changed(file.read_bytes(), change, seal_anew=seal_anew))
    ran = verified(file)
    assert ran.status == 1
    assert ran.out.startswith("january.pdf is not exactly what the store holds.\n")
    assert sentence in ran.out
    assert ("The file was changed after it was printed:" in ran.out) != seal_anew
    # Sealed anew, these two leave pages that show the attached figures.
    shown = seal_anew and sentence.startswith(("Its typefaces", "It was drawn"))
    which = "Every box on its pages" if shown else "Every figure attached to it"
    assert f"{which} is as the store holds it: {ORIGINAL}." in ran.out


@pytest.mark.parametrize("seal_anew", [False, True])
def test_a_page_that_shows_other_figures_than_the_file_carries_is_noticed(
    printed: Print, verified: Verified, store: Path, command: Command, *, seal_anew: bool
) -> None:
    file = printed()
    command("set", store, "--period", "2014-01", "7100=99296699")
    other = printed(name="other.pdf").read_bytes()
    command("set", store, "--period", "2014-01", "7100=93296699")
    forged = changed(file.read_bytes(), take_page_from(other, 2), seal_anew=seal_anew)
    file.write_bytes(forged)
    ran = verified(file)
    assert ran.status == 1
    said = ran.out.splitlines()
    assert said[2] == 'Page 2 (Segregation): "99,296,699" stands in the place of "93,296,699".'
    assert f"Every figure attached to it is as the store holds it: {ORIGINAL}." in said
    assert "on its pages" not in ran.out
    assert "Page 3" not in ran.out
    assert "Page 1 " not in ran.out


@pytest.mark.parametrize("seal_anew", [False, True])
def test_figures_that_the_pages_do_not_show_are_noticed(
    printed: Print, verified: Verified, *, seal_anew: bool
) -> None:
    file = printed()
    change = rewrite_attached(b'"7100": 93296699', b'"7100": 99296699')
    file.write_bytes(changed(file.read_bytes(), change, seal_anew=seal_anew))
    ran = verified(file)
    assert ran.status == 1
    assert "7100  attached 99,296,699, the store holds 93,296,699\n" in ran.out
    assert "7190  attached 87,608,087, but the others give 93,608,087\n" in ran.out
    assert "filing.json, which is attached to it, is not as it was printed.\n" in ran.out
    assert "Its pages are as they were printed.\n" in ran.out


def test_a_file_that_was_only_packed_anew_is_what_it_was(
    printed: Print, verified: Verified
) -> None:
    file = printed()
    before = file.read_bytes()
    again = changed(before, lambda _: None)
    file.write_bytes(again)
    ran = verified(file)
    assert ran.status == 1, "its seal is of other bytes"
    assert "Its pages and figures are as printed; other bytes of the file were changed." in ran.out
    file.write_bytes(changed(before, lambda _: None, seal_anew=True))
    assert before != file.read_bytes()
    assert verified(file).status == 0


def test_a_remark_in_the_margins_is_told_as_that(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    file, other = tmp_path / "january.pdf", tmp_path / "n.focusdesk"
    command("export", sample, "--period", "2014-01", "--to", file)
    command("new", other, "--period", "2014-01")
    command("import", other, "--period", "2014-01", file)
    ran = command("verify", other, "--pdf", file)
    assert ran.status == 1
    assert ran.out.splitlines()[2].startswith("Pages 1, 2, 3, 4, 5, 6, 7 (Cover, ")
    assert "), only words in the margins differ: " in ran.out
    assert "sample of a public filing" in ran.out
    assert f"Every box on its pages is as the store holds it: {ORIGINAL}.\n" in ran.out


def test_what_a_library_says_of_a_damaged_file_is_kept_from_the_user(
    printed: Print, verified: Verified
) -> None:
    file = printed()
    content = file.read_bytes()
    with Pdf.open(file) as pdf:
        packed = attached(pdf).read_raw_bytes()
    at = content.index(packed)
    file.write_bytes(content[:at] + bytes(8) + content[at + 8 :])
    ran = verified(file)
    assert ran.status == 1
    assert ran.out.splitlines()[1] == (
        "january.pdf is damaged, or was saved again by another program "
        "(filing.json cannot be unpacked). Use the file as focusdesk wrote it."
    )
    assert "rror" not in ran.out


@pytest.mark.parametrize("said", [b'"copy": "poster"', b'"copy": 7'])
def test_a_print_that_does_not_say_how_it_was_made_is_damaged(
    printed: Print, verified: Verified, said: bytes
) -> None:
    file = printed()
    change = rewrite_attached(b'"copy": "filing"', said, "print.json")
    file.write_bytes(changed(file.read_bytes(), change))
    ran = verified(file)
    assert ran.status == 1
    assert "What the file says of how it was printed cannot be read" in ran.out


@pytest.mark.parametrize("content", [b"", b"no pdf", b"%PDF-1.7\n"])
def test_a_file_that_is_no_print_is_refused_or_damaged(
    verified: Verified, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(content)
    ran = verified(file)
    assert ran.status == (1 if content.startswith(b"%PDF") else 2)
    assert "a.pdf" in ran.out + ran.err


def test_a_file_that_is_not_there_is_refused(verified: Verified, tmp_path: Path) -> None:
    ran = verified(tmp_path / "none.pdf")
    assert (ran.status, ran.out) == (2, "")
    assert "none.pdf" in ran.err


def test_the_blank_form_is_no_print_of_a_filing(
    command: Command, verified: Verified, tmp_path: Path
) -> None:
    file = tmp_path / "blank.pdf"
    command("blank", "--edition", "2014-01", "--to", file)
    ran = verified(file)
    assert (ran.status, ran.out) == (2, "")
    assert "blank.pdf carries no figures" in ran.err


def test_verifying_changes_nothing(printed: Print, verified: Verified, store: Path) -> None:
    file = printed("--copy", "signature")
    before = store.read_bytes(), file.read_bytes()
    verified(file)
    assert (store.read_bytes(), file.read_bytes()) == before
