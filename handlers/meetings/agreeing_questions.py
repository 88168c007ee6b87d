"""The questions about a meeting that was held: who came, what was agreed, and what is to be done by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from domain.meeting_outcome import LONGEST_AGREED, MOST_ACTIONS
from domain.obligation import LONGEST_TITLE
from domain.secrecy import FieldPolicy
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Known, Move, Option, Question
from handlers.form.steps import SKIPPED
from handlers.form.typed import typed_day, typed_text
from messages.meetings.outcome import AgreedAction, MeetingNamed, MeetingSummary, OutcomeChecked

OTHER = 0
"""Stands for somebody from the supplier who was not asked but came; no person has that number."""

ADD, DONE = "add", "done"
WEEKS_OFFERED = (1, 2, 4, 8)
LONGEST_ON_BUTTON = 40
DRAFT = ("title", "due_on", "is_for_city")
"""The fields of what is being added."""


@dataclass(frozen=True, kw_only=True)
class HeldMeeting(Known):
    """What the questions know of a meeting that was held.

    Attributes:
        meeting: Which one it is.
        asked: Who was asked to it: id and name.
    """

    meeting: MeetingNamed
    asked: tuple[tuple[int, str], ...]


def questions(answers: Answers, _known: HeldMeeting) -> Sequence[Question[HeldMeeting]]:
    """Who came and what was agreed; and, as long as something is being added to do, what that is."""
    draft = (TITLE, DUE, WHOSE) if answers.get("more") == ADD else ()
    return (CAME, AGREED, ACTIONS, *draft)


def tidied(answers: Answers) -> tuple[dict[str, Any], str]:
    """Keep what is complete among the things to do, and take away what was pressed there; then ask for more."""
    tidy, more = dict(answers), answers.get("more")
    if more == ADD and all(field in tidy for field in DRAFT):
        tidy["actions"] = [*tidy.get("actions", []), {field: tidy.pop(field) for field in DRAFT}]
        del tidy["more"]
    elif isinstance(more, int):
        tidy["actions"] = [each for place, each in enumerate(tidy.get("actions", [])) if place != more]
        del tidy["more"]
    return tidy if tidy.get("more") == ADD else {field: tidy[field] for field in tidy if field not in DRAFT}, ""


def summary(answers: Answers, known: HeldMeeting, complaint: str) -> OutcomeChecked:
    """Everything as it will be kept and sent."""
    checked = MeetingSummary(
        meeting=known.meeting,
        came=tuple(name for person_id, name in known.asked if person_id in answers["came"]),
        has_other_come=OTHER in answers["came"],
        agreed=answers["agreed"],
        actions=tuple(action(each) for each in answers.get("actions", [])),
    )
    return OutcomeChecked(checked, complaint)


def action(kept: dict[str, Any]) -> AgreedAction:
    """One thing to do, as the answers keep it."""
    return AgreedAction(kept["title"], date.fromisoformat(kept["due_on"]), kept["is_for_city"])


def _who(answers: Answers, known: HeldMeeting) -> Sequence[Option]:
    came = answers.get("came", [])
    people = [_tick(came, person_id, text=name) for person_id, name in known.asked]
    ready = Option(came, "answer.done") if came else Option([], "came.nobody")
    return [*people, _tick(came, OTHER, label="came.other"), *_everyone(came, known), ready]


def _tick(came: Sequence[int], who: int, *, label: str = "", text: str = "") -> Option:
    """One of those who may have come. The button carries who has come then: a second press does nothing."""
    others = [each for each in came if each != who]
    ticked = others if who in came else [*came, who]
    return Option({"came": ticked}, label, text=text, note="came.chosen" if who in came else "", move=Move.TICK)


def _everyone(came: Sequence[int], known: HeldMeeting) -> Sequence[Option]:
    """One press for the usual case. For a single person it would save nothing."""
    everyone = [person_id for person_id, _ in known.asked]
    return [Option(everyone, "came.everyone")] if len(everyone) > 1 and not came else []


def _nothing_special(_answers: Answers, _known: HeldMeeting) -> Sequence[Option]:
    return [Option(SKIPPED, "agreed.nothing")]


def _more(answers: Answers, _known: HeldMeeting) -> Sequence[Option]:
    actions = answers.get("actions", [])
    add = [Option(ADD, "actions.add")] if len(actions) < MOST_ACTIONS else []
    removals = [
        Option(place, "actions.remove", text=each["title"][:LONGEST_ON_BUTTON])
        for place, each in enumerate(actions)
        if not each.get("is_settled")
    ]
    return [*add, Option(DONE, "answer.done"), *removals]


def _days(_answers: Answers, known: HeldMeeting) -> Sequence[Option]:
    days = [(weeks, known.hours.working_day_from(known.today + timedelta(weeks=weeks))) for weeks in WEEKS_OFFERED]
    return [Option(day.isoformat(), f"due.weeks_{weeks}", day=day) for weeks, day in days]


def _whose(_answers: Answers, _known: HeldMeeting) -> Sequence[Option]:
    return [Option(value=False, label="whose.supplier"), Option(value=True, label="whose.city")]


def _line(answers: Answers, known: Known, text: str) -> str | Complaint:
    return typed_text(LONGEST_TITLE)(answers, known, " ".join(text.split()))


CAME = Question[HeldMeeting]("who_came", "came", _who)
AGREED = Question[HeldMeeting](
    "agreed", "agreed", _nothing_special, typed_text(LONGEST_AGREED), policy=FieldPolicy.RELAYED
)
ACTIONS = Question[HeldMeeting]("actions", "more", _more)
TITLE = Question[HeldMeeting]("action_title", "title", read=_line, policy=FieldPolicy.RELAYED)
DUE = Question[HeldMeeting]("action_due", "due_on", _days, typed_day, takes_day=True)
WHOSE = Question[HeldMeeting]("action_whose", "is_for_city", _whose)
