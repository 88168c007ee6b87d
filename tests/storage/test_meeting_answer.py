"""An answer belongs to the meeting as it was when it was asked about."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from domain.meeting import MeetingAnswer, MeetingStatus
from storage.meetings import answer as meeting_answer
from storage.meetings.meeting import Attendee, Meeting
from tests.city import City
from tests.meetings import STARTS_AT, a_meeting


@pytest.mark.parametrize(
    "changed",
    [
        {"sequence": 1},
        {"status": MeetingStatus.CANCELLED},
        {"starts_at": STARTS_AT - timedelta(hours=2)},
        {},
    ],
    ids=["moved", "called off", "begun", "as it was"],
)
async def test_an_answer_to_a_meeting_that_is_another_by_now_is_not_kept(
    city: City, changed: dict[str, object]
) -> None:
    seen = await (await a_meeting(city, city.maleri)).row()
    async with city.database.write() as session:
        (person_id,) = await session.scalars(select(Attendee.person_id))
        if changed:
            await session.execute(update(Meeting).values(**changed))
    async with city.database.write() as session:
        is_kept = await meeting_answer.give(
            session, seen, person_id, MeetingAnswer.COMING, now=city.clock.now(), proposal=None
        )
    answer = await city.asks(lambda session: session.scalar(select(Attendee.answer)))
    assert (is_kept, answer) == ((False, None) if changed else (True, MeetingAnswer.COMING))
