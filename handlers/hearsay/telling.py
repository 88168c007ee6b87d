"""Gather what messages tell of something that was heard, and tell those whom it concerns."""

from domain.hearsay import Said
from domain.reference import Noun, Reference
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.hearsay.codes import AGREE, OBJECT
from handlers.hearsay.matter import Matter, unguarded
from handlers.meetings import facts as meeting_facts
from handlers.obligations import facts as obligation_facts
from handlers.people import company, notice
from handlers.people.spokesperson import spokesperson
from handlers.slots import facts as slot_facts
from messages.button import data
from messages.hearsay.hearsay import HeardFacts, HearsayAsked, HearsaySettled, SaidOf
from messages.label import Label
from messages.message import Message
from storage import outbox
from storage.hearsay import Hearsay
from storage.people import person, supplier
from storage.people.person import Person
from storage.placements import placement as placements
from storage.slots import slot as slots


async def facts_of(work: Work, heard: Hearsay, detail: str = "") -> HeardFacts:
    """What was written down."""
    noted_by = await person.find(work.session, heard.heard_by)
    source = heard.source
    return HeardFacts(
        said=heard.said,
        supplier=(await supplier.find(work.session, heard.supplier_id)).name,
        speaker=source.speaker,
        how=source.how,
        on=source.on,
        noted_by=noted_by.name,
        role=noted_by.role,
        about=await _of_reference(work, heard),
        detail=detail,
        stays=await _stays(work, heard),
    )


async def ask_supplier(work: Work, heard: Hearsay, told: HeardFacts) -> str:
    """Ask somebody of the supplier who is in whether it is so; returns their name, empty where nobody is."""
    speaks = await spokesperson(work, heard.supplier_id, contact_id=heard.contact_id, contract_id=heard.contract_id)
    to = await company.acting_for(work, speaks) if speaks is not None else None
    if to is None:
        return ""
    yes = (Label("hearsay.agree"), data(AGREE, heard.id))
    no = (Label("hearsay.object"), data(OBJECT, heard.id))
    question = to.gets(Message(HearsayAsked(told), numbered([yes, no])))
    await notice.tell_directly(work, to.person, question, about=heard.reference, key=f"{_key(heard)}{to.person.id}")
    heard.asked_at = work.now
    return to.person.name


async def show_settled(work: Work, heard: Hearsay, message: Message, *, except_to: Person | None = None) -> None:
    """Let the question to the supplier say what has become of it; to whoever has just said so it is told below it."""
    for row in await outbox.said_about(work.session, heard.reference, key_begins=_key(heard)):
        if except_to is not None and row.person_id == except_to.id:
            await work.take_buttons_away(row.id)
        else:
            await work.edit(row.id, message)


async def settled(work: Work, heard: Hearsay, viewer: Person | None = None) -> Message:
    """What has become of it, as somebody of the supplier reads it."""
    who = await person.find(work.session, heard.settled_by) if heard.settled_by is not None else None
    is_own = who is None or (viewer is not None and viewer.id == who.id)
    name = "" if is_own or who is None else who.name
    return Message(HearsaySettled(await facts_of(work, heard), heard.status, name, work.city.contact))


async def _stays(work: Work, heard: Hearsay) -> bool:
    """Whether what came of it is not undone: an offer in which somebody is, and one that is taken back."""
    about = Reference.read(heard.about)
    if heard.said is not Said.OFFER or about is None:
        return heard.said is Said.WITHDRAWN
    return bool(await placements.live_in(work.session, about.number))


async def of_matter(work: Work, matter: Matter) -> SaidOf:
    """The thing that something was said about."""
    if matter.slot is not None:
        code = matter.placement.code if matter.placement is not None else ""
        return SaidOf(slot=await slot_facts.of_slot(work, matter.slot), code=code)
    named = matter.contract.named if matter.contract is not None else ""
    if matter.obligation is not None:
        return SaidOf(obligation=obligation_facts.named(matter.obligation), contract=named)
    if matter.meeting is not None:
        return SaidOf(meeting=await meeting_facts.named(work, matter.meeting))
    return SaidOf(contract=named)


async def _of_reference(work: Work, heard: Hearsay) -> SaidOf:
    about = Reference.read(heard.about)
    if about is None:
        return SaidOf()
    if about.noun is Noun.SLOT and heard.said is Said.OFFER:
        slot = await slots.find(work.session, about.number)
        return SaidOf(slot=await slot_facts.of_slot(work, slot)) if slot is not None else SaidOf()
    matter = await unguarded(work, heard.said, about.number)
    return await of_matter(work, matter) if matter is not None else SaidOf()


def _key(heard: Hearsay) -> str:
    return f"hearsay:{heard.id}:"
