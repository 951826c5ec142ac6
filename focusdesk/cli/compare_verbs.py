"""Months side by side: `compare`."""

from collections.abc import Callable, Mapping, Sequence

from focusdesk.calc.decomposition import Decomposition
from focusdesk.cli.opening import opened
from focusdesk.cli.output import tell, writable_suffix, write_answer
from focusdesk.cli.places import store_or_default
from focusdesk.cli.request import Refused, Request
from focusdesk.cli.verbs import DONE
from focusdesk.exchange.comparison_files import WRITE_COMPARISON, comparison_json
from focusdesk.filing.compare import Comparison, ComparisonRow, Pair, compare
from focusdesk.filing.comparison_annex import ComparisonAnnex, comparison_annex
from focusdesk.filing.comparison_rows import RowFilter
from focusdesk.filing.comparison_view import ComparisonView
from focusdesk.filing.explained_change import explained_change
from focusdesk.filing.filing import Filing
from focusdesk.filing.month_choice import (
    MonthChoice,
    Preset,
    any_months,
    preset_months,
    side_by_side,
)
from focusdesk.filing.ports import FilingStore
from focusdesk.filing.thresholds import Thresholds, kept_thresholds, parse_threshold
from focusdesk.filing.trend import Trend, trend_of
from focusdesk.form.period import Period

_FIRM = "firm"


def compare_months(request: Request) -> int:
    """Write months side by side, in the order of time.

    Raises:
        StoreError: a month or the store is not there.
        MonthsRefused: the months cannot be laid side by side.
        ThresholdError: the size from which on changes are shown is none.
        LineNotAdded: a line that is to be drawn is none.
        Refused: the file cannot be written, would be of a kind that is not known, or an option is
            for another kind; or there is no such schedule or code.
    """
    suffix = writable_suffix(request.file, (".pdf", *WRITE_COMPARISON))
    _refuse_by_kind(request, suffix)
    with opened(request.store) as register:
        choice = _months(register.store, request)
        whole = compare(side_by_side(register, choice))
        view = _view(register.store, request, whole)
        shown = view.of(whole)
        annex = comparison_annex(register, shown) if request.with_explanations else None
    if choice.remark:
        tell(choice.remark)
    if not shown.rows:
        tell(f"None of {len(whole.rows)} lines is shown: {view.row_filter.words(whole)}.")
    decomposed = _decomposed(whole.looking_at(shown.pairs), request.explained)
    trend = trend_of(whole, request.lines) if request.trends else None
    content = _written(suffix, shown, (annex, trend), decomposed)
    write_answer(request.file, content, store_or_default(request.store))
    return DONE


def _refuse_by_kind(request: Request, suffix: str) -> None:
    """Refuse what a file of this kind has no place for."""
    if request.explained and suffix != ".json":
        message = "--explain is for .json: there the causes of a change have a place of their own."
        raise Refused(message)
    if request.trends and suffix != ".pdf":
        message = "--trends is for .pdf: the other kinds of file hold the figures themselves."
        raise Refused(message)
    if request.lines and not request.trends:
        message = "--line names a line that --trends draws besides the others: add --trends."
        raise Refused(message)


def _months(store: FilingStore, request: Request) -> MonthChoice:
    periods = [Period.parse(word) for word in request.words]
    if request.preset is None:
        return any_months(store.find(period) for period in periods)
    if len(periods) > 1:
        message = f"--preset {request.preset} is seen from one month, and {len(periods)} are named."
        raise Refused(message)
    filings = store.filings()
    filing = store.find(periods[0]) if periods else _newest(filings)
    printed = store.print_record(filing) is not None
    return preset_months(Preset(request.preset), filing, filings, printed=printed)


def _newest(filings: tuple[Filing, ...]) -> Filing:
    if not filings:
        message = "The store has no filing yet. Start a month first: focusdesk new."
        raise Refused(message)
    return filings[0]


def _view(store: FilingStore, request: Request, whole: Comparison) -> ComparisonView:
    if request.pair and request.neighbours:
        message = "--pair tells the changes of two months, --neighbours of all. Take one of them."
        raise Refused(message)
    return ComparisonView(
        row_filter=_filter(store, request, whole),
        pair=_pair(whole, request.pair) if request.pair else None,
        each_neighbour=request.neighbours,
        largest_first=request.sort == "size",
    )


def _pair(whole: Comparison, periods: Sequence[Period]) -> Pair:
    """Find the two months among those that are compared, the earlier one first."""
    places = [_place(whole, period) for period in periods]
    if places[0] == places[1]:
        message = f"--pair names {periods[0]} twice. Name two months."
        raise Refused(message)
    return min(places), max(places)


def _place(whole: Comparison, period: Period) -> int:
    for place, month in enumerate(whole.months):
        if month.filing.period == period:
            return place
    months = ", ".join(month.stem for month in whole.months)
    message = f"{period} is not among the months that are compared: {months}."
    raise Refused(message)


def _filter(store: FilingStore, request: Request, whole: Comparison) -> RowFilter:
    schedules = tuple(name.strip() for text in request.schedules for name in text.split(","))
    known = dict.fromkeys(row.schedule for row in whole.rows)
    for schedule in schedules:
        if schedule not in known:
            message = (
                f'There is no schedule "{schedule}" in these months. They have: {", ".join(known)}.'
            )
            raise Refused(message)
    return RowFilter(
        changed=request.changed,
        above=None if request.above is None else _thresholds(store, request.above),
        totals=request.totals,
        schedules=schedules,
        find=request.find,
    )


def _thresholds(store: FilingStore, text: str) -> Thresholds:
    if text.strip().casefold() == _FIRM:
        return kept_thresholds(store)
    return Thresholds(parse_threshold(text))


def _written(
    suffix: str,
    shown: Comparison,
    after: tuple[ComparisonAnnex | None, Trend | None],
    decomposed: list[tuple[Pair, Decomposition]],
) -> bytes:
    annex, trend = after
    if suffix == ".pdf":
        from focusdesk.export.papers import comparison_pdf  # noqa: PLC0415 -- ReportLab is 60 ms

        return comparison_pdf(shown, annex, trend)
    if suffix != ".json":
        return WRITE_COMPARISON[suffix](shown, annex)
    return comparison_json(shown, annex, decomposed)


def _decomposed(comparison: Comparison, codes: list[str]) -> list[tuple[Pair, Decomposition]]:
    """Say who made lines move, where changes are told."""
    rows = [_row(comparison, code) for code in codes]
    return [
        (pair, explained_change(comparison, row, pair)) for row in rows for pair in comparison.pairs
    ]


def _row(whole: Comparison, code: str) -> ComparisonRow:
    for row in whole.rows:
        if code in (row.code, *row.codes):
            return row
    message = f'The form has no box "{code}" in any of these months. Use a code like 7190.'
    raise Refused(message)


ACTS: Mapping[str, Callable[[Request], int]] = {"compare": compare_months}
"""What each command does."""
