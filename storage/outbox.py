"""The outbox: everything the bot says, queued in the transaction that decided to say it.

The states of a row, and what moves it between them:

    queued ──claimed──▶ sending ──accepted──▶ sent
      ▲                   │ ├──no answer read──▶ unknown ──after the lease──▶ queued (never a broadcast)
      └──not sent, retry──┘ ├──refused for good──▶ dead
                            └──person can't be reached──▶ unreachable
    queued ──too late──▶ expired        queued ──no longer true──▶ cancelled
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    ForeignKey,
    Integer,
    Select,
    String,
    Text,
    bindparam,
    exists,
    func,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.language import Language
from domain.reference import Reference
from storage import wakeup
from storage.base import Base, Columns, Id, among, coded, partial_index, table_of
from storage.dialects import InBothDialects, in_dialect
from storage.people.person import Person
from storage.wakeup import Queued


class Lane(IntEnum):
    """What overtakes what: a lower number goes first."""

    ANSWER = 0
    ALERT = 1
    DUTY = 2
    BROADCAST = 3


class Method(StrEnum):
    """The Bot API methods that the bot uses to say something."""

    SEND_MESSAGE = "sendMessage"
    SEND_PHOTO = "sendPhoto"
    SEND_DOCUMENT = "sendDocument"
    EDIT_MESSAGE_TEXT = "editMessageText"
    """Changes what is said. Where that stands under a picture or a document, it is sent as editMessageCaption: only
    then is it known what the message has become, since one that can't be edited is said afresh, as a text."""
    EDIT_MESSAGE_REPLY_MARKUP = "editMessageReplyMarkup"
    DELETE_MESSAGE = "deleteMessage"
    SET_MY_COMMANDS = "setMyCommands"
    DELETE_MY_COMMANDS = "deleteMyCommands"
    SET_MY_DESCRIPTION = "setMyDescription"
    SET_MY_SHORT_DESCRIPTION = "setMyShortDescription"
    LEAVE_CHAT = "leaveChat"


TIDYING = Method.EDIT_MESSAGE_REPLY_MARKUP
"""Takes buttons away from an earlier message."""

SAYS = (Method.SEND_MESSAGE, Method.SEND_PHOTO, Method.SEND_DOCUMENT)
"""What puts a message of the bot's own into the chat."""

SAYS_UNDER_FILE = (Method.SEND_PHOTO, Method.SEND_DOCUMENT)
"""Their words stand under a picture or a document."""


class OutboxState(StrEnum):
    """How far a row has come; drawn at the top of this file."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    UNREACHABLE = "unreachable"
    DEAD = "dead"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


class Ring(StrEnum):
    """Whether the phone may ring."""

    ALWAYS = "always"
    IN_WORKING_HOURS = "in_working_hours"


UNDER_WAY = (OutboxState.QUEUED, OutboxState.SENDING)

IN_FLIGHT = (OutboxState.SENDING, OutboxState.UNKNOWN)

ENDED = (
    OutboxState.SENT,
    OutboxState.UNREACHABLE,
    OutboxState.DEAD,
    OutboxState.EXPIRED,
    OutboxState.CANCELLED,
)
"""It will not be tried any more, so its secret is wiped. (Nor is a broadcast whose fate is unknown.)"""


class OutboxRow(Base):
    """One thing to say, to one chat."""

    __tablename__ = "outbox"
    __table_args__ = (
        partial_index("ix_outbox_next", "lane", "id", where="state = 'queued'"),
        partial_index("ix_outbox_chat", "chat_id", "lane", "id", where="state = 'queued'"),
        partial_index("ix_outbox_in_flight", "state", where="state IN ('sending', 'unknown')"),
        partial_index("ix_outbox_about", "about", "id", where="about IS NOT NULL"),
        partial_index(
            "ix_outbox_shown",
            "chat_id",
            "telegram_message_id",
            where="telegram_message_id IS NOT NULL AND original_id IS NULL",
        ),
        partial_index("ix_outbox_original_id", "original_id", where="original_id IS NOT NULL"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    dedup_key: Mapped[str] = mapped_column(String(120), unique=True)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    person_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    language: Mapped[Language | None] = mapped_column(coded(Language))
    """For somebody who is no person here; a person's own language is looked up when it is sent."""
    method: Mapped[Method] = mapped_column(coded(Method))
    content: Mapped[dict[str, Any]]
    """What `messages` needs to render it: the template, its parameters, the buttons."""
    secret: Mapped[str | None] = mapped_column(Text)
    """What must be said but not kept: an invitation's code. Masked in the kept text, wiped once the row has ended."""
    lane: Mapped[int] = mapped_column(Integer)
    ring: Mapped[Ring] = mapped_column(coded(Ring))
    about: Mapped[str | None] = mapped_column(String(60))
    """What it is about, such as "slot:12"."""
    original_id: Mapped[int | None] = mapped_column(Id, ForeignKey("outbox.id"))
    """The message that this row edits."""
    queued_at: Mapped[datetime]
    due_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    """Too late after this instant; None where late is better than never."""
    state: Mapped[OutboxState] = mapped_column(coded(OutboxState))
    attempts: Mapped[int]
    fencing_token: Mapped[int | None]
    """The lease under which a deliverer is sending it; a mark made under an earlier lease has no effect."""
    lease_until: Mapped[float | None]
    """Seconds on the database's clock after which nobody is believed to be sending it."""
    possible_copies: Mapped[int]
    """How many copies may have arrived that we don't know of, since Telegram's answer or our mark of it is missing."""
    telegram_message_id: Mapped[int | None] = mapped_column(BigInteger)
    rendered: Mapped[str | None] = mapped_column(Text)
    failure: Mapped[str | None] = mapped_column(String(200))
    sent_at: Mapped[datetime | None]


