"""Once its time is over, whoever noted a tryout hears what came of it: one message, in working hours."""

from datetime import datetime, timedelta

from domain.access import may
from domain.action import Action
from domain.tryout import Days, is_over
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.people.recipient import Recipient, coordinators, in_place_of
from handlers.tryouts import card, facts
from handlers.tryouts.codes import LIST
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.tryouts.tryout import TryoutOver
from storage.outbox import Lane, Ring
from storage.people import person
from storage.tryouts import tryout
from storage.tryouts.tryout import Tryout

AT_ONCE = 10


def told_at(work: Work, watch: Days) -> datetime | None:
    """When whoever noted it is to hear of it: as the first working day after it opens; None where it is over now."""
    if is_over(watch, work.city.today(work.now)):
        return None
    return work.city.hours.opening_on(work.city.hours.working_day_from(watch.last + timedelta(days=1)))


async def tell(work: Work) -> bool:
    """Tell of those whose time is over; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    found = await tryout.over(work.session, now=work.now, at_most=AT_ONCE)
    for each in found:
        await _tell(work, each)
        each.next_at = None
    return len(found) == AT_ONCE


async def _tell(work: Work, found: Tryout) -> None:
    told, counted = await facts.of_tryout(work, found)
    if counted is None:
        return
    ways = [card.way_to_suppliers(found), (Label("tryout.to_list"), data(LIST, 0))]
    message = Message(TryoutOver(told, counted), numbered(ways, in_a_row=2))
    for each in await _recipients(work, found):
        # Watched for longer, it is told of once more when that is over too.
        key = f"tryout:{found.id}:{found.watch.last}:{each.person.id}"
        ring, lane = Ring.IN_WORKING_HOURS, Lane.DUTY
        await work.tell(each.person, each.gets(message), lane=lane, ring=ring, key=key, about=found.reference)


async def _recipients(work: Work, found: Tryout) -> list[Recipient]:
    """Whoever noted it, or stands in; where none of them may see it any more, the coordinators."""
    hear = await in_place_of(work, await person.find(work.session, found.noted_by))
    those = [each for each in hear if may(each.person.actor, Action.SEE_TRYOUT)]
    return those or [Recipient(each) for each in await coordinators(work)]
