"""Redeem an invitation, welcome back, and answer strangers kindly."""

from domain.invitation import hashed
from domain.language import Language
from domain.ledger_event import LedgerEvent
from handlers.handling.answer import Answer
from handlers.handling.work import Work
from handlers.people import notice, reachability, recipient
from handlers.people.colleagues import company_of
from messages.message import Message
from messages.people.joining import HowToGetIn, InvitationRefused, PersonJoined, Welcome, WelcomeBack
from storage.people import contact, invitation
from storage.people.invitation import Invitation
from storage.people.person import Person

REFUSALS_IN_A_MINUTE = 3
"""Wrong codes of one sender that are answered."""


async def redeem(work: Work, telegram_id: int, code: str, language: Language, known: Person | None) -> None:
    """Let somebody in by their code: who has never been in, or is in no more."""
    used = await invitation.redeem(work.session, hashed(code), now=work.now)
    if used is None:
        await _refuse(work, telegram_id, language)
        return
    await _let_in(work, used, telegram_id, language, known)


async def welcome_back(work: Work, actor: Person, code: str) -> Answer:
    """Start was pressed by somebody who is in; one who was out of reach is in reach again.

    An invitation's code stays unused, unless it is a letter to a contact of their own company: then that is who they
    are, and nobody waits for them.
    """
    await _recognise_by_code(work, actor, code)
    await reachability.note_back(work, actor.id)
    await work.set_menu(actor)
    return Message(WelcomeBack(actor.name, actor.role, await company_of(work, actor)))


async def answer_stranger(work: Work, telegram_id: int, language: Language) -> None:
    """Say how to get in: once a day, however much a stranger writes."""
    today = work.city.today(work.now)
    how = HowToGetIn(city=work.city.name, contact=work.city.contact)
    await work.tell_chat(telegram_id, language, Message(how), key=f"stranger:{telegram_id}:{today}")


async def _refuse(work: Work, telegram_id: int, language: Language) -> None:
    """Say that the code is wrong, a few times a minute: who guesses on hears nothing, and a right code gets in."""
    minute = f"{work.now:%Y-%m-%dT%H:%M}"
    for number in range(REFUSALS_IN_A_MINUTE):
        refusal = Message(InvitationRefused(contact=work.city.contact))
        if await work.tell_chat(telegram_id, language, refusal, key=f"refused:{telegram_id}:{minute}:{number}"):
            return


async def _let_in(work: Work, used: Invitation, telegram_id: int, language: Language, known: Person | None) -> None:
    joined = known or Person(telegram_id=telegram_id)
    joined.name, joined.role, joined.supplier_id = used.name, used.role, used.supplier_id
    joined.language, joined.joined_at, joined.ended_at, joined.unreachable_at = language, work.now, None, None
    work.session.add(joined)
    await work.session.flush()
    used.redeemed_by = joined.id
    await _recognise(work, used, joined)
    await work.record(
        LedgerEvent.PERSON_JOINED,
        actor=joined,
        supplier_id=joined.supplier_id,
        about=used.reference,
    )
    supplier_name = await company_of(work, joined)
    welcome = Welcome(joined.name, joined.role, supplier_name, work.city.name)
    await work.tell(joined, Message(welcome))
    await work.set_menu(joined)
    await _tell_coordinators(work, joined, supplier_name)


async def _recognise_by_code(work: Work, known: Person, code: str) -> None:
    if not code or known.supplier_id is None:
        return
    used = await invitation.redeem_as_contact(
        work.session, hashed(code), supplier_id=known.supplier_id, person_id=known.id, now=work.now
    )
    if used is not None:
        await _recognise(work, used, known)
        about = used.reference
        await work.record(LedgerEvent.CONTACT_RECOGNISED, actor=known, supplier_id=known.supplier_id, about=about)


async def _recognise(work: Work, used: Invitation, joined: Person) -> None:
    """Note which contact has come in: the one invited, or the one of that name who has become known since."""
    contact_id = used.contact_id
    if contact_id is None and used.supplier_id is not None:
        known = await contact.known_as(work.session, used.supplier_id, used.name)
        contact_id = known.id if known and known.person_id is None else None
    if contact_id is not None:
        await contact.has_come_in(work.session, contact_id, person_id=joined.id)


async def _tell_coordinators(work: Work, joined: Person, supplier_name: str | None) -> None:
    news = Message(PersonJoined(joined.name, joined.role, supplier_name))
    for coordinator_here in await recipient.coordinators(work):
        if coordinator_here.id != joined.id:
            await notice.tell(work, coordinator_here, news, about=joined.reference)
