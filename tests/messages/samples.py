"""Sample parameters for every template, built from the type hints of its dataclass."""

import pkgutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from importlib import import_module
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import messages
from domain.language import Language
from domain.ledger_event import IN_HISTORY, LedgerEvent
from domain.role import Role
from domain.slot_field import CHOICES, SlotField
from messages.label import wordings
from messages.template import all_names, parameters_named

for module in pkgutil.walk_packages(messages.__path__, "messages."):
    import_module(module.name)

NAMES = all_names()
LABEL_TABLES = {"complaint": "complaint", "what": "sent", "ask": "ask", "doing": "doing", "over": "over"}
"""Fields that are a text by their type but name a label."""

DETAILS = "details"
"""The field in which a slot's details stand, by the names of what can be told."""

DAYS: dict[Any, Any] = {date: date(2026, 11, 24), datetime: datetime(2026, 11, 24, 14, 5, tzinfo=UTC)}

MOST_IN_LIST = 4
"""A list is shown empty, and with up to three in it."""

MOST_MEMBERS = 14
"""So many variants show every member of every enumeration: trades are the most."""


def variants(name: str, text: str) -> Iterator[Any]:
    """Parameters for the template with the text in every text: with each enumeration's members, and with gaps."""
    for turn in range(MOST_MEMBERS):
        yield variant(name, text, turn)


def variant(name: str, text: str, turn: int) -> Any:
    """One of them."""
    parameters = build(parameters_named(name), text, turn)
    if getattr(parameters, "role", None) is Role.SUPPLIER and hasattr(parameters, "supplier"):
        return replace(parameters, supplier=text)  # a supplier contact always has one
    return parameters


def build(kind: Any, text: str, turn: int, field: str = "") -> Any:
    """A value of that type, or so many of them as the turn says."""
    member = _member(kind)
    if member is not None:
        return tuple(one(member, text, turn + number, field) for number in range(turn % MOST_IN_LIST))
    return one(kind, text, turn, field)


def one(kind: Any, text: str, turn: int, field: str = "") -> Any:
    """A value of that type; the turn chooses among an enumeration's members and fills or leaves what is optional."""
    if isinstance(kind, UnionType):
        return _one_of([each for each in get_args(kind) if each is not type(None)], kind, text, turn, field)
    if _member(kind) is not None:
        return (build(_member(kind), text, turn),) * (turn % 3)
    if (parts := _parts(kind)) is not None:
        return kind(**{name: build(of, text, turn, name) for name, of in parts})
    if isinstance(kind, type) and issubclass(kind, Enum):
        members = list(IN_HISTORY if kind is LedgerEvent else kind)
        return members[turn % len(members)]
    if field == DETAILS:
        return _details(text, turn)
    return _plain(kind, text, turn, field)


def _one_of(choices: list[Any], kind: UnionType, text: str, turn: int, field: str) -> Any:
    """Every other time the other choice: nothing, where that is one."""
    is_filled = turn % 2 == 0 or turn == MOST_MEMBERS - 1
    if type(None) in get_args(kind):
        return build(choices[0], text, turn, field) if is_filled else None
    return build(choices[0] if is_filled else choices[-1], text, turn // 2, field)


@cache
def _member(kind: Any) -> Any:
    """The type of what is in a tuple; None for what is none."""
    return get_args(kind)[0] if get_origin(kind) is tuple else None


@cache
def _parts(kind: Any) -> tuple[tuple[str, Any], ...] | None:
    """A dataclass's parts, each with its type; None for what is none."""
    if not is_dataclass(kind) or not isinstance(kind, type):
        return None
    hints = get_type_hints(kind)
    return tuple((part.name, hints[part.name]) for part in fields(kind))


def _plain(kind: Any, text: str, turn: int, field: str) -> Any:
    if field in LABEL_TABLES:
        return _label_name(LABEL_TABLES[field], turn, may_be_empty=field == "complaint")
    plain: dict[Any, Any] = {str: text, int: 1 + turn % 3, bool: turn % 2 == 0}
    return (plain | DAYS)[kind]


def _label_name(table: str, turn: int, *, may_be_empty: bool) -> str:
    names = ("", *_keys(table)) if may_be_empty else _keys(table)
    return names[turn % len(names)]


@cache
def _keys(table: str) -> tuple[str, ...]:
    return tuple(key.partition(".")[2] for key in wordings(Language.SWEDISH) if key.startswith(f"{table}."))


def _details(text: str, turn: int) -> dict[str, str]:
    """A slot's details: words where words may stand, else a choice or a day."""
    details = {field.value: CHOICES[field][turn % len(CHOICES[field])] for field in CHOICES}
    return {**details, SlotField.TASKS.value: text, SlotField.ANSWER_BY.value: "2026-11-24"} if turn % 2 else {}
