"""The tool that lays our form over the official one notices what differs, and nothing else."""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pikepdf
import pytest

from focusdesk.catalog.loader import load_editions
from focusdesk.export.draw import Drawing
from focusdesk.export.fonts import measure
from focusdesk.export.report import draw_blank_form
from focusdesk.form.edition import Edition
from focusdesk.form.placed import Face, Lettering, PlacedPage, PlacedText, Role
from focusdesk.form.placing import place
from tests.export.fidelity import (
    EDITION,
    OFFICIAL_PAGES,
    ComparedPage,
    compared_pages,
    main,
    pages_out_of_order,
)
from tests.export.page_differences import Alone, differences
from tests.export.page_overlay import overlay
from tests.export.printed_page import PrintedPage, read_page

pypdfium2 = cast("Any", import_module("pypdfium2"))

OFFICIAL = "FOCUSDESK_OFFICIAL_PDF"
SAID = (
    f"The SEC's own Form X-17A-5 Part II is not part of the project: "
    f"name its PDF in the environment variable {OFFICIAL} to measure our pages against it."
)

Change = Callable[[PlacedPage], PlacedPage]


@cache
def segregation() -> PlacedPage:
    form = load_editions()[EDITION]
    [schedule] = [each for each in form.schedules if each.id == "segregation"]
    return place(form, schedule, None, measure)


def file_of(page: PlacedPage) -> bytes:
    drawing = Drawing(title="", author="", subject="")
    drawing.page(page)
    return drawing.finish()


@cache
def seen(content: bytes) -> PrintedPage:
    with pypdfium2.PdfDocument(content) as document:
        return read_page(document[0])


def compared(change: Change) -> ComparedPage:
    """Compare the page with what a change makes of it."""
    whole = segregation()
    found = differences(seen(file_of(whole)), seen(file_of(change(whole))))
    return ComparedPage("segregation", 28, found, None, None)


def with_texts(page: PlacedPage, texts: Iterable[PlacedText]) -> PlacedPage:
    return replace(page, texts=tuple(texts))


def is_of(text: PlacedText, role: Role, code: str) -> bool:
    return text.role is role and text.code == code


def moved(role: Role, code: str, dx: float = 0.0, dy: float = 0.0) -> Change:
    def change(page: PlacedPage) -> PlacedPage:
        return with_texts(
            page,
            (
                replace(text, x=text.x + dx, y=text.y + dy) if is_of(text, role, code) else text
                for text in page.texts
            ),
        )

    return change


def with_words(words: str, instead: str) -> Change:
    def change(page: PlacedPage) -> PlacedPage:
        return with_texts(
            page, (replace(text, text=text.text.replace(words, instead)) for text in page.texts)
        )

    return change


def with_frame_moved(code: str, dx: float) -> Change:
    def change(page: PlacedPage) -> PlacedPage:
        frames = (
            replace(frame, x=frame.x + dx, to_x=frame.to_x + dx) if frame.code == code else frame
            for frame in page.frames
        )
        return moved(Role.CODE, code, dx)(replace(page, frames=tuple(frames)))

    return change


def names(things: Iterable[Alone]) -> list[str]:
    return [thing.name for thing in things]


def test_a_page_does_not_differ_from_itself() -> None:
    page = compared(lambda page: page)

    assert page.missed == ()
    for measured in page.measures:
        assert measured.found.is_within(0.001), measured.name
    assert not page.found.set_otherwise
    assert [len(measured.found.moved) > 0 for measured in page.measures] == [
        True, False, True, True, True, True, True
    ]  # fmt: skip


def test_a_moved_box_misses_by_as_much_as_it_moved() -> None:
    page = compared(with_frame_moved("7100", 1.3))

    assert page.missed == ("code boxes",)
    furthest = page.found.boxes.furthest
    assert furthest is not None
    assert (furthest.name, furthest.dx) == ("7100", pytest.approx(1.3, abs=0.01))
    assert compared(with_frame_moved("7100", 0.9)).missed == ()


def test_a_missing_box_is_named_and_its_number_is_no_box_without_its_frame() -> None:
    def unframed(page: PlacedPage) -> PlacedPage:
        return replace(page, frames=tuple(one for one in page.frames if one.code != "7100"))

    page = compared(unframed)

    assert page.missed == ("code boxes", "words")
    assert names(page.found.boxes.missing) == ["7100"]
    assert names(page.found.words.added) == ["7100"]


