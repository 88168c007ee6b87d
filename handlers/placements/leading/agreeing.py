"""*Börjar den …*: a first day is agreed, or is another now. The planned end moves along where it would come before."""

from collections.abc import Sequence
from datetime import date, datetime

from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.placement import PlacementStatus
from domain.placement_life import PlacementEvent
from domain.placement_step import TimedPlacement
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Question, given
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.placements import recording, telling
from handlers.placements.card import card
from handlers.placements.clock import timing
from handlers.placements.finding import theirs, to_lead
from handlers.placements.proposing.questions import AGREED_DAY, AboutDays
from handlers.slots import facts
from messages.message import Message
from messages.placements.facts import PlacementNews
from storage.people.person import Person
from storage.placements import under_way
from storage.placements.placement import Placement


@frozen
class PlacementAbout:
    """The placement that the form is about."""

    placement_id: int


@frozen(kw_only=True)
class Agreeing(AboutDays):
    """What is known before the day is asked for."""

    about: PlacementAbout


@frozen
class Agreed:
    """What is answered."""

    starts_on: date


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Börjar den …* or *Ändra första dagen* was pressed."""
    placement, slot, can_be = await to_lead(work, actor, press.number(0), PlacementEvent.AGREE)
    if not can_be:
        return Below(await card(work, actor, placement, slot, PlacementNews.MOVED_ON))
    return await forms.begin_about(work, actor, FORM, PlacementAbout(placement.id))


async def _still_can(work: Work, actor: Person, about: PlacementAbout, _since: datetime) -> bool:
    try:
        _, _, can_be = await to_lead(work, actor, about.placement_id, PlacementEvent.AGREE)
    except NotTheirsError:
        return False
    return can_be


async def _known(work: Work, actor: Person, about: PlacementAbout) -> Agreeing:
    today, hours = work.city.today(work.now), work.city.hours
    try:
        placement, slot = await theirs(work, actor, Action.SEE_PLACEMENT, about.placement_id)
    except NotTheirsError:
        return Agreeing(today, hours, about=about)
    usual = ((placement.starts_on, "agreed_day.planned"),) if placement.starts_on is not None else ()
    return Agreeing(today, hours, placement.code, slot=await facts.of_slot(work, slot), about=about, usual=usual)


def _questions(_answers: Answers, _known: Agreeing) -> Sequence[Question[AboutDays]]:
    return (AGREED_DAY,)


async def _send(work: Work, actor: Person, answers: Answers, known: Agreeing) -> Message:
    placement, slot, can_be = await to_lead(work, actor, known.about.placement_id, PlacementEvent.AGREE)
    starts_on = given(answers, Agreed).starts_on
    is_agreed = can_be and await under_way.happens(
        work.session,
        placement.id,
        PlacementEvent.AGREE,
        next_at=timing.next_at(work, TimedPlacement(PlacementStatus.AGREED, starts_on=starts_on)),
        starts_on=starts_on,
        ends_on=_end(placement, starts_on),
    )
    if not is_agreed:
        return await card(work, actor, placement, slot, PlacementNews.MOVED_ON)
    await recording.record(work, actor, placement, slot, LedgerEvent.PLACEMENT_AGREED, starts_on.isoformat())
    await telling.show_as_it_is(work, placement)
    return await card(work, actor, placement, slot, PlacementNews.AGREED)


def _end(placement: Placement, starts_on: date) -> date | None:
    """The planned end: it stays, unless it would come before the first day; then it lasts as long as was proposed."""
    if placement.ends_on is None or placement.starts_on is None or placement.ends_on > starts_on:
        return placement.ends_on
    return starts_on + (placement.ends_on - placement.starts_on)


FORM = registered(
    FormAbout(
        name="agree_first_day",
        noun="placement",
        still_holds=_still_can,
        version=1,
        about=PlacementAbout,
        questions=_questions,
        known=_known,
        send=_send,
    )
)
