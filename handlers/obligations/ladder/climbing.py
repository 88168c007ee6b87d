"""Let obligations climb the ladder, many at once: who hears of it now, and when the ladder comes again."""

from collections.abc import Sequence
from datetime import date, datetime

from domain.frozen import frozen
from domain.obligation import Rung
from handlers.handling.work import Work
from handlers.obligations.ladder import escalated, nobody, nudge_times, waiting
from handlers.obligations.ladder.recipients import companies_of
from handlers.obligations.turns import ObligationTurn, turns_of
from storage.obligations import ladder
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation


@frozen
class Step:
    """What the ladder does with an obligation; those with the same step take it together, in one update.

    Attributes:
        reached: The rung on which they stand.
        rung: The rung to which they climb; the same where they wait.
        next_at: When the ladder comes to them next.
        counted_from: The day from which the ladder counts, where the city was waited for; None for the due day.
    """

    reached: Rung
    rung: Rung
    next_at: datetime | None
    counted_from: date | None


async def climb(work: Work, due: Sequence[Obligation]) -> None:
    """Let each take its step; those that reach a rung are told of."""
    turns = await turns_of(work, due)
    steps: dict[Step, list[Obligation]] = {}
    for each in due:
        steps.setdefault(_step(work, each, turns[each.id]), []).append(each)
    await escalated.escalate(work, [each for step, alike in steps.items() if _is_top(step) for each in alike])
    climbed: set[int] = set()
    for step, alike in steps.items():
        if not _is_top(step):
            took_it = await _take(work, step, alike)
            climbed |= took_it if step.rung > step.reached else set()
    await _plan_nudges(work, climbed)


def _is_top(step: Step) -> bool:
    return step.rung is Rung.COORDINATOR


def _step(work: Work, obligation: Obligation, turn: ObligationTurn) -> Step:
    reached = Rung(obligation.rung)
    if turn.is_waiting:
        next_at = waiting.goes_on_at(work, turn.meeting)
        return Step(reached, reached, next_at, waiting.counted_from(work, obligation, next_at))
    ladder, hours, day = work.city.ladder, work.city.hours, obligation.ladder_day
    rung = ladder.rung_at(day, reached, work.now, hours)
    climb = ladder.next_climb(day, rung, hours)
    return Step(reached, rung, climb.at if climb else None, obligation.counted_from)


async def _take(work: Work, step: Step, alike: Sequence[Obligation]) -> set[int]:
    return await ladder.climbed(
        work.session,
        [each.id for each in alike],
        reached=step.reached,
        rung=step.rung,
        next_at=step.next_at,
        counted_from=step.counted_from,
    )


async def _plan_nudges(work: Work, obligation_ids: set[int]) -> None:
    """Let the recipients be nudged; where nobody is in reach, the coordinators hear it now."""
    if not obligation_ids:
        return
    climbed = await obligations.with_ids(work.session, obligation_ids)
    companies = await companies_of(work, climbed)
    at: dict[int, datetime] = {}
    unheard: list[Obligation] = []
    for each in climbed:
        recipients = companies.recipients(each)
        unheard += [] if recipients else [each]
        for recipient in recipients:
            person_id = recipient.person.id
            at[person_id] = min(_earliest(work, each), at.get(person_id, _earliest(work, each)))
    await nudge_times.plan(work, at)
    await nobody.tell(work, unheard)


def _earliest(work: Work, obligation: Obligation) -> datetime:
    """Now, or the day on which the supplier has asked to be reminded."""
    if obligation.snoozed_until is None:
        return work.now
    return max(work.now, work.city.hours.opening_on(obligation.snoozed_until))
