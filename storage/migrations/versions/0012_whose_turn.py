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
    """(reaching) What people have told of where they can be reached; a register's contact has it in its own row."""
    op.create_table(
        "contact_details",
        sa.Column("person_id", ID, autoincrement=False, nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("asked_at", INSTANT, nullable=True),
        sa.Column("asked_about", sa.String(length=60), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_contact_details_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_contact_details"),
    )


def _letter() -> None:
    """(letters)"""


def _hold() -> None:
    """(holding)"""


def _hearsay() -> None:
    """(hearsay)"""