def test_a_box_with_another_code_is_one_missing_and_one_added() -> None:
    page = compared(with_words("7100", "7101"))

    assert names(page.found.boxes.missing) == ["7100"]
    assert names(page.found.boxes.added) == ["7101"]


def test_a_missing_word_is_named() -> None:
    page = compared(with_words("Net ledger balance", "Net balance"))

    assert page.missed == ("words",)
    assert names(page.found.words.missing) == ["ledger"]
    assert names(page.found.words.added) == []


def test_an_added_word_is_named() -> None:
    page = compared(with_words("Net ledger balance", "Net ledger balance sheet"))

    assert page.missed == ("words",)
    assert names(page.found.words.added) == ["sheet"]
    assert names(page.found.words.missing) == []


def test_a_word_that_differs_is_named_beside_the_one_that_should_stand_there() -> None:
    page = compared(with_words("customers\u2019", "customers'"))

    assert page.missed == ("words",)
    [said] = page.found.different
    assert said.startswith('"customers\'" for "customers\u2019"')


def test_words_in_another_order_are_noticed() -> None:
    page = compared(with_words("Net ledger balance", "ledger Net balance"))

    assert "words" in page.missed


def test_a_moved_first_word_misses_by_as_much_as_it_moved() -> None:
    def shifted(page: PlacedPage) -> PlacedPage:
        lines = (
            replace(text, x=text.x + 1.5, y=text.y + 1.5) if "Net ledger" in text.text else text
            for text in page.texts
        )
        return with_texts(page, lines)

    page = compared(shifted)

    assert page.missed == ("first words",)
    furthest = page.found.first_words.furthest
    assert furthest is not None
    assert furthest.name == "Net"
    assert furthest.distance == pytest.approx(1.5 * 2**0.5, abs=0.01)


def test_the_words_that_begin_a_line_a_label_or_a_column_are_first_words() -> None:
    firsts = [move.name for move in compared(lambda page: page).found.first_words.moved]

    assert {"1.", "Net", "A.", "Cash", "Less:", "Items", "Futures"} <= set(firsts)
    assert not {"ledger", "Commission", "page"} & set(firsts)


@pytest.mark.parametrize(
    ("role", "code"), [(Role.DOLLAR, "7010"), (Role.PARENTHESIS, "7033")], ids=["$", "( )"]
)
def test_moved_dollar_signs_and_parentheses_miss(role: Role, code: str) -> None:
    assert compared(moved(role, code, dy=-2.2)).missed == ("$ and ( )",)
    assert compared(moved(role, code, dy=-1.8)).missed == ()


def test_a_missing_dollar_sign_is_noticed() -> None:
    def without(page: PlacedPage) -> PlacedPage:
        kept = (text for text in page.texts if not is_of(text, Role.DOLLAR, "7100"))
        return with_texts(page, kept)

    page = compared(without)

    assert page.missed == ("$ and ( )",)
    assert names(page.found.marks.missing) == ["$"]


def test_rules_and_leaders_are_counted_and_measured() -> None:
    def change(page: PlacedPage) -> PlacedPage:
        rules = tuple(
            replace(rule, to_x=rule.to_x - 4.0) if rule.code == "7010" else rule
            for rule in page.rules
            if rule.code != "7020"
        )
        return replace(page, rules=rules, leaders=page.leaders[1:])

    page = compared(change)

    assert page.missed == ()
    assert (len(page.found.rules.missing), len(page.found.leaders.missing)) == (1, 1)
    furthest = page.found.rules.furthest
    assert furthest is not None
    assert furthest.dx == pytest.approx(-4.0, abs=0.01)


def test_bold_type_and_wider_type_are_noticed() -> None:
    def change(page: PlacedPage) -> PlacedPage:
        set_bold = Lettering(8.0, Face.BOLD, 1.0)
        lines = (
            replace(text, lettering=set_bold) if text.text == "Net ledger balance" else text
            for text in page.texts
        )
        return with_texts(page, lines)

    page = compared(change)

    assert page.found.set_otherwise == ("Net", "ledger", "balance")
    assert max(move.dx for move in page.found.widths) > 2.0


