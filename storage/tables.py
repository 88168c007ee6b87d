"""Every table, by importing every noun: what migrations compare the database with."""

from storage import conversation, inbox, lease, ledger, list_place, outbox
from storage.base import Base
from storage.contracts import contract, procurement
from storage.importing import sent_file, staging
from storage.meetings import meeting
from storage.obligations import nudge_time, obligation
from storage.people import absence, contact, invitation, person, supplier
from storage.slots import alert_reader, alert_settings, inquiry, listed_slot, placement, slot

__all__ = [
    "Base",
    "absence",
    "alert_reader",
    "alert_settings",
    "contact",
    "contract",
    "conversation",
    "inbox",
    "inquiry",
    "invitation",
    "lease",
    "ledger",
    "list_place",
    "listed_slot",
    "meeting",
    "nudge_time",
    "obligation",
    "outbox",
    "person",
    "placement",
    "procurement",
    "sent_file",
    "slot",
    "staging",
    "supplier",
]
