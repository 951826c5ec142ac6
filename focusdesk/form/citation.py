"""How sure a rule statement is, and how it is quoted: marked wherever nobody has verified it."""

from typing import Final

FORM: Final = "form"
"""The form's own words say it."""
PUBLISHED: Final = "published"
"""The text of the rule was seen."""
HOUSE: Final = "house"
"""No rule asks for it: the program does, and its citation says what it is a check of."""
UNVERIFIED: Final = "unverified"
"""It is said from general knowledge: nobody has held it against the text of the rule."""

HOW_SURE: Final = (FORM, PUBLISHED, HOUSE, UNVERIFIED)
"""What a definition may say of how sure a check's citation is."""
OF_A_RULE: Final = (FORM, PUBLISHED, UNVERIFIED)
"""What it may say of what only a rule or the form can ask for."""


def quoted_cite(cite: str, sure: str) -> str:
    """Quote a citation as it is quoted anywhere: ``17 CFR 1.12(j) (unverified)``."""
    if not cite:
        return ""
    return f"no rule: {cite}" if sure == HOUSE else f"{cite}{mark_of(sure)}"


def mark_of(sure: str) -> str:
    """Give the mark that follows a statement which nobody has verified; empty for any other."""
    return f" ({UNVERIFIED})" if sure == UNVERIFIED else ""
