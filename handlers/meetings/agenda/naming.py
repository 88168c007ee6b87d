"""How what waits is named on an agenda, and under which contract it stands where there are several."""

from collections.abc import Sequence

from domain.frozen import frozen
from messages.meetings.agenda import AgendaAbout, MeetingOn, OfferNamed
from messages.obligations.facts import ObligationFacts
from storage.contracts.contract import Contract
from storage.slots.slot import Slot


@frozen
class Naming:
    """The contracts that an agenda is about."""

    contracts: Sequence[Contract]

    def offer(self, slot: Slot) -> AgendaAbout:
        """An offer by its kind, trade and first day: never by a code."""
        if slot.starts_on is None:
            raise ValueError(f"slot {slot.id} was filled before Steget and is told to nobody")
        return AgendaAbout(self._number(slot.contract_id), offer=OfferNamed(slot.kind, slot.trade, slot.starts_on))

    def promise(self, contract_id: int, promised: ObligationFacts) -> AgendaAbout:
        """What is promised."""
        return AgendaAbout(self._number(contract_id), promise=promised)

    def meeting(self, contract_id: int, meeting: MeetingOn) -> AgendaAbout:
        """Another meeting."""
        return AgendaAbout(self._number(contract_id), meeting=meeting)

    def _number(self, contract_id: int | None) -> str:
        """Of several contracts: with only one there is nothing to tell apart."""
        if len(self.contracts) == 1:
            return ""
        return next((each.registry_number for each in self.contracts if each.id == contract_id), "")
