"""Whose turn it is: offers expire, people reach each other, messages are held, and staff enter what they were told."""

from datetime import UTC, date, datetime, timedelta

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
    _hold()
    _inquiry()
    _hearsay()
    _alert()


def _obligation() -> None:
    """A proposed time waits for its answer here; until now only the ledger knew that it was proposed."""
    with op.batch_alter_table("obligation") as obligation:
        obligation.add_column(sa.Column("proposed", sa.String(length=300), nullable=True))
        obligation.add_column(sa.Column("proposed_at", INSTANT, nullable=True))
        obligation.add_column(sa.Column("proposed_by", ID, nullable=True))
        obligation.add_column(sa.Column("counted_from", sa.Date(), nullable=True))
        obligation.create_foreign_key("fk_obligation_proposed_by", "person", ["proposed_by"], ["id"])
    _take_over_proposals()


def _take_over_proposals() -> None:
    """What was proposed latest for what is still to be done, where no meeting of its kind was booked since."""
    said = op.get_bind().execute(
        sa.text(
            "SELECT obligation.id, ledger_text.content, ledger.at, ledger.actor_id FROM obligation "
            "JOIN ledger ON ledger.about = 'obligation:' || obligation.id AND ledger.event = 'obligation_answered' "
            "JOIN ledger_text ON ledger_text.ledger_id = ledger.id "
            "WHERE obligation.status IN ('open', 'escalated') AND ledger_text.content LIKE 'time_proposed: %' "
            "AND NOT EXISTS (SELECT 1 FROM meeting WHERE meeting.contract_id = obligation.contract_id "
            "AND meeting.kind = obligation.kind AND meeting.created_at > ledger.at) ORDER BY ledger.id"
        )
    )
    for obligation_id, content, at, by in said.all():
        op.get_bind().execute(
            sa.text("UPDATE obligation SET proposed = :words, proposed_at = :at, proposed_by = :by WHERE id = :id"),
            {"words": content.removeprefix("time_proposed: "), "at": at, "by": by, "id": obligation_id},
        )


def _meeting() -> None:
    """What waits for a meeting's organiser is reminded of. What waits already is due at once, and said next morning."""
    with op.batch_alter_table("obligation") as obligation:
        obligation.add_column(sa.Column("proposal_remind_at", INSTANT, nullable=True))
        obligation.add_column(sa.Column("city_proposed", sa.String(length=300), nullable=True))
    with op.batch_alter_table("meeting") as meeting:
        meeting.add_column(sa.Column("other_time_at", INSTANT, nullable=True))
        meeting.add_column(sa.Column("disputed_at", INSTANT, nullable=True))
    with op.batch_alter_table("attendee") as attendee:
        attendee.add_column(sa.Column("stand_in", sa.String(length=120), nullable=True))
    for table, column in (("obligation", "proposal_remind_at"), ("meeting", "other_time_at")):
        is_set = sa.text(f"{column} IS NOT NULL")
        op.create_index(f"ix_{table}_{column}", table, [column], sqlite_where=is_set, postgresql_where=is_set)
    op.execute("UPDATE obligation SET proposal_remind_at = proposed_at WHERE proposed IS NOT NULL")
    op.execute(
        "UPDATE meeting SET other_time_at = created_at WHERE status = 'planned' AND EXISTS "
        "(SELECT 1 FROM attendee WHERE attendee.meeting_id = meeting.id AND attendee.answer = 'other_time')"
    )
    latest = "(SELECT MAX(ledger.at) FROM ledger WHERE ledger.about = 'meeting:' || meeting.id AND ledger.event = '{}')"
    disputed, agreed = latest.format("meeting_disputed"), latest.format("meeting_agreed")
    op.execute(
        f"UPDATE meeting SET disputed_at = {disputed} "
        f"WHERE status = 'held' AND confirmed_at IS NULL AND {disputed} > {agreed}"
    )


def _slot() -> None:
    """An offer's last day gets a column, and the clock comes to every offer, not only to the open ones (offers)."""
    op.drop_index("ix_slot_ask_again_at", table_name="slot")
    # Both databases know this; Alembic would copy SQLite's whole table for it.
    op.execute("ALTER TABLE slot RENAME COLUMN ask_again_at TO next_at")
    op.add_column("slot", sa.Column("answer_by", sa.Date(), nullable=True))
    op.add_column("slot", sa.Column("asked", sa.String(32), nullable=True))
    op.add_column("slot", sa.Column("expired_at", INSTANT, nullable=True))
    op.add_column("slot", sa.Column("empty_reason", sa.String(32), nullable=True))
    op.add_column("slot", sa.Column("held_at", INSTANT, nullable=True))
    op.add_column("slot", sa.Column("participants", sa.Integer(), nullable=True))
    op.create_index("ix_slot_next_at", "slot", ["next_at"])
    _move_answer_by()
    _look_at_old_offers_by_and_by()


def _move_answer_by() -> None:
    """The few that have named a day have it in the column from now on."""
    connection = op.get_bind()
    slot = sa.table("slot", sa.column("id"), sa.column("details", sa.JSON()), sa.column("answer_by", sa.Date()))
    named = sa.cast(slot.c.details, sa.Text()).like("%answer_by%")
    for slot_id, details in connection.execute(sa.select(slot.c.id, slot.c.details).where(named)).all():
        day = date.fromisoformat(details["answer_by"]) if details.get("answer_by") else None
        left = {name: told for name, told in details.items() if name != "answer_by"}
        connection.execute(slot.update().where(slot.c.id == slot_id).values(details=left, answer_by=day))


