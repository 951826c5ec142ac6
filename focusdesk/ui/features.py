"""What the window can do, feature by feature: each knows what some rows of the table of actions do.

What nothing but its own actions calls for is loaded on use: together these would make the first
page come a tenth later.
"""

from focusdesk.ui.appearance import Appearance
from focusdesk.ui.blocks.copying import Copying
from focusdesk.ui.compare.comparing import Comparing
from focusdesk.ui.desk.workplace import Feature, Workplace
from focusdesk.ui.enter_direction import EnterDirection
from focusdesk.ui.going.finding_round import FindingRound
from focusdesk.ui.going.journey import Journey
from focusdesk.ui.notes.attaching import Attaching
from focusdesk.ui.on_use import OnUse
from focusdesk.ui.preview.printing import Printing


def features_of(
    here: Workplace, comparing: Comparing, journey: Journey, printing: Printing
) -> tuple[Feature, ...]:
    """List the features of a window.

    Args:
        here: The window.
        comparing: Puts the comparison in front of the desk.
        journey: Remembers the places that were left.
        printing: Prints the sheet of keys.
    """
    figures = OnUse(here, ("carried_figures",), lambda: _giving_figures(here))
    return (
        comparing,
        figures,
        journey,
        Appearance(here, comparing),
        Attaching(here),
        Copying(here, comparing),
        EnterDirection(here),
        FindingRound(here),
        *_ways(here, comparing),
        *_works(here, printing, figures),
        *_rules(here, printing),
        OnUse(here, ("trends",), lambda: _trending(here, comparing)),
        OnUse(
            here,
            ("explain_finding", "filter_findings", "print_findings"),
            lambda: _answering(here, printing),
        ),
    )


def _trending(here: Workplace, comparing: Comparing) -> Feature:
    from focusdesk.ui.trends.trending import Trending  # noqa: PLC0415 -- ReportLab, QtSvg

    return Trending(here, comparing)


def _answering(here: Workplace, printing: Printing) -> Feature:
    from focusdesk.ui.notes.answering import Answering  # noqa: PLC0415 -- a start does without

    return Answering(here, printing.show_sheet)


def _giving_figures(here: Workplace) -> Feature:
    from focusdesk.ui.figures.giving_figures import GivingFigures  # noqa: PLC0415 -- a start does without

    return GivingFigures(here)


def _supposing(here: Workplace) -> Feature:
    from focusdesk.ui.what_if.supposing import Supposing  # noqa: PLC0415 -- likewise

    return Supposing(here)


def _ways(here: Workplace, comparing: Comparing) -> tuple[OnUse, ...]:
    """List the ways about that are loaded on use."""

    def finding() -> Feature:
        from focusdesk.ui.going.page_find import PageFind  # noqa: PLC0415 -- a start does without

        return PageFind(here)

    def going_to_code() -> Feature:
        from focusdesk.ui.going.go_to_code import GoingToCode  # noqa: PLC0415 -- likewise

        return GoingToCode(here, comparing)

    def explaining() -> Feature:
        from focusdesk.ui.notes.explaining import Explaining  # noqa: PLC0415 -- likewise

        return Explaining(here, comparing)

    def palette() -> Feature:
        from focusdesk.ui.going.palette import Palette  # noqa: PLC0415 -- likewise

        return Palette(here, comparing)

    def related_boxes() -> Feature:
        from focusdesk.ui.going.related_boxes import RelatedBoxes  # noqa: PLC0415 -- likewise

        return RelatedBoxes(here)

    return (
        OnUse(here, ("find", "next_hit", "earlier_hit"), finding),
        OnUse(here, ("go_to_code",), going_to_code),
        OnUse(here, ("explain_change",), explaining),
        OnUse(here, ("palette",), palette),
        OnUse(here, ("inputs", "readers"), related_boxes),
    )


def _works(here: Workplace, printing: Printing, figures: OnUse) -> tuple[OnUse, ...]:
    """List what works on the figures and tells of them, and is loaded on use."""

    def filling() -> Feature:
        from focusdesk.ui.blocks.filling import Filling  # noqa: PLC0415 -- a start does without

        return Filling(here)

    def helping() -> Feature:
        from focusdesk.ui.helping import Helping  # noqa: PLC0415 -- likewise

        return Helping(here, printing.print_words)

    def noting() -> Feature:
        from focusdesk.ui.notes.noting import Noting  # noqa: PLC0415 -- likewise

        return Noting(here)

    def overviewing() -> Feature:
        from focusdesk.ui.overview.overviewing import Overviewing  # noqa: PLC0415 -- likewise

        return Overviewing(here, figures.slots()["carried_figures"])

    def pasting() -> Feature:
        from focusdesk.ui.blocks.pasting import Pasting  # noqa: PLC0415 -- likewise

        return Pasting(here)

    return (
        OnUse(here, ("fill_last_month", "fill_selection"), filling),
        OnUse(here, ("help_on_line", "why", "keys", "legend", "about", "about_qt"), helping),
        OnUse(here, ("write_note", "month_note", "all_notes"), noting),
        OnUse(here, ("overview",), overviewing),
        OnUse(here, ("paste", "import_figures"), pasting),
    )


def _rules(here: Workplace, printing: Printing) -> tuple[OnUse, ...]:
    """List what tells the firm of days and duties, and is loaded on use."""

    def due_dates() -> Feature:
        from focusdesk.ui.due.due_dates import DueDates  # noqa: PLC0415 -- a start does without

        return DueDates(here)

    def reporting() -> Feature:
        from focusdesk.ui.duties.reporting import Reporting  # noqa: PLC0415 -- likewise

        return Reporting(here, printing.show_sheet)

    def facing() -> Feature:
        from focusdesk.ui.sides.facing import Facing  # noqa: PLC0415 -- likewise

        return Facing(here, printing.print_words)

    def targets() -> Feature:
        from focusdesk.ui.targets.setting_targets import SettingTargets  # noqa: PLC0415 -- likewise

        return SettingTargets(here)

    return (
        OnUse(here, ("two_sides",), facing),
        OnUse(here, ("what_if",), lambda: _supposing(here)),
        OnUse(here, ("targets", "overridden_targets"), targets),
        OnUse(here, ("complete_schedule", "notices"), reporting),
        OnUse(here, ("due_dates", "hand_in", "set_due", "firm_calendar"), due_dates),
    )
