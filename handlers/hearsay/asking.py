"""*Ange vad leverantören sagt*: what can have been said about it now, each a button."""

from collections.abc import Sequence

from domain.hearsay import Said
from domain.obligation import TO_BE_DONE
from domain.role import STAFF
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.hearsay import hearing, offering, sayable
from handlers.hearsay.codes import SAY
from handlers.hearsay.matter import Matter, may_hear, unguarded
from handlers.obligations import facts
from messages.button import data
from messages.hearsay.hearsay import HeardAsked, HeardByOthers, HearsayTooLate
from messages.label import Label
from messages.message import Message
from messages.obligations.words import label
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people import person, supplier
from storage.people.person import Person
from storage.placements import placement as placements
from storage.placements import under_way
from storage.placements.placement import Placement

SAIDS = tuple(Said)
MOST_AHEAD = 3


async def about_contract(work: Work, actor: Person, press: Press) -> Answer:
    """Under a contract: an offer, and answers to what comes first."""
    contract_id = press.number(0)
    promised = await obligations.of_contract(work.session, contract_id)
    ahead = [each for each in promised if each.status in TO_BE_DONE][:MOST_AHEAD]
    starts = await placements.waiting_under(work.session, contract_id)
    return await _ask(work, actor, [*_offer(contract_id), *_answers(ahead), *_starts(starts)])


async def about_obligation(work: Work, actor: Person, press: Press) -> Answer:
    """Of an obligation: its answers, or an offer that would fulfil it."""
    found = await obligations.find(work.session, press.number(0))
    if found is None:
        raise NotTheirsError
    offer = _offer(found.contract_id) if sayable.may_be_offered(found) else []
    return await _ask(work, actor, [*offer, *_answers([found])])


async def about_slot(work: Work, actor: Person, press: Press) -> Answer:
    """Of a slot: whether somebody has begun, that it is taken back, and another offer."""
    found = await unguarded(work, Said.WITHDRAWN, press.number(0))
    if found is None or found.slot is None:
        raise NotTheirsError
    starts = _starts(
        [*await under_way.in_slot(work.session, found.slot.id), *await placements.live_in(work.session, found.slot.id)]
    )
    offer = _offer(found.slot.contract_id) if found.slot.contract_id is not None else []
    return await _ask(work, actor, [*starts, (Said.WITHDRAWN, found.slot.id, None), *offer])


async def about_start(work: Work, actor: Person, press: Press) -> Answer:
    """Of a proposal or a start that the supplier has not answered."""
    found = await placements.find(work.session, press.number(0))
    if found is None:
        raise NotTheirsError
    can_be_said = sayable.about_start(found) or (Said.BEGUN, Said.NOT_BEGUN)
    starts = [(said, found.id, None) for said in can_be_said]
    return await _ask(work, actor, starts)


async def about_meeting(work: Work, actor: Person, press: Press) -> Answer:
    """Of a meeting: who comes, or that what was written down is right."""
    number = press.number(0)
    return await _ask(work, actor, [(said, number, None) for said in (Said.COMING, Said.NOT_COMING, Said.HOLDS)])


async def say(work: Work, actor: Person, press: Press) -> Answer:
    """One of them was pressed."""
    place = press.number(0)
    if not 0 <= place < len(SAIDS):
        raise NotTheirsError
    said, number = SAIDS[place], press.number(1)
    found = await unguarded(work, said, number)
    if found is None or actor.role not in STAFF:
        raise NotTheirsError
    if not may_hear(actor, found):
        return await _for_others(work, actor, found)
    if not found.is_open:
        return Message(HearsayTooLate((await supplier.find(work.session, found.supplier_id)).name))
    if press.shown is not None:
        await work.take_buttons_away(press.shown.id)
    return await (offering.begin(work, actor, number) if said is Said.OFFER else hearing.begin(work, actor, found))


Sayable = tuple[Said, int, Label | None]
"""What can be said, of the thing with which number, and how that is named on a button among others."""


async def _ask(work: Work, actor: Person, said: Sequence[Sayable]) -> Answer:
    """The question, with what this person may write down; where it is for others, who they are."""
    if actor.role not in STAFF:
        raise NotTheirsError
    found = [(each, of) for each in said if (of := await unguarded(work, *each[:2])) is not None]
    if not found:
        raise NotTheirsError
    can_be_said = [(each, of) for each, of in found if of.is_open]
    theirs = [each for each, of in can_be_said if may_hear(actor, of)]
    firm = await supplier.find(work.session, found[0][1].supplier_id)
    if theirs:
        return Below(Message(HeardAsked(firm.name), numbered(list(map(_choice, theirs)))))
    if can_be_said:
        return Below(await _for_others(work, actor, can_be_said[0][1]))
    return Below(Message(HearsayTooLate(firm.name)))


async def _for_others(work: Work, actor: Person, found: Matter) -> Message:
    """Who of the staff can write it down, since the actor may not."""
    staff = [each for role in sayable.STAFF_FIRST for each in await person.active_in_role(work.session, role)]
    others = tuple(each.name for each in staff if may_hear(each, found))
    firm = await supplier.find(work.session, found.supplier_id)
    is_own_word = found.placement is not None and found.placement.matcher_id == actor.id
    return Message(HeardByOthers(firm.name, others, is_own_word))


def _offer(contract_id: int) -> list[Sayable]:
    return [(Said.OFFER, contract_id, None)]


def _answers(found: Sequence[Obligation]) -> list[Sayable]:
    def name(each: Obligation) -> Label | None:
        return label(facts.named(each)) if len(found) > 1 else None

    return [(said, each.id, name(each)) for each in found for said in sayable.about_obligation(each)]


def _starts(found: Sequence[Placement]) -> list[Sayable]:
    return [(said, each.id, Label(text=each.code)) for each in found for said in sayable.about_start(each)]


def _choice(each: Sayable) -> Choice:
    said, number, name = each
    label_of_said = Label(f"said.{said}")
    whole = Label(joined=(label_of_said, name)) if name is not None else label_of_said
    return whole, data(SAY, SAIDS.index(said), number)
