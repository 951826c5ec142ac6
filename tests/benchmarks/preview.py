"""The first page of the print preview on the screen, and the next one."""

import os
from collections.abc import Iterator
from importlib import import_module
from typing import Any, cast

from PySide6.QtWidgets import QApplication

from benchmarks.measure import Measurement, in_turns, median
from benchmarks.scratch import sample_store
from focusdesk.catalog.loader import load_editions
from focusdesk.export.papers import filing_pdf
from focusdesk.filing.register import Register
from focusdesk.form.period import Period
from focusdesk.store.opening import open_store
from focusdesk.ui.preview.preview_pages import PreviewPages
from focusdesk.ui.preview.preview_view import PreviewView

ROUNDS = 60
BUDGET = 1.5

pypdfium2 = cast("Any", import_module("pypdfium2"))


def measurements() -> Iterator[Measurement]:
    """Compare with PDFium that opens the same file and draws the same page as large."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or QApplication([])
    with sample_store() as path, open_store(path) as store:
        register = Register(store, load_editions())
        content = filing_pdf(register.open(store.find(Period(2014, 1))))
    view = PreviewView()
    view.resize(900, 1060)  # the first page, and nothing of the next
    view.set_zoom(100)
    view.show()
    app.processEvents()
    scale = 96 / 72

    def first_page() -> None:
        pages = PreviewPages(content)
        view.show_pages(pages)
        view.viewport().repaint()
        view.let_go()
        pages.close()

    def bare_first_page() -> None:
        with pypdfium2.PdfDocument(content) as document:
            document[0].render(scale=scale, prefer_bgrx=True)

    ours, floor = in_turns(first_page, bare_first_page, ROUNDS)
    yield Measurement(
        "the preview's first page", median(ours), median(floor), "bare pypdfium2", BUDGET
    )
    view.hide()
