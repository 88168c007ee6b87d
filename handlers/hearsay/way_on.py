"""What can be done once something that was heard counts no more: by the supplier itself, and by staff."""

from domain.hearsay import Said
from domain.placement import PlacementStatus
from domain.reference import Noun, Reference
from handlers.doorways import CONTRACT, HEAR_CONTRACT, HEAR_MEETING, HEAR_OBLIGATION, HEAR_START, OFFER_SLOT, PLACEMENT
from handlers.handling.choices import Choice
from handlers.handling.work import Work
from handlers.meetings.codes import CARD, CONFIRM, DISPUTE
from handlers.obligations.codes import OBLIGATION
from handlers.placements.starts.codes import NO, YES
from messages.button import data
from messages.label import Label
from storage.hearsay import Hearsay
from storage.meetings import meeting as meetings
from storage.placements import placement as placements

_AGAIN = {
    Noun.OBLIGATION: HEAR_OBLIGATION,
    Noun.PLACEMENT: HEAR_START,
    Noun.MEETING: HEAR_MEETING,
}


async def ways_on(work: Work, heard: Hearsay) -> list[Choice]:
    """The supplier says itself how it is, in one press."""
    about = Reference.read(heard.about)
    if about is None:
        return []
    if about.noun is Noun.PLACEMENT:
        return await _start(work, about.number)
    if about.noun is Noun.MEETING:
        return await _meeting(work, heard.said, about.number)
    if about.noun is Noun.OBLIGATION:
        return [(Label("hearsay.answer"), data(OBLIGATION, about.number))]
    if heard.contract_id is None:
        return []
    offer = (Label("contract.offer"), data(OFFER_SLOT, heard.contract_id))
    return [offer, (Label("contract.to_contract"), data(CONTRACT, heard.contract_id))]


def way_to_ask_again(heard: Hearsay) -> list[Choice]:
    """Staff write down what is right, once they have talked."""
    about = Reference.read(heard.about)
    if about is not None and about.noun in _AGAIN:
        return [(Label("hearsay.enter"), data(_AGAIN[about.noun], about.number))]
    return [(Label("hearsay.enter"), data(HEAR_CONTRACT, heard.contract_id))] if heard.contract_id is not None else []


async def _start(work: Work, number: int) -> list[Choice]:
    placement = await placements.find(work.session, number)
    if placement is not None and placement.status in {PlacementStatus.PROPOSED, PlacementStatus.CONFIRMED}:
        return [(Label("placement.show"), data(PLACEMENT, number))]
    if placement is None or placement.status is not PlacementStatus.STARTED:
        return []
    return [(Label("start_answer.yes"), data(YES, number)), (Label("start_answer.no"), data(NO, number))]


async def _meeting(work: Work, said: Said, number: int) -> list[Choice]:
    meeting = await meetings.find(work.session, number)
    if meeting is None:
        return []
    if said is not Said.HOLDS:
        return [(Label("meeting.show"), data(CARD, number))]
    confirm = (Label("agreed.confirm"), data(CONFIRM, number, meeting.revision))
    return [confirm, (Label("agreed.dispute"), data(DISPUTE, number, meeting.revision))]
