"""What is advised of procurements: their facts, beside what came of the city's own offers."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from domain.frozen import frozen
from domain.placement import TOWARDS_GOAL
from domain.slot import Trade
from domain.worth_asking import Advice, Experience
from handlers.handling.work import Work
from messages.procurements.facts import AdviceFacts
from storage.overview import counts
from storage.procurements.procurement import Procurement

YEARS_COUNTED = 3
"""This year and the two before: what was offered earlier says less of today's suppliers."""


@frozen
class Record:
    """What came of the city's own offers of places.

    Attributes:
        since: From the beginning of which year on.
        in_trade: In each trade that was asked about. Of what is none of the list it says nothing: two of those are not
            alike.
    """

    since: int
    in_trade: Mapping[Trade, Experience]

    def of(self, trade: Trade | None) -> Experience:
        """In that trade; nothing where none is told."""
        return self.in_trade.get(trade, Experience()) if trade is not None else Experience()


async def record(work: Work, procurements: Iterable[Procurement]) -> Record:
    """Look it up, once for all that is advised of: in their trades alone."""
    since = work.city.today(work.now).year - YEARS_COUNTED + 1
    begins = datetime(since, 1, 1, tzinfo=work.city.hours.zone)
    trades = {each.trade for each in procurements if each.trade is not None} - {Trade.OTHER}
    led = await counts.led_to_start(work.session, begins, trades, TOWARDS_GOAL) if trades else {}
    return Record(since, {trade: Experience(*numbers) for trade, numbers in led.items()})


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
