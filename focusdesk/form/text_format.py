"""How the texts of the cover are usually written: ZIP code, state, telephone, file number.

A format never refuses: a firm may sit abroad, and the form takes what its filer states. Where a
text differs, a hint says in what; where only its spelling does, it can be tidied.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum


class TextFormat(StrEnum):
    """How a text box is usually written."""

    ZIP = "zip"
    STATE = "state"
    TELEPHONE = "telephone"
    EMAIL = "email"
    SEC_FILE_NUMBER = "sec_file_number"
    FIRM_ID = "firm_id"


def tidy(text_format: TextFormat, text: str) -> str:
    """Write a text as its format asks; give it back as it is where more than spelling differs."""
    tidied = _TIDY.get(text_format)
    return (tidied(text) if tidied else "") or text


def format_hint(text_format: TextFormat, text: str) -> str:
    """Say in what a text differs from its format; empty where it does not.

    "None" and "N/A" are as usual: firms are to write them on lines of the cover that do not apply
    (SEC instructions, Cover Page).
    """
    if text.casefold() in _DOES_NOT_APPLY:
        return ""
    if _USUAL[text_format].fullmatch(tidy(text_format, text)):
        return ""
    return _HINTS[text_format](text)


_DOES_NOT_APPLY = frozenset({"none", "n/a", "n.a."})

_STATES: Mapping[str, str] = {
    "AL": "Alabama",
    "AK": "Alaska",
    "AZ": "Arizona",
    "AR": "Arkansas",
    "CA": "California",
    "CO": "Colorado",
    "CT": "Connecticut",
    "DE": "Delaware",
    "DC": "District of Columbia",
    "FL": "Florida",
    "GA": "Georgia",
    "HI": "Hawaii",
    "ID": "Idaho",
    "IL": "Illinois",
    "IN": "Indiana",
    "IA": "Iowa",
    "KS": "Kansas",
    "KY": "Kentucky",
    "LA": "Louisiana",
    "ME": "Maine",
    "MD": "Maryland",
    "MA": "Massachusetts",
    "MI": "Michigan",
    "MN": "Minnesota",
    "MS": "Mississippi",
    "MO": "Missouri",
    "MT": "Montana",
    "NE": "Nebraska",
    "NV": "Nevada",
    "NH": "New Hampshire",
    "NJ": "New Jersey",
    "NM": "New Mexico",
    "NY": "New York",
    "NC": "North Carolina",
    "ND": "North Dakota",
    "OH": "Ohio",
    "OK": "Oklahoma",
    "OR": "Oregon",
    "PA": "Pennsylvania",
    "RI": "Rhode Island",
    "SC": "South Carolina",
    "SD": "South Dakota",
    "TN": "Tennessee",
    "TX": "Texas",
    "UT": "Utah",
    "VT": "Vermont",
    "VA": "Virginia",
    "WA": "Washington",
    "WV": "West Virginia",
    "WI": "Wisconsin",
    "WY": "Wyoming",
    "AS": "American Samoa",
    "GU": "Guam",
    "MP": "Northern Mariana Islands",
    "PR": "Puerto Rico",
    "VI": "Virgin Islands",
}
_CODES_OF_STATES = {name.casefold(): code for code, name in _STATES.items()}

_USUAL: Mapping[TextFormat, re.Pattern[str]] = {
    TextFormat.ZIP: re.compile(r"[0-9]{5}(-[0-9]{4})?"),
    TextFormat.STATE: re.compile("|".join(_STATES)),
    # Or one abroad, with its country's code.
    TextFormat.TELEPHONE: re.compile(
        r"\([2-9][0-9]{2}\) [2-9][0-9]{2}-[0-9]{4}( ext\. [0-9]{1,6})?"
        r"|\+[2-9][0-9 ().-]{5,}[0-9]"
    ),
    TextFormat.EMAIL: re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+"),
    # 8 is for broker-dealers, 026 for security-based swap dealers (general knowledge).
    TextFormat.SEC_FILE_NUMBER: re.compile(r"(8|026)-[0-9]{3,6}"),
    TextFormat.FIRM_ID: re.compile(r"[0-9]{1,8}"),
}

_ZIP_PLUS_4 = re.compile(r"([0-9]{5})[ -]?([0-9]{4})")
_FILE_NUMBER = re.compile(r"0{0,2}8[ -]+([0-9]{3,6})")
_TELEPHONE = re.compile(
    r"(?:\+?1[ .-]*)?\(?([2-9][0-9]{2})\)?[ ./-]*([2-9][0-9]{2})[ .-]*([0-9]{4})"
    r"(?:,? *(?:x|ext|extension)[ .]*([0-9]{1,6}))?",
    re.IGNORECASE,
)


def _tidy_zip(text: str) -> str:
    match = _ZIP_PLUS_4.fullmatch(text)
    return f"{match[1]}-{match[2]}" if match else ""


def _tidy_state(text: str) -> str:
    code = text.upper()
    return code if code in _STATES else ""


def _tidy_telephone(text: str) -> str:
    match = _TELEPHONE.fullmatch(text)
    if match is None:
        return ""
    extension = f" ext. {match[4]}" if match[4] else ""
    return f"({match[1]}) {match[2]}-{match[3]}{extension}"


def _tidy_file_number(text: str) -> str:
    match = _FILE_NUMBER.fullmatch(text)
    return f"8-{match[1]}" if match else ""


def _hint_at_zip(text: str) -> str:
    if re.fullmatch("[0-9]{4}", text):
        return f'"{text}" has four digits: is it 0{text}? Spreadsheets drop a zero in front.'
    return f'"{text}" is no ZIP code of the United States: those are like 10018 or 10018-2703.'


def _hint_at_state(text: str) -> str:
    code = _CODES_OF_STATES.get(text.casefold())
    if code:
        return f"The form has room for the two letters of a state: {code} for {_STATES[code]}."
    return f'"{text}" is none of the two-letter codes of the United States, like NY.'


def _hint_at_telephone(text: str) -> str:
    return (
        f'"{text}" is no telephone number of the United States: those have an area code and seven '
        f"digits, like (212) 555-0123. Write one abroad with its country, like +44 20 7946 0123."
    )


def _hint_at_email(text: str) -> str:
    return f'"{text}" is no e-mail address: those are like name@firm.com.'


def _hint_at_file_number(text: str) -> str:
    return f'"{text}" is no file number of a broker-dealer: the SEC gives them like 8-41562.'


def _hint_at_firm_id(text: str) -> str:
    return f'"{text}" is no firm ID: those are of digits alone.'


_TIDY: Mapping[TextFormat, Callable[[str], str]] = {
    TextFormat.ZIP: _tidy_zip,
    TextFormat.STATE: _tidy_state,
    TextFormat.TELEPHONE: _tidy_telephone,
    TextFormat.SEC_FILE_NUMBER: _tidy_file_number,
}
_HINTS: Mapping[TextFormat, Callable[[str], str]] = {
    TextFormat.ZIP: _hint_at_zip,
    TextFormat.STATE: _hint_at_state,
    TextFormat.TELEPHONE: _hint_at_telephone,
    TextFormat.EMAIL: _hint_at_email,
    TextFormat.SEC_FILE_NUMBER: _hint_at_file_number,
    TextFormat.FIRM_ID: _hint_at_firm_id,
}
