"""The figures that a print carries, read as the boxes of its edition."""

from dataclasses import dataclass

from focusdesk.exchange.file_table import FileContent, FileLine, ImportRefused
from focusdesk.exchange.import_preview import value_of
from focusdesk.exchange.json_lines import read_json
from focusdesk.exchange.printed_pdf import DamagedPdf, PrintInside
from focusdesk.form.box import EntryError, Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period, PeriodError


@dataclass(frozen=True, slots=True)
class PrintedFigures:
    """What a print says that a filing held.

    Attributes:
        period: The month.
        edition: The id of the form's edition.
        amendment: 0 for the original filing, then 1, 2, ...
        content: Its codes and values, not yet read.
    """

    period: Period
    edition: str
    amendment: int
    content: FileContent

    @classmethod
    def of(cls, inside: PrintInside, name: str) -> "PrintedFigures":
        """Read of which filing a print is.

        Args:
            inside: The print.
            name: The PDF's name, for sentences.

        Raises:
            DamagedPdf: the print does not say.
        """
        called = f"{inside.figures_name} in {name}"
        try:
            content = read_json(inside.figures, called)
            period, amendment = Period.parse(content.period), int(content.amendment)
        except ImportRefused as error:
            message = f"{called} cannot be read. The file was changed."
            raise DamagedPdf(message) from error
        except (PeriodError, ValueError) as error:
            message = f"{called} does not say of which filing it is. The file was changed."
            raise DamagedPdf(message) from error
        return cls(period, content.edition, amendment, content)

    def values(self, edition: Edition) -> dict[str, Value]:
        """Read what the boxes held, computed ones too, blanks as `None`.

        Raises:
            DamagedPdf: a code is unknown to the edition or there twice, or a value is none that its
                box can hold.
        """
        places: dict[str, FileLine] = {}
        values: dict[str, Value] = {}
        for line in self.content.lines:
            try:
                values[line.code] = value_of(line, edition.boxes, places)
            except EntryError as error:
                message = f"{self.content.name}, {line.code}: {error}"
                raise DamagedPdf(message) from error
        return values
