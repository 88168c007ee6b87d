"""What is advised of procurements: their facts, beside what came of the city's own offers."""

from collections.abc import Mapping
from datetime import datetime

from domain.frozen import frozen
from domain.placement import TOWARDS_GOAL
from domain.slot import Trade
from domain.worth_asking import Advice, Experience
from handlers.handling.work import Work
from messages.procurements.facts import AdviceFacts
from storage.overview import counts
from storage.overview.scope import Within
from storage.procurements.procurement import Procurement

YEARS_COUNTED = 3
"""This year and the two before: what was offered earlier says less of today's suppliers."""


@frozen
class Record:
    """What came of the city's own offers of places.

    Attributes:
        since: From the beginning of which year on.
    """

    since: int
    in_trade: Mapping[Trade, Experience]

    def of(self, trade: Trade | None) -> Experience:
        """In that trade. Of what is none of the list, or untold, it says nothing: two of those are not alike."""
        return self.in_trade.get(trade, Experience()) if trade not in {None, Trade.OTHER} else Experience()


async def record(work: Work) -> Record:
    """Look it up, once for all that is advised of."""
    since = work.city.today(work.now).year - YEARS_COUNTED + 1
    offered = Within(since=datetime(since, 1, 1, tzinfo=work.city.hours.zone))
    found: dict[Trade, Experience] = {}
    for (trade, _), (led, offers) in (await counts.led_to_start(work.session, offered, TOWARDS_GOAL)).items():
        so_far = found.get(trade, Experience())
        found[trade] = Experience(so_far.led + led, so_far.offers + offers)
    return Record(since, found)


def advice(procurement: Procurement, own: Record) -> Advice:
    """What is advised of one."""
    return Advice(procurement.facts, own.of(procurement.trade))


def told(advised: Advice, own: Record) -> AdviceFacts:
    """As messages tell it."""
    return AdviceFacts(
        worth=advised.worth,
        level=advised.level,
        kinds=advised.kinds,
        sort=advised.sort,
        is_long=advised.is_long,
        needs_several=advised.needs_several,
        missing=advised.missing,
        work_a_month=advised.known.work_a_month,
        led=advised.experience.led,
        offers=advised.experience.offers,
        since=own.since,
        tells_experience=advised.experience.says_something,
    )
