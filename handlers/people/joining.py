"""Redeem an invitation, welcome back, and answer strangers kindly."""

from collections.abc import Sequence

from telegram import Message as Sent

from domain.invitation import hashed
from domain.language import Language
from domain.ledger_event import LedgerEvent
from domain.passed_on import codes_in, means_a_code
from domain.role import Role
from domain.secrecy import Finding
from handlers.doorways import DECLINE_DETAILS, TELL_DETAILS
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.people import notice, reachability, recipient
from handlers.people.colleagues import company_of
from handlers.secrecy.removing import remove_from_stranger
from handlers.secrecy.words import hold_number, words_of
from messages.button import data
from messages.label import Label
from messages.menu import asks_what_is_kept
from messages.message import Message, Rows
from messages.people.details import StrangersPrivacy
from messages.people.joining import (
    HowToGetIn,
    InvitationRefused,
    PersonJoined,
    StrangersMessageRemoved,
    Welcome,
    WelcomeBack,
)
from storage.people import contact, contact_details, invitation
from storage.people.invitation import Invitation
from storage.people.person import Person

ASKED_FOR_DETAILS = (Role.MATCHER, Role.COORDINATOR)

REFUSALS_IN_A_MINUTE = 3
"""Wrong codes of one sender that are answered, and personal numbers of theirs that are taken away."""


async def welcome_back(work: Work, actor: Person, said: str) -> Answer:
    """Start was pressed, or a code sent, by somebody who is in; one who was out of reach is in reach again.

    An invitation's code stays unused, unless it is a letter to a contact of their own company: then that is who they
    are, and nobody waits for them.
    """
    for code in codes_in(said):
        await _recognise_by_code(work, actor, code)
    await reachability.note_back(work, actor.id)
    await work.set_menu(actor)
    return Message(WelcomeBack(actor.name, actor.role, await company_of(work, actor)))


async def answer_stranger(
    work: Work, telegram_id: int, sent: Sent | None, language: Language, known: Person | None
) -> None:
    """Answer whoever is not in: a code is tried at once, and nobody's number is left standing in the chat."""
    words = words_of(sent)
    said = "\n".join(words)
    codes = codes_in(said)
    if codes:
        await _redeem(work, telegram_id, codes, language, known)
    elif sent is not None and hold_number(words):
        await _remove(work, telegram_id, sent.message_id, language)
    elif asks_what_is_kept(said):
        await _say_what_is_kept(work, telegram_id, language)
    elif means_a_code(said):
        await _refuse(work, telegram_id, language)
    else:
        await _say_how_to_get_in(work, telegram_id, language)


async def _redeem(work: Work, telegram_id: int, codes: Sequence[str], language: Language, known: Person | None) -> None:
    """Let somebody in by the first of these codes that is good: who has never been in, or is in no more."""
    for code in codes:
        used = await invitation.redeem(work.session, hashed(code), now=work.now)
        if used is not None:
            await _let_in(work, used, telegram_id, language, known)
            return
    await _refuse(work, telegram_id, language)


async def _say_how_to_get_in(work: Work, telegram_id: int, language: Language) -> None:
    """Say how to get in: once a day, however much a stranger writes."""
    today = work.city.today(work.now)
    how = HowToGetIn(city=work.city.name, contact=work.city.contact)
    await work.tell_chat(telegram_id, language, Message(how), key=f"stranger:{telegram_id}:{today}")


async def _say_what_is_kept(work: Work, telegram_id: int, language: Language) -> None:
    """Whoever asks may know, also without being in."""
    kept = Message(StrangersPrivacy(work.city.name, work.city.contact))
    await _say_seldom(work, telegram_id, language, kept, "privacy")


async def _refuse(work: Work, telegram_id: int, language: Language) -> None:
    """Say that the code is wrong: who guesses on hears nothing, and a right code gets in."""
    await _say_seldom(work, telegram_id, language, Message(InvitationRefused(contact=work.city.contact)), "refused")


async def _remove(work: Work, telegram_id: int, message_id: int, language: Language) -> None:
    """Take a personal number out of the chat, and say so."""
    gone = Message(StrangersMessageRemoved(contact=work.city.contact))
    if await _say_seldom(work, telegram_id, language, gone, "removed"):
        await remove_from_stranger(work, telegram_id, message_id, Finding.PERSONAL_NUMBER)


async def _say_seldom(work: Work, telegram_id: int, language: Language, message: Message, why: str) -> bool:
    """Say something of that sort to a stranger a few times a minute, however much they write."""
    minute = f"{work.now:%Y-%m-%dT%H:%M}"
    for number in range(REFUSALS_IN_A_MINUTE):
        if await work.tell_chat(telegram_id, language, message, key=f"{why}:{telegram_id}:{minute}:{number}"):
            return True
    return False


async def _let_in(work: Work, used: Invitation, telegram_id: int, language: Language, known: Person | None) -> None:
    joined = known or Person(telegram_id=telegram_id)
    joined.name, joined.role, joined.supplier_id = used.name, used.role, used.supplier_id
    joined.language, joined.joined_at, joined.ended_at, joined.unreachable_at = language, work.now, None, None
    joined.monthly_off_at = None
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
    await work.tell(joined, Message(welcome, await _ways_on(work, joined)))
    await work.set_menu(joined)
    await _tell_coordinators(work, joined, supplier_name)


async def _ways_on(work: Work, joined: Person) -> Rows:
    """Whom suppliers should be able to reach is asked for it, once; a supplier is, when somebody wants to call."""
    if joined.role not in ASKED_FOR_DETAILS or not await contact_details.note_asked(
        work.session, joined.id, now=work.now
    ):
        return ()
    return numbered([(Label("details.tell"), data(TELL_DETAILS)), (Label("details.not_now"), data(DECLINE_DETAILS))])


async def _recognise_by_code(work: Work, known: Person, code: str) -> None:
    if known.supplier_id is None:
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
