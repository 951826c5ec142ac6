"""The commands and what each is for; the launcher asks this list before it imports anything."""

from collections.abc import Mapping
from dataclasses import dataclass

DONE = 0
FINDINGS = 1
REFUSED = 2
LACKING = 78
FAULT = 70
"""Exit status when the program itself is at fault (EX_SOFTWARE of sysexits.h)."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A command.

    Attributes:
        usage: What may stand after its name.
        purpose: What it does, in one sentence.
        options: The options it takes; those that it cannot do without end in an exclamation mark.
    """

    usage: str
    purpose: str
    options: tuple[str, ...] = ()


VERBS: Mapping[str, Verb] = {
    "sample": Verb("[STORE]", "Write a new store with the sample filings; never overwrites."),
    "new": Verb(
        "[STORE] --period 2014-02 [--from 2014-01] [--edition ID]",
        "Start an empty month; --from rolls an earlier one forward into it (names and targets)."
        " Makes the store if there is none.",
        ("--period!", "--from", "--edition"),
    ),
    "months": Verb("[STORE] [--json]", "List the filings.", ("--json",)),
    "set": Verb(
        '[STORE] --period 2014-01 7010=347295282 7080= 7510="HARRIS TRUST"',
        "Set boxes (an empty value blanks one), recompute and save: all of them or none.",
        ("--period!",),
    ),
    "import": Verb(
        "[STORE] --period 2014-01 FILE [--dry-run]",
        "Set the boxes that a .csv, .xlsx, .json or printed .pdf file names: all or none.",
        ("--period!", "--dry-run"),
    ),
    "export": Verb(
        "[STORE] --period 2014-01 --to FILE [--copy filing|review|public|signature]"
        " [--schedule ID,ID] [--compare-with 2013-12] [--no-margin] [--date-for-pen] [--record]",
        "Write a filing as .pdf, .csv, .xlsx or .json. Writing the signature copy, a .pdf, marks"
        " the month as printed, and needs --record where the figures call for notices; drafts have"
        " DRAFT across their pages.",
        (
            *("--period!", "--to!", "--copy", "--schedule", "--compare-with"),
            *("--no-margin", "--date-for-pen", "--record"),
        ),
    ),
    "compare": Verb(
        "[STORE] 2013-12 2014-01 [...] --to FILE [--preset NAME] [--pair 2013-10 2014-01]"
        " [--neighbours] [--changed] [--above SIZE] [--totals] [--schedule ID,ID] [--find WORDS]"
        " [--sort form|size] [--explain CODE] [--explanations]"
        " [--trends] [--line CODE]",
        "Write 2 to 36 months side by side, the oldest first, as .pdf, .xlsx, .csv or .json, with"
        " the change between the last two, a pair of them, or each month and the next. With"
        " --preset, name one month or none.",
        (
            *("--to!", "--preset", "--pair", "--neighbours", "--changed", "--above", "--totals"),
            "--schedule",
            *("--find", "--sort", "--explain", "--explanations"),
            *("--trends", "--line"),
        ),
    ),
    "check": Verb(
        "[STORE] --period 2014-01 [--all] [--sides] [--json] [--to findings.pdf]",
        "Say which edit checks do not hold, why that matters and what would explain it, and when"
        " the filing is due; or lay the two sides of each pool against each other.",
        ("--period!", "--all", "--sides", "--json", "--to"),
    ),
    "overview": Verb(
        "[STORE] --period 2014-01 [--json]",
        "Say how the pools and the capital stand in a month, by how much that changed, and what"
        " remains before it is printed.",
        ("--period!", "--json"),
    ),
    "explain": Verb(
        "[STORE] --period 2014-01 7190",
        "Show a box's formula with the figures in place, down to the entered boxes.",
        ("--period!",),
    ),
    "explain-change": Verb(
        '[STORE] --period 2014-01 [7190="two new clients" segregation="..."] [--against 2013-12]'
        " [--json]",
        "Say why a line, or all lines of a schedule, moved since the month before (empty words take"
        " it back); without any, show what is said, and which lines lack an explanation.",
        ("--period!", "--against", "--json"),
    ),
    "explain-finding": Verb(
        '[STORE] --period 2014-01 [X13:7690="held by our clearing broker"] [--json]',
        "Say why a warning may stand: its check, one of its boxes, and the words (empty words take"
        " them back); without any, show the warnings, and which of them lack words.",
        ("--period!", "--json"),
    ),
    "thresholds": Verb(
        '[STORE] ["5m and 10 %"] [7190=1m] [--json]',
        "Set from which size on a change counts, for all lines or for single ones (empty takes a"
        " threshold back); without any, show the thresholds that the firm keeps.",
        ("--json",),
    ),
    "complete": Verb(
        "[STORE] --period 2014-01 segregation [cleared_swaps ...] [--record] [--withdraw]",
        "Mark schedules complete. Where the figures call for notices these go on record for good:"
        " without --record they are listed, and nothing is done.",
        ("--period!", "--record", "--withdraw"),
    ),
    "notices": Verb(
        "[STORE] --period 2014-01 [--json] [--to notices.pdf]",
        "List the notices that a month's figures call for: provisional, recorded, given; --to"
        " writes those on record as sheets to be filled in.",
        ("--period!", "--json", "--to"),
    ),
    "notice": Verb(
        '[STORE] --period 2014-01 17 [aware="2014-02-03 12:00" how="..."]'
        ' [when="..." by="..." to="..." reference="..."] [error="..."]',
        "Record since when the firm is aware of an event, that notice was given, or that a figure"
        " was entered wrongly and has been corrected.",
        ("--period!",),
    ),
    "figures": Verb(
        "[STORE] --period 2014-01 [anc=650,000,000 3760= ...]"
        ' [--source "NC-2014-01.xlsx, cell H44"] [--json]',
        "Give figures that checks ask for and no box of the form holds, such as adjusted net"
        " capital, with their source (an empty one is withdrawn); list what is known, and what"
        " waits for it.",
        ("--period!", "--source", "--json"),
    ),
    "targets": Verb(
        '[STORE] [7194="5 %" 8760=25m] [--since 2014-01-01] [--approved-by WHO] [--reason WHY]'
        " [7194:2] [--withdraw] [--in 2014-01] [--follow] [--dry-run] [--json]",
        "Record the firm's own targets as policy, in dollars, percent or a range, or withdraw one;"
        " with a month, say why its target differs, or put it back; else show them.",
        (
            "--in",
            "--since",
            "--approved-by",
            "--reason",
            "--withdraw",
            "--follow",
            "--dry-run",
            "--json",
        ),
    ),
    "due": Verb(
        "[STORE] [2014-01] [--calendar federal|exchange] [--year 2014] [--skipped] [--ics FILE]"
        " [--json]",
        "Say when a month's filing is due by the firm's own calendar, or by the one that is named;"
        " or what is due in a year and how far it has come, also as .ics for other calendars. Every"
        " month is counted as a filing of its own, as an FCM files; who files quarterly goes by the"
        " months that end a quarter.",
        ("--calendar", "--year", "--skipped", "--ics", "--json"),
    ),
    "due-override": Verb(
        '[STORE] --period 2014-01 2014-03-12 --reason "FINRA notice 14-01" [--withdraw]',
        "Set a month's due date in place of the computed one, with the reason; --withdraw, with a"
        " reason too, lets the computed one count again. Both stay in the journal.",
        ("--period!", "--reason!", "--withdraw"),
    ),
    "handed-in": Verb(
        '[STORE] --period 2014-01 (2014-02-26 --how "FINRA eFOCUS" [--reference 4711]'
        ' | --withdraw --reason "another month was meant")',
        "Record on which day a month was handed in, and how; --withdraw, with a reason, takes that"
        " back. Both stay in the journal, with who said so and when.",
        ("--period!", "--how", "--reference", "--reason", "--withdraw"),
    ),
    "calendar": Verb(
        "[STORE] [federal|exchange] [--since 2014-01-01] [--withdraw] [--json]",
        "Set by whose holidays the firm counts business days, for periods that end on a day or"
        " later; --withdraw takes back what counts since that day; without a word, show it.",
        ("--since", "--withdraw", "--json"),
    ),
    "blank": Verb(
        "--edition 2014-01 --to FILE", "Write the blank form as .pdf.", ("--edition!", "--to!")
    ),
    "editions": Verb("[--json]", "List the editions of the form.", ("--json",)),
    "verify": Verb(
        "[STORE] [--pdf FILE]",
        "Look through a store: digests, the journal's chain, the file; or hold a PDF against it.",
        ("--pdf",),
    ),
    "doctor": Verb("[--json]", "Say what this machine lacks, and how to mend it.", ("--json",)),
}
