"""Hand what is open for somebody over to a colleague, and tell everyone whom it concerns."""

import json
from collections.abc import Sequence

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.reference import Reference
from domain.role import Role
from handlers.faq import changing_hands
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Question, given
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.leaving.leaver import HEIR, Heir, Leaver, Leaving, of_leaver
from handlers.people import notice
from handlers.people.colleagues import is_still_in
from handlers.slots import facts
from handlers.slots.alerts.current import change_alerts
from handlers.slots.following import changed_hands
from handlers.slots.inquiry.going_on import let_answer
from handlers.slots.reaching import claim_told
from handlers.slots.telling import tell_holder
from handlers.wishes import handing_over
from messages.message import Message
from messages.people.leaving import ContactChanged, HandedOver, NobodyToChoose, SlotHandedOver, TookOver
from messages.slots.claim import SlotClaimed
from storage.faq.city_question import CityQuestion
from storage.people import person
from storage.people.person import Person
from storage.slots import open_matter
from storage.slots import slot as slots
from storage.slots.inquiry import Inquiry
from storage.slots.slot import Slot


@frozen
class Handover:
    """What a colleague has taken over."""

    slots: Sequence[Slot]
    inquiries: Sequence[Inquiry]
    city_questions: Sequence[CityQuestion]
    has_wishes: bool

    @property
    def questions(self) -> tuple[str, ...]:
        """What is asked and not answered yet, in the asker's words."""
        return tuple([asked.question for asked in self.inquiries] + [asked.words for asked in self.city_questions])


@frozen
class _HandedOver:
    """One thing that was handed over, as the ledger names it."""

    event: LedgerEvent
    about: Reference
    supplier_id: int | None


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Lämna över* was pressed on somebody's card."""
    found = await person.with_id(work.session, press.number(0))
    if found is None or not may(actor.actor, Action.HAND_OVER, found.subject):
        raise NotTheirsError
    known = await of_leaver(work, actor, Leaver(found.id))
    if known.has_something_open and known.colleagues:
        return await forms.begin_about(work, actor, FORM, Leaver(found.id))
    return Below(Message(NobodyToChoose(found.name, found.role, known.supplier)))


async def hand_over(work: Work, actor: Person, leaver: Person, heir: Person) -> Handover:
    """Let the heir have it all; slots and inquiries that somebody else has settled meanwhile stay as they are."""
    slots_now = [
        await _taken_over(work, actor, slot, leaver, heir)
        for slot in await open_matter.slots_of(work.session, leaver)
        if await open_matter.hand_over_slot(work.session, slot, leaver=leaver, heir=heir)
    ]
    inquiries = [
        inquiry
        for inquiry in await open_matter.inquiries_of(work.session, leaver)
        if await open_matter.hand_over_inquiry(work.session, inquiry, leaver=leaver, heir=heir)
    ]
    for inquiry in inquiries:
        moved = _HandedOver(LedgerEvent.INQUIRY_HANDED_OVER, inquiry.reference, leaver.supplier_id)
        await _record(work, actor, moved, leaver, heir)
    has_wishes = await handing_over.hand_over(work, actor, leaver, heir)
    city_questions = await changing_hands.hand_over(work, actor, leaver, heir)
    handed = Handover(slots_now, inquiries, city_questions, has_wishes)
    await _tell_heir(work, leaver, heir, handed)
    for inquiry in inquiries:
        if inquiry.asked_of == heir.id:
            await let_answer(work, inquiry, heir)
    return handed


async def hand_over_wishes(work: Work, actor: Person, leaver: Person) -> None:
    """Nobody was chosen to take over, and a resident must not be forgotten: some matcher has the wishes."""
    heir = await handing_over.heir_of(work, leaver)
    if heir is not None and await handing_over.hand_over(work, actor, leaver, heir):
        await _tell_heir(work, leaver, heir, Handover((), (), (), has_wishes=True))


async def _taken_over(work: Work, actor: Person, slot: Slot, leaver: Person, heir: Person) -> Slot:
    now = await slots.find(work.session, slot.id) or slot
    moved = _HandedOver(LedgerEvent.SLOT_HANDED_OVER, slot.reference, slot.supplier_id)
    await _record(work, actor, moved, leaver, heir)
    await change_alerts(work, now)
    told = await facts.of_slot(work, now)
    if leaver.role is Role.MATCHER:
        handed_over = SlotHandedOver(told, heir.name, leaver.name, work.city.contact)
        await claim_told.tell(work, now, handed_over)
        await changed_hands(work, actor, now)
    else:
        await tell_holder(work, now, Message(ContactChanged(told, leaver.name)))
        if now.claimed_by is not None:
            matcher = (await person.find(work.session, now.claimed_by)).name
            await claim_told.tell(work, now, SlotClaimed(told, matcher, work.city.contact))
    return now


async def _tell_heir(work: Work, leaver: Person, heir: Person, handed: Handover) -> None:
    if not handed.slots and not handed.questions and not handed.has_wishes:
        return
    told = tuple(await facts.of_slots(work, handed.slots))
    took_over = TookOver(heir.role, leaver.name, told, handed.questions, handed.has_wishes)
    await notice.tell(work, heir, Message(took_over), about=leaver.reference)


async def _record(work: Work, actor: Person, moved: _HandedOver, leaver: Person, heir: Person) -> None:
    await work.record(
        moved.event,
        actor=actor,
        supplier_id=moved.supplier_id,
        about=moved.about,
        content=json.dumps({"from": leaver.id, "to": heir.id}),
    )


def _questions(_answers: Answers, _known: Leaving) -> Sequence[Question[Leaving]]:
    return (HEIR,)


async def _send(work: Work, actor: Person, answers: Answers, known: Leaving) -> Message:
    leaver, heir_id = await person.find(work.session, known.person_id), given(answers, Heir).heir_id
    heir_name = known.colleague_named(heir_id)
    if heir_name is None or not may(actor.actor, Action.HAND_OVER, leaver.subject):
        raise NotTheirsError
    handed = await hand_over(work, actor, leaver, await person.find(work.session, heir_id))
    told = len(handed.slots), len(handed.questions), handed.has_wishes
    return Message(HandedOver(leaver.name, heir_name, *told))


FORM = registered(
    FormAbout(
        name="hand_over",
        noun="person",
        still_holds=is_still_in,
        version=1,
        about=Leaver,
        questions=_questions,
        known=of_leaver,
        send=_send,
    ),
)
