"""A chat's place in the queue apart from its oldest update: who has had a turn goes to the back."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

IS_QUEUED = sa.text("place IS NOT NULL")


def upgrade() -> None:
    """Go forward. Whoever waits keeps the place that they have."""
    op.add_column("inbox_chat", sa.Column("place", sa.BigInteger(), nullable=True))
    op.execute("UPDATE inbox_chat SET place = oldest_waiting_id")
    op.drop_index("ix_inbox_chat_oldest_waiting_id", table_name="inbox_chat")
    op.create_index("ix_inbox_chat_place", "inbox_chat", ["place"], sqlite_where=IS_QUEUED, postgresql_where=IS_QUEUED)
