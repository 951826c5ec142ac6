"""The seven pages of January 2014 to PDF, warm."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.measure import Measurement, in_turns, median
from benchmarks.scratch import sample_store
from focusdesk.catalog.loader import load_editions
from focusdesk.export.fonts import measure
from focusdesk.export.report import ReportHeading, draw_report
from focusdesk.filing.register import Register
from focusdesk.form.period import Period
from focusdesk.form.placed import Face
from focusdesk.form.placing import place
from focusdesk.resources import resource_path
from focusdesk.store.opening import open_store

ROUNDS = 20
HEADING = ReportHeading("Firm", "January 2014", "2014-01", "DRAFT", "focusdesk")


def measurements() -> Iterator[Measurement]:
    """Compare with a bare canvas that draws the same strings with the same fonts."""
    with sample_store() as path, open_store(path) as store:
        register = Register(store, load_editions())
        session = register.open(store.find(Period(2014, 1)))
    edition = session.edition
    pages = [place(edition, each, session.value, measure) for each in edition.schedules]
    strings = [
        [
            (text.x, text.y, text.lettering.face.value, text.lettering.size, text.text)
            for text in page.texts
        ]
        for page in pages
    ]

    for face in Face:
        file = resource_path("fonts", f"LiberationSans-{face.value.capitalize()}.ttf")
        cast("Any", pdfmetrics).registerFont(TTFont(face.value, str(file)))

    def bare() -> None:
        canvas = Canvas(BytesIO(), pagesize=(612, 792), invariant=1)
        for page in strings:
            for x, y, font, size, text in page:
                canvas.setFont(font, size)
                canvas.drawString(x, 792 - y, text)
            canvas.showPage()
        canvas.save()

    ours, floor = in_turns(lambda: draw_report(edition, session.value, HEADING), bare, ROUNDS)
    yield Measurement(
        "seven pages to PDF", median(ours), median(floor), "a bare canvas, same strings", 1.5
    )
