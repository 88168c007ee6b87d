"""Ask about a placement's end; once something is said, every such message shows how it stands instead."""

from handlers.doorways import HEAR_START
from handlers.form import asking
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.people import recipient
from handlers.people.recipient import Recipient
from handlers.placements import telling
from handlers.placements.ending import codes, facts, showing, views
from handlers.placements.ending.finding import Ending
from handlers.slots.telling import answering_for
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.placements.end import EndNews, EndToSettle, EndWaits
from storage import outbox, recall
from storage.outbox import Lane, Ring
from storage.people import person
from storage.people.person import Person


async def matcher_of(work: Work, ending: Ending) -> Person:
    """Who has the placement for the city."""
    return await person.find(work.session, ending.slot.claimed_by or ending.placement.matcher_id)


async def ask_supplier(work: Work, ending: Ending, *, is_again: bool = False, lane: Lane = Lane.ANSWER) -> str:
    """Has it ended, or is what the city says of it so? Returns who is asked; where nobody can be, coordinators call."""
    to = await answering_for(work, ending.slot)
    if to is None:
        await ask_coordinators(work, ending, EndWaits.UNREACHED, "")
        return ""
    if ending.placement.end_said_by is None:
        asked = await views.question(work, ending, to.person, is_again=is_again)
    else:
        asked = await views.confirmation(work, ending, of_supplier=True, is_again=is_again)
    await _tell(work, to, ending, asked, lane)
    return to.person.name


async def ask_city(work: Work, ending: Ending, *, is_again: bool = False, lane: Lane = Lane.ANSWER) -> str:
    """Is what the supplier says of it so? Returns whose word it is."""
    matcher = await matcher_of(work, ending)
    asked = await views.confirmation(work, ending, of_supplier=False, is_again=is_again)
    for to in await recipient.in_place_of(work, matcher):
        await _tell(work, to, ending, asked, lane)
    return matcher.name


async def ask_coordinators(work: Work, ending: Ending, why: EndWaits, waits_for: str) -> None:
    """They say how it is; where nobody has said anything yet, they call and write down what they hear."""
    of, to_call = ending.placement, await telling.contacts_to_call(work, ending.slot)
    if of.end_said_by is None:
        ways = [codes.way("placement_end.say", codes.HOW, of)]
    else:
        ways = [
            codes.way("placement_end.settle", codes.SETTLE, of),
            codes.way("placement_end.settle_goes_on", codes.GO_ON, of),
        ]
    hear = [] if of.is_end_suppliers_word else [(Label("hearsay.enter"), data(HEAR_START, of.id))]
    told = EndToSettle(await facts.of_ending(work, ending, is_to_supplier=False), why, waits_for, to_call)
    for each in await recipient.coordinators(work):
        await _tell(work, Recipient(each), ending, Message(told, numbered([*hear, *ways])), Lane.ANSWER)


async def show(work: Work, ending: Ending, news: EndNews, *, told_by: str = "", except_at: int = 0) -> None:
    """Let every question about it, and its cards, show how it stands; `except_at` shows something already."""
    await telling.show_as_it_is(work, ending.placement, except_at=except_at)
    for row in await outbox.said_about(
        work.session, ending.placement.reference, key_begins=codes.key_begins(ending.placement.id)
    ):
        if row.id == except_at or row.person_id is None:
            continue
        viewer = await person.find(work.session, row.person_id)
        if not await recall.cancel(work.session, row.id) and await work.has_buttons(row.id):
            await work.edit(row.id, await showing.shown(work, viewer, ending, news, told_by=told_by))


async def take_buttons_away(work: Work, ending: Ending) -> None:
    """One message at a time has the buttons, however often it is asked."""
    for row in await outbox.said_about(
        work.session, ending.placement.reference, key_begins=codes.key_begins(ending.placement.id)
    ):
        await work.take_buttons_away(row.id)


async def _tell(work: Work, to: Recipient, ending: Ending, question: Message, lane: Lane) -> None:
    of = ending.placement
    await work.tell(
        to.person,
        to.gets(question),
        lane=lane,
        ring=Ring.IN_WORKING_HOURS,
        key=f"{codes.key_begins(of.id)}{int(work.now.timestamp())}:{of.status}:{to.person.id}",
        about=of.reference,
    )
    await asking.show_again(work, to.person)