def is_in_flight(row: type[OutboxRow] | Columns = OutboxRow) -> ColumnElement[bool]:
    """Whether it is being sent, or nobody knows how that ended."""
    return among(row.state, *IN_FLIGHT)


def is_queued(row: type[OutboxRow] | Columns = OutboxRow) -> ColumnElement[bool]:
    """Whether it waits to be sent."""
    return among(row.state, OutboxState.QUEUED)


class NewRow(NamedTuple):
    """A row that has just been queued, as far as whoever would send it has to know it before."""

    id: int
    chat_id: int
    lane: Lane
    method: Method
    due_at: datetime


# Made once: to build a question costs more than to ask it.
_QUEUE = InBothDialects(
    lambda insert: (
        insert(table_of(OutboxRow))
        .on_conflict_do_nothing(index_elements=["dedup_key"])
        .returning(table_of(OutboxRow).c.id)
    )
)
_QUEUE_EACH = InBothDialects(
    lambda insert: (
        insert(table_of(OutboxRow))
        .on_conflict_do_nothing(index_elements=["dedup_key"])
        .returning(*(table_of(OutboxRow).c[name] for name in NewRow._fields))
    )
)
_QUEUE_ALL = InBothDialects(
    lambda insert: insert(table_of(OutboxRow)).on_conflict_do_nothing(index_elements=["dedup_key"])
)
_SAID_UNDER = (
    select(OutboxRow)
    .where(OutboxRow.dedup_key.in_(bindparam("keys", expanding=True)))
    .order_by(OutboxRow.id)
    .execution_options(populate_existing=True)
)
_WITH_ID = select(OutboxRow).where(OutboxRow.id == bindparam("row_id")).execution_options(populate_existing=True)


def _new(now: datetime) -> dict[str, Any]:
    return {"queued_at": now, "due_at": now, "state": OutboxState.QUEUED, "attempts": 0, "possible_copies": 0}


@dataclass
class JustQueued:
    """What a transaction has queued itself.

    Attributes:
        rows: What was queued by itself or with a few, by id; what was rolled back with a savepoint may be among it.
        are_all: Whether nothing else was.
    """

    rows: dict[int, NewRow] = field(default_factory=dict)
    are_all: bool = True


_JUST_QUEUED = "what was just queued"


def just_queued(session: AsyncSession) -> JustQueued:
    """What the transaction has queued, for whoever may send it as soon as that is committed."""
    found: JustQueued = session.info.setdefault(_JUST_QUEUED, JustQueued())
    return found


def leave_to_next_look(session: AsyncSession) -> None:
    """More may go now than what is known by its number: whoever sends has to look through the outbox for it."""
    wakeup.note(session, Queued.MESSAGE)
    just_queued(session).are_all = False


