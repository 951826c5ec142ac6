"""What the benchmarks work on: the sample in a scratch folder."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from focusdesk.catalog.loader import load_editions
from focusdesk.filing.register import Register
from focusdesk.samples.sample import write_sample
from focusdesk.store.opening import new_store


@contextmanager
def sample_store() -> Generator[Path]:
    """Give a new store with the sample's filings; it is gone afterwards."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.focusdesk"
        with new_store(path) as store:
            write_sample(Register(store, load_editions()))
        yield path


def installed_environment(cache: Path) -> dict[str, str]:
    """Give an environment in which our code is compiled once, as where it is installed.

    Args:
        cache: Where the compiled code goes.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(cache), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment
