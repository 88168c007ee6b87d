"""Forms that are younger than the kept database: each is opened there as it is in the chat, for somebody who can."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from sqlalchemy import select

from bot.city_settings import city_of
from domain.document import DocumentFormat, DocumentKind
from domain.hearsay import HeardBy, HearsayStatus, Said
from domain.placement_life import PlacementEvent
from domain.reference import Noun, Reference
from domain.reversed_question import Place
from domain.role import Role
from domain.slot import SlotKind, SlotStatus, Trade
from domain.wish import Wished
from handlers import door
from handlers.contracts import codes as contract_codes
from handlers.documents import codes as document_codes
from handlers.documents import registering as document_registering
from handlers.doorways import ASK_CITY, PROPOSE
from handlers.faq import asking
from handlers.form import forms
from handlers.form.filling import talk_of
from handlers.form.form import FORMS, Form
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from handlers.hearsay import codes as hearsay_codes
from handlers.meetings import codes as meeting_codes
from handlers.obligations.ladder import codes as ladder_codes
from handlers.placements import codes as placement_codes
from handlers.placements.leading import agreeing
from handlers.procurements import codes as procurement_codes
from handlers.results import codes as result_codes
from handlers.results import correcting
from handlers.slots.inquiry import editing
from handlers.wishes import codes as wish_codes
from handlers.wishes import registering
from handlers.wishes.reversed import codes as reversed_codes
from handlers.wishes.reversed import offering
from messages.button import data
from storage.database import Database
from storage.documents import document
from storage.documents.document import Document
from storage.hearsay import Hearsay
from storage.ledger import GENESIS
from storage.people import person
from storage.placements import under_way
from storage.placements.under_way import Proposal
from storage.procurements.procurement import Procurement
from storage.results import earlier_result
from storage.results.earlier_result import EarlierResult
from storage.slots import relayed_text
from storage.slots.inquiry import Inquiry
from storage.slots.relayed_text import RelayedPart
from storage.slots.slot import Slot
from storage.wishes import decision, reversed_question
from storage.wishes import wish as wishes
from tests.city import settings_for
from tests.handlers.each_role import one_of_each_role
from tests.handlers.younger_forms_of_faq import YOUNGER_IN_FAQ, Opens

SOME_MESSAGE = 1


async def _an_edit_is_refused(work: Work) -> bool:
    """An answer is edited to what the guard stops, so that it is to be written anew."""
    for asked in (await work.session.scalars(select(Inquiry).order_by(Inquiry.id))).all():
        writer = await person.find(work.session, asked.asked_of)
        await relayed_text.keep(
            work.session,
            inquiry_id=asked.id,
            part=RelayedPart.ANSWER,
            written_by=writer.id,
            message_id=SOME_MESSAGE,
            words="Ja.",
        )
        await editing.take(work, writer, "Ring 070-174 06 35", SOME_MESSAGE)
        if (await talk_of(work, writer)).flow == editing.FORM.name:
            return True
    return False


async def _a_document_is_registered(work: Work) -> bool:
    """A page was made, and a coordinator says that it is in the register of records."""
    page = Document(
        kind=DocumentKind.COUNCIL_PAGE,
        format=DocumentFormat.PDF,
        language=work.city.language,
        year=work.now.year,
        facts={},
        ledger_head=GENESIS,
        asked_at=work.now,
    )
    made = await document.order(work.session, page)
    coordinator = (await one_of_each_role(work))[Role.COORDINATOR]
    await door.press(work, coordinator, data(document_codes.REGISTER, made.id), None)
    return (await talk_of(work, coordinator)).flow == document_registering.FORM.name


async def _an_earlier_result_is_wrong(work: Work) -> bool:
    """One is entered, and a coordinator says that it is not right."""
    entered = EarlierResult(
        supplier_id=1, kind=SlotKind.INTERNSHIP, number=2, year=work.now.year, source="En rapport", entered_at=work.now
    )
    wrong = await earlier_result.enter(work.session, entered)
    coordinator = (await one_of_each_role(work))[Role.COORDINATOR]
    await door.press(work, coordinator, data(result_codes.CORRECT, wrong.id), None)
    return (await talk_of(work, coordinator)).flow == correcting.FORM.name


async def _a_first_day_is_asked_for(work: Work) -> bool:
    """A supplier wants to meet somebody who is proposed for a slot that a matcher has."""
    slot = await work.session.scalar(select(Slot).where(Slot.status == SlotStatus.RESERVED).limit(1))
    if slot is None or slot.claimed_by is None:
        return False
    today, matcher = work.city.today(work.now), await person.find(work.session, slot.claimed_by)
    placement = await under_way.propose(
        work.session, slot.id, Proposal(today, None, None), matcher_id=matcher.id, now=work.now, next_at=None
    )
    await under_way.happens(work.session, placement.id, PlacementEvent.INTEREST, next_at=None)
    await door.press(work, matcher, data(placement_codes.AGREE, placement.id), None)
    return (await talk_of(work, matcher)).flow == agreeing.FORM.name


async def _a_supplier_says_yes(work: Work) -> bool:
    """A matcher has had a supplier asked for a place, for a wish of theirs."""
    people = await one_of_each_role(work)
    supplier, matcher = people[Role.SUPPLIER], people[Role.MATCHER]
    wished = Wished(SlotKind.INTERNSHIP, Trade.PAINTING)
    wish = await wishes.add(work.session, matcher.id, wished, now=work.now)
    place = Place(wished.kind, wished.trade, None, work.city.today(work.now).replace(day=1))
    question = await reversed_question.ask(
        work.session,
        place,
        supplier_id=supplier.supplier_id or 0,
        matcher_id=matcher.id,
        wish_id=wish.id,
        now=work.now,
    )
    await door.press(work, supplier, data(reversed_codes.YES, question.id), None)
    return (await talk_of(work, supplier)).flow == offering.FORM.name


async def _a_wish_is_changed(work: Work) -> bool:
    """The city has decided, a matcher has a wish, and changes it."""
    matcher = (await one_of_each_role(work))[Role.MATCHER]
    await decision.turn_on(work.session, "AMN 2026/118", by=matcher.id, now=work.now)
    wish = await wishes.add(work.session, matcher.id, Wished(SlotKind.INTERNSHIP, Trade.PAINTING), now=work.now)
    await door.press(work, matcher, data(wish_codes.CHANGE, wish.id), None)
    return (await talk_of(work, matcher)).flow == registering.CHANGE.name


async def _a_wish_is_registered(work: Work) -> bool:
    matcher = (await one_of_each_role(work))[Role.MATCHER]
    await forms.begin(work, matcher, registering.NEW)
    return True


YOUNGER: dict[str, Opens] = {
    **YOUNGER_IN_FAQ,
    editing.FORM.name: _an_edit_is_refused,
    document_registering.FORM.name: _a_document_is_registered,
    correcting.FORM.name: _an_earlier_result_is_wrong,
    agreeing.FORM.name: _a_first_day_is_asked_for,
    offering.FORM.name: _a_supplier_says_yes,
    registering.NEW.name: _a_wish_is_registered,
    registering.CHANGE.name: _a_wish_is_changed,
}


PRESSED_OPEN: dict[str, Sequence[str]] = {
    asking.FORM.name: [data(ASK_CITY)],
    "change_procurement": [data(procurement_codes.CHANGE, number) for number in range(1, 30)],
    "join_procurement": [data(procurement_codes.JOIN, number) for number in range(1, 30)],
    "procurement_decision": [data(procurement_codes.DECIDE, number) for number in range(1, 30)],
    "add_number": [data(ladder_codes.ADD_NUMBER, number) for number in range(1, 30)],
    "hear": [data(hearsay_codes.SAY, place, number) for place in range(len(Said)) for number in range(1, 10)],
    "hear_offer": [data(hearsay_codes.SAY, place, number) for place in range(len(Said)) for number in range(1, 10)],
    "hold": [data(contract_codes.HOLD, 0)],
    "object": [data(hearsay_codes.OBJECT, 1)],
    "propose": [data(PROPOSE, number, 1) for number in range(1, 30)],
    "suggest_meeting_time": [data(meeting_codes.SUGGEST, number) for number in range(1, 60)],
}
"""Buttons that open it, for whoever may press one of them."""


async def is_opened(database: Database, form: str, at: datetime) -> bool:
    """Open it for somebody who can; says whether that was possible."""
    async with database.write() as session:
        work = Work(session, at, city_of(settings_for(str(database.url), "http://127.0.0.1")), key=f"younger:{form}")
        if form in YOUNGER:
            return await YOUNGER[form](work)
        if form in PRESSED_OPEN:
            return await _is_pressed_open(work, form)
        return await _is_begun_by_each_role(work, form)


async def _is_pressed_open(work: Work, name: str) -> bool:
    await _somebody_is_heard(work)
    await _something_is_to_be_bought(work)
    for carried in PRESSED_OPEN[name]:
        for actor in (await one_of_each_role(work)).values():
            attempt = await work.session.begin_nested()
            with suppress(NotTheirsError):
                await door.press(work, actor, carried, None)
            if (await talk_of(work, actor)).flow == name:
                await attempt.commit()
                return True
            await attempt.rollback()
    return False


async def _something_is_to_be_bought(work: Work) -> None:
    """The city plans to buy something, of which nothing is decided."""
    work.session.add(Procurement(title="Målning av skolor", noted_at=work.now, created_at=work.now))
    await work.session.flush()


async def _somebody_is_heard(work: Work) -> None:
    """Staff have written down what a supplier said, as far as nobody has."""
    if await work.session.get(Hearsay, 1) is not None:
        return
    people = await one_of_each_role(work)
    supplier, staff = people[Role.SUPPLIER], people[Role.COORDINATOR]
    heard = Hearsay(
        supplier_id=supplier.supplier_id,
        said=Said.NOTHING,
        about=str(Reference(Noun.OBLIGATION, 1)),
        speaker=supplier.name,
        how=HeardBy.PHONE,
        heard_on=work.city.today(work.now),
        heard_by=staff.id,
        noted_at=work.now,
        asked_at=work.now,
        status=HearsayStatus.COUNTS,
    )
    work.session.add(heard)
    await work.session.flush()


async def _is_begun_by_each_role(work: Work, name: str) -> bool:
    form = FORMS[name]
    if not isinstance(form, Form):
        return False
    for each in (await one_of_each_role(work)).values():
        await forms.begin(work, each, form)
    return True
