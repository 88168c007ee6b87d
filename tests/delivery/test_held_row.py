"""Somebody else holds a row that the deliverer has to mark: it comes again, and others have their answers meanwhile."""

import asyncio

from storage.outbox import OutboxState
from tests.city import City
from tests.delivery.outside import arrivals, queue, row, until_state
from tests.empty_database import on_postgresql
from tests.holder import Holder

ITS_ROW = "SELECT 1 FROM outbox WHERE dedup_key = %s FOR UPDATE"
NOT_TO_THE_END = 10.0
"""Seconds; half as long as a transaction waits that is not impatient."""


@on_postgresql
async def test_while_somebody_holds_what_is_to_be_marked_others_have_their_answers(city: City) -> None:
    await city.park.says("/hjalp")
    hang = city.telegram.faults.hangs(method="sendMessage", chat_id=city.maleri.phone.user_id)
    await queue(city, city.maleri, "held")
    await hang.began.wait()
    with Holder(city) as holder:
        holder.takes(ITS_ROW, "held")
        hang.release()
        for answers in (2, 3):  # that there is a second shows that the first is marked
            city.park.phone.says("/hjalp")
            async with asyncio.timeout(NOT_TO_THE_END):
                while len(city.park.received) < answers:
                    await asyncio.sleep(0.01)
        assert (await row(city, "held")).state is OutboxState.SENDING
        holder.lets_go()
        await until_state(city, "held", OutboxState.SENT)
    assert arrivals(city.maleri, "held") == 1
