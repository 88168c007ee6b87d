"""A dossier and a meeting's record, in which everything that can stand there stands once, all in the same words."""

from datetime import UTC, date, datetime, timedelta

from domain.contract import Clause
from domain.ledger_event import LedgerEvent
from domain.meeting import MeetingAnswer, MeetingKind, MeetingStatus
from domain.placement import PlacementStatus
from domain.procurement import Level
from domain.slot import SlotKind, SlotStatus, Trade
from messages.dossiers.facts import Dossier, Fate, Happening, Met, Offered, Placed, Saying
from messages.imprint import Imprint
from messages.label import Label
from messages.meetings.meeting import Invited, MeetingFacts
from messages.meetings.outcome import AgreedAction
from messages.meetings.record import AgreedVersion, MeetingRecord, SummaryStep
from messages.obligations.facts import ContractFacts, LedgerLine
from messages.procurements.facts import DecisionFacts

AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
IMPRINT = Imprint(12, AT, "a3f9" * 16, "Exempelstad")


def a_meeting(words: str) -> MeetingFacts:
    return MeetingFacts(
        uid="1@steget",
        sequence=0,
        stamped_at=AT,
        kind=MeetingKind.START_UP,
        status=MeetingStatus.HELD,
        starts_at=AT,
        ends_at=AT + timedelta(hours=1),
        zone="Europe/Stockholm",
        place=words,
        supplier=words,
        contract=words,
        organiser=words,
        invited=(Invited(words, MeetingAnswer.COMING, stand_in=words), Invited(words, None, is_host=True)),
    )


def an_agreement(words: str) -> AgreedVersion:
    action = AgreedAction(words, date(2026, 12, 1), is_for_city=True)
    return AgreedVersion((words, "Mira Holm"), has_other_come=True, agreed=words, actions=(action,))


def a_happening(row: int, words: str = "", *, event: LedgerEvent = LedgerEvent.MEETING_AGREED) -> Happening:
    line = LedgerLine(AT.date(), words or "Mira Holm", event, None, None, "")
    at = AT + timedelta(hours=row)
    return Happening(row, at, line, Label(text=words), (Label(text=words),), words, AT, an_agreement(words))


def a_saying(number: int, words: str) -> Saying:
    at = AT + timedelta(hours=number)
    return Saying((number,), 1, 2, at, ("Karin Ek",), (number,), words, Fate.ACCEPTED)


def a_dossier(words: str) -> Dossier:
    agreed = an_agreement(words)
    placed = (Placed("K7QMTR42", PlacementStatus.CONFIRMED, date(2026, 12, 1), None),)
    return Dossier(
        contract=ContractFacts(words, words, words, Clause.DIALOGUE, date(2026, 1, 1), None, 4_000_000),
        cadence=None,
        procurement=words,
        contacts=(words,),
        asked_by=words,
        met=(Met(a_meeting(words), MeetingStatus.HELD, agreed, words, date(2026, 11, 24), (), words),),
        offered=(
            Offered(
                1,
                SlotKind.INTERNSHIP,
                Trade.PAINTING,
                2,
                words,
                AT.date(),
                words,
                None,
                None,
                SlotStatus.RESERVED,
                words,
                placed,
            ),
        ),
        happened=(a_happening(1, words),),
        said=(a_saying(2, words),),
        decision=DecisionFacts(
            Level.NUMBERS, (SlotKind.INTERNSHIP,), words, words, date(2025, 11, 3), advised=Level.DIALOGUE
        ),
    )


def a_record(words: str) -> MeetingRecord:
    steps = (SummaryStep(AT, words, LedgerEvent.MEETING_AGREED, an_agreement(words), words),)
    return MeetingRecord(a_meeting(words), an_agreement(words), steps, words, AT, heard_by=words)
