"""A dossier leaves nothing out: whatever is new in the ledger is told there, or is known to be under no contract."""

from domain.ledger_event import IN_DOSSIER, LedgerEvent

OF_NO_CONTRACT = {
    *(each for each in LedgerEvent if each.value.startswith(("person_", "wish", "area_", "away_"))),
    LedgerEvent.INVITATION_UNDONE,
    LedgerEvent.CONTACT_RECOGNISED,
    LedgerEvent.ACCESS_ENDED,
    LedgerEvent.DETAILS_CHANGED,
    LedgerEvent.DEPUTY_SET,
    LedgerEvent.OUTCOME_SAID,
    LedgerEvent.REVERSED_QUESTION_ASKED,
    LedgerEvent.REVERSED_QUESTION_ANSWERED,
    LedgerEvent.EARLIER_RESULT_ENTERED,
    LedgerEvent.EARLIER_RESULT_CORRECTED,
    LedgerEvent.PROGRAMME_COUNTED,
    LedgerEvent.GOAL_SET,
    LedgerEvent.NAMING_ASKED,
    LedgerEvent.NAMING_ANSWERED,
    LedgerEvent.EXPORTED,
    LedgerEvent.MESSAGE_REMOVED,
}
"""Of people, of what residents look for and came to, and of the city."""

IN_WORDS = {LedgerEvent.MESSAGE_ACCEPTED}
"""What was said stands in a dossier as messages."""


def test_every_event_is_in_a_dossier_or_under_no_contract() -> None:
    assert set(LedgerEvent) - set(IN_DOSSIER) == OF_NO_CONTRACT | IN_WORDS
    assert len(IN_DOSSIER) == len(set(IN_DOSSIER))
