"""Contracts in full, contacts, obligations and the ladder, meetings, starts, and files that people send."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go forward."""
    _contracts()
    _contacts()
    _obligations()
    _meetings()
    _placements()
    _sent_files()
    op.create_index("ix_ledger_contract_id", "ledger", ["contract_id"])
    op.create_index("ix_ledger_supplier_id", "ledger", ["supplier_id", "event"])
    op.create_index("ix_inbox_chat_id", "inbox", ["chat_id"])
    op.create_index("ix_person_role", "person", ["role"])


def _contracts() -> None:
    with op.batch_alter_table("supplier") as supplier:
        supplier.add_column(sa.Column("organisation_number", sa.String(length=13), nullable=True))
        supplier.add_column(sa.Column("area", sa.String(length=60), nullable=True))
        supplier.create_unique_constraint("uq_supplier_organisation_number", ["organisation_number"])
    op.add_column("contract", sa.Column("clause", sa.String(length=32), nullable=False, server_default="dialogue"))
    op.add_column("contract", sa.Column("value", sa.BigInteger(), nullable=True))
    op.add_column("contract", sa.Column("planned_until", sa.Date(), nullable=True))
    op.create_index(
        "ix_contract_planned_until",
        "contract",
        ["planned_until"],
        sqlite_where=sa.text("ends_on IS NULL"),
        postgresql_where=sa.text("ends_on IS NULL"),
    )


def _contacts() -> None:
    op.create_table(
        "contact",
        sa.Column("id", ID, nullable=False),
        sa.Column("supplier_id", ID, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_contact_person_id"),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name="fk_contact_supplier_id"),
        sa.PrimaryKeyConstraint("id", name="pk_contact"),
        sa.UniqueConstraint("supplier_id", "name", name="uq_contact_supplier_id_name"),
    )
    op.create_index("ix_contact_person_id", "contact", ["person_id"])
    op.create_table(
        "contract_contact",
        sa.Column("contract_id", ID, autoincrement=False, nullable=False),
        sa.Column("contact_id", ID, autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name="fk_contract_contact_contact_id"),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name="fk_contract_contact_contract_id"),
        sa.PrimaryKeyConstraint("contract_id", "contact_id", name="pk_contract_contact"),
    )
    op.create_index("ix_contract_contact_contact_id", "contract_contact", ["contact_id"])
    with op.batch_alter_table("invitation") as invitation:
        invitation.add_column(sa.Column("contact_id", ID, nullable=True))
        invitation.create_foreign_key("fk_invitation_contact_id", "contact", ["contact_id"], ["id"])
        invitation.create_index("ix_invitation_contact_id", ["contact_id"])


def _obligations() -> None:
    op.create_table(
        "obligation",
        sa.Column("id", ID, nullable=False),
        sa.Column("contract_id", ID, nullable=False),
        sa.Column("supplier_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=True),
        sa.Column("is_for_city", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("slot_kind", sa.String(length=32), nullable=True),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("snoozed_until", sa.Date(), nullable=True),
        sa.Column("fulfilled_by", sa.String(length=60), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by", ID, nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name="fk_obligation_contract_id"),
        sa.ForeignKeyConstraint(["settled_by"], ["person.id"], name="fk_obligation_settled_by"),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name="fk_obligation_supplier_id"),
        sa.PrimaryKeyConstraint("id", name="pk_obligation"),
        sa.UniqueConstraint("contract_id", "key", name="uq_obligation_contract_id_key"),
    )
    _index_what_is_set("obligation", "next_at")
    op.create_index("ix_obligation_supplier_id", "obligation", ["supplier_id", "status", "due_on"])
    op.create_index("ix_obligation_status", "obligation", ["status", "due_on"])
    op.create_index("ix_obligation_fulfilled_by", "obligation", ["fulfilled_by"])
    op.create_table(
        "nudge",
        sa.Column("person_id", ID, autoincrement=False, nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_nudge_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_nudge"),
    )
    _index_what_is_set("nudge", "due_at")


def _meetings() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", ID, nullable=False),
        sa.Column("contract_id", ID, nullable=False),
        sa.Column("supplier_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(length=400), nullable=False),
        sa.Column("organised_by", ID, nullable=False),
        sa.Column("uid", sa.String(length=80), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("reminded", sa.Integer(), nullable=False),
        sa.Column("remind_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ask_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("agreed", sa.Text(), nullable=True),
        sa.Column("confirmed_by", ID, nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirm_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_confirmation_reminded", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("has_other_come", sa.Boolean(), nullable=True),
        sa.Column("miss_reason", sa.String(length=32), nullable=True),
        sa.Column("cancelled_reason", sa.String(length=300), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["confirmed_by"], ["person.id"], name="fk_meeting_confirmed_by"),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name="fk_meeting_contract_id"),
        sa.ForeignKeyConstraint(["organised_by"], ["person.id"], name="fk_meeting_organised_by"),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name="fk_meeting_supplier_id"),
        sa.PrimaryKeyConstraint("id", name="pk_meeting"),
        sa.UniqueConstraint("uid", name="uq_meeting_uid"),
    )
    _index_what_is_set("meeting", "remind_at")
    _index_what_is_set("meeting", "ask_at")
    _index_what_is_set("meeting", "confirm_at")
    op.create_index("ix_meeting_contract_id", "meeting", ["contract_id"])
    op.create_index("ix_meeting_supplier_id", "meeting", ["supplier_id", "starts_at"])
    op.create_index("ix_meeting_starts_at", "meeting", ["starts_at"])
    op.create_table(
        "attendee",
        sa.Column("meeting_id", ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ID, autoincrement=False, nullable=False),
        sa.Column("answer", sa.String(length=32), nullable=True),
        sa.Column("proposal", sa.String(length=300), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("has_come", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_attendee_meeting_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_attendee_person_id"),
        sa.PrimaryKeyConstraint("meeting_id", "person_id", name="pk_attendee"),
    )
    op.create_index("ix_attendee_person_id", "attendee", ["person_id"])


def _placements() -> None:
    op.create_table(
        "placement",
        sa.Column("id", ID, nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("slot_id", ID, nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("started_by", ID, nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_by", ID, nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["settled_by"], ["person.id"], name="fk_placement_settled_by"),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name="fk_placement_slot_id"),
        sa.ForeignKeyConstraint(["started_by"], ["person.id"], name="fk_placement_started_by"),
        sa.PrimaryKeyConstraint("id", name="pk_placement"),
        sa.UniqueConstraint("code", name="uq_placement_code"),
    )
    op.create_index("ix_placement_slot_id", "placement", ["slot_id"])


def _sent_files() -> None:
    op.create_table(
        "sent_file",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("telegram_file_id", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fetch_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_sent_file_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sent_file"),
    )
    op.create_index("ix_sent_file_person_id", "sent_file", ["person_id"])
    _index_what_is_set("sent_file", "fetch_at")
    kept = sa.text("content IS NOT NULL")
    op.create_index("ix_sent_file_sent_at", "sent_file", ["sent_at"], sqlite_where=kept, postgresql_where=kept)
    lease = sa.table("lease", sa.column("name"), sa.column("token"), sa.column("held_until"))
    op.bulk_insert(lease, [{"name": "fetcher", "token": 0, "held_until": 0.0}])


def _index_what_is_set(table: str, column: str) -> None:
    """An index that holds only the rows that have a time, so that the clock looks at nothing else."""
    where = sa.text(f"{column} IS NOT NULL")
    op.create_index(f"ix_{table}_{column}", table, [column], sqlite_where=where, postgresql_where=where)
