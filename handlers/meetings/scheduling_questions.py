"""What is asked before a meeting is booked, moved or cancelled."""

import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, time, timedelta
from typing import Any

from domain.meeting import LONGEST, LONGEST_PLACE, LONGEST_REASON, SHORTEST, MeetingKind
from domain.secrecy import FieldPolicy
from domain.typed_time import EARLIEST, LATEST, understood_minutes, understood_times
from handlers.form.complaint import AboutDays, Complaint, Wrong
from handlers.form.path import NextPlace
from handlers.form.progress import SUMMARY, Progress
from handlers.form.question import Answers, Filled, Move, Option, Question, coming_day, given
from handlers.form.ticking import tick, toggled
from handlers.form.typed import typed_search, typed_single_day, typed_text
from handlers.meetings.scheduling import CONTRACT_ASKED, Scheduling
from handlers.meetings.scheduling_answers import AnsweredSoFar, ChosenDay, ChosenPeople, ContractOrWords

Asked = Question[Scheduling]

WEEKS_OFFERED = (1, 2, 3)
HOURS_OFFERED = (9, 10, 13, 14, 15)
LENGTHS_OFFERED = (30, 60, 90)

SEARCH, TICKED = "search", "ticked"
"""Fields that no question fills in by itself: words in place of a contract, and who is chosen so far."""


def questions(answers: Answers, known: Scheduling) -> Sequence[Asked]:
    """All that a meeting needs; a day on which nobody is expected at work is asked about once more."""
    return (CONTRACT, KIND, *when(answers, known), LENGTH, PLACE, PEOPLE)


def when(answers: Answers, known: Scheduling) -> Sequence[Asked]:
    """The day and the time."""
    so_far = given(answers, AnsweredSoFar)
    is_doubted = so_far.on is not None and known.is_day_off(so_far.on) and so_far.day_off != so_far.on
    return (DAY, *((DAY_OFF,) if is_doubted else ()), TIME)


def tidied(answers: Answers) -> tuple[dict[str, Any], str]:
    """A text in place of a contract is searched for. Who was ticked for another contract is forgotten with it."""
    left, under = dict(answers), given(answers, ContractOrWords).contract_id
    if isinstance(under, str):
        del left[CONTRACT.field]
        return {**left, SEARCH: under}, Complaint.CONTRACT_SEARCHED.value
    so_far = given(answers, AnsweredSoFar)
    for field, chosen in ((PEOPLE.field, so_far.people), (TICKED, so_far.ticked)):
        if chosen is not None and chosen.contract_id != under:
            del left[field]
    return left, ""


def too_late(answers: Answers) -> NextPlace:
    """The time has passed while the form lay open: back to the question, to choose another."""
    left = {field: value for field, value in answers.items() if field != TIME.field}
    return NextPlace(Progress(at=TIME.name, answers=left, returns_to=SUMMARY), Complaint.TIME_IN_PAST.value)


def _contracts(answers: Answers, known: Scheduling) -> Sequence[Option]:
    found = [Option(contract_id, text=name) for contract_id, name in known.contracts]
    if found or not given(answers, AnsweredSoFar).search:
        return found
    return [Option({SEARCH: ""}, "booking.suggestions", move=Move.FILL)]


def _kinds(_answers: Answers, known: Scheduling) -> Sequence[Option]:
    """What is due next comes first."""
    due = known.due[0] if known.due else None
    kinds = sorted(MeetingKind, key=lambda kind: kind is not due)
    return [Option(kind.value, f"meeting_kind.{kind}", note="booking.due" if kind is due else "") for kind in kinds]


def _days(_answers: Answers, known: Scheduling) -> Sequence[Option]:
    """The same weekday in a few weeks, and the day on which it is due."""
    named = [
        (f"booking.in_{weeks}", known.hours.working_day_from(known.today + timedelta(weeks=weeks)))
        for weeks in WEEKS_OFFERED
    ]
    if known.due is not None and known.due[1] > known.today:
        named.append(("booking.due_day", known.due[1]))
    seen: dict[date, Option] = {}
    for label, day in named:
        seen.setdefault(day, Option(day.isoformat(), label, day=day))
    return list(seen.values())


def _days_instead(answers: Answers, known: Scheduling) -> Sequence[Option]:
    day = given(answers, ChosenDay).on
    instead = known.hours.next_working_day(day)
    return [
        Option({DAY.field: instead.isoformat()}, "booking.instead", day=instead, move=Move.FILL),
        Option(day.isoformat(), "booking.anyway", day=day),
        Option(DAY.name, "booking.other_day", move=Move.CHANGE),
    ]


