"""How the database goes about a question, in its own words."""

from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

Asked = Callable[[AsyncSession], Awaitable[Any]]


async def explained(session: AsyncSession, ask: Asked) -> str:
    """How the database goes about the question, with the values that it is asked with."""
    asked: list[tuple[str, object]] = []
    connection = (await session.connection()).sync_connection
    assert connection is not None

    def note(_connection: Connection, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        asked.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", note)
    await ask(session)
    event.remove(connection, "before_cursor_execute", note)
    is_sqlite = connection.dialect.name == "sqlite"
    plans = []
    for statement, parameters in asked:
        explain = f"EXPLAIN {'QUERY PLAN ' if is_sqlite else ''}{statement}"
        plans += await session.run_sync(_last_columns, explain, parameters)
    return "\n".join(plans)


def _last_columns(session: Session, statement: str, parameters: Any) -> list[str]:
    return [str(row[-1]) for row in session.connection().exec_driver_sql(statement, parameters)]
