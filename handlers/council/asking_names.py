"""Ask suppliers whether they may be named: each once a year at most, and who has answered not again."""

from collections.abc import Collection, Mapping

from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.naming import ASKED_AGAIN_AFTER
from handlers.council import finding
from handlers.council.answering_names import choices
from handlers.council.codes import DRAW_UP, SEND_QUESTION
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people.company import acting_for
from handlers.people.recipient import Recipient
from handlers.people.spokesperson import spokesperson
from messages.button import data
from messages.council.naming import NamingAsked, NamingSent, NamingToAsk
from messages.label import Label
from messages.message import Message
from storage.council import given, naming
from storage.outbox import Lane, Ring
from storage.people import supplier as suppliers
from storage.people.person import Person


@frozen
class ToAsk:
    """Suppliers by what can be asked of them; their ids."""

    hear: Mapping[int, Recipient]
    answered: Collection[int]
    asked_lately: Collection[int]
    out_of_reach: Collection[int]


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """*Fråga leverantörer om namn* was pressed: whom would the bot ask?"""
    year = finding.year_for(work, actor, Action.MAKE_COUNCIL_PAGE, press)
    sorted_out = await to_ask(work, await _taking_part(work, year))
    names = await suppliers.names(work.session, await _taking_part(work, year))

    def named(ids: Collection[int]) -> tuple[str, ...]:
        return tuple(sorted(names[each] for each in ids))

    told = NamingToAsk(
        year,
        to_ask=named(sorted_out.hear),
        answered=len(sorted_out.answered),
        asked_lately=named(sorted_out.asked_lately),
        out_of_reach=named(sorted_out.out_of_reach),
    )
    send = [(Label("council.send_question"), data(SEND_QUESTION, year))] if sorted_out.hear else []
    return Message(told, numbered([*send, (Label("council.to_page"), data(DRAW_UP, year))], in_a_row=2))


async def send(work: Work, actor: Person, press: Press) -> Answer:
    """*Skicka frågan* was pressed. Of two who press at once, the later asks nobody again."""
    year = finding.year_for(work, actor, Action.MAKE_COUNCIL_PAGE, press)
    taking_part = await _taking_part(work, year)
    await suppliers.hold(work.session, taking_part)
    sorted_out = await to_ask(work, taking_part)
    if not sorted_out.hear:
        return await show(work, actor, press)
    names = await suppliers.names(work.session, sorted_out.hear.keys())
    for supplier_id, hears in sorted_out.hear.items():
        await ask(work, actor, supplier_id, names[supplier_id], hears)
    told = NamingSent(tuple(sorted(names.values())), is_now=work.city.hours.is_open(work.now))
    return Message(told, numbered([(Label("council.to_page"), data(DRAW_UP, year))]))


async def ask(work: Work, actor: Person, supplier_id: int, name: str, hears: Recipient) -> None:
    """Ask one of them, in working hours."""
    question = await naming.ask(work.session, supplier_id, asked_by=actor.id, now=work.now)
    await work.tell(
        hears.person,
        hears.gets(Message(NamingAsked(name, work.city.name), numbered(choices()))),
        lane=Lane.DUTY,
        ring=Ring.IN_WORKING_HOURS,
        key=f"naming:{question.id}",
        about=question.reference,
        due_at=work.city.hours.open_from(work.now),
    )
    await work.record(
        LedgerEvent.NAMING_ASKED,
        actor=actor,
        recipient=hears.person,
        supplier_id=supplier_id,
        about=question.reference,
    )


async def _taking_part(work: Work, year: int) -> Collection[int]:
    return await given.taking_part(work.session, year, zone=work.city.hours.zone)


async def to_ask(work: Work, supplier_ids: Collection[int]) -> ToAsk:
    """What can be asked of each of them."""
    answered = (await naming.answers(work.session, supplier_ids)).keys()
    lately = await naming.asked_since(work.session, supplier_ids, work.now - ASKED_AGAIN_AFTER) - answered
    left = sorted(set(supplier_ids) - answered - lately)
    hear = {each: hears for each in left if (hears := await _hears(work, each)) is not None}
    return ToAsk(hear, answered, lately, [each for each in left if each not in hear])


async def _hears(work: Work, supplier_id: int) -> Recipient | None:
    """Whoever speaks for the supplier, or stands in; None where nobody there can be reached."""
    speaker = await spokesperson(work, supplier_id)
    return await acting_for(work, speaker) if speaker is not None else None
