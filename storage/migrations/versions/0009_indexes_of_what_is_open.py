"""Indexes, so that no list and no press takes longer the more has piled up over the years."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

MADE: dict[str, tuple[str, list[str], str | None]] = {
    # A matcher's list is what can be taken on, and below it what they have, newest first.
    "ix_slot_open": ("slot", ["status", "id"], "status = 'open'"),
    "ix_slot_claimed_by": ("slot", ["claimed_by", "id"], None),
    # A list that is narrowed down stops as soon as the page is full, also where what is looked for is rare.
    "ix_slot_kind": ("slot", ["kind", "id"], None),
    "ix_slot_trade": ("slot", ["trade", "id"], None),
    "ix_slot_area": ("slot", ["area", "id"], None),
    # Who is in, and how many: by name, without all who ever were.
    "ix_person_in": ("person", ["name", "id"], "ended_at IS NULL"),
    "ix_person_ended": ("person", ["name", "id"], "ended_at IS NOT NULL"),
    "ix_invitation_unused": ("invitation", ["created_at", "id"], "redeemed_at IS NULL AND undone_at IS NULL"),
    "ix_invitation_redeemed_by": ("invitation", ["redeemed_by"], "redeemed_by IS NOT NULL"),
    # What a leaver leaves behind.
    "ix_inquiry_unanswered": ("inquiry", ["id"], "answered_at IS NULL"),
    # Somebody's latest meetings first; it takes the place of the one on person_id alone.
    "ix_attendee_person_meeting": ("attendee", ["person_id", "meeting_id"], None),
    # The message that somebody presses a button under, and the latest that they can mean by a number.
    "ix_outbox_shown": (
        "outbox",
        ["chat_id", "telegram_message_id"],
        "telegram_message_id IS NOT NULL AND original_id IS NULL",
    ),
    # Most of what is said is about nothing, and has no place in it: so the one above costs nothing to keep.
    "ix_outbox_about": ("outbox", ["about", "id"], "about IS NOT NULL"),
    # The latest first: without the id, PostgreSQL reads the whole table backwards until it has found enough.
    "ix_slot_supplier_id": ("slot", ["supplier_id", "id"], None),
    "ix_ledger_about": ("ledger", ["about", "id"], None),
    "ix_ledger_contract_id": ("ledger", ["contract_id", "id"], None),
}
"""Each with its table, its columns, and which rows it holds."""

REPLACED = {
    "ix_slot_supplier_id": "slot",
    "ix_attendee_person_id": "attendee",
    "ix_outbox_about": "outbox",
    "ix_ledger_about": "ledger",
    "ix_ledger_contract_id": "ledger",
}
"""Those of before, whose place others take."""


def upgrade() -> None:
    """Make them."""
    for name, table in REPLACED.items():
        op.drop_index(name, table)
    for name, (table, columns, held) in MADE.items():
        only = sa.text(held) if held else None
        op.create_index(name, table, columns, sqlite_where=only, postgresql_where=only)
