"""End somebody's access: it holds at their next press, and a colleague takes over what is open for them."""

from collections.abc import Sequence

from domain.access import may
from domain.action import Action
from domain.ledger_event import LedgerEvent
from handlers.faq import changing_hands
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Question, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.leaving.handing_over import hand_over, hand_over_wishes
from handlers.leaving.leaver import HEIR_OF_LEAVER, Heir, Leaver, Leaving, of_leaver, questions_open_for
from handlers.people import notice, recipient
from handlers.people.colleagues import company_of, is_still_in
from handlers.slots import facts
from handlers.slots.inquiry.going_on import go_on_without
from messages.message import Message
from messages.people.leaving import AccessEnded, AccessEndedByOther, EndingChecked, Goodbye
from storage import conversation, recall
from storage.people import absence, contact, contact_details, person
from storage.people.person import Person
from storage.slots import open_matter


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Avsluta tillgång* was pressed on somebody's card."""
    return await ask(work, actor, await person.with_id(work.session, press.number(0)))


async def ask(work: Work, actor: Person, leaver: Person | None) -> Answer:
    """Ask who takes over, and whether it is meant."""
    if leaver is None or leaver.ended_at is not None or not may(actor.actor, Action.END_ACCESS, leaver.subject):
        raise NotTheirsError
    return await forms.begin_about(work, actor, FORM, Leaver(leaver.id))


def _questions(_answers: Answers, known: Leaving) -> Sequence[Question[Leaving]]:
    return (HEIR_OF_LEAVER,) if known.colleagues and known.has_something_open else ()


def _summary(answers: Answers, known: Leaving, complaint: str) -> EndingChecked:
    heir = known.colleague_named(given(answers, Heir).heir_id)
    return EndingChecked(
        known.name, known.role, known.supplier, known.slots, known.inquiries, heir, complaint, known.has_wishes
    )


async def _send(work: Work, actor: Person, answers: Answers, known: Leaving) -> Message:
    leaver, heir_id = await person.find(work.session, known.person_id), given(answers, Heir).heir_id
    if not may(actor.actor, Action.END_ACCESS, leaver.subject):
        raise NotTheirsError
    if not await person.end_access(work.session, leaver.id, now=work.now):
        return Message(AccessEnded(leaver.name, None, (), 0))
    await work.session.refresh(leaver)
    await work.record(LedgerEvent.ACCESS_ENDED, actor=actor, supplier_id=leaver.supplier_id, about=leaver.reference)
    await _say_goodbye(work, leaver)
    heir_name = known.colleague_named(heir_id)
    if heir_name is not None:
        await hand_over(work, actor, leaver, await person.find(work.session, heir_id))
    else:
        await hand_over_wishes(work, actor, leaver)
    await go_on_without(work, leaver)
    await changing_hands.go_on_without(work, leaver)
    await _tell_others(work, actor, leaver, heir_name)
    return await _closing(work, leaver, heir_name)


async def _say_goodbye(work: Work, leaver: Person) -> None:
    """Let go of all that was on its way to the leaver; then comes one last word."""
    await recall.cancel_waiting(work.session, leaver.id, now=work.now)
    await forms.let_go(work, await conversation.of_person(work.session, leaver.id, now=work.now))
    await absence.forget(work.session, leaver.id)
    await contact.has_left(work.session, leaver.id)
    await contact_details.forget(work.session, leaver.id)
    if leaver.unreachable_at is None:
        await work.tell(leaver, Message(Goodbye(leaver.name, work.city.name, work.city.contact)))
        await work.take_menu_away(leaver)


async def _tell_others(work: Work, actor: Person, leaver: Person, heir: str | None) -> None:
    news = AccessEndedByOther(leaver.name, leaver.role, await company_of(work, leaver), actor.name, heir)
    for each in await recipient.coordinators(work):
        if each.id != actor.id:
            await notice.tell(work, each, Message(news), about=leaver.reference)


async def _closing(work: Work, leaver: Person, heir: str | None) -> Message:
    left = await open_matter.slots_of(work.session, leaver)
    told = tuple(await facts.of_slots(work, left))
    return Message(AccessEnded(leaver.name, heir, told, await questions_open_for(work, leaver)))


FORM = registered(
    FormAbout(
        name="end_access",
        noun="person",
        still_holds=is_still_in,
        version=1,
        about=Leaver,
        questions=_questions,
        known=of_leaver,
        send=_send,
        summary=_summary,
        sends="people.end",
    )
)
