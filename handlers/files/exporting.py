"""/exportera: a leader takes out what is kept, as a file that is read at the moment at which it is sent."""

from collections.abc import Sequence

from domain.access import may
from domain.action import Action
from domain.export import Export, FileFormat
from domain.ledger_event import LedgerEvent
from handlers.files.codes import CHOOSE, FORMAT, HAND_OUT
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from messages.button import data
from messages.files.export import ExportChosen, ExportReady
from messages.label import Label
from messages.message import Attachment, Message
from storage.people.person import Person

EXPORTS, FORMATS = tuple(Export), tuple(FileFormat)
ALL = len(EXPORTS)
"""What a button carries for all of them in one workbook: the place behind the last."""


async def choose(_work: Work, actor: Person, _typed: Typed) -> Answer:
    """/exportera."""
    return _choice(actor)


async def choose_anew(_work: Work, actor: Person, _press: Press) -> Answer:
    """The way back from the formats."""
    return _choice(actor)


async def choose_format(_work: Work, actor: Person, press: Press) -> Answer:
    """One file was chosen: in which format."""
    place = press.number(0)
    if not may(actor.actor, Action.EXPORT) or place not in range(ALL):
        raise NotTheirsError
    formats = [(Label(f"export.{each}"), data(HAND_OUT, place, at)) for at, each in enumerate(FORMATS)]
    return Message(ExportChosen(EXPORTS[place]), numbered([*formats, (Label("export.back"), data(CHOOSE))]))


async def hand_out(work: Work, actor: Person, press: Press) -> Answer:
    """The file is ordered. That is what the record has, whether or not it arrives."""
    place, at = press.number(0), press.number(1)
    if not may(actor.actor, Action.EXPORT) or place not in range(ALL + 1) or at not in range(len(FORMATS)):
        raise NotTheirsError
    in_format = FileFormat.XLSX if place == ALL else FORMATS[at]
    exports = EXPORTS if place == ALL else (EXPORTS[place],)
    await work.record(LedgerEvent.EXPORTED, actor=actor, content=record_of(exports, in_format))
    ready = ExportReady(exports, in_format, work.city.today(work.now))
    return Below(Message(ready, attachment=Attachment.EXPORT))


def record_of(exports: Sequence[Export], in_format: FileFormat) -> str:
    """What the ledger has of it: which tables, and how."""
    return " ".join([*exports, in_format])


def _choice(actor: Person) -> Message:
    if not may(actor.actor, Action.EXPORT):
        raise NotTheirsError
    each = [(Label(f"export_file.{export}"), data(FORMAT, place)) for place, export in enumerate(EXPORTS)]
    everything = (Label("export.all"), data(HAND_OUT, ALL, FORMATS.index(FileFormat.XLSX)))
    return Message(ExportChosen(), numbered([*each, everything], in_a_row=2))
