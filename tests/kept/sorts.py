"""Which sorts of things lie in a kept database: all that code of today has to know by its name."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from tests.kept.dump import SQLITE, file_of, kept

Sort = tuple[Any, ...]


def sorts_in(name: str) -> set[Sort]:
    """The templates with their parameters, buttons with how much they carry, labels, forms and events."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(kept(file_of(name, SQLITE)))
        return {*_said(connection), *_filled_in(connection), *connection.execute("SELECT event FROM ledger")}


def _said(connection: sqlite3.Connection) -> Iterator[Sort]:
    for (content,) in connection.execute("SELECT DISTINCT content FROM outbox"):
        message = json.loads(content)
        if "template" in message:
            yield message["template"], *sorted(message["parameters"])
        for button in [button for row in message.get("buttons", []) for button in row]:
            yield button["data"].partition(":")[0], button["data"].count(":")
            yield (button["label"]["key"],)


def _filled_in(connection: sqlite3.Connection) -> Iterator[Sort]:
    for flow, parked in connection.execute("SELECT flow, parked FROM conversation WHERE flow IS NOT NULL"):
        yield (flow,)
        yield from ((below["flow"],) for below in json.loads(parked))
