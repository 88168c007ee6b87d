"""What the bot asks after a dialogue meeting, of those who were there."""

from datetime import date

from domain.evaluation import Verdict
from domain.frozen import frozen
from messages.meetings.outcome import MeetingNamed
from messages.template import template


@template("everyone_meeting_evaluation_asked")
@frozen
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
