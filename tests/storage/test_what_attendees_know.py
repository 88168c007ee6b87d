"""What attendees know of a meeting was once read from the news that waits for them: a migration notes it."""

import json
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from storage import migration

ATTENDEE = text("INSERT INTO attendee (meeting_id, person_id) VALUES (:meeting, :person)")
ROW = text(
    "INSERT INTO outbox (dedup_key, chat_id, method, content, lane, ring, queued_at, due_at, state, attempts,"
    " is_possibly_doubled) VALUES (:key, 1, 'sendMessage', :content, 0, 'always', :now, :now, :state, 0, 0)"
)
KNOWN = text("SELECT person_id, known_starts_at FROM attendee ORDER BY person_id")


def test_what_news_told_of_the_time_before_is_kept_with_each_attendee(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'city.sqlite'}"
    config = Config()
    config.set_main_option("script_location", str(migration.MIGRATIONS))
    config.attributes["url"] = url
    command.upgrade(config, "0004")
    engine = create_engine(url)
    moved = {"template": "everyone_meeting_moved", "parameters": {"earlier": "2026-11-26T10:00:00+01:00"}}
    moved_again = {"template": "everyone_meeting_moved", "parameters": {"earlier": "2026-11-27T10:00:00+01:00"}}
    cancelled = {"template": "everyone_meeting_cancelled", "parameters": {"reason": ""}}
    with engine.begin() as connection:
        connection.execute(ATTENDEE, [{"meeting": 7, "person": person} for person in (1, 2, 3)])
        rows = [
            ("meeting-news:7:1:0:1:1", moved, "sent"),
            ("meeting-news:7:2:0:1:1", moved_again, "queued"),
            ("meeting-news:7:1:0:2:9", moved, "queued"),
            ("meeting-news:7:3:0:2:2", cancelled, "queued"),
            ("meeting-invitation:7:1:0:3:3", moved, "queued"),
        ]
        connection.execute(
            ROW,
            [
                {"key": key, "content": json.dumps(content), "state": state, "now": "2026-11-23 09:00:00"}
                for key, content, state in rows
            ],
        )
    migration.upgrade(url)
    with engine.connect() as connection:
        known = {row.person_id: row.known_starts_at for row in connection.execute(KNOWN)}
    engine.dispose()
    assert known == {1: "2026-11-27 09:00:00.000000", 2: "2026-11-26 09:00:00.000000", 3: None}
