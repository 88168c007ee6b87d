"""Whether a message may have been doubled was once a yes or no: a migration makes it the number of copies."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from storage import migration

ROW = text(
    "INSERT INTO outbox (dedup_key, chat_id, method, content, lane, ring, queued_at, due_at, state, attempts,"
    " is_possibly_doubled) VALUES (:key, 1, 'sendMessage', '{}', 0, 'always', :now, :now, 'sent', 1, :is_doubled)"
)


def test_what_may_have_been_doubled_before_counts_as_one_copy(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'city.sqlite'}"
    config = Config()
    config.set_main_option("script_location", str(migration.MIGRATIONS))
    config.attributes["url"] = url
    command.upgrade(config, "0006")
    engine = create_engine(url)
    with engine.begin() as connection:
        now = "2026-11-23 09:00:00"
        connection.execute(ROW, [{"key": f"{number}", "now": now, "is_doubled": number == 1} for number in range(3)])
    migration.upgrade(url)
    with engine.connect() as connection:
        copies = connection.execute(text("SELECT dedup_key, possible_copies FROM outbox ORDER BY id")).all()
    engine.dispose()
    assert [tuple(row) for row in copies] == [("0", 0), ("1", 1), ("2", 0)]
