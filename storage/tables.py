"""Every table, by importing every noun: what migrations compare the database with."""

from storage import (
    absence,
    alert_wish,
    contract,
    conversation,
    inbox,
    inquiry,
    invitation,
    lease,
    ledger,
    outbox,
    person,
    slot,
    supplier,
)
from storage.base import Base

__all__ = [
    "Base",
    "absence",
    "alert_wish",
    "contract",
    "conversation",
    "inbox",
    "inquiry",
    "invitation",
    "lease",
    "ledger",
    "outbox",
    "person",
    "slot",
    "supplier",
]
