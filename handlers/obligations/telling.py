"""Tell the other side what has become of an obligation."""

from collections.abc import Sequence

from handlers.handling.work import Work
from handlers.obligations import facts
from handlers.people import notice, recipient
from messages.message import Message
from messages.obligations.facts import ObligationNews
from messages.obligations.obligation import NumberReached, ObligationAnswered, ObligationChanged
from storage.contracts.contract import Contract
from storage.obligations.obligation import Obligation
from storage.people import contact as contacts
from storage.people import person, supplier
from storage.people.person import Person


async def tell_supplier(  # noqa: PLR0913, PLR0917  what happened to what, who did it and why
    work: Work, actor: Person, obligation: Obligation, contract: Contract, news: ObligationNews, reason: str = ""
) -> str:
    """Tell the contract's contact what a coordinator has changed; who at the supplier hears it, by name, or nobody."""
    contact = await _contact(work, contract)
    if contact is None:
        return ""
    changed = ObligationChanged(
        obligation=await facts.of_obligation(work, obligation),
        number=contract.registry_number,
        news=news,
        reason=reason,
        who=actor.name,
        contact=work.city.contact,
    )
    await notice.tell(work, contact, Message(changed), about=obligation.reference)
    told = [each.person for each in await recipient.in_place_of(work, contact)]
    return ", ".join(each.name for each in told if each.supplier_id == contract.supplier_id)


async def thank(work: Work, obligation: Obligation, contract: Contract) -> None:
    """Tell the contract's contact that what was asked for is met, where the clock has counted it."""
    contact = await _contact(work, contract)
    if contact is not None:
        reached = NumberReached(await facts.of_obligation(work, obligation), contract.registry_number)
        await notice.tell(work, contact, Message(reached), about=obligation.reference)


async def tell_coordinators(  # noqa: PLR0913, PLR0917  what happened to what, who did it and why
    work: Work, actor: Person, obligation: Obligation, contract: Contract, news: ObligationNews, reason: str = ""
) -> None:
    """Tell the coordinators what a supplier has said."""
    answered = ObligationAnswered(
        obligation=await facts.of_obligation(work, obligation),
        number=contract.registry_number,
        supplier=(await supplier.find(work.session, contract.supplier_id)).name,
        who=actor.name,
        news=news,
        reason=reason,
    )
    for each in await recipient.coordinators(work):
        await notice.tell(work, each, Message(answered), about=obligation.reference)


async def _contact(work: Work, contract: Contract) -> Person | None:
    """The first contact who is in; where the contract names none of them, the first of the company who is."""
    named = [each.person for each in await contacts.of_contract(work.session, contract.id) if each.person is not None]
    in_company: Sequence[Person] = await person.of_supplier(work.session, contract.supplier_id)
    return next((each for each in (*named, *in_company) if each.ended_at is None), None)
