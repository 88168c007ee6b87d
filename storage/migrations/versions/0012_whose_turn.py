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
    """(turn) counted_from is turn's too: on merging, theirs holds."""
    with op.batch_alter_table("obligation") as obligation:
        obligation.add_column(sa.Column("counted_from", sa.Date(), nullable=True))


def _meeting() -> None:
    """(meetings)"""


def _slot() -> None:
    """(offers)"""


def _contact_details() -> None:
    """(reaching)"""


def _letter() -> None:
    """(letters)"""


def _hold() -> None:
    """Reminders rest of a contract, or of the whole city. What was on hold stays, as the days that don't count."""
    op.create_table(
        "hold",
        sa.Column("id", ID, nullable=False),
        sa.Column("contract_id", ID, nullable=True),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("begun_at", INSTANT, nullable=False),
        sa.Column("begun_by", ID, nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("ended_by", ID, nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name="fk_hold_contract_id"),
        sa.ForeignKeyConstraint(["begun_by"], ["person.id"], name="fk_hold_begun_by"),
        sa.ForeignKeyConstraint(["ended_by"], ["person.id"], name="fk_hold_ended_by"),
        sa.PrimaryKeyConstraint("id", name="pk_hold"),
    )
    running = sa.text("ended_at IS NULL")
    op.create_index(
        "ix_hold_contract_id", "hold", ["contract_id"], unique=True, sqlite_where=running, postgresql_where=running
    )


def _hearsay() -> None:
    """(hearsay)"""
