"""Where the program keeps what is not named: the default store, and the log of its faults."""

from pathlib import Path

_PROGRAM = "focusdesk"


def data_folder() -> Path:
    """Give the folder in which the user's default store is kept; it may not exist yet."""
    import platformdirs  # noqa: PLC0415 -- a command whose store is named does without

    return platformdirs.user_data_path(_PROGRAM, appauthor=False)


def store_or_default(store: Path | None) -> Path:
    """Give the store that was named, or the one that is meant where none is."""
    return store or data_folder() / "desk.focusdesk"


def new_store_or_default(store: Path | None) -> Path:
    """Give the store to make; the default one's folder is made with it, for its owner alone."""
    if store is None:
        data_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    return store_or_default(store)


def fault_log() -> Path:
    """Give the file to which the program's own faults are written."""
    import platformdirs  # noqa: PLC0415 -- for a fault alone

    return platformdirs.user_state_path(_PROGRAM, appauthor=False) / "faults.log"
