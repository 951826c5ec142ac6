"""The figures that checks ask for and no box of the form holds: `figures`."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from focusdesk.calc.checks import Judgement, State
from focusdesk.cli.opening import opened
from focusdesk.cli.output import say, say_json, say_table, tell
from focusdesk.cli.request import Refused, Request
from focusdesk.cli.verbs import DONE
from focusdesk.filing.carried_figures import KnownFigure
from focusdesk.filing.given_figure import GivenFigure
from focusdesk.filing.session import FilingSession


def figures(request: Request) -> int:
    """Give carried figures with their source, all of them or none; then list what is known.

    Raises:
        StoreError: the month or the store is not there, or cannot be written.
        EditRefused: the month is sealed, or a figure or its source is refused.
        Refused: a word gives no figure, or one twice.
    """
    with opened(request.store) as register:
        session = register.open(register.store.find(request.period))
        given = _given(request.words)
        if request.source_words and not given:
            message = "--source goes with a figure: figures --period 2014-01 anc=650,000,000 ..."
            raise Refused(message)
        with register.store.together():
            for code, amount in given.items():
                session.give_figure(code, amount, request.source_words)
        if given:
            tell(f"Kept with {session.filing.title}.")
        known = session.carried.known()
        if request.as_json:
            say_json([_entry(session, each) for each in known])
        else:
            say_table(("figure", "", "amount", "source", "checks"), _rows(session, known))
            waiting = sum(each.given is None for each in known)
            for line in _history(session, known):
                say(line)
            say(f"{session.filing.title}: {waiting} of {len(known)} carried figures are not known.")
    return DONE


def _history(session: FilingSession, known: Iterable[KnownFigure]) -> Iterator[str]:
    """Tell what no longer stands, the oldest first, and what the month before had."""
    for each in known:
        code = each.figure.code
        was = [given for given in session.carried.history(code) if given != each.given]
        yield from (f"{code} was {given.shown or 'blank'}: {given.signed}" for given in was)
        earlier = session.carried.earlier(code)
        if earlier:
            yield f"{code}: {earlier.words}"


def _given(words: Iterable[str]) -> dict[str, str]:
    """Read ``anc=650,000,000``; what is empty is withdrawn."""
    given: dict[str, str] = {}
    for word in words:
        code, equals, amount = word.partition("=")
        code = code.strip()
        if not equals:
            message = f'"{word}" gives no figure. Write its name, "=" and it: anc=650,000,000.'
            raise Refused(message)
        if code in given:
            message = f"{code} is given twice. Give it once."
            raise Refused(message)
        given[code] = amount
    return given


def _rows(session: FilingSession, known: Iterable[KnownFigure]) -> list[tuple[str, ...]]:
    return [
        (each.figure.code, each.figure.name, each.shown, each.origin, _asking(session, each))
        for each in known
    ]


def _asking(session: FilingSession, each: KnownFigure) -> str:
    """Say what asks for a figure: ``N05 waits, X08 holds``."""
    asking = session.checks.asking(each.figure.code)
    return ", ".join(dict.fromkeys(f"{it.id} {_WORDS[it.state]}" for it in asking))


_WORDS = {State.HOLDS: "holds", State.FAILS: "fails", State.NOT_EVALUATED: "waits"}


def _entry(session: FilingSession, each: KnownFigure) -> dict[str, object]:
    given = each.given
    return {
        "code": each.figure.code,
        "label": each.figure.label,
        "value": each.value,
        "source": given.source if given else None,
        "author": given.author if given else None,
        "written": given.written.isoformat() if given else None,
        "filed": each.filed or None,
        "history": [_given_entry(it) for it in session.carried.history(each.figure.code)],
        "month_before": _earlier_entry(session, each.figure.code),
        "checks": [_check_entry(it) for it in session.checks.asking(each.figure.code)],
    }


def _given_entry(given: GivenFigure) -> dict[str, object]:
    return {
        "value": given.value,
        "source": given.source or None,
        "author": given.author,
        "written": given.written.isoformat(),
    }


def _earlier_entry(session: FilingSession, code: str) -> dict[str, object] | None:
    earlier = session.carried.earlier(code)
    return earlier and {"month": earlier.month} | _given_entry(earlier.given)


def _check_entry(judgement: Judgement) -> dict[str, object]:
    return {"id": judgement.id, "state": judgement.state.value, "message": judgement.words}


ACTS: Mapping[str, Callable[[Request], int]] = {"figures": figures}
"""What each command does."""
