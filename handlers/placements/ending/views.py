"""The questions about a placement's end, with the buttons under them."""

from datetime import date, timedelta

from domain.length import months_later
from domain.placement import EndReason
from domain.placement_end import LONGER_BY_MONTHS, LONGER_BY_WEEKS
from domain.role import Role
from handlers.handling.choices import Choice, beside, numbered, page_of
from handlers.handling.work import Work
from handlers.placements.ending import codes, facts
from handlers.placements.ending.codes import way
from handlers.placements.ending.finding import Ending
from handlers.slots.views import CARD
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.placements.end import (
    EndAsked,
    EndAskedOfCity,
    EndDayAsked,
    EndReasonAsked,
    EndToConfirm,
    EndToConfirmForCity,
    LastDayAsked,
    LastDayDoubted,
)
from storage.people.person import Person

DAYS_ON_A_PAGE = 7
OTHER_DAYS = ("placement_end.later_days", "placement_end.earlier_days")
EARLY = tuple(reason for reason in EndReason if reason.is_early)


async def question(work: Work, ending: Ending, viewer: Person, *, is_again: bool = False) -> Message:
    """Has it ended, and how? For the supplier and for the city."""
    told, is_supplier = await facts.of_ending(work, ending), viewer.role is Role.SUPPLIER
    is_last_day = _is_over(work, ending)
    buttons = numbered(_ways(ending, is_supplier=is_supplier, is_last_day=is_last_day))
    if is_supplier:
        return Message(EndAsked(told, is_last_day, is_again), buttons)
    return Message(EndAskedOfCity(told), buttons)


def _is_over(work: Work, ending: Ending) -> bool:
    return ending.last_on is not None and ending.last_on <= work.city.today(work.now)


def _ways(ending: Ending, *, is_supplier: bool, is_last_day: bool) -> list[Choice]:
    of = ending.placement
    as_planned = [way("placement_end.as_planned", codes.AS_PLANNED, of)] if is_last_day else []
    return [
        *as_planned,
        way("placement_end.earlier" if ending.last_on is not None else "placement_end.over", codes.EARLIER, of, 0),
        way("placement_end.we_hired" if is_supplier else "placement_end.they_hired", codes.HIRED, of),
        way("placement_end.goes_on", codes.GOES_ON, of),
        (Label("placement_end.to_slot"), data(CARD, ending.slot.id, ending.slot.revision)),
    ]


async def day_question(work: Work, ending: Ending, wanted: int) -> Message:
    """On which day did it end? The latest first, a week on each page, back to the first day."""
    today, begun_on = work.city.today(work.now), ending.begun_on(work)
    page = page_of(wanted, max(1, (today - begun_on).days + 1), size=DAYS_ON_A_PAGE)
    latest = today - timedelta(days=page.skipped)
    days = [day for ago in range(page.size) if (day := latest - timedelta(days=ago)) >= min(begun_on, today)]
    choices = [(_day(day, today), data(codes.DAY, ending.placement.id, day.toordinal())) for day in days]
    others = beside(page, codes.EARLIER, ending.placement.id, named=OTHER_DAYS)
    buttons = (*numbered(choices, in_a_row=2), *numbered(others, first=len(choices) + 1, in_a_row=2))
    return Message(EndDayAsked(await facts.of_ending(work, ending)), buttons)


def _day(day: date, today: date) -> Label:
    named = {today: "placement_end.today", today - timedelta(days=1): "placement_end.yesterday"}.get(day)
    return Label(named) if named is not None else Label("placement_end.day", day=day)


async def reason_question(work: Work, ending: Ending, ended_on: date) -> Message:
    """Why did it end then? Where no last day was planned, that can be as it was meant to."""
    reasons = EARLY if ending.last_on is not None else (EndReason.AS_PLANNED, *EARLY)
    places = list(EndReason)
    choices = [
        (
            Label(f"end_because.{reason}"),
            data(codes.REASON, ending.placement.id, ended_on.toordinal(), places.index(reason)),
        )
        for reason in reasons
    ]
    return Message(EndReasonAsked(await facts.of_ending(work, ending), ended_on), numbered(choices))


async def last_day_question(work: Work, ending: Ending) -> Message:
    """It goes on: until when?"""
    today = work.city.today(work.now)
    since = max(today, ending.last_on or today)
    days = [
        *((f"placement_end.weeks_{weeks}", since + timedelta(weeks=weeks)) for weeks in LONGER_BY_WEEKS),
        *((f"placement_end.months_{months}", months_later(since, months)) for months in LONGER_BY_MONTHS),
    ]
    choices = [(Label(label, day=day), data(codes.UNTIL, ending.placement.id, day.toordinal())) for label, day in days]
    return Message(LastDayAsked(await facts.of_ending(work, ending)), numbered(choices))


async def last_day_doubt(work: Work, ending: Ending, wanted_on: date) -> Message:
    """Longer than an internship may be: is that meant?"""
    choices = [
        way("placement_end.anyway", codes.UNTIL_ANYWAY, ending.placement, wanted_on.toordinal()),
        way("placement_end.another_day", codes.GOES_ON, ending.placement),
    ]
    return Message(LastDayDoubted(await facts.of_ending(work, ending), wanted_on), numbered(choices))


async def confirmation(work: Work, ending: Ending, *, of_supplier: bool, is_again: bool = False) -> Message:
    """One side has said that it has ended: does the other say so too?"""
    of, told = ending.placement, await facts.of_ending(work, ending, is_to_supplier=of_supplier)
    said_at = said_at_number(ending)
    yes, no = (
        way("placement_end.agree", codes.AGREE, of, said_at),
        way("placement_end.disagree", codes.DISAGREE, of, said_at),
    )
    if not of_supplier:
        return Message(EndToConfirmForCity(told, is_again), numbered([yes, no]))
    hired = (
        [way("placement_end.we_hired", codes.AGREE_HIRED, of, said_at)] if of.end_reason is not EndReason.HIRED else []
    )
    return Message(EndToConfirm(told, is_again), numbered([yes, *hired, no]))


def said_at_number(ending: Ending) -> int:
    """When its end was said, as buttons carry it."""
    return int(ending.placement.end_said_at.timestamp()) if ending.placement.end_said_at is not None else 0
