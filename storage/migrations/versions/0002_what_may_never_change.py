"""The ledger can only grow, and each role among processes has its row."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ROLES = ("poller", "deliverer", "scheduler", "sealer")
GROWS_ONLY = ("ledger", "ledger_seal", "disposal_certificate", "disposal_row")
REFUSAL = "the ledger is append-only"
HAS_CERTIFICATE = "EXISTS (SELECT 1 FROM disposal_row WHERE disposal_row.ledger_id = OLD.ledger_id)"


def upgrade() -> None:
    """Go forward."""
    lease = sa.table("lease", sa.column("name"), sa.column("token"), sa.column("held_until"))
    op.bulk_insert(lease, [{"name": name, "token": 0, "held_until": 0.0} for name in ROLES])
    if op.get_bind().dialect.name == "postgresql":
        _guard_on_postgresql()
    else:
        _guard_on_sqlite()


def _guard_on_sqlite() -> None:
    for table in (*GROWS_ONLY, "ledger_text"):
        op.execute(
            f"CREATE TRIGGER {table}_refuses_update BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
        )
        unless = f"WHEN NOT {HAS_CERTIFICATE}" if table == "ledger_text" else ""
        op.execute(
            f"CREATE TRIGGER {table}_refuses_delete BEFORE DELETE ON {table} {unless} "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
        )


def _guard_on_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
    )
    op.execute(
        "CREATE FUNCTION refuse_undocumented_delete() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF {HAS_CERTIFICATE} THEN RETURN OLD; END IF; RAISE EXCEPTION '{REFUSAL}'; END $$",
    )
    for table in (*GROWS_ONLY, "ledger_text"):
        on_delete = "refuse_undocumented_delete" if table == "ledger_text" else "refuse_change"
        for event, level, function in (
            ("UPDATE", "ROW", "refuse_change"),
            ("DELETE", "ROW", on_delete),
            ("TRUNCATE", "STATEMENT", "refuse_change"),
        ):
            op.execute(
                f"CREATE TRIGGER {table}_refuses_{event.lower()} BEFORE {event} ON {table} "
                f"FOR EACH {level} EXECUTE FUNCTION {function}()",
            )