def form_file(form: Edition, folder: Path) -> Path:
    """Put our pages where the official file has them."""
    path = folder / "official.pdf"
    drawn = {page.id: number for number, page in enumerate(form.schedules)}
    with pikepdf.new() as whole, pikepdf.open(BytesIO(draw_blank_form(form))) as ours:
        order = {number: drawn[name] for name, number in OFFICIAL_PAGES.items() if name in drawn}
        for number in range(1, max(OFFICIAL_PAGES.values()) + 1):
            if number in order:
                whole.pages.append(ours.pages[order[number]])
            else:
                whole.add_blank_page(page_size=(612, 792))
        whole.save(path)
    return path


def without_word(form: Edition) -> Edition:
    def shorter(label: str) -> str:
        return label.replace("Net ledger balance", "Net balance")

    schedules = tuple(
        replace(
            schedule,
            line_items=tuple(
                replace(line, label=shorter(line.label)) for line in schedule.line_items
            ),
        )
        for schedule in form.schedules
    )
    return replace(form, schedules=schedules)


def test_the_tool_finds_nothing_where_nothing_differs_and_draws_its_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    official = form_file(load_editions()[EDITION], tmp_path)

    status = main([str(official), "--picture", str(tmp_path / "pictures")])

    said = capsys.readouterr().out
    assert (status, "all within budget" in said) == (0, True)
    assert [line for line in said.splitlines() if line.startswith("page 28")] == [
        "page 28, segregation: ok"
    ]
    assert len(list((tmp_path / "pictures").glob("*.png"))) == len(OFFICIAL_PAGES)


def test_the_tool_fails_and_says_where_a_word_of_the_official_page_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    official = form_file(without_word(load_editions()[EDITION]), tmp_path)

    status = main([str(official), "--page", "28", "--verbose"])

    said = capsys.readouterr().out
    assert status == 1
    assert "page 28, segregation: MISSES" in said
    assert "added    ledger  at" in said
    assert "1 missed: 28 words" in said
    assert "page 29" not in said


def test_a_page_that_our_form_lacks_is_a_difference() -> None:
    whole = load_editions()[EDITION]
    kept = tuple(each for each in whole.schedules if each.id != "dealer_options")

    missed = list(pages_out_of_order(replace(whole, schedules=kept)))

    assert missed == [(30, "dealer_options: our form has no such page")]
    assert list(pages_out_of_order(whole)) == []


def test_the_tool_fails_where_our_form_has_its_pages_in_another_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = load_editions()["2014-01"]
    official = form_file(form, tmp_path)

    status = main([str(official), "--edition", form.id])

    assert status == 1
    assert "27 cftc_capital: our form has segregation there" in capsys.readouterr().out


@pytest.mark.parametrize("content", [None, b"no PDF", "short"], ids=["absent", "text", "short"])
def test_a_file_that_is_not_the_form_is_refused_with_a_sentence(
    content: bytes | str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "official.pdf"
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else file_of(segregation()))

    assert main([str(path)]) == 2
    assert "official.pdf" in capsys.readouterr().err


def test_the_picture_is_red_where_only_the_official_page_has_ink_and_blue_where_only_ours_has() -> (
    None
):
    def page_of(*texts: PlacedText) -> Any:
        return pypdfium2.PdfDocument(file_of(PlacedPage(200.0, 100.0, "", texts)))[0]

    def block(x: float, y: float) -> PlacedText:
        return PlacedText("\u2588", x, y, 0.0, Lettering(20.0), Role.LABEL)

    picture = overlay(page_of(block(20, 40), block(120, 40)), page_of(block(20, 40), block(20, 90)))

    colours = [picture.getpixel((x * 150 // 72, y * 150 // 72)) for x, y in
               ((25, 33), (125, 33), (25, 83), (125, 83))]  # fmt: skip
    assert colours == [(0, 0, 0), (255, 0, 0), (0, 0, 255), (255, 255, 255)]


@pytest.mark.skipif(not os.environ.get(OFFICIAL), reason=SAID)
def test_our_pages_keep_every_budget_against_the_official_ones() -> None:
    form = load_editions()[EDITION]

    pages = list(compared_pages(form, Path(os.environ[OFFICIAL])))

    assert [page.number for page in pages] == list(OFFICIAL_PAGES.values())
    assert {page.number: page.missed for page in pages if page.missed} == {}
