"""Where new contracts are staged before they are put in, and what a file waits for once its sender has said yes."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Go forward. A file that was shown before and waits for a word is taken in like any other."""
    _sent_file()
    op.create_table(
        "staging",
        sa.Column("id", ID, nullable=False),
        sa.Column("begun_at", INSTANT, nullable=False),
        sa.Column("is_over", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staging"),
        sqlite_autoincrement=True,
    )
    _staged_contract()
    _staged_contact()
    _staged_obligation()


def _sent_file() -> None:
    op.add_column("sent_file", sa.Column("mistakes", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("sent_file", sa.Column("take_in_at", INSTANT, nullable=True))
    op.add_column("sent_file", sa.Column("accepted_mark", sa.BigInteger(), nullable=True))
    op.add_column("sent_file", sa.Column("begins_again", sa.Boolean(), nullable=True))
    shown = sa.ForeignKey("outbox.id", name="fk_sent_file_shown_id")
    op.add_column("sent_file", sa.Column("shown_id", ID, shown, nullable=True), inline_references=True)
    is_accepted = sa.text("take_in_at IS NOT NULL")
    op.create_index(
        "ix_sent_file_take_in_at",
        "sent_file",
        ["take_in_at"],
        sqlite_where=is_accepted,
        postgresql_where=is_accepted,
    )


def _staged_contract() -> None:
    op.create_table(
        "staged_contract",
        *_of_staging("staged_contract"),
        sa.Column("supplier", sa.String(length=120), nullable=False),
        sa.Column("organisation_number", sa.String(length=13), nullable=True),
        sa.Column("trade", sa.String(length=32), nullable=True),
        sa.Column("area", sa.String(length=60), nullable=True),
        sa.Column("registry_number", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("clause", sa.String(length=32), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=True),
        sa.Column("planned_until", sa.Date(), nullable=True),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("content", sa.String(length=240), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("staging_id", "row", name="pk_staged_contract"),
        sqlite_with_rowid=False,
    )


def _staged_contact() -> None:
    op.create_table(
        "staged_contact",
        *_of_staging("staged_contact"),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("registry_number", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.PrimaryKeyConstraint("staging_id", "row", "place", name="pk_staged_contact"),
        sqlite_with_rowid=False,
    )


def _staged_obligation() -> None:
    op.create_table(
        "staged_obligation",
        *_of_staging("staged_obligation"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("registry_number", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("slot_kind", sa.String(length=32), nullable=True),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("next_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("staging_id", "row", "number", name="pk_staged_obligation"),
        sqlite_with_rowid=False,
    )


def _of_staging(table: str) -> tuple[sa.Column[int], sa.Column[int], sa.ForeignKeyConstraint]:
    """Whose row it is, and which row of the sheet."""
    return (
        sa.Column("staging_id", ID, autoincrement=False, nullable=False),
        sa.Column("row", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["staging_id"], ["staging.id"], name=f"fk_{table}_staging_id"),
    )
