"""What all tables share: names for constraints, and types that mean the same on both databases."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ColumnElement,
    DateTime,
    Dialect,
    Enum,
    Index,
    Integer,
    MetaData,
    Table,
    literal_column,
)
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlalchemy.types import TypeDecorator

Coded = TypeVar("Coded", bound=StrEnum)
Value = TypeVar("Value")

Columns = ReadOnlyColumnCollection[str, Column[Any]]
"""A table's columns, or an alias's: for statements past SQLAlchemy's mapping."""

MOST_IN_QUESTION = 1_000
"""Values that one question names."""

Id = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only in a column that is called INTEGER."""


class Instant(TypeDecorator[datetime]):
    """An instant, always UTC and always aware; SQLite would forget the time zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a time without a zone before it can be stored as a wrong one."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  SQLAlchemy names the arguments
        """Give the zone back."""
        return None if value is None else value.replace(tzinfo=value.tzinfo or UTC).astimezone(UTC)


def coded(kind: type[Coded]) -> Enum:
    """A column that keeps an enumeration by its value, as plain text: readable, and easy to widen."""
    return Enum(
        kind,
        native_enum=False,
        length=32,
        create_constraint=False,
        validate_strings=True,
        values_callable=lambda members: [member.value for member in members],
    )


def among(column: Any, *codes: StrEnum) -> ColumnElement[bool]:
    """Whether the column has one of these codes, as an index of just such rows says it: written out in the statement.

    Where they are values to be filled in, SQLite sees that the index holds the rows only once it knows them: it plans
    the statement anew each time, or, of several codes, reads all rows.
    """
    written = [literal_column(f"'{code.value}'", column.type) for code in codes]
    is_one: ColumnElement[bool] = column == written[0] if len(written) == 1 else column.in_(written)
    return is_one


def partial_index(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index of some of a table's rows alone, which the migrations make on both databases (a test looks at both).

    Told to SQLAlchemy for SQLite: for PostgreSQL it would load all of that dialect, which a bot on SQLite never needs.
    """
    return Index(name, *columns, sqlite_where=where, unique=unique)


def batched(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """So many at once as either database takes in one question."""
    for start in range(0, len(values), MOST_IN_QUESTION):
        yield values[start : start + MOST_IN_QUESTION]


class Base(DeclarativeBase):
    """The parent of every table."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        },
    )
    type_annotation_map = {  # noqa: RUF012  SQLAlchemy reads it off the class
        datetime: Instant,
        dict[str, Any]: JSON(none_as_null=True),
        dict[str, str]: JSON(none_as_null=True),
        list[str]: JSON(none_as_null=True),
        list[int]: JSON(none_as_null=True),
        list[dict[str, Any]]: JSON(none_as_null=True),
    }


def table_of(entity: type[Base]) -> Table:
    """The entity's table, for statements past SQLAlchemy's mapping, such as one with many rows' own values."""
    table = entity.__table__
    assert isinstance(table, Table)  # noqa: S101  each entity has one of its own
    return table