async def queue(session: AsyncSession, values: dict[str, Any], *, now: datetime) -> int | None:
    """Queue something to say; None when a row with that key was queued before."""
    wakeup.note(session, Queued.MESSAGE)
    row = _new(now) | values
    row_id: int | None = await session.scalar(in_dialect(session, _QUEUE), row)
    if row_id is not None:
        new = NewRow(row_id, row["chat_id"], row["lane"], row["method"], row["due_at"])
        just_queued(session).rows[row_id] = new
    return row_id


async def queue_each(session: AsyncSession, rows: Sequence[dict[str, Any]], *, now: datetime) -> None:
    """Queue a few things to say at once, as `queue` does one; they all name the same columns."""
    if not rows:
        return
    wakeup.note(session, Queued.MESSAGE)
    filled_in = _new(now)
    queued = await session.execute(in_dialect(session, _QUEUE_EACH), [filled_in | row for row in rows])
    just_queued(session).rows.update({row.id: NewRow(*row) for row in queued})


async def queue_all(session: AsyncSession, rows: Sequence[dict[str, Any]], *, now: datetime) -> None:
    """Queue many things to say at once, for a later look; they all name the same columns.

    What was queued before by its key is left.
    """
    if not rows:
        return
    leave_to_next_look(session)
    filled_in = _new(now)
    await session.execute(in_dialect(session, _QUEUE_ALL), [filled_in | row for row in rows])


async def find(session: AsyncSession, row_id: int) -> OutboxRow | None:
    """The row with that id, as it is now."""
    return await session.scalar(_WITH_ID, {"row_id": row_id})


async def to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[tuple[datetime, Person]]:
    """What is queued for an instant after that one, and to whom, soonest first."""
    rows = await session.execute(
        select(OutboxRow.due_at, Person)
        .join(Person, Person.id == OutboxRow.person_id)
        .where(is_queued(), OutboxRow.due_at > after)
        .order_by(OutboxRow.due_at, OutboxRow.id)
        .limit(at_most),
    )
    return [(due_at, person) for due_at, person in rows]


async def was_said(session: AsyncSession, keys: Sequence[str]) -> bool:
    """Whether anything with one of those keys was ever queued."""
    return bool(await session.scalar(select(exists().where(OutboxRow.dedup_key.in_(keys)))))


async def said_under(session: AsyncSession, keys: Collection[str]) -> Sequence[OutboxRow]:
    """What was queued under these keys, in order."""
    return (await session.scalars(_SAID_UNDER, {"keys": list(keys)})).all()


async def said_about(session: AsyncSession, about: Reference, *, key_begins: str) -> Sequence[OutboxRow]:
    """The original messages about something, of the sort that their key begins with, in order."""
    return (await session.scalars(_said_about(about, key_begins).order_by(OutboxRow.id))).all()


async def told_about(
    session: AsyncSession, person_id: int, about: Collection[Reference], *, key_begins: str
) -> set[str]:
    """Which of these things a message of that sort to the person is about, each as it is written."""
    told = await session.scalars(
        select(OutboxRow.about).where(
            OutboxRow.about.in_([str(each) for each in about]),
            OutboxRow.person_id == person_id,
            OutboxRow.dedup_key.startswith(key_begins, autoescape=True),
        )
    )
    return {each for each in told if each is not None}


async def latest_about(session: AsyncSession, about: Reference, *, key_begins: str) -> OutboxRow | None:
    """The latest original message about something, of the sort that its key begins with."""
    return await session.scalar(_said_about(about, key_begins).order_by(OutboxRow.id.desc()).limit(1))


async def queued_about(session: AsyncSession, about: Reference, *, key_begins: str) -> Sequence[int]:
    """The original messages about something, of that sort, that have not gone out yet, by id."""
    queued = _said_about(about, key_begins).where(is_queued())
    return (await session.scalars(queued.with_only_columns(OutboxRow.id).order_by(OutboxRow.id))).all()


def _said_about(about: Reference, key_begins: str) -> Select[OutboxRow]:
    return select(OutboxRow).where(
        OutboxRow.about == str(about),
        OutboxRow.original_id.is_(None),
        OutboxRow.dedup_key.startswith(key_begins, autoescape=True),
    )


async def count_by_state(session: AsyncSession) -> dict[OutboxState, int]:
    """How many rows are in each state."""
    rows = await session.execute(select(OutboxRow.state, func.count()).group_by(OutboxRow.state))
    return dict(rows.all())
