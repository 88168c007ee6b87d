"""How many copies of a message may have arrived unseen by us: until now it was only known whether any had."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward. Of a message that may have been doubled before, one copy is known of."""
    op.add_column("outbox", sa.Column("possible_copies", sa.Integer(), nullable=False, server_default="0"))
    op.execute("UPDATE outbox SET possible_copies = 1 WHERE is_possibly_doubled")
    op.drop_column("outbox", "is_possibly_doubled")
