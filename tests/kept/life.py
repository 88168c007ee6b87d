"""Two weeks in the life of a city, after which nearly everything that a database can hold lies in its database."""

from tests.kept import (
    agreements,
    asked_often,
    broadcasts,
    council_page,
    documents,
    half_way,
    hearsay,
    held_up,
    meetings,
    offers,
    overview,
    people_come_and_go,
    placements,
    planned,
    readers,
    results,
    tryouts,
    wishes,
)
from tests.kept.kept_city import KeptCity

SCENES = (
    offers.is_reported_to_nobody,
    people_come_and_go.match,
    offers.wish,
    offers.are_reported,
    people_come_and_go.come,
    readers.come,
    offers.are_taken,
    offers.are_changed,
    offers.begin,
    wishes.are_turned_on,
    wishes.are_registered,
    wishes.are_asked_for,
    placements.are_offered,
    placements.are_proposed,
    placements.begin,
    results.are_told,
    overview.goal_is_set,
    agreements.come_in,
    planned.are_noted,
    planned.are_decided,
    broadcasts.are_sent,
    asked_often.is_edited,
    asked_often.is_asked_of_the_city,
    people_come_and_go.come_together,
    agreements.ask_for_much,
    meetings.are_booked,
    meetings.are_answered,
    meetings.are_changed,
    agreements.are_answered,
    people_come_and_go.are_away,
    people_come_and_go.are_out_of_reach,
    meetings.are_held,
    placements.end,
    agreements.climb,
    agreements.are_decided,
    hearsay.is_written_down,
    tryouts.are_noted,
    overview.is_looked_at,
    council_page.names_are_asked_for,
    council_page.is_approved,
    documents.are_filed,
    documents.are_taken_along,
    people_come_and_go.leave,
    people_come_and_go.say_all_sorts,
    half_way.are_filled_in,
    held_up.is_evening,
    held_up.is_paused,
    held_up.everything_is_said_once_more,
    held_up.is_killed_in_the_middle,
    held_up.is_met_by_updates,
)
"""In the order in which they happen."""


async def goes_by(city: KeptCity) -> None:
    """From the first to the last; the record is sealed but for what came at the very end."""
    await people_come_and_go.are_in(city)
    city.start()
    for happens in SCENES:
        await happens(city)
