"""One procurement on a card: what is known, what is advised and why, and what was decided."""

from handlers.doorways import CONTRACT
from handlers.handling.answer import Answer
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import procurement_decision
from handlers.procurements import advising
from handlers.procurements.codes import BRING_BACK, CHANGE, DECIDE, DECIDED, HISTORY, JOIN, LIST, PUT_AWAY
from handlers.procurements.finding import planned_one
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.procurements.procurement import ProcurementCard, ProcurementNews
from storage.people.person import Person
from storage.procurements import decision as decisions
from storage.procurements import plan
from storage.procurements.procurement import Procurement

CONTRACTS_SHOWN = 5


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """A procurement was chosen."""
    return await message(work, await planned_one(work, actor, press.number(0)))


async def message(work: Work, procurement: Procurement, news: ProcurementNews | None = None) -> Message:
    """The card, for those who plan."""
    own = await advising.record(work, [procurement])
    holds = await procurement_decision.of_procurement(work, procurement.id)
    contracts = (await plan.contracts_from(work.session, procurement.id))[:CONTRACTS_SHOWN]
    shown = ProcurementCard(
        procurement=procurement.facts,
        advice=advising.told(advising.advice(procurement, own), own),
        decision=holds,
        is_away=procurement.put_away_at is not None,
        contracts=tuple(f"{contract.named}, {supplier}" for contract, supplier in contracts),
        news=news,
    )
    ways: list[Choice] = [(Label(text=contract.named), data(CONTRACT, contract.id)) for contract, _ in contracts]
    ways += [] if contracts else _to_do(procurement, is_decided=holds is not None)
    if await decisions.count(work.session, procurement.id) > 1:
        ways.append((Label("procurement.history"), data(HISTORY, procurement.id, 0)))
    ways.append((Label("procurement.to_list"), data(DECIDED if holds else LIST)))
    return Message(shown, numbered(ways, in_a_row=2))


def _to_do(procurement: Procurement, *, is_decided: bool) -> list[Choice]:
    """What can be done with one that nothing is bought of yet."""
    if procurement.put_away_at is not None:
        return [(Label("procurement.bring_back"), data(BRING_BACK, procurement.id))]
    return [
        (Label("procurement.decide_again" if is_decided else "procurement.decide"), data(DECIDE, procurement.id)),
        (Label("procurement.change"), data(CHANGE, procurement.id)),
        (Label("procurement.join"), data(JOIN, procurement.id)),
        (Label("procurement.put_away"), data(PUT_AWAY, procurement.id)),
    ]
