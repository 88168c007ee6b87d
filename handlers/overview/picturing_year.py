"""*Månad för månad*: a year as it went, in a picture and in words. A month's numbers are small, so it is for staff."""

from collections.abc import Mapping, Sequence

from domain.access import may
from domain.action import Action
from domain.offer_step import HELD_ON_A_DAY
from domain.slot import SlotKind
from handlers.doorways import OVERVIEW
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.overview import facts
from handlers.results.year import shown_year
from messages.button import data
from messages.label import Label
from messages.message import Attachment, Message
from messages.overview.overview import YearShown
from messages.pictures.year import Starts, YearPicture
from storage.overview import counts
from storage.overview.counts import MONTHS, MonthCount
from storage.people.person import Person
from storage.results import earlier_result, year_result


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """It was pressed: a picture of its own, below."""
    if not may(actor.actor, Action.SEE_RESULTS):
        raise NotTheirsError
    year = shown_year(work, press.number(0))
    to_overview = (Label("overview.to_overview"), data(OVERVIEW, year))
    return Below(Message(YearShown(await _picture(work, year)), numbered([to_overview]), Attachment.YEAR_PICTURE))


async def _picture(work: Work, year: int) -> YearPicture:
    city = await facts.of_city(work, year)
    months = await counts.by_month(work.session, year, zone=work.city.hours.zone)
    earlier = await earlier_result.count_by_kind(work.session, year)
    held = await year_result.held(work.session, year)
    mentors = sum(each.starts for each in months if each.kind is SlotKind.MENTOR)
    visits, lectures = (held.get(kind, (0, 0))[0] + earlier.get(kind, 0) for kind in HELD_ON_A_DAY)
    return YearPicture(
        year=year,
        on=city.today,
        goal=city.goal.number if city.goal is not None else None,
        earlier=_starts({kind: earlier.get(kind, 0) for kind in city.kinds}),
        months=tuple(_of_month(months, month, city.kinds) for month in range(1, MONTHS + 1)),
        mentors=mentors + earlier.get(SlotKind.MENTOR, 0),
        visits=visits,
        lectures=lectures,
    )


def _of_month(counted: Sequence[MonthCount], month: int, kinds: Sequence[SlotKind]) -> Starts:
    return _starts({each.kind: each.residents for each in counted if each.month == month and each.kind in kinds})


def _starts(by_kind: Mapping[SlotKind, int]) -> Starts:
    return Starts(
        internships=by_kind.get(SlotKind.INTERNSHIP, 0),
        apprenticeships=by_kind.get(SlotKind.APPRENTICESHIP, 0),
        employments=by_kind.get(SlotKind.EMPLOYMENT, 0),
    )
