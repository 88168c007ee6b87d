"""When a meeting was to begin as far as each attendee knew, before the latest news that it is moved."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)

NEWS = "meeting-news:"
"""How the keys of such news begin; the meeting's id comes next, and the attendee's last but one."""

OUTBOX = sa.table("outbox", sa.column("id"), sa.column("dedup_key", sa.String()), sa.column("content", sa.JSON()))
ATTENDEE = sa.table("attendee", sa.column("meeting_id"), sa.column("person_id"), sa.column("known_starts_at", INSTANT))


def upgrade() -> None:
    """Go forward."""
    op.add_column("attendee", sa.Column("known_starts_at", INSTANT, nullable=True))
    # Until now it was known from the news alone.
    news = op.get_bind().execute(
        sa.select(OUTBOX.c.dedup_key, OUTBOX.c.content).where(OUTBOX.c.dedup_key.startswith(NEWS)).order_by(OUTBOX.c.id)
    )
    for key, content in news.all():
        earlier = (content.get("parameters") or {}).get("earlier")
        if earlier is not None:
            _note(key, datetime.fromisoformat(earlier))


def _note(key: str, earlier: datetime) -> None:
    _, meeting_id, *_, person_id, _ = key.split(":")
    is_meant = sa.and_(ATTENDEE.c.meeting_id == int(meeting_id), ATTENDEE.c.person_id == int(person_id))
    op.execute(sa.update(ATTENDEE).where(is_meant).values(known_starts_at=_in_utc(earlier)))


def _in_utc(at: datetime) -> datetime:
    """As the program keeps instants: SQLite forgets the time zone."""
    in_utc = at.astimezone(UTC)
    return in_utc.replace(tzinfo=None) if op.get_bind().dialect.name == "sqlite" else in_utc
