"""What most runs on SQLite alone is heard, and what PostgreSQL does not take of it is told."""

from pathlib import Path

from sqlalchemy import create_engine, func, insert, select

from domain.role import Role
from storage.people.person import Person
from tests.city import MONDAY_MORNING
from tests.cluster import Cluster
from tests.empty_database import EmptyFile
from tests.understood import Statements


def test_a_statement_that_postgresql_does_not_take_is_told_and_no_other(
    tmp_path: Path, empty_file: Path, cluster: Cluster
) -> None:
    asked, engine = Statements(), create_engine(EmptyFile(empty_file).copied(tmp_path))
    somebody = {"telegram_id": 1, "name": "Mira Holm", "role": Role.SUPPLIER, "joined_at": MONDAY_MORNING}
    with asked.heard(), engine.connect() as connection:
        connection.execute(insert(Person), somebody | {"language": "sv"})
        connection.execute(select(Person.name).where(Person.id.in_([1, 2]), Person.joined_at <= MONDAY_MORNING))
        connection.execute(select(func.julianday(Person.joined_at)))
    engine.dispose()
    database = cluster.lend()
    wrong = list(asked.not_understood(cluster.url(database)))
    cluster.take_back(database)
    assert ["julianday" in words for words in wrong] == [True]
