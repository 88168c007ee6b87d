"""From a wish to a resident at work: wishes, areas, proposals, endings, outcomes, evaluations, earlier results."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
CODE = sa.String(length=32)


def upgrade() -> None:
    """Go forward."""
    _area()
    _placement()
    _wish()
    _after_placement()
    _results()
    _wishes()
    _offers_fit()
    _matching()
    _proposing()
    _ending()
    _counting()
    _evaluation()
    _contributions()


def _area() -> None:
    """The city's list of areas, and what an offer says that a wish can ask for."""
    op.create_table(
        "area",
        sa.Column("id", ID, primary_key=True),
        sa.Column("name", sa.String(length=60), nullable=False),
        _person("added_by"),
        sa.Column("added_at", INSTANT, nullable=False),
        sa.Column("removed_at", INSTANT, nullable=True),
    )
    op.create_table(
        "area_name",
        sa.Column("written", sa.String(length=60), primary_key=True),
        _to("area", "area_id", nullable=False),
        _person("mapped_by"),
        sa.Column("mapped_at", INSTANT, nullable=False),
    )
    op.create_index("ix_area_name_area_id", "area_name", ["area_id"])
    with op.batch_alter_table("slot") as slot:
        slot.add_column(sa.Column("area_id", ID, nullable=True))
        slot.add_column(sa.Column("adaptations", sa.JSON(), nullable=True))
        slot.create_foreign_key("fk_slot_area_id", "area", ["area_id"], ["id"])
        slot.create_index("ix_slot_area_id", ["area_id"])


def _placement() -> None:
    """A placement begins with a proposal and has an end. Those that are there began without one, and go on."""
    with op.batch_alter_table("placement") as placement:
        placement.alter_column("started_by", new_column_name="matcher_id")
        placement.alter_column("started_at", existing_type=INSTANT, nullable=True)
        for column in (
            sa.Column("proposed_at", INSTANT),
            sa.Column("starts_on", sa.Date()),
            sa.Column("ends_on", sa.Date()),
            sa.Column("extent", sa.Integer()),
            sa.Column("wants_to_know", sa.JSON()),
            sa.Column("decline_reason", CODE),
            sa.Column("begun_on", sa.Date()),
            sa.Column("is_new_resident", sa.Boolean()),
            sa.Column("end_said_by", ID),
            sa.Column("end_said_at", INSTANT),
            sa.Column("ended_on", sa.Date()),
            sa.Column("end_reason", CODE),
            sa.Column("end_settled_by", ID),
            sa.Column("end_settled_at", INSTANT),
            sa.Column("next_at", INSTANT),
            sa.Column("asked", CODE),
        ):
            placement.add_column(column)
        placement.create_foreign_key("fk_placement_end_said_by", "person", ["end_said_by"], ["id"])
        placement.create_foreign_key("fk_placement_end_settled_by", "person", ["end_settled_by"], ["id"])
    _index_of_what_is_due("placement")
    op.create_index("ix_placement_matcher_id", "placement", ["matcher_id", "status"])
    # What was before is a resident of its own each: so it was counted until now.
    op.execute("UPDATE placement SET is_new_resident = true WHERE status IN ('started', 'confirmed')")


