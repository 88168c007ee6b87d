"""Where somebody can be reached, as a cell says it."""

from datetime import date

from domain.contract_sheet import Slip
from domain.written_contact import email_written, phone_written
from handlers.importing.sheet import Cell


def email(_cell: Cell, written: str) -> str | Slip:
    """An e-mail address."""
    return email_written(written)


def phone(cell: Cell, written: str) -> str | Slip:
    """A number, or several in lines; of one that the sheet keeps as a number, the nought before it is gone."""
    if isinstance(cell, date):
        return Slip.NOT_A_PHONE
    kept = phone_written(cell if isinstance(cell, str) and "\n" in cell else written)
    is_bare = isinstance(cell, float) and not isinstance(kept, Slip) and not kept.startswith(("0", "+"))
    return f"0{kept}" if is_bare else kept
