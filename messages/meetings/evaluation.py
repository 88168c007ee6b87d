"""What the bot asks after a dialogue meeting, of those who were there."""

from dataclasses import dataclass
from datetime import date

from domain.evaluation import Verdict
from messages.meetings.outcome import MeetingNamed
from messages.template import template


@template("everyone_meeting_evaluation_asked")
@dataclass(frozen=True)
class MeetingEvaluation:
    """Was it worth the time?

    Attributes:
        meeting: Which meeting.
        answer: What was answered; None where nothing was.
        changeable_until: The day until which that can be changed.
    """

    meeting: MeetingNamed
    answer: Verdict | None = None
    changeable_until: date | None = None