def _wish() -> None:
    """Wishes, and the one table that joins them with placements."""
    op.create_table(
        "wish",
        sa.Column("id", ID, primary_key=True),
        sa.Column("code", sa.String(length=12), nullable=False, unique=True),
        _person("matcher_id", nullable=False),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("trade", CODE, nullable=False),
        _to("area", "area_id", nullable=True),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("hours", CODE, nullable=True),
        sa.Column("swedish", CODE, nullable=True),
        sa.Column("licence", CODE, nullable=True),
        sa.Column("adaptations", sa.JSON(), nullable=False),
        sa.Column("status", CODE, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("touched_at", INSTANT, nullable=False),
        sa.Column("asked_at", INSTANT, nullable=True),
        sa.Column("next_at", INSTANT, nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_wish_matcher_id", "wish", ["matcher_id", "status"])
    _index_of_what_is_due("wish")
    op.create_table(
        "placement_link",
        _to("placement", "placement_id", primary_key=True),
        _to("wish", "wish_id", nullable=False),
    )
    op.create_index("ix_placement_link_wish_id", "placement_link", ["wish_id"])
    op.create_table(
        "wish_decision",
        sa.Column("id", ID, primary_key=True),
        sa.Column("registry_number", sa.String(length=60), nullable=False),
        _person("turned_on_by"),
        sa.Column("turned_on_at", INSTANT, nullable=False),
        _person("turned_off_by"),
        sa.Column("turned_off_at", INSTANT, nullable=True),
    )
    op.create_table(
        "reversed_question",
        sa.Column("id", ID, primary_key=True),
        _to("supplier", "supplier_id", nullable=False),
        _person("matcher_id", nullable=False),
        _to("wish", "wish_id", nullable=True),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("trade", CODE, nullable=False),
        _to("area", "area_id", nullable=True),
        sa.Column("month_on", sa.Date(), nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("answer", CODE, nullable=True),
        _person("answered_by"),
        sa.Column("answered_at", INSTANT, nullable=True),
        _to("slot", "slot_id", nullable=True),
    )
    op.create_index("ix_reversed_question_supplier_id", "reversed_question", ["supplier_id", "asked_at"])
    op.create_index("ix_reversed_question_wish_id", "reversed_question", ["wish_id"])


def _after_placement() -> None:
    """What became of somebody, and what both sides thought."""
    op.create_table(
        "outcome",
        sa.Column("id", ID, primary_key=True),
        _to("placement", "placement_id", nullable=False),
        sa.Column("after", CODE, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("next_at", INSTANT, nullable=True),
        sa.Column("outcome", CODE, nullable=True),
        _person("said_by"),
        sa.Column("said_at", INSTANT, nullable=True),
        sa.UniqueConstraint("placement_id", "after", name="uq_outcome_placement_id_after"),
    )
    _index_of_what_is_due("outcome")
    op.create_table(
        "evaluation",
        sa.Column("id", ID, primary_key=True),
        _to("placement", "placement_id", nullable=True),
        _to("meeting", "meeting_id", nullable=True),
        _person("person_id", nullable=False),
        sa.Column("verdicts", sa.JSON(), nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("said_at", INSTANT, nullable=True),
        sa.UniqueConstraint("placement_id", "person_id", name="uq_evaluation_placement_id_person_id"),
        sa.UniqueConstraint("meeting_id", "person_id", name="uq_evaluation_meeting_id_person_id"),
    )


def _results() -> None:
    """What came from elsewhere."""
    op.create_table(
        "earlier_result",
        sa.Column("id", ID, primary_key=True),
        _to("supplier", "supplier_id", nullable=False),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=160), nullable=False),
        _person("entered_by"),
        sa.Column("entered_at", INSTANT, nullable=False),
        _to("earlier_result", "corrected_by", nullable=True),
    )
    op.create_index("ix_earlier_result_year", "earlier_result", ["year", "kind"])
    op.create_table(
        "programme_tally",
        sa.Column("id", ID, primary_key=True),
        sa.Column("programme", CODE, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        _person("entered_by", nullable=False),
        sa.Column("entered_at", INSTANT, nullable=False),
        sa.UniqueConstraint("year", "month", "programme", name="uq_programme_tally_year_month_programme"),
    )


def _wishes() -> None:
    """Which messages show a wish without keeping what they show."""
    op.create_table(
        "unkept_message",
        sa.Column("about", sa.String(length=60), nullable=False),
        sa.Column("outbox_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name="fk_unkept_message_outbox_id"),
        sa.PrimaryKeyConstraint("about", "outbox_id", name="pk_unkept_message"),
    )
    op.create_index("ix_unkept_message_outbox_id", "unkept_message", ["outbox_id"])


def _offers_fit() -> None:
    """Two coordinators who add an area at once add one."""
    op.create_index("ix_area_name", "area", ["name"], unique=True)


def _matching() -> None:
    """From when a supplier can, that has answered a reversed question with *later*."""
    op.add_column("reversed_question", sa.Column("later_on", sa.Date(), nullable=True))


def _proposing() -> None:
    pass


def _ending() -> None:
    """Who said first that a placement has ended; and the clock looks at those whose offer has a last day.

    Where that was over a month ago, nobody is asked all of a sudden: people end it from its card if they like.
    """
    op.add_column("placement", sa.Column("is_end_suppliers_word", sa.Boolean(), nullable=True))
    op.add_column("outcome", sa.Column("times_asked", sa.Integer(), nullable=False, server_default="0"))
    lately = datetime.now(UTC).date() - timedelta(days=31)
    op.execute(
        sa.text(
            "UPDATE placement SET next_at = settled_at WHERE status = 'confirmed'"
            " AND slot_id IN (SELECT id FROM slot WHERE ends_on >= :lately)"
        ).bindparams(sa.bindparam("lately", lately, sa.Date()))
    )


def _counting() -> None:
    """What a contract asks for says how it is counted, as the contract did until now, and when it is counted anew."""
    with op.batch_alter_table("obligation") as obligation:
        obligation.add_column(sa.Column("counting", CODE, nullable=True))
        obligation.add_column(sa.Column("counts_from", CODE, nullable=True))
        obligation.add_column(sa.Column("count_at", INSTANT, nullable=True))
    is_set = sa.text("count_at IS NOT NULL")
    op.create_index("ix_obligation_count_at", "obligation", ["count_at"], sqlite_where=is_set, postgresql_where=is_set)
    op.execute(
        "UPDATE obligation SET"
        " counting = (SELECT counting FROM contract WHERE contract.id = obligation.contract_id),"
        " counts_from = (SELECT counts_from FROM contract WHERE contract.id = obligation.contract_id)"
        " WHERE kind = 'places' AND key LIKE 'places:%'"
    )
    # What was counted as places that have begun until now is counted as it should be, once the clock comes to it.
    op.execute("UPDATE obligation SET count_at = created_at WHERE counting = 'months' OR counts_from = 'offered'")


def _evaluation() -> None:
    """When somebody is asked, since nobody is asked twice on a day."""
    op.add_column("evaluation", sa.Column("next_at", INSTANT, nullable=True))
    _index_of_what_is_due("evaluation")
    op.create_index("ix_evaluation_person_id", "evaluation", ["person_id", "asked_at"])


def _contributions() -> None:
    """A matcher may want a message each morning; nobody does who has not said so."""
    with op.batch_alter_table("alert_wish") as alert_wish:
        alert_wish.add_column(sa.Column("morning_at", INSTANT, nullable=True))
        alert_wish.create_index("ix_alert_wish_morning_at", ["morning_at"])
    # A matcher's list begins with what the bot has asked them about.
    is_asked, columns = sa.text("asked IS NOT NULL"), ["claimed_by", "status", "asked"]
    op.create_index("ix_slot_asked", "slot", columns, sqlite_where=is_asked, postgresql_where=is_asked)


def _to(table: str, name: str, *, nullable: bool = False, primary_key: bool = False) -> "sa.Column[int]":
    return sa.Column(name, ID, sa.ForeignKey(f"{table}.id"), nullable=nullable, primary_key=primary_key)


def _person(name: str, *, nullable: bool = True) -> "sa.Column[int]":
    return _to("person", name, nullable=nullable)


def _index_of_what_is_due(table: str) -> None:
    is_set = sa.text("next_at IS NOT NULL")
    op.create_index(f"ix_{table}_next_at", table, ["next_at"], sqlite_where=is_set, postgresql_where=is_set)
