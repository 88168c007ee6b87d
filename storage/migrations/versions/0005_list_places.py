"""Which part of a list a message has shown last, which was read back from the messages themselves before."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Go forward. A list that was shown earlier begins anew when somebody goes back to it."""
    op.create_table(
        "list_place",
        sa.Column("outbox_id", ID, autoincrement=False, nullable=False),
        sa.Column("search", sa.String(length=60), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name="fk_list_place_outbox_id"),
        sa.PrimaryKeyConstraint("outbox_id", name="pk_list_place"),
    )
