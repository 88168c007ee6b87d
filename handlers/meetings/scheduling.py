"""What the questions know before a meeting is booked, moved or cancelled."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time

from domain.frozen import frozen
from domain.meeting import MeetingKind
from handlers.form.complaint import Complaint
from handlers.form.question import Known
from handlers.meetings.shown_meeting import ShownMeeting
from messages.form import Asked
from messages.meetings.meeting import MeetingFacts


@frozen
class Candidate:
    """Somebody who could be asked to a meeting; a contact of the contract is ticked from the beginning."""

    person_id: int
    name: str
    is_contact: bool = False
    is_from_supplier: bool = False


@frozen
class MeetingToChange:
    """The meeting that is to be moved or cancelled.

    Attributes:
        shown: As it was when somebody began to change it.
        facts: As it is now.
    """

    shown: ShownMeeting
    facts: MeetingFacts


CONTRACT_ASKED = "meeting_contract"
"""The question for the contract, by its name."""

ASKED_BESIDE_PROPOSAL = ("meeting_day", "meeting_time", "meeting_length", "meeting_reason")
"""The questions above which it stands what was proposed; the day and the time may be filled in by that already."""


@frozen
class Scheduling(Known):
    """The contract, what is due under it, and who could be asked; or the meeting that is changed.

    Attributes:
        now: The instant, on the city's own wall clock.
        contracts: What is offered, or found: id, and how it is named.
        searched: The words by which contracts were looked for; empty where none were.
        contract: How the chosen one is named.
        supplier: Its supplier.
        due: The kind of meeting that is due next under it, and its day.
        candidates: Who could be asked, the contract's own contacts first.
        changed: The meeting that is to be moved or cancelled; None where it is not theirs to change.
        proposed: The times that were proposed for it, and by whom.
    """

    now: datetime = datetime.min  # noqa: DTZ901  always given; the class above has defaults
    contracts: tuple[tuple[int, str], ...] = ()
    searched: str = ""
    contract: str = ""
    supplier: str = ""
    due: tuple[MeetingKind, date] | None = None
    candidates: tuple[Candidate, ...] = ()
    changed: MeetingToChange | None = None
    proposed: str = ""

    def moment(self, day: date, at: time) -> datetime:
        """That day and time, on the city's own wall clock."""
        return datetime.combine(day, at, tzinfo=self.hours.zone)

    def named_in(self, asked: Asked) -> Asked:
        """The question; the one for the contract says so where none was found, those of a time what was proposed."""
        if asked.ask == CONTRACT_ASKED:
            is_in_vain = self.searched and not self.contracts
            complaint = Complaint.NOTHING_FOUND.value if is_in_vain else asked.complaint
            return replace(asked, name=self.searched, complaint=complaint)
        if self.proposed and not asked.complaint and asked.ask in ASKED_BESIDE_PROPOSAL:
            return replace(asked, name=self.proposed, complaint=Complaint.TIME_PROPOSED.value)
        return super().named_in(asked)

    def is_day_off(self, day: date) -> bool:
        """Whether nobody is expected at work that day."""
        return not self.hours.is_working_day(day)

    def preselected(self) -> list[int]:
        """Who is ticked from the beginning."""
        return [each.person_id for each in self.candidates if each.is_contact]

    def chosen(self, ids: Iterable[int]) -> list[Candidate]:
        """Those of the candidates who are chosen."""
        wanted = set(ids)
        return [each for each in self.candidates if each.person_id in wanted]
