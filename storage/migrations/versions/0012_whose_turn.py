"""Whose turn it is: offers expire, people reach each other, messages are held, and staff enter what they were told."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Go forward."""
    _obligation()
    _meeting()
    _slot()
    _contact_details()
    _letter()
    _hold()
    _hearsay()


def _obligation() -> None:
    """(turn)"""


def _meeting() -> None:
    """(meetings)"""


def _slot() -> None:
    """(offers)"""


def _contact_details() -> None:
    """(reaching)"""


def _letter() -> None:
    """(letters)"""


def _hold() -> None:
    """(holding)"""


def _hearsay() -> None:
    """What staff heard suppliers say outside Steget."""
    op.create_table(
        "hearsay",
        sa.Column("id", ID, nullable=False),
        sa.Column("supplier_id", ID, nullable=False),
        sa.Column("contract_id", ID, nullable=True),
        sa.Column("said", sa.String(length=32), nullable=False),
        sa.Column("about", sa.String(length=60), nullable=False),
        sa.Column("speaker", sa.String(length=120), nullable=False),
        sa.Column("contact_id", ID, nullable=True),
        sa.Column("how", sa.String(length=32), nullable=False),
        sa.Column("heard_on", sa.Date(), nullable=False),
        sa.Column("heard_by", ID, nullable=False),
        sa.Column("noted_at", INSTANT, nullable=False),
        sa.Column("asked_at", INSTANT, nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("settled_by", ID, nullable=True),
        sa.Column("settled_at", INSTANT, nullable=True),
        sa.Column("objection", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_hearsay"),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name="fk_hearsay_supplier_id"),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name="fk_hearsay_contract_id"),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name="fk_hearsay_contact_id"),
        sa.ForeignKeyConstraint(["heard_by"], ["person.id"], name="fk_hearsay_heard_by"),
        sa.ForeignKeyConstraint(["settled_by"], ["person.id"], name="fk_hearsay_settled_by"),
    )
    op.create_index("ix_hearsay_about", "hearsay", ["about", "id"])
    op.create_index(
        "ix_hearsay_unasked",
        "hearsay",
        ["supplier_id", "id"],
        sqlite_where=sa.text("asked_at IS NULL"),
        postgresql_where=sa.text("asked_at IS NULL"),
    )
