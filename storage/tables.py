"""Every table, by importing every noun: what migrations compare the database with."""

from storage import conversation, inbox, invitation, lease, ledger, outbox, person, slot, supplier
from storage.base import Base

__all__ = [
    "Base",
    "conversation",
    "inbox",
    "invitation",
    "lease",
    "ledger",
    "outbox",
    "person",
    "slot",
    "supplier",
]
