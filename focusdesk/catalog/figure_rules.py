"""Rules for the figures that checks ask for and no box holds."""

from collections.abc import Iterator

from focusdesk.catalog.overlay import PlacedEdition
from focusdesk.catalog.problem import Problem
from focusdesk.form.box import BoxKind
from focusdesk.form.edit_check import CarriedFigure

_GIVEN = (BoxKind.AMOUNT, BoxKind.YES_NO)


def figure_problems(placed: PlacedEdition) -> Iterator[Problem]:
    """Find the carried figures that nobody could give, or that are looked up where none is.

    Args:
        placed: The edition; its figures may come from the one that it is based on.
    """
    figures = {figure.code: figure for figure in placed.edition.figures}
    for figure in figures.values():
        for message in (*_of_kind(figure), *_of_filed(figure, figures.get(figure.filed))):
            yield Problem(placed.file, f"carried figure {figure.code}", message)
        if figure.code in placed.edition.boxes:
            message = f"A box has the code {figure.code} too. Give the figure a name of its own."
            yield Problem(placed.file, f"carried figure {figure.code}", message)


def _of_kind(figure: CarriedFigure) -> Iterator[str]:
    if figure.given and figure.kind not in _GIVEN:
        kinds = " or ".join(f'"{kind.value}"' for kind in _GIVEN)
        yield (
            f'given is true, but its kind is "{figure.kind.value}": only an amount, or a yes or '
            f"no, can be given. Write kind = {kinds}, or take given out."
        )


def _of_filed(figure: CarriedFigure, filed: CarriedFigure | None) -> Iterator[str]:
    if not figure.filed:
        return
    if filed is None:
        yield (
            f'filed is "{figure.filed}", but the edition has no such carried figure. '
            "Correct the code or add the figure."
        )
    elif filed.code == figure.code:
        yield f'filed is "{figure.filed}", the figure itself. Name the one that it was then.'
    elif not filed.given:
        yield f'filed is "{figure.filed}", but nobody gives that figure. Write given = true there.'
    elif filed.kind is not figure.kind:
        yield (
            f'filed is "{figure.filed}" of kind "{filed.kind.value}", but this figure is of kind '
            f'"{figure.kind.value}". Give both the same kind.'
        )
    if not figure.given:
        yield "filed is looked up only for a figure that may be given. Write given = true."
