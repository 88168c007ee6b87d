"""What has come of it: the goal of a year, pictures of the way there, documents to file, who may be named."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
CODE = sa.String(length=32)
HASH = sa.String(length=64)
NUMBER = sa.String(length=60)


def upgrade() -> None:
    """Go forward."""
    _starts()
    _overview()
    _council()
    _documents()
    _agendas()
    _readers()


def _starts() -> None:
    """Starts that wait for the supplier's word are reminded of, too; those that have waited over a month are let be."""
    lately = datetime.now(UTC) - timedelta(days=31)
    op.execute(
        sa.text(
            "UPDATE placement SET next_at = started_at"
            " WHERE status = 'started' AND next_at IS NULL AND started_at >= :lately"
        ).bindparams(sa.bindparam("lately", lately, INSTANT))
    )


def _overview() -> None:
    op.create_table(
        "goal",
        sa.Column("id", ID, primary_key=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("registry_number", NUMBER, nullable=False),
        _to("person", "set_by"),
        sa.Column("set_at", INSTANT, nullable=False),
        sa.Column("replaced_at", INSTANT),
    )
    is_in_force = sa.text("replaced_at IS NULL")
    op.create_index(
        "uq_goal_year_in_force",
        "goal",
        ["year"],
        unique=True,
        sqlite_where=is_in_force,
        postgresql_where=is_in_force,
    )
    op.create_table(
        "picture",
        sa.Column("hash", HASH, primary_key=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("drawn_at", INSTANT, nullable=False),
    )
    _overview_of_long_years()


def _overview_of_long_years() -> None:
    """A year is counted from its own rows, however many years there are."""
    op.create_index("ix_slot_reported_at", "slot", ["reported_at"])
    _partly("ix_slot_on_offer", "slot", "status", "status IN ('open', 'reserved')")
    _partly("ix_slot_expired_at", "slot", "expired_at", "expired_at IS NOT NULL")
    ahead = "status IN ('proposed', 'interested', 'introduced', 'agreed', 'started')"
    _partly("ix_placement_ahead", "placement", "status", ahead)
    op.create_index("ix_placement_begun_on", "placement", ["begun_on"])
    _partly("ix_placement_settled_at", "placement", "settled_at", "begun_on IS NULL")


def _council() -> None:
    op.create_table(
        "naming_question",
        sa.Column("id", ID, primary_key=True),
        _to("supplier", "supplier_id", nullable=False),
        _to("person", "asked_by"),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("answer", CODE),
        _to("person", "answered_by"),
        sa.Column("answered_at", INSTANT),
    )
    op.create_index("ix_naming_question_supplier_id", "naming_question", ["supplier_id", "id"])


def _documents() -> None:
    op.create_table(
        "document",
        sa.Column("id", ID, primary_key=True),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("format", CODE, nullable=False),
        sa.Column("language", CODE, nullable=False),
        sa.Column("year", sa.Integer()),
        _to("contract", "contract_id"),
        _to("meeting", "meeting_id"),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("ledger_head", HASH, nullable=False),
        _to("person", "asked_by"),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("content", sa.LargeBinary()),
        sa.Column("sha256", HASH),
        sa.Column("made_at", INSTANT),
        _to("person", "approved_by"),
        sa.Column("approved_at", INSTANT),
        sa.Column("replaced_at", INSTANT),
        sa.Column("registry_number", NUMBER),
        _to("person", "registered_by"),
        sa.Column("registered_at", INSTANT),
    )
    op.create_index("ix_document_contract_id", "document", ["contract_id", "id"])
    op.create_index("ix_document_kind", "document", ["kind", "year", "id"])
    op.create_index("ix_document_meeting_id", "document", ["meeting_id"])
    is_in_force = sa.text("approved_at IS NOT NULL AND replaced_at IS NULL")
    op.create_index(
        "uq_document_in_force",
        "document",
        ["kind", "year", "format"],
        unique=True,
        sqlite_where=is_in_force,
        postgresql_where=is_in_force,
    )
    op.create_index("ix_document_sha256", "document", ["sha256"])


def _agendas() -> None:
    """A meeting's organiser gets its agenda some days before; of what is booked already, with the next reminder."""
    op.add_column("meeting", sa.Column("agenda_at", INSTANT, nullable=True))
    is_set = sa.text("agenda_at IS NOT NULL")
    op.create_index("ix_meeting_agenda_at", "meeting", ["agenda_at"], sqlite_where=is_set, postgresql_where=is_set)
    op.execute("UPDATE meeting SET agenda_at = remind_at WHERE status = 'planned' AND remind_at IS NOT NULL")


def _readers() -> None:
    op.add_column("person", sa.Column("monthly_off_at", INSTANT))


def _to(table: str, name: str, *, nullable: bool = True) -> "sa.Column[int]":
    return sa.Column(name, ID, sa.ForeignKey(f"{table}.id"), nullable=nullable)


def _partly(name: str, table: str, column: str, where: str) -> None:
    op.create_index(name, table, [column], sqlite_where=sa.text(where), postgresql_where=sa.text(where))
