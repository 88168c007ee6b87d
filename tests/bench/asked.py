"""How often the database was asked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, event

ABOUT_TRANSACTIONS = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "COMMIT")
WRITING = ("INSERT", "UPDATE", "DELETE", "WITH")


@dataclass
class Asked:
    """So many statements in so many transactions.

    Attributes:
        statements: Without those that begin and end transactions.
        transactions: All that began, also those that only read.
        writes: Those that wrote something and were committed.
    """

    statements: int = 0
    transactions: int = 0
    writes: int = 0
    _writing: set[int] = field(default_factory=set)

    def statement(self, connection: Connection, _cursor: object, words: str, *_: object) -> None:
        """One was executed."""
        first_word = words.split(maxsplit=1)[0].upper()
        if first_word in ABOUT_TRANSACTIONS:
            return
        self.statements += 1
        if first_word in WRITING:
            self._writing.add(id(connection))

    def begun(self, connection: Connection) -> None:
        """A transaction began."""
        self.transactions += 1
        self._writing.discard(id(connection))

    def committed(self, connection: Connection) -> None:
        """A transaction was committed."""
        if id(connection) in self._writing:
            self._writing.discard(id(connection))
            self.writes += 1


@contextmanager
def counted() -> Iterator[Asked]:
    """Whatever is asked meanwhile, by anybody in this process."""
    asked = Asked()
    listeners: dict[str, Callable[..., Any]] = {
        "before_cursor_execute": asked.statement,
        "begin": asked.begun,
        "commit": asked.committed,
    }
    for name, listener in listeners.items():
        event.listen(Engine, name, listener)
    try:
        yield asked
    finally:
        for name, listener in listeners.items():
            event.remove(Engine, name, listener)
