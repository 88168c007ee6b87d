"""What a year has given, by kind, with what was entered as earlier results; and the ways to enter more.

It is a page of the overview, which stands above it: `handlers/overview`.
"""

from collections.abc import Mapping
from datetime import date

from domain.access import may
from domain.action import Action
from domain.evaluation import EvaluationQuestion, Verdict
from domain.offer_step import HELD_ON_A_DAY
from domain.placement import BEGIN_WITH_SOMEBODY, TOWARDS_GOAL
from domain.programme import Programme, told
from domain.slot import SlotKind
from domain.small_number import SHOWN_FROM
from handlers.doorways import OVERVIEW
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.results.codes import COUNT_PROGRAMME, ENTER, LIST, RESULTS
from handlers.results.year import shown_year, years_beside
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.results.result import (
    Begun,
    Counted,
    Held,
    ProgrammeMonths,
    Residents,
    ResultNews,
    ResultsShown,
    WouldAgain,
)
from storage.people.person import Person
from storage.placements import evaluation, new_resident
from storage.results import earlier_result, programme_tally, year_result


async def show_year(work: Work, actor: Person, press: Press) -> Answer:
    """Another year was pressed, or the way back."""
    return await page(work, actor, year=press.number(0))


async def page(work: Work, actor: Person, *, year: int = 0, news: ResultNews | None = None) -> Message:
    """A year's results; this year's where there is none such."""
    if not may(actor.actor, Action.SEE_RESULTS):
        raise NotTheirsError
    shown = shown_year(work, year)
    earlier = await earlier_result.count_by_kind(work.session, shown)
    begun = await year_result.begun(work.session, shown, zone=work.city.hours.zone)
    held = await year_result.held(work.session, shown)

    def of_kind(kind: SlotKind) -> Begun:
        return Begun(kind, begun.get(kind, 0), earlier.get(kind, 0))

    told_of = ResultsShown(
        year=shown,
        on=work.city.today(work.now),
        begun=tuple(of_kind(kind) for kind in BEGIN_WITH_SOMEBODY if kind in TOWARDS_GOAL),
        held=tuple(Held(kind, *held.get(kind, (0, 0)), earlier.get(kind, 0)) for kind in HELD_ON_A_DAY),
        programmes=await _programmes(work, actor, shown),
        news=news,
        mentors=of_kind(SlotKind.MENTOR),
        residents=await _residents(work, shown, earlier),
        again=await _again(work, shown),
    )
    return Message(told_of, numbered(_ways(work, actor, shown), in_a_row=2))


async def _residents(work: Work, year: int, earlier: Mapping[SlotKind, int]) -> Residents:
    new = await new_resident.count(work.session, year, zone=work.city.hours.zone)
    return Residents(sum(new.values()), sum(earlier.get(kind, 0) for kind in TOWARDS_GOAL))


async def _again(work: Work, year: int) -> WouldAgain | None:
    """What suppliers say, where enough of them have that no answer points at one."""
    said = await evaluation.verdicts_of_placements(
        work.session, EvaluationQuestion.AGAIN, year, zone=work.city.hours.zone
    )
    told_of = WouldAgain(said[Verdict.YES], said[Verdict.PARTLY], said[Verdict.NO])
    return told_of if said.total() >= SHOWN_FROM else None


async def _programmes(work: Work, actor: Person, year: int) -> tuple[ProgrammeMonths, ...]:
    """Each programme that was counted, month by month. A small number is told to matchers alone, and no sum to anybody.

    A sum beside numbers that are not told would tell them; and who is there for several months is in each of them.
    """
    sees_all = may(actor.actor, Action.COUNT_PROGRAMME)
    counted = await programme_tally.of_year(work.session, year)
    months = {
        programme: tuple(
            Counted(date(year, month, 1), told(number, sees_all=sees_all))
            for (which, month), number in sorted(counted.items(), key=lambda each: each[0][1])
            if which is programme
        )
        for programme in Programme
    }
    return tuple(ProgrammeMonths(programme, of) for programme, of in months.items() if of)


def _ways(work: Work, actor: Person, year: int) -> list[Choice]:
    ways = [(Label("result.earlier"), data(LIST, 0))]
    if may(actor.actor, Action.ENTER_RESULT):
        ways.append((Label("result.enter"), data(ENTER)))
    if may(actor.actor, Action.COUNT_PROGRAMME):
        ways.append((Label("result.count_programme"), data(COUNT_PROGRAMME)))
    ways.append((Label("overview.to_overview"), data(OVERVIEW, year)))
    return [*ways, *((Label("result.year", text=str(each)), data(RESULTS, each)) for each in years_beside(work, year))]
