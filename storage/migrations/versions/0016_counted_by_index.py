"""What lists count has indexes of its own: offers by trade, what was held, and in which offers somebody has begun."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_index("ix_slot_offered", "slot", ["trade", "reported_at", "kind", "status", "reported_by"])
    _partly("ix_slot_held", "slot", "starts_on", "held_at IS NOT NULL")
    _partly(
        "ix_placement_begun",
        "placement",
        "slot_id",
        "status IN ('confirmed', 'ending', 'completed', 'ended_early')",
    )


def _partly(name: str, table: str, column: str, where: str) -> None:
    op.create_index(name, table, [column], sqlite_where=sa.text(where), postgresql_where=sa.text(where))
