"""The options of the commands: each that a command names is known and reads what it takes."""

import argparse

import pytest

from focusdesk.cli.options import COPIES, OPTIONS, PRESETS, read_period
from focusdesk.cli.verbs import VERBS
from focusdesk.filing.copies import Copy
from focusdesk.filing.month_choice import Preset
from focusdesk.form.period import Period


def test_every_option_of_a_command_is_known_and_every_option_has_a_command() -> None:
    named = {option.removesuffix("!") for verb in VERBS.values() for option in verb.options}

    assert named == set(OPTIONS)


def test_the_words_of_choices_are_those_of_the_business() -> None:
    assert set(COPIES) == set(Copy)
    assert set(PRESETS) == set(Preset)


def test_a_month_is_read_or_refused_with_the_sentence_of_a_month() -> None:
    assert read_period("2014-01") == Period(2014, 1)
    with pytest.raises(argparse.ArgumentTypeError, match="2014-13"):
        read_period("2014-13")
