"""A wish that nobody touches is asked about after three months, and disposed of when nobody answers."""

from datetime import date, timedelta

from sqlalchemy import select, update

from domain.outcome import Outcome, OutcomeAfter
from domain.placement import PlacementStatus
from domain.wish import aloud
from handlers.handling.work import Work
from storage.people.person import Person
from storage.placements import link
from storage.placements.outcome import OutcomeRow
from storage.placements.placement import Placement
from storage.wishes import disposal
from tests.city import City
from tests.conversations.people import ends_access, is_away
from tests.conversations.wishes import every_wish, everything_kept, shown_anywhere, turned_on, wishes_for

QUARTER = timedelta(days=91)
THREE_WEEKS = timedelta(days=21)


async def test_its_matcher_is_asked_and_it_stays_as_long_as_somebody_looks(city: City) -> None:
    await turned_on(city)
    await wishes_for(city.matcher_a)
    (wish,) = await every_wish(city)
    code = aloud(wish.code)
    await city.later(timedelta(days=85))
    assert "fortfarande" not in city.matcher_a.last_text
    await city.later(timedelta(days=6))
    assert city.matcher_a.last_text.startswith(f"Söker {code} fortfarande?")
    assert "Önskemålet har varit orört i tre månader." in city.matcher_a.last_text
    await city.matcher_a.presses("Söker fortfarande")
    assert city.matcher_a.last_text.startswith(f"{code} finns kvar.")
    await city.later(timedelta(days=30))
    assert len(await every_wish(city)) == 1
    await city.later(timedelta(days=61))
    assert city.matcher_a.last_text.startswith(f"Söker {code} fortfarande?")
    await city.matcher_a.presses("Har lämnat")
    await city.matcher_a.presses("Ja, ta bort")
    assert city.matcher_a.last_text.startswith("Önskemålet och koden är borttagna.")
    assert wish.code not in everything_kept(city)


async def test_unanswered_it_is_disposed_of_after_ten_working_days(city: City) -> None:
    await turned_on(city)
    await wishes_for(city.matcher_a)
    (wish,) = await every_wish(city)
    await city.later(QUARTER)
    await city.later(timedelta(days=11))
    assert len(await every_wish(city)) == 1, "too early"
    await city.later(timedelta(days=3))
    assert await every_wish(city) == []
    assert wish.code not in everything_kept(city)
    assert aloud(wish.code) not in shown_anywhere(city.matcher_a)


async def test_it_stays_while_a_placement_or_an_outcome_is_under_way(city: City) -> None:
    await turned_on(city)
    await wishes_for(city.matcher_a)
    (wish,) = await every_wish(city)
    await city.maleri.reports_internship()
    await city.does_work(lambda work: _placed(work, wish.id))
    await city.later(QUARTER)
    await city.later(THREE_WEEKS)
    assert "fortfarande?" not in shown_anywhere(city.matcher_a)
    await city.matcher_a.says("/onskemal")
    await city.matcher_a.presses(aloud(wish.code))
    await city.matcher_a.presses("Lämnat programmet")
    assert "Då döljs önskemålet nu." in city.matcher_a.last_text
    await city.matcher_a.presses("Ja, ta bort")
    assert aloud(wish.code) not in shown_anywhere(city.matcher_a)
    assert "Här finns inga önskemål än." in await city.matcher_a.says("/onskemal")
    await city.does_work(_ended_and_to_be_asked_about)
    await city.later(THREE_WEEKS)
    assert len(await every_wish(city)) == 1, "an outcome is still to be asked"
    await city.does_work(_answered)
    await city.later(THREE_WEEKS)
    assert await every_wish(city) == []
    assert wish.code not in everything_kept(city)


async def test_a_start_that_was_taken_back_keeps_no_wish_and_one_that_is_disagreed_about_does(city: City) -> None:
    await turned_on(city)
    await wishes_for(city.matcher_a)
    (wish,) = await every_wish(city)
    await city.maleri.reports_internship()
    await city.does_work(lambda work: _placed(work, wish.id))
    await city.does_work(_ended_and_to_be_asked_about)

    async def is_needed_while(status: PlacementStatus) -> bool:
        await city.does_work(lambda work: work.session.execute(update(Placement).values(status=status)))
        return await city.asks(lambda session: disposal.is_needed(session, wish.id, now=city.clock.now()))

    assert await is_needed_while(PlacementStatus.COMPLETED), "what became of it is still to be said"
    assert await is_needed_while(PlacementStatus.DENIED), "a coordinator hears both sides"
    assert not await is_needed_while(PlacementStatus.UNDONE), "nobody is asked any more what became of it"


async def _placed(work: Work, wish_id: int) -> None:
    slot_id, matcher_id = 1, await _anna(work)
    placement = Placement(
        code="X7", slot_id=slot_id, status=PlacementStatus.CONFIRMED, matcher_id=matcher_id, started_at=work.now
    )
    work.session.add(placement)
    await work.session.flush()
    await link.join(work.session, placement.id, wish_id)


async def _ended_and_to_be_asked_about(work: Work) -> None:
    await work.session.execute(update(Placement).values(status=PlacementStatus.COMPLETED))
    row = OutcomeRow(
        placement_id=1, after=next(iter(OutcomeAfter)), due_on=date(2028, 1, 1), next_at=work.now + QUARTER * 4
    )
    work.session.add(row)


async def _answered(work: Work) -> None:
    await work.session.execute(update(OutcomeRow).values(outcome=Outcome.WORK, said_at=work.now, next_at=None))


async def _anna(work: Work) -> int:
    return (await work.session.scalars(select(Person.id).where(Person.name == "Anna Lind"))).one()


async def test_while_its_matcher_is_away_the_deputy_is_asked_and_may_answer_and_a_leavers_go_to_a_colleague(
    city: City,
) -> None:
    await turned_on(city)
    await wishes_for(city.matcher_a)
    (wish,) = await every_wish(city)
    code = aloud(wish.code)
    await city.later(timedelta(days=84))
    await is_away(city.matcher_a, deputy="Bashir Nur")
    await city.later(timedelta(days=7))
    assert city.matcher_b.last_text.startswith(f"Söker {code} fortfarande?")
    assert "Matchare: Anna Lind" in city.matcher_b.last_text
    assert f"Söker {code}" not in shown_anywhere(city.matcher_a, city.coordinator)
    await city.matcher_b.presses("Söker fortfarande")
    assert city.matcher_b.last_text.startswith(f"{code} finns kvar.")
    await ends_access(city.coordinator, "Anna Lind", "2")
    assert "Önskemålen är också dina nu: /onskemal" in shown_anywhere(city.matcher_b)
    assert code in await city.matcher_b.says("/onskemal")
    assert "Anna" not in city.matcher_b.last_text