def _times(_answers: Answers, _known: Scheduling) -> Sequence[Option]:
    return [Option(time(hour).isoformat("minutes"), f"clock.{hour}") for hour in HOURS_OFFERED]


def _typed_day(answers: Answers, known: Scheduling, text: str) -> str | Filled | Wrong:
    """The day; who writes the time behind it, as the bot does itself, has answered that too."""
    behind = re.fullmatch(r"(.+?),? +(?:kl|klockan|at)\b\.? *(.+)", text.strip(), re.IGNORECASE)
    if behind is None:
        return typed_single_day(answers, known, text)
    day = typed_single_day(answers, known, behind[1])
    if isinstance(day, Complaint | AboutDays):
        return day
    at = _typed_time({**answers, DAY.field: day}, known, behind[2])
    if isinstance(at, Complaint):
        return at
    times = at.answers if isinstance(at, Filled) else {TIME.field: at}
    return Filled({DAY.field: day, **times})


def _typed_time(answers: Answers, known: Scheduling, text: str) -> str | Filled | Complaint:
    """When it begins; who writes when it ends too has said how long it is."""
    times = understood_times(text)
    if times is None:
        return Complaint.TIME_NOT_UNDERSTOOD
    at, length = times.begins, times.length
    if length is not None and not SHORTEST <= length <= LONGEST:
        return Complaint.TIME_NOT_UNDERSTOOD
    if not EARLIEST <= at <= LATEST:
        return Complaint.TIME_UNUSUAL
    day = given(answers, AnsweredSoFar).on
    is_past = day is not None and known.moment(day, at) <= known.now
    if is_past:
        return Complaint.TIME_IN_PAST
    begins = at.isoformat("minutes")
    return begins if length is None else Filled({TIME.field: begins, LENGTH.field: _minutes(length)})


def _lengths(_answers: Answers, _known: Scheduling) -> Sequence[Option]:
    return [Option(minutes, "booking.minutes", text=str(minutes)) for minutes in LENGTHS_OFFERED]


def _typed_length(_answers: Answers, _known: Scheduling, text: str) -> int | Complaint:
    length = understood_minutes(text)
    if length is None:
        return Complaint.LENGTH_NOT_UNDERSTOOD
    return _minutes(length) if SHORTEST <= length <= LONGEST else Complaint.LENGTH_UNUSUAL


def _minutes(length: timedelta) -> int:
    return round(length.total_seconds() / 60)


def _people(answers: Answers, known: Scheduling) -> Sequence[Option]:
    """Each can be ticked and unticked, until one says that all are there."""
    so_far = given(answers, AnsweredSoFar)
    now = so_far.ticked.people if so_far.ticked is not None else known.preselected()
    each_one = [
        tick(
            {TICKED: _of_contract(so_far, toggled(now, each.person_id))},
            text=each.name,
            is_chosen=each.person_id in now,
            note="booking.asked",
        )
        for each in known.candidates
    ]
    return [*each_one, Option(_of_contract(so_far, now), "answer.done")]


def _of_contract(so_far: AnsweredSoFar, people: list[int]) -> dict[str, Any]:
    return asdict(ChosenPeople(so_far.contract_id, people))


def _no_reason(_answers: Answers, _known: Scheduling) -> Sequence[Option]:
    return [Option("", "booking.no_reason")]


CONTRACT = Asked(CONTRACT_ASKED, "contract_id", _contracts, typed_search, policy=FieldPolicy.NAME)
KIND = Asked("meeting_kind", "kind", _kinds)
DAY = Asked("meeting_day", "on", _days, _typed_day, takes_day=True, example=coming_day)
DAY_OFF = Asked("meeting_day_off", "day_off", _days_instead, is_of_step_before=True)
TIME = Asked("meeting_time", "at", _times, _typed_time, in_a_row=5, takes_number=True)
LENGTH = Asked("meeting_length", "minutes", _lengths, _typed_length, in_a_row=3)
# The link of a meeting online may look like an address, and a meeting by phone has a number.
PLACE = Asked("meeting_place", "place", read=typed_text(LONGEST_PLACE), policy=FieldPolicy.WORKPLACE_CONTACT)
PEOPLE = Asked("meeting_people", "people", _people)
REASON = Asked("meeting_reason", "reason", _no_reason, typed_text(LONGEST_REASON), policy=FieldPolicy.REASON)
CANCEL_REASON = Asked("cancel_reason", "reason", _no_reason, typed_text(LONGEST_REASON), policy=FieldPolicy.REASON)
