"""Look up what the form needs to know: of the supplier, and of a slot that was reported before."""

from typing import Any

from handlers.form.open_day import OPEN
from handlers.handling.work import Work
from handlers.slots.report.offer import tidied
from handlers.slots.report.supplying import Supplying
from messages.slots.facts import all_told
from storage.people.person import Person
from storage.slots import usual
from storage.slots.slot import Slot
from storage.slots.usual import OfferedLast

AREAS_OFFERED = 3
SAME_AS_LAST = ("kind", "trade", "places", "area", "contract_id")


async def of_own_supplier(work: Work, actor: Person) -> Supplying:
    """What is known of the actor's supplier; nothing of somebody who supplies nothing."""
    if actor.supplier_id is None:
        return Supplying(work.city.today(work.now), work.city.hours)
    return await of_supplier(work, actor.supplier_id)


async def of_supplier(work: Work, supplier_id: int) -> Supplying:
    """What is known of the supplier, asked all at once."""
    today = work.city.today(work.now)
    known = await usual.of_supplier(work.session, supplier_id, on=today, areas=AREAS_OFFERED)
    return Supplying(
        today,
        work.city.hours,
        trade=known.trade,
        areas=known.areas,
        contracts=known.contracts,
        last=_answers_again(known.last) if known.last else None,
    )


def answers_of(slot: Slot) -> dict[str, Any]:
    """The answers that make this slot, so that it can be changed in the same form."""
    starts_on = {"starts_on": slot.starts_on.isoformat()} if slot.starts_on is not None else {}
    ends_on = slot.ends_on.isoformat() if slot.ends_on else OPEN
    contract = {"contract_id": slot.contract_id} if slot.contract_id is not None else {}
    answers = {
        "kind": slot.kind.value,
        "trade": slot.trade.value,
        "places": slot.places,
        "area": slot.area,
        **starts_on,
        "ends_on": ends_on,
        **contract,
        **all_told(slot.details, slot.answer_by),
    }
    return tidied(answers)[0]


def _answers_again(last: OfferedLast) -> dict[str, Any]:
    """What was answered last time, but for the days, which are new each time."""
    same = {name: getattr(last, name) for name in SAME_AS_LAST if getattr(last, name) is not None}
    return {**same, **last.details}
