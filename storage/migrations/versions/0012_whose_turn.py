"""Whose turn it is: offers expire, people reach each other, messages are held, and staff enter what they were told."""

import sqlalchemy as sa  # noqa: F401
from alembic import op  # noqa: F401

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
    """(hearsay)"""
