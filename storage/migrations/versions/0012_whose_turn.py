"""Whose turn it is: offers expire, people reach each other, messages are held, and staff enter what they were told."""

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
    _letter()
    _hold()
    _hearsay()


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
    """(offers)"""


def _contact_details() -> None:
    """(reaching)"""


def _letter() -> None:
    """(letters)"""


def _hold() -> None:
    """(holding)"""


def _hearsay() -> None:
    """(hearsay)"""
