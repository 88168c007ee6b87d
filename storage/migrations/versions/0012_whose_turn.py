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
    _alert()


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
    """(hearsay)"""


def _alert() -> None:
    """Which slots a message tells of, where it tells of several; and which matchers know of what waits (alerts)."""
    op.create_table(
        "listed_slot",
        sa.Column("outbox_id", ID, autoincrement=False, nullable=False),
        sa.Column("slot_id", ID, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name="fk_listed_slot_outbox_id"),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name="fk_listed_slot_slot_id"),
        sa.PrimaryKeyConstraint("outbox_id", "slot_id", name="pk_listed_slot"),
    )
    op.create_index("ix_listed_slot_slot_id", "listed_slot", ["slot_id"])
    op.create_table(
        "alert_reader",
        sa.Column("person_id", ID, autoincrement=False, nullable=False),
        sa.Column("catches_up_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_alert_reader_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_alert_reader"),
    )
    # The matchers of today have heard of all there is: nobody is told of it twice.
    op.execute("INSERT INTO alert_reader (person_id) SELECT id FROM person WHERE role = 'matcher'")
