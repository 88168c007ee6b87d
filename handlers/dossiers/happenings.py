"""What the ledger has of a contract, as the dossier tells it, in the words of the contract's history."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.reference import Noun, Reference
from handlers.dossiers import detail
from handlers.handling.work import Work
from handlers.meetings import agreed_version
from handlers.obligations import history
from messages.dossiers.facts import Happening
from messages.label import Label
from messages.obligations.facts import LedgerLine
from storage.dossiers.happened import Happened


@frozen
class Known:
    """What is looked up once for all rows.

    Attributes:
        named: How the things are called that the rows are about, by how the ledger names them.
        people: Everybody's name, by id.
    """

    named: Mapping[str, Label]
    people: Mapping[int, str]


def told(work: Work, happened: Sequence[Happened], known: Known) -> tuple[Happening, ...]:
    """A line for each."""
    lines = history.lines(work, [each.entry for each in happened])
    return tuple(_line(work, each, line, known) for each, line in zip(happened, lines, strict=True))


def _line(work: Work, each: Happened, line: LedgerLine, known: Known) -> Happening:
    entry, beside = each.entry, detail.of(each.entry.event, each.entry.content)
    is_agreed = entry.event is LedgerEvent.MEETING_AGREED
    return Happening(
        row=each.row,
        at=work.city.hours.local(entry.at),
        line=replace(line, until=line.until or beside.until),
        about=_about(each, known),
        because=beside.because,
        words=beside.words,
        meets_at=work.city.hours.local(beside.meets_at) if beside.meets_at else None,
        agreed=agreed_version.read(entry.content, known.people) if is_agreed else None,
    )


def _about(each: Happened, known: Known) -> Label | None:
    """What it was about; None for an obligation, which its line names, and for the contract."""
    reference = Reference.read(each.about or "")
    if reference is None or reference.noun is Noun.CONTRACT or each.entry.obligation is not None:
        return None
    return known.named.get(str(reference))
