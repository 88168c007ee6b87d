"""A broadcast's card: what would be sent, as others will read it; once it is sent, how far it has come."""

import json
import zlib
from dataclasses import asdict
from datetime import datetime

from domain.audience import Audience
from domain.broadcast import BroadcastState, goes_at
from handlers.broadcasts.codes import CHANGE, LIST, READ, SEND, SHOW, STOP, THROW_AWAY
from handlers.broadcasts.finding import theirs
from handlers.broadcasts.message import words_of
from handlers.broadcasts.questions import PARTS
from handlers.doorways import ASK_NAMING
from handlers.handling.answer import Answer, Below
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.broadcasts.card import BroadcastDrafted, BroadcastReported, Named, To
from messages.button import data
from messages.label import Label
from messages.message import Message
from storage.broadcasts import audience, contract_choice, report
from storage.broadcasts.broadcast import Broadcast
from storage.council import naming
from storage.people import supplier
from storage.people.person import Person
from storage.slots import area

MOST_ASKED = 3
"""So many of those without a yes can be asked from the card; the others once these have answered."""

TO_LIST: Choice = (Label("broadcast.to_list"), data(LIST, 0))


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """One of the list was pressed, or *Uppdatera*."""
    return await of(work, await theirs(work, actor, press))


async def read(work: Work, actor: Person, press: Press) -> Answer:
    """*Visa texten* was pressed: the words as they went, below."""
    return Below(Message(await words_of(work, await theirs(work, actor, press))))


async def of(work: Work, broadcast: Broadcast) -> Message:
    """Its card, as it is now."""
    return await drafted(work, broadcast) if broadcast.accepted_at is None else await reported(work, broadcast)


async def drafted(work: Work, draft: Broadcast, *, has_changed: bool = False) -> Message:
    """What would be sent, and to how many; it can only be sent where whoever it names has said yes."""
    would_go = await facts_of(work, draft, has_changed=has_changed)
    send = [(Label("answer.send"), data(SEND, draft.id, checksum(would_go)))] if may_go(would_go) else []
    changes = [(Label(f"broadcast_change.{part}"), data(CHANGE, draft.id, place)) for place, part in enumerate(PARTS)]
    first = [*send, *await _ask(work, draft)]
    others = [*changes, (Label("broadcast.throw_away"), data(THROW_AWAY, draft.id)), TO_LIST]
    # A company's name needs the width of the phone.
    return Message(would_go, (*numbered(first), *numbered(others, first=len(first) + 1, in_a_row=2)))


async def facts_of(work: Work, draft: Broadcast, *, has_changed: bool = False) -> BroadcastDrafted:
    """All that is read before it is sent."""
    reach = await audience.reach(work.session, draft.to)
    return BroadcastDrafted(
        seen=await words_of(work, draft),
        to=await _told(work, draft.to),
        receivers=reach.receivers,
        unwilling=reach.unwilling,
        out_of_reach=reach.out_of_reach,
        named=await _named(work, draft),
        goes_at=_goes_at(work, work.now),
        has_changed=has_changed,
    )


def may_go(would_go: BroadcastDrafted) -> bool:
    """Whether somebody gets it, and all whom it names have said yes."""
    return would_go.receivers > 0 and all(each.may_be_named for each in would_go.named)


def checksum(would_go: BroadcastDrafted) -> int:
    """What *Skicka* carries of what was read: words, receivers and names, and not the hour."""
    read_of_it = asdict(would_go) | {"goes_at": None, "has_changed": False}
    return zlib.crc32(json.dumps(read_of_it, sort_keys=True).encode())


async def reported(work: Work, broadcast: Broadcast) -> Message:
    """How far it has come."""
    ways: list[Choice] = [(Label("broadcast.refresh"), data(SHOW, broadcast.id))]
    told = await _report(work, broadcast)
    if told.waiting and broadcast.stopped_at is None:
        ways.append((Label("broadcast.stop"), data(STOP, broadcast.id)))
    ways += [(Label("broadcast.read"), data(READ, broadcast.id)), TO_LIST]
    return Message(told, numbered(ways, in_a_row=2))


async def _report(work: Work, broadcast: Broadcast) -> BroadcastReported:
    accepted_at, state = broadcast.accepted_at or work.now, broadcast.state
    told = await report.report_of(work.session, broadcast)
    # Queued for everybody is not sent to everybody.
    is_through = not told.waiting or state is BroadcastState.STOPPED
    return BroadcastReported(
        sort=broadcast.sort,
        state=state if is_through else BroadcastState.UNDER_WAY,
        opens=opening(broadcast),
        sent_on=work.city.today(accepted_at),
        goes_at=_goes_at(work, accepted_at) if state is BroadcastState.UNDER_WAY else None,
        to=await _told(work, broadcast.to),
        receivers=broadcast.receivers or 0,
        **asdict(told),
        is_name_withdrawn=state is BroadcastState.STOPPED and broadcast.stopped_by is None,
    )


def opening(broadcast: Broadcast) -> str:
    """The first line of its words, by which people know it again."""
    return broadcast.words_sv.split("\n", maxsplit=1)[0]


def _goes_at(work: Work, let_go_at: datetime) -> datetime | None:
    """On the city's own clock; None where it goes at once."""
    hours = work.city.hours
    at = goes_at(let_go_at, work.now, hours)
    return hours.local(at) if at > work.now else None


async def _told(work: Work, to: Audience) -> To:
    return To(
        trades=to.trades,
        kinds=to.kinds,
        areas=tuple([await area.named(work.session, each) for each in to.areas]),
        contracts=tuple(name for _, name in await contract_choice.with_ids(work.session, to.contracts)),
        given=to.given,
    )


async def _named(work: Work, draft: Broadcast) -> tuple[Named, ...]:
    said = await naming.answers(work.session, draft.named)
    names = await supplier.names(work.session, draft.named)
    return tuple(Named(names[each], said.get(each)) for each in draft.named if each in names)


async def _ask(work: Work, draft: Broadcast) -> list[Choice]:
    """The ways to ask those who have not answered whether they may be named."""
    said = await naming.answers(work.session, draft.named)
    names = await supplier.names(work.session, [each for each in draft.named if each not in said])
    asked = list(names.items())[:MOST_ASKED]
    return [(Label("broadcast.ask", text=name), data(ASK_NAMING, number)) for number, name in asked]
