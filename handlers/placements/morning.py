"""The matchers' morning: what is new, and what waits for whom, in one message; on a quiet day there is none."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.frozen import frozen
from domain.offer_step import ASKED_OF_HOLDER
from domain.role import Role
from domain.turn.turn import Side
from handlers.doorways import PLACEMENT
from handlers.handling.choices import Choice, numbered
from handlers.handling.work import Work
from handlers.people import recipient
from handlers.placements import facts as placement_facts
from handlers.slots import facts, fitting, views
from handlers.slots.inquiry.codes import ANSWER
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.placements.morning import Awaited, MorningTold, ToAsk
from storage.outbox import Lane, Ring
from storage.people import person, supplier
from storage.people.person import Person
from storage.placements import in_hand
from storage.placements.placement import Placement
from storage.slots import alert_settings, inquiry, open_matter, slot_list
from storage.slots import slot as slots
from storage.slots.alert_settings import AlertSettingsRow
from storage.slots.inquiry import Inquiry
from storage.slots.slot import Slot

AT_ONCE = 20
WAITS_AT_MOST = timedelta(days=60)
"""What was asked longer ago is answered some other way by now."""

MOST_SHOWN = 5
"""Of each list; the rest is found under the commands."""


@frozen
class Morning:
    """What there is to tell one matcher."""

    new: Sequence[Slot]
    asked: Sequence[tuple[Inquiry, Slot]]
    quiet: Sequence[Slot]
    to_ask: Sequence[tuple[Placement, Slot]]

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.new or self.asked or self.quiet or self.to_ask)


async def send(work: Work) -> bool:
    """Send the morning messages that are due, in working hours; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await alert_settings.mornings_due(work.session, now=work.now, at_most=AT_ONCE)
    for settings in due:
        settings.morning_at = work.city.hours.next_opening(work.now)
        matcher = await person.find(work.session, settings.person_id)
        if matcher.role is Role.MATCHER and matcher.ended_at is None:
            await _send(work, matcher, settings)
    return len(due) == AT_ONCE


async def _send(work: Work, matcher: Person, settings: AlertSettingsRow) -> None:
    told = await _gathered(work, matcher, settings)
    if told.is_quiet:
        return
    message = await _message(work, matcher, told)
    for each in await recipient.in_place_of(work, matcher):
        # Where nobody stands in for them it waits: a coordinator has a list of their own.
        if each.person.role is Role.MATCHER:
            await work.tell(each.person, each.gets(message), lane=Lane.DUTY, ring=Ring.IN_WORKING_HOURS)


async def _gathered(work: Work, matcher: Person, settings: AlertSettingsRow) -> Morning:
    since = _yesterday_morning(work)
    newest = await slot_list.open_ones(work.session, matcher.actor)
    asked = await inquiry.waiting_for(work.session, matcher.id, since=work.now - WAITS_AT_MOST)
    in_their_hand = await in_hand.of_matcher(work.session, matcher.id, today=work.city.today(work.now))
    return Morning(
        new=[
            slot
            for slot in newest
            if slot.reported_at >= since and settings.settings.wants(slot.kind, slot.trade, slot.area)
        ],
        asked=[(each, slot) for each in asked if (slot := await slots.find(work.session, each.slot_id)) is not None],
        quiet=[slot for slot in await open_matter.slots_of(work.session, matcher) if slot.asked in ASKED_OF_HOLDER],
        to_ask=[each for each in in_their_hand if await placement_facts.side(work, *each) is Side.MATCHER],
    )


def _yesterday_morning(work: Work) -> datetime:
    hours = work.city.hours
    return hours.opening_on(hours.working_days_from(work.city.today(work.now), -1))


async def _message(work: Work, matcher: Person, told: Morning) -> Message:
    shown = MorningTold(
        new=len(told.new),
        fitting=await _fitting(work, matcher, told.new),
        asked=tuple([await facts.of_slot(work, slot) for _, slot in told.asked[:MOST_SHOWN]]),
        quiet=tuple(await facts.of_slots(work, told.quiet[:MOST_SHOWN])),
        to_ask=tuple([await _line(work, *each) for each in told.to_ask[:MOST_SHOWN]]),
    )
    return Message(shown, numbered(await _ways(work, told)))


async def _fitting(work: Work, matcher: Person, new: Sequence[Slot]) -> int:
    """How many of their wishes at least one of the new offers may be something for: the number, and no more of them."""
    beside = await fitting.looked_up(work, new, [matcher.id])
    return len({wish.id for slot in new for wish, _ in beside.found(slot, matcher.id)})


async def _line(work: Work, placement: Placement, slot: Slot) -> ToAsk:
    firm = await supplier.find(work.session, slot.supplier_id)
    return ToAsk(placement.code, firm.name, Awaited(placement.status.value))


async def _ways(work: Work, told: Morning) -> list[Choice]:
    """First what waits, then what is new."""
    answers = [
        (Label("morning.answer", text=(await person.find(work.session, each.asked_by)).name), data(ANSWER, each.id))
        for each, _ in told.asked[:MOST_SHOWN]
    ]
    waiting = [(_named(slot), data(views.CARD, slot.id, slot.revision)) for slot in told.quiet[:MOST_SHOWN]]
    to_ask = [
        (Label("morning.placement", text=placement.code), data(PLACEMENT, placement.id))
        for placement, _ in told.to_ask[:MOST_SHOWN]
    ]
    new = [(Label("morning.new"), data(views.LIST))] if told.new else []
    return [*answers, *waiting, *to_ask, *new]


def _named(slot: Slot) -> Label:
    return Label(joined=(Label(f"kind.{slot.kind}"), Label(text=slot.area)))
