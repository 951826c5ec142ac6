import re

from focusdesk.cli.verbs import VERBS


def test_the_commands_are_those_of_the_contract() -> None:
    assert set(VERBS) == {
        "sample",
        "new",
        "months",
        "set",
        "import",
        "export",
        "compare",
        "check",
        "overview",
        "explain",
        "explain-change",
        "explain-finding",
        "thresholds",
        "complete",
        "notices",
        "notice",
        "figures",
        "targets",
        "due",
        "due-override",
        "handed-in",
        "calendar",
        "blank",
        "editions",
        "verify",
        "doctor",
    }


def test_every_option_stands_in_the_usage_of_its_command() -> None:
    for verb in VERBS.values():
        assert all(option.removesuffix("!") in verb.usage for option in verb.options)


def test_only_what_may_be_left_out_stands_in_brackets() -> None:
    for verb in VERBS.values():
        # Of what stands in parentheses one part or the other is demanded, with its own options.
        either = re.search(r"\(.* \| .*\)", verb.usage)
        for option in verb.options:
            bracket = re.search(rf"\[{option.removesuffix('!')}[ \]]", verb.usage)
            chosen = either is not None and f"{option} " in either[0]
            assert (bracket is not None or chosen) is not option.endswith("!")


def test_handing_in_demands_how_beside_the_day() -> None:
    assert "(2014-02-26 --how " in VERBS["handed-in"].usage
