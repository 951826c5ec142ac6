"""Where the program's own files live: the form's editions, the fonts, the icons, the sample.

The only code that knows the difference between a source checkout (resources beside the package)
and an installed wheel (resources inside it).
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_resources"
_CHECKOUT = _PACKAGE.parent / "resources"


def resource_path(*parts: str) -> Path:
    """Give the path of a shipped resource, for example ``resource_path("fonts", "OFL.txt")``."""
    root = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return root.joinpath(*parts)
