"""A sheet of what the bot will send in the weeks ahead, a row for each thing that somebody is told of."""

import io
from collections.abc import Sequence

from xlsxwriter import Workbook

from domain.language import Language
from messages.label import Label, wordings
from messages.obligations import words
from messages.outlook.outlook import OutlookAbout, Receiver, SheetLine

HEADINGS = ("on", "week", "to", "company", "sort", "about", "number")
WIDTH = 22


def xlsx(lines: Sequence[SheetLine], language: Language) -> bytes:
    """Every text is written as a text, so that nothing in it is ever worked out as a formula."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet(wordings(language)["outlook_sheet.name"])
        bold = workbook.add_format({"bold": True})
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        sheet.set_column(0, len(HEADINGS) - 1, WIDTH)
        sheet.freeze_panes(1, 0)
        for at, heading in enumerate(HEADINGS):
            sheet.write_string(0, at, wordings(language)[f"outlook_sheet.{heading}"], bold)
        for row, line in enumerate(lines, start=1):
            sheet.write_datetime(row, 0, line.on, day)
            sheet.write_number(row, 1, line.on.isocalendar().week)
            cells = (
                named(line.to, language),
                line.to.company,
                wordings(language)[f"outlook_sort.{line.sort}"],
                _about(line.about, language),
                line.about.number,
            )
            for at, cell in enumerate(cells, start=2):
                sheet.write_string(row, at, cell)
    return file.getvalue()


def named(to: Receiver, language: Language) -> str:
    """Who it is: somebody by name, or those who hear the same."""
    return wordings(language)[f"outlook_group.{to.group}"] if to.group is not None else to.name


def _about(about: OutlookAbout, language: Language) -> str:
    if about.obligation is not None:
        return words.named(about.obligation, language)
    if about.meeting is not None:
        return Label(f"obligation.{about.meeting}").worded(language)
    return Label(f"kind.{about.slot}").worded(language) if about.slot is not None else ""
