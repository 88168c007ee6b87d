"""Take a plan in, all of what is right in it at once: a plan is short enough for one transaction."""

from domain.ledger_event import LedgerEvent
from handlers.handling.work import Work
from handlers.importing.applying import ChangedMeanwhileError
from handlers.importing.plan import looking
from handlers.importing.plan.comparing import NewProcurement
from handlers.importing.plan.looking import PlanForecast
from storage import ledger
from storage.ledger import Entry
from storage.people.person import Person
from storage.procurements import noting
from storage.procurements.procurement import Procurement

FROM_FILE = "from a file"
"""How it came into the plan, as the ledger tells it."""


async def take_in(work: Work, looked: PlanForecast, *, actor: Person) -> None:
    """Do what was looked at. Raises ChangedMeanwhileError, before anything is done, where it would be otherwise now."""
    now = await looking.forecast(work, looked.sheet)
    if now.mark != looked.mark:
        raise ChangedMeanwhileError
    new = [_noted(work, each, actor) for each in now.comparison.new]
    await noting.add(work.session, new)
    entries = [_entry(LedgerEvent.PROCUREMENT_NOTED, FROM_FILE, each, actor) for each in new]
    for each in now.comparison.changed:
        each.here.learn(each.after)
        each.here.noted_at = each.here.noted_at or work.now
        each.here.noted_by = each.here.noted_by or actor.id
        told = f"{FROM_FILE}: {', '.join(each.columns)}"
        entries.append(_entry(LedgerEvent.PROCUREMENT_CHANGED, told, each.here, actor))
    await ledger.record_all(work.session, entries, at=work.now)


def _noted(work: Work, new: NewProcurement, actor: Person) -> Procurement:
    noted = Procurement(noted_at=work.now, noted_by=actor.id, created_at=work.now)
    noted.learn(new.facts)
    return noted


def _entry(event: LedgerEvent, content: str, about: Procurement, actor: Person) -> Entry:
    return Entry(event, content, actor_id=actor.id, about=about.reference)
