"""The questions about a meeting that was held: who came, what was agreed, and what is to be done by when."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from domain.frozen import frozen
from domain.meeting_outcome import LONGEST_AGREED, MOST_ACTIONS
from domain.obligation import LONGEST_TITLE
from domain.secrecy import FieldPolicy
from handlers.form.question import Answers, Known, Move, Option, Question, coming_day, given
from handlers.form.steps import SKIPPED
from handlers.form.typed import typed_last_day, typed_line, typed_text
from handlers.meetings.agreeing_answers import OTHER, Outcome, OutcomeSoFar
from handlers.meetings.shown_meeting import ShownRevision
from messages.meetings.outcome import MeetingNamed, MeetingSummary, OutcomeChecked

ADD, DONE = "add", "done"
WEEKS_OFFERED = (1, 2, 4, 8)
LONGEST_ON_BUTTON = 40
LIST = "actions"
"""The field of the things to do, which no question fills in by itself."""

DRAFT = ("title", "due_on", "is_for_city")
"""The fields of what is being added."""


@frozen(kw_only=True)
class HeldMeeting(Known):
    """What the questions know of a meeting that was held.

    Attributes:
        shown: The meeting, as it was when somebody began to tell of it.
        meeting: Which one it is.
        asked: Who was asked to it: id and name.
        is_nobody_in: Whether there is nobody at the supplier to whom the summary could go.
    """

    shown: ShownRevision
    meeting: MeetingNamed
    asked: tuple[tuple[int, str], ...]
    is_nobody_in: bool = False


def questions(answers: Answers, _known: HeldMeeting) -> Sequence[Question[HeldMeeting]]:
    """Who came and what was agreed; and, as long as something is being added to do, what that is."""
    draft = (TITLE, DUE, WHOSE) if given(answers, OutcomeSoFar).more == ADD else ()
    return (CAME, AGREED, ACTIONS, *draft)


def tidied(answers: Answers) -> tuple[dict[str, Any], str]:
    """Keep what is complete among the things to do, and take away what was pressed there; then ask for more."""
    more, listed = given(answers, OutcomeSoFar).more, answers.get(LIST, [])
    without_draft = {field: answers[field] for field in answers if field not in DRAFT}
    asked_anew = {field: value for field, value in without_draft.items() if field != ACTIONS.field}
    if more == ADD and all(field in answers for field in DRAFT):
        return {**asked_anew, LIST: [*listed, {field: answers[field] for field in DRAFT}]}, ""
    if isinstance(more, int):
        return {**asked_anew, LIST: [each for place, each in enumerate(listed) if place != more]}, ""
    return dict(answers) if more == ADD else without_draft, ""


def summary(answers: Answers, known: HeldMeeting, complaint: str) -> OutcomeChecked:
    """Everything as it will be kept and sent."""
    outcome = given(answers, Outcome)
    checked = MeetingSummary(
        meeting=known.meeting,
        came=tuple(name for person_id, name in known.asked if person_id in outcome.came),
        has_other_come=outcome.has_other_come,
        agreed=outcome.agreed,
        actions=tuple(each.agreed for each in outcome.actions),
    )
    return OutcomeChecked(checked, complaint, known.is_nobody_in)


def _who(answers: Answers, known: HeldMeeting) -> Sequence[Option]:
    came = given(answers, OutcomeSoFar).came
    people = [_tick(came, person_id, text=name) for person_id, name in known.asked]
    ready = Option(came, "answer.done") if came else Option([], "came.nobody")
    return [*people, _tick(came, OTHER, label="came.other"), *_everyone(came, known), ready]


def _tick(came: Sequence[int], who: int, *, label: str = "", text: str = "") -> Option:
    """One of those who may have come. The button carries who has come then: a second press does nothing."""
    others = [each for each in came if each != who]
    ticked = others if who in came else [*came, who]
    return Option({CAME.field: ticked}, label, text=text, note="came.chosen" if who in came else "", move=Move.TICK)


def _everyone(came: Sequence[int], known: HeldMeeting) -> Sequence[Option]:
    """That everyone came: one press for the usual case. For a single person it would save nothing."""
    everyone = [person_id for person_id, _ in known.asked]
    return [Option(everyone, "came.everyone")] if len(everyone) > 1 and not came else []


def _nothing_special(_answers: Answers, _known: HeldMeeting) -> Sequence[Option]:
    return [Option(SKIPPED, "agreed.nothing")]


def _more(answers: Answers, _known: HeldMeeting) -> Sequence[Option]:
    actions = given(answers, OutcomeSoFar).actions
    add = [Option(ADD, "actions.add")] if len(actions) < MOST_ACTIONS else []
    removals = [
        Option(place, "actions.remove", text=each.title[:LONGEST_ON_BUTTON])
        for place, each in enumerate(actions)
        if not each.is_settled
    ]
    return [*add, Option(DONE, "answer.done"), *removals]


def _days(_answers: Answers, known: HeldMeeting) -> Sequence[Option]:
    days = [(weeks, known.hours.working_day_from(known.today + timedelta(weeks=weeks))) for weeks in WEEKS_OFFERED]
    return [Option(day.isoformat(), f"due.weeks_{weeks}", day=day) for weeks, day in days]


def _whose(_answers: Answers, _known: HeldMeeting) -> Sequence[Option]:
    return [Option(value=False, label="whose.supplier"), Option(value=True, label="whose.city")]


CAME = Question[HeldMeeting]("who_came", "came", _who)
AGREED = Question[HeldMeeting](
    "agreed", "agreed", _nothing_special, typed_text(LONGEST_AGREED), policy=FieldPolicy.RELAYED
)
ACTIONS = Question[HeldMeeting]("actions", "more", _more)
TITLE = Question[HeldMeeting](
    "action_title", "title", read=typed_line(LONGEST_TITLE), is_of_step_before=True, policy=FieldPolicy.RELAYED
)
DUE = Question[HeldMeeting](
    "action_due", "due_on", _days, typed_last_day, takes_day=True, example=coming_day, is_of_step_before=True
)
WHOSE = Question[HeldMeeting]("action_whose", "is_for_city", _whose, is_of_step_before=True)