def _look_at_old_offers_by_and_by() -> None:
    """Offers about which nothing was planned: each is looked at on one of twenty days after a week, so no storm."""
    columns = ("id", "status", "reported_by", "asked")
    slot = sa.table("slot", *map(sa.column, columns), sa.column("next_at", INSTANT))
    is_under_offer = sa.and_(slot.c.status.in_(("open", "reserved", "paused")), slot.c.reported_by.is_not(None))
    waits = sa.and_(is_under_offer, slot.c.next_at.is_(None))
    op.execute(slot.update().where(waits, slot.c.status == "open").values(asked="matchers"))
    first = datetime.now(UTC) + timedelta(days=7)
    for share in range(20):
        at = first + timedelta(days=share)
        # SQLite keeps instants without their zone, as the models write them.
        told = at.replace(tzinfo=None) if op.get_bind().dialect.name == "sqlite" else at
        op.execute(slot.update().where(waits, slot.c.id % 20 == share).values(next_at=told))


def _contact_details() -> None:
    """What people have told of where they can be reached; a register's contact has it in its own row."""
    op.create_table(
        "contact_details",
        sa.Column("person_id", ID, autoincrement=False, nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("asked_at", INSTANT, nullable=True),
        sa.Column("asked_about", sa.String(length=60), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_contact_details_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_contact_details"),
    )


def _hold() -> None:
    """Reminders rest of a contract, or of the whole city. What was on hold stays, as the days that don't count."""
    op.create_table(
        "hold",
        sa.Column("id", ID, nullable=False),
        sa.Column("contract_id", ID, nullable=True),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("begun_at", INSTANT, nullable=False),
        sa.Column("begun_by", ID, nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("ended_by", ID, nullable=True),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name="fk_hold_contract_id"),
        sa.ForeignKeyConstraint(["begun_by"], ["person.id"], name="fk_hold_begun_by"),
        sa.ForeignKeyConstraint(["ended_by"], ["person.id"], name="fk_hold_ended_by"),
        sa.PrimaryKeyConstraint("id", name="pk_hold"),
    )
    running = sa.text("ended_at IS NULL")
    op.create_index(
        "ix_hold_contract_id", "hold", ["contract_id"], unique=True, sqlite_where=running, postgresql_where=running
    )


def _inquiry() -> None:
    """Suppliers ask too; what was asked before was asked by matchers, and is reminded of no more."""
    op.add_column("slot", sa.Column("found_at", INSTANT, nullable=True))
    op.add_column("inquiry", sa.Column("asking", sa.String(length=32), nullable=False, server_default="matcher"))
    op.add_column("inquiry", sa.Column("is_awaited", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("inquiry", sa.Column("remind_at", INSTANT, nullable=True))
    op.add_column("inquiry", sa.Column("reminded_at", INSTANT, nullable=True))
    is_to_be_reminded = sa.text("remind_at IS NOT NULL")
    op.create_index(
        "ix_inquiry_remind_at",
        "inquiry",
        ["remind_at"],
        sqlite_where=is_to_be_reminded,
        postgresql_where=is_to_be_reminded,
    )
    op.create_table(
        "relayed_text",
        sa.Column("id", ID, nullable=False),
        sa.Column("inquiry_id", ID, nullable=False),
        sa.Column("part", sa.String(length=32), nullable=False),
        sa.Column("written_by", ID, nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["inquiry_id"], ["inquiry.id"], name="fk_relayed_text_inquiry_id"),
        sa.ForeignKeyConstraint(["written_by"], ["person.id"], name="fk_relayed_text_written_by"),
        sa.PrimaryKeyConstraint("id", name="pk_relayed_text"),
    )
    op.create_index("ix_relayed_text_inquiry_id", "relayed_text", ["inquiry_id"])
    op.create_index("ix_relayed_text_message_id", "relayed_text", ["written_by", "message_id"])


def _hearsay() -> None:
    """What staff heard suppliers say outside Steget."""
    op.create_table(
        "hearsay",
        sa.Column("id", ID, nullable=False),
        sa.Column("supplier_id", ID, nullable=False),
        sa.Column("contract_id", ID, nullable=True),
        sa.Column("said", sa.String(length=32), nullable=False),
        sa.Column("about", sa.String(length=60), nullable=False),
        sa.Column("speaker", sa.String(length=120), nullable=False),
        sa.Column("contact_id", ID, nullable=True),
        sa.Column("how", sa.String(length=32), nullable=False),
        sa.Column("heard_on", sa.Date(), nullable=False),
        sa.Column("heard_by", ID, nullable=False),
        sa.Column("noted_at", INSTANT, nullable=False),
        sa.Column("asked_at", INSTANT, nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("settled_by", ID, nullable=True),
        sa.Column("settled_at", INSTANT, nullable=True),
        sa.Column("objection", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_hearsay"),
        sa.ForeignKeyConstraint(["supplier_id"], ["supplier.id"], name="fk_hearsay_supplier_id"),
        sa.ForeignKeyConstraint(["contract_id"], ["contract.id"], name="fk_hearsay_contract_id"),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name="fk_hearsay_contact_id"),
        sa.ForeignKeyConstraint(["heard_by"], ["person.id"], name="fk_hearsay_heard_by"),
        sa.ForeignKeyConstraint(["settled_by"], ["person.id"], name="fk_hearsay_settled_by"),
    )
    op.create_index("ix_hearsay_about", "hearsay", ["about", "id"])
    op.create_index(
        "ix_hearsay_unasked",
        "hearsay",
        ["supplier_id", "id"],
        sqlite_where=sa.text("asked_at IS NULL"),
        postgresql_where=sa.text("asked_at IS NULL"),
    )


def _alert() -> None:
    """Which slots a message tells of, where it tells of several; and which matchers know of what waits."""
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
