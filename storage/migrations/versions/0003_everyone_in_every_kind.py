"""Contracts, every kind's details, forms put aside, absences and deputies, alert wishes, inquiries."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go forward."""
    _contracts()
    _slots()
    _conversations()
    _invitations()
    _people()
    _inquiries()


def _contracts() -> None:
    op.create_table(
        "contract",
        sa.Column("id", ID, nullable=False),
        sa.Column("supplier_id", ID, nullable=False),
        sa.Column("registry_number", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name="fk_contract_supplier_id"),
        sa.PrimaryKeyConstraint("id", name="pk_contract"),
        sa.UniqueConstraint("registry_number", name="uq_contract_registry_number"),
    )
    op.create_index("ix_contract_supplier_id", "contract", ["supplier_id"])


def _slots() -> None:
    with op.batch_alter_table("slot") as slot:
        slot.add_column(sa.Column("contract_id", ID, nullable=True))
        slot.add_column(sa.Column("details", sa.JSON(none_as_null=True), nullable=False, server_default="{}"))
        slot.add_column(sa.Column("withdrawn_reason", sa.String(length=300), nullable=True))
        slot.create_foreign_key("fk_slot_contract_id", "contract", ["contract_id"], ["id"])
        slot.create_index("ix_slot_contract_id", ["contract_id"])


def _conversations() -> None:
    op.add_column("conversation", sa.Column("offered_at", sa.DateTime(timezone=True), nullable=True))
    parked = sa.Column("parked", sa.JSON(none_as_null=True), nullable=False, server_default="[]")
    op.add_column("conversation", parked)
    op.create_index(
        "ix_conversation_touched_at",
        "conversation",
        ["touched_at"],
        sqlite_where=sa.text("flow IS NOT NULL"),
        postgresql_where=sa.text("flow IS NOT NULL"),
    )


def _invitations() -> None:
    with op.batch_alter_table("invitation") as invitation:
        invitation.add_column(sa.Column("invited_by", ID, nullable=True))
        invitation.add_column(sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True))
        invitation.create_foreign_key("fk_invitation_invited_by", "person", ["invited_by"], ["id"])


def _people() -> None:
    op.create_table(
        "absence",
        sa.Column("person_id", ID, autoincrement=False, nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_absence_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_absence"),
    )
    op.create_table(
        "deputy",
        sa.Column("person_id", ID, autoincrement=False, nullable=False),
        sa.Column("deputy_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["deputy_id"], ["person.id"], name="fk_deputy_deputy_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_deputy_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_deputy"),
    )
    op.create_table(
        "alert_wish",
        sa.Column("person_id", ID, autoincrement=False, nullable=False),
        sa.Column("kinds", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("trades", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("areas", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("is_digest", sa.Boolean(), nullable=False),
        sa.Column("waiting", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("digest_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_alert_wish_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_alert_wish"),
    )
    op.create_index("ix_alert_wish_digest_due_at", "alert_wish", ["digest_due_at"])


def _inquiries() -> None:
    op.create_table(
        "inquiry",
        sa.Column("id", ID, nullable=False),
        sa.Column("slot_id", ID, nullable=False),
        sa.Column("asked_by", ID, nullable=False),
        sa.Column("asked_of", ID, nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_by", ID, nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["answered_by"], ["person.id"], name="fk_inquiry_answered_by"),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name="fk_inquiry_asked_by"),
        sa.ForeignKeyConstraint(["asked_of"], ["person.id"], name="fk_inquiry_asked_of"),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name="fk_inquiry_slot_id"),
        sa.PrimaryKeyConstraint("id", name="pk_inquiry"),
    )
    op.create_index("ix_inquiry_slot_id", "inquiry", ["slot_id"])
