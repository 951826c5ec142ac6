from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.verify import verify


def test_every_text_that_a_fact_had_is_told_with_its_author_and_time(
    store: SqliteFilingStore,
) -> None:
    store.set_fact("calendar", "federal")
    store.set_fact("Größe", "5")
    store.set_fact("calendar", "exchange")
    told = store.fact_history()
    assert [(each.name, each.text) for each in told] == [
        ("calendar", "federal"),
        ("Größe", "5"),
        ("calendar", "exchange"),
    ]
    assert [each.author for each in told] == ["ada"] * 3
    assert [each.written for each in told] == sorted(each.written for each in told)
    assert all(each.written.tzinfo for each in told)
    assert store.facts() == {"calendar": "exchange", "Größe": "5"}


def test_a_text_that_is_there_already_is_not_written_again(store: SqliteFilingStore) -> None:
    store.set_fact("calendar", "federal")
    store.set_fact("calendar", "federal")
    assert len(store.fact_history()) == 1


def test_only_facts_are_told_and_the_journal_holds_together(store: SqliteFilingStore) -> None:
    assert store.fact_history() == ()
    store.set_fact("due:2014-01", "")
    assert verify(store.path) == ()
