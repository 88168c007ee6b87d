"""Every table, by importing every noun: what migrations compare the database with."""

from storage import conversation, hearsay, inbox, lease, ledger, list_place, outbox
from storage.base import Base
from storage.contracts import contract, hold, procurement
from storage.importing import sent_file, staging
from storage.meetings import meeting
from storage.obligations import nudge_time, obligation
from storage.people import absence, contact, contact_details, invitation, person, supplier
from storage.slots import alert_reader, alert_settings, inquiry, listed_slot, placement, relayed_text, slot

__all__ = [
    "Base",
    "absence",
    "alert_reader",
    "alert_settings",
    "contact",
    "contact_details",
    "contract",
    "conversation",
    "hearsay",
    "hold",
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
    "relayed_text",
    "sent_file",
    "slot",
    "staging",
    "supplier",
]
