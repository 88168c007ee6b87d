"""Where to ask, what to say, what to know: planned procurements, broadcasts, frequent questions, tryouts."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
CODE = sa.String(length=32)


def upgrade() -> None:
    """Go forward."""
    _procurements()
    _broadcasts()
    _faq()
    _city_questions()
    _tryouts()


def _procurements() -> None:
    with op.batch_alter_table("procurement") as procurement:
        procurement.alter_column("registry_number", existing_type=sa.String(length=60), nullable=True)
        procurement.add_column(sa.Column("planned_number", sa.String(length=60)))
        procurement.add_column(sa.Column("planned_on", sa.Date()))
        for name in ("months", "labour_share", "headcount"):
            procurement.add_column(sa.Column(name, sa.Integer()))
        procurement.add_column(sa.Column("requirements", sa.JSON()))
        procurement.add_column(sa.Column("noted_at", INSTANT))
        procurement.add_column(sa.Column("noted_by", ID))
        procurement.add_column(sa.Column("put_away_at", INSTANT))
        procurement.create_foreign_key("fk_procurement_noted_by", "person", ["noted_by"], ["id"])
    _partly("ix_procurement_noted", "procurement", "id", "noted_at IS NOT NULL AND put_away_at IS NULL")
    op.create_table(
        "procurement_decision",
        sa.Column("id", ID, primary_key=True),
        _to("procurement", "procurement_id", nullable=False),
        sa.Column("level", CODE, nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("advice", sa.JSON(), nullable=False),
        _to("person", "decided_by", nullable=False),
        sa.Column("decided_at", INSTANT, nullable=False),
        sa.Column("replaced_at", INSTANT),
    )
    _in_force("procurement_decision", "procurement_id")
    op.create_index("ix_procurement_decision_procurement_id", "procurement_decision", ["procurement_id", "id"])


def _broadcasts() -> None:
    op.add_column("person", sa.Column("broadcasts_off_at", INSTANT))
    op.create_table(
        "broadcast",
        sa.Column("id", ID, primary_key=True),
        sa.Column("sort", CODE, nullable=False),
        sa.Column("words_sv", sa.Text(), nullable=False),
        sa.Column("words_en", sa.Text()),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("named", sa.JSON(), nullable=False),
        _to("person", "written_by", nullable=False),
        sa.Column("written_at", INSTANT, nullable=False),
        sa.Column("accepted_at", INSTANT),
        sa.Column("receivers", sa.Integer()),
        sa.Column("queued_up_to", sa.Integer(), nullable=False),
        sa.Column("queued_at", INSTANT),
        sa.Column("stopped_at", INSTANT),
        _to("person", "stopped_by"),
        sa.Column("told_quarters", sa.Integer(), nullable=False),
        sqlite_autoincrement=True,
    )
    _partly("ix_broadcast_under_way", "broadcast", "accepted_at", "accepted_at IS NOT NULL AND queued_at IS NULL")
    op.create_table(
        "broadcast_press",
        _part_of_key("broadcast", "broadcast_id"),
        _part_of_key("person", "person_id"),
        sa.Column("pressed_at", INSTANT, nullable=False),
    )


def _faq() -> None:
    op.create_table(
        "faq_entry",
        sa.Column("id", ID, primary_key=True),
        sa.Column("code", CODE, unique=True),
        _to("person", "added_by", nullable=False),
        sa.Column("added_at", INSTANT, nullable=False),
        sa.Column("hidden_at", INSTANT),
    )
    op.create_table(
        "faq_text",
        sa.Column("id", ID, primary_key=True),
        _to("faq_entry", "entry_id", nullable=False),
        sa.Column("language", CODE, nullable=False),
        sa.Column("question", sa.String(length=120), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("is_to_confirm", sa.Boolean(), nullable=False),
        _to("person", "written_by", nullable=False),
        sa.Column("written_at", INSTANT, nullable=False),
        sa.Column("replaced_at", INSTANT),
    )
    _in_force("faq_text", "entry_id", "language")


def _city_questions() -> None:
    op.create_table(
        "city_question",
        sa.Column("id", ID, primary_key=True),
        _to("person", "asked_by", nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("language", CODE, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("read_before", sa.String(length=120)),
        _to("city_question", "earlier_id"),
        _to("person", "asked_of"),
        sa.Column("next_at", INSTANT),
        sa.Column("reminded_at", INSTANT),
        sa.Column("shared_at", INSTANT),
        sa.Column("answer", sa.Text()),
        _to("person", "answered_by"),
        sa.Column("answered_at", INSTANT),
        _to("faq_entry", "entry_id"),
    )
    op.create_index("ix_city_question_asked_by", "city_question", ["asked_by", "id"])
    _partly("ix_city_question_next_at", "city_question", "next_at", "next_at IS NOT NULL")
    _partly("ix_city_question_open", "city_question", "asked_at", "answered_at IS NULL")


def _tryouts() -> None:
    op.create_table(
        "tryout",
        sa.Column("id", ID, primary_key=True),
        sa.Column("sort", CODE, nullable=False),
        sa.Column("words", sa.String(length=300), nullable=False),
        sa.Column("begun_on", sa.Date(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        _to("person", "noted_by", nullable=False),
        sa.Column("noted_at", INSTANT, nullable=False),
        sa.Column("removed_at", INSTANT),
        sa.Column("next_at", INSTANT),
    )
    _partly("ix_tryout_next_at", "tryout", "next_at", "next_at IS NOT NULL")
    op.create_table("tried_supplier", _part_of_key("tryout", "tryout_id"), _part_of_key("supplier", "supplier_id"))


def _to(table: str, name: str, *, nullable: bool = True) -> "sa.Column[int]":
    return sa.Column(name, ID, sa.ForeignKey(f"{table}.id"), nullable=nullable)


def _part_of_key(table: str, name: str) -> "sa.Column[int]":
    return sa.Column(name, ID, sa.ForeignKey(f"{table}.id"), primary_key=True, autoincrement=False)


def _partly(name: str, table: str, column: str, where: str) -> None:
    op.create_index(name, table, [column], sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def _in_force(table: str, *columns: str) -> None:
    """At most one of them holds."""
    is_in_force = sa.text("replaced_at IS NULL")
    op.create_index(
        f"uq_{table}_in_force",
        table,
        list(columns),
        unique=True,
        sqlite_where=is_in_force,
        postgresql_where=is_in_force,
    )
