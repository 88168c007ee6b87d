"""Every table, by importing every noun: what migrations compare the database with."""

from storage import conversation, hearsay, inbox, lease, ledger, list_place, outbox, unkept
from storage.base import Base
from storage.broadcasts import broadcast, press
from storage.contracts import contract, hold
from storage.council import naming
from storage.documents import document
from storage.faq import city_question, entry
from storage.importing import sent_file, staging
from storage.meetings import meeting
from storage.obligations import nudge_time, obligation
from storage.overview import goal, picture
from storage.people import absence, contact, contact_details, invitation, person, supplier
from storage.placements import evaluation, link, outcome, placement
from storage.procurements import decision as procurement_decision
from storage.procurements import procurement
from storage.results import earlier_result, programme_tally
from storage.slots import alert_reader, alert_settings, area, inquiry, listed_slot, relayed_text, slot
from storage.tryouts import tryout
from storage.wishes import decision, reversed_question, wish

__all__ = [
    "Base",
    "absence",
    "alert_reader",
    "alert_settings",
    "area",
    "broadcast",
    "city_question",
    "contact",
    "contact_details",
    "contract",
    "conversation",
    "decision",
    "document",
    "earlier_result",
    "entry",
    "evaluation",
    "goal",
    "hearsay",
    "hold",
    "inbox",
    "inquiry",
    "invitation",
    "lease",
    "ledger",
    "link",
    "list_place",
    "listed_slot",
    "meeting",
    "naming",
    "nudge_time",
    "obligation",
    "outbox",
    "outcome",
    "person",
    "picture",
    "placement",
    "press",
    "procurement",
    "procurement_decision",
    "programme_tally",
    "relayed_text",
    "reversed_question",
    "sent_file",
    "slot",
    "staging",
    "supplier",
    "tryout",
    "unkept",
    "wish",
]
