"""What both ways of an inquiry share: how it is named, and whom at the company it reaches."""

from handlers import slot_facts
from handlers.work import Work
from storage import person
from storage.person import Person
from storage.slot import Slot

ASK, ANSWER = "fq", "fs"
"""What the buttons carry: the action, and the slot's or the inquiry's id."""

_ABOUT = "inquiry:"


def about(inquiry_id: int) -> str:
    """How outbox and ledger name an inquiry."""
    return f"{_ABOUT}{inquiry_id}"


def id_in(named: str | None) -> int | None:
    """The inquiry that is named so; None for what names no inquiry."""
    number = (named or "").removeprefix(_ABOUT)
    return int(number) if named != number and number.isdecimal() else None


async def reachable_contact(work: Work, slot: Slot) -> Person | None:
    """Who reported the slot, or else a colleague who can be reached; None where the company has nobody in Steget."""
    if slot.reported_by is None:
        raise ValueError(f"slot {slot_facts.about(slot.id)} was filled before Steget, and nobody is asked about it")
    reporter = await person.find(work.session, slot.reported_by)
    if reporter.ended_at is None and reporter.unreachable_at is None:
        return reporter
    colleagues = await person.colleagues(work.session, reporter)
    return next((each for each in colleagues if each.unreachable_at is None), None)
