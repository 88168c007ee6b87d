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
    _inquiry()
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
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_contact_details_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_contact_details"),
    )


def _letter() -> None:
    """(letters)"""


def _hold() -> None:
    """(holding)"""


def _inquiry() -> None:
    """(writing) Suppliers ask too; what was asked before was asked by matchers, and is reminded of no more."""
    op.add_column("slot", sa.Column("found_at", INSTANT, nullable=True))
    op.add_column("inquiry", sa.Column("asking", sa.String(length=32), nullable=False, server_default="matcher"))
    op.add_column("inquiry", sa.Column("is_awaited", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("inquiry", sa.Column("remind_at", INSTANT, nullable=True))
    op.add_column("inquiry", sa.Column("reminded_at", INSTANT, nullable=True))
    is_to_be_reminded = sa.text("remind_at IS NOT NULL")
    op.create_index(
        "ix_inquiry_remind_at",
        "inquiry",
        ["remind_at"],
        sqlite_where=is_to_be_reminded,
        postgresql_where=is_to_be_reminded,
    )
    op.create_table(
        "relayed_text",
        sa.Column("id", ID, nullable=False),
        sa.Column("inquiry_id", ID, nullable=False),
        sa.Column("part", sa.String(length=32), nullable=False),
        sa.Column("written_by", ID, nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["inquiry_id"], ["inquiry.id"], name="fk_relayed_text_inquiry_id"),
        sa.ForeignKeyConstraint(["written_by"], ["person.id"], name="fk_relayed_text_written_by"),
        sa.PrimaryKeyConstraint("id", name="pk_relayed_text"),
    )
    op.create_index("ix_relayed_text_inquiry_id", "relayed_text", ["inquiry_id"])
    op.create_index("ix_relayed_text_message_id", "relayed_text", ["written_by", "message_id"])


def _hearsay() -> None:
    """(hearsay)"""
