"""`steget status`: whether a process runs, how much there is, what waits, and what went wrong."""

import json
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from bot.commands.local_time import ago, city_time
from bot.commands.operator import require_database, settings, with_database
from bot.commands.terminal import again, spoken
from bot.settings import Settings
from domain.clock import SystemClock
from domain.role import Role
from messages.terminal import said
from storage import figures, lease, ledger, reach
from storage.database import Database
from storage.inbox import InboxState
from storage.outbox import OutboxState

ALWAYS_TOLD = ("updates_waiting", "messages_queued")
"""Also where there are none: whoever asks wants to know just that."""

TOLD_IF_ANY = (
    "updates_set_aside",
    "messages_sending",
    "messages_unknown",
    "messages_unreachable",
    "messages_dead",
    "messages_expired",
    "messages_cancelled",
    "messages_sent",
    "possibly_doubled",
    "ledger_unsealed",
)

Figures = dict[str, Any]
"""By their names in JSON, as other programs read them."""


@spoken("status")
@click.option("--json", "as_json", is_flag=True, help=said("help.json"))
def command(*, as_json: bool) -> None:
    """Say whether a process runs, what waits, and what went wrong."""
    chosen = settings()
    require_database(chosen)
    now = SystemClock().now()
    found = with_database(chosen, lambda database: _figures(database, chosen, now))
    if as_json:
        click.echo(json.dumps(found))
    else:
        _print(found, chosen, now)


async def _figures(database: Database, chosen: Settings, now: datetime) -> Figures:
    today = now.astimezone(ZoneInfo(chosen.timezone)).date()
    async with database.read() as session:
        updates, messages = await figures.updates(session), await figures.messages(session)
        people = await figures.people(session)
        return {
            "running": list(await lease.holders(session)),
            "telegram_reached_at": _in_json(_instant(await reach.last(session))),
            "people": {role.value: people.get(role, 0) for role in Role},
            "suppliers": await figures.suppliers(session),
            "contracts": await figures.contracts(session),
            "obligations_open": await figures.obligations_open(session),
            "obligations_overdue": await figures.obligations_overdue(session, today=today),
            **{f"updates_{state.value}": updates.get(state, 0) for state in InboxState},
            **{f"messages_{state.value}": messages.get(state, 0) for state in OutboxState},
            "possibly_doubled": await figures.possibly_doubled(session),
            "ledger_unsealed": await ledger.count_unsealed(session),
            "oldest_waiting_at": _in_json(await figures.oldest_waiting(session, now=now)),
        }


def _instant(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def _in_json(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="seconds")


def _print(found: Figures, chosen: Settings, now: datetime) -> None:
    holders = ", ".join(found["running"])
    runs_not = said("status.runs_not", command=again("run"))
    _line("runs", said("status.runs_as", holders=holders) if holders else runs_not)
    _line("reached", _time(found["telegram_reached_at"], chosen, now, said("status.never")))
    _line("people", _people(found["people"]))
    _line("suppliers", found["suppliers"])
    _line("contracts", found["contracts"])
    overdue = found["obligations_overdue"]
    _line("obligations", said("status.obligations_open", open=found["obligations_open"], overdue=overdue))
    for name in ALWAYS_TOLD + tuple(name for name in TOLD_IF_ANY if found[name]):
        _line(name, found[name])
    _line("oldest_waiting", _time(found["oldest_waiting_at"], chosen, now, said("status.nothing_waits")))


def _line(name: str, figure: object) -> None:
    click.echo(f"{said(f'status.{name}'):26}{figure}")


def _time(in_json: str | None, chosen: Settings, now: datetime, if_none: str) -> str:
    if in_json is None:
        return if_none
    at = datetime.fromisoformat(in_json)
    return said("status.at", at=city_time(at, chosen), ago=ago(now - at))


def _people(by_role: dict[str, int]) -> str:
    told = [f"{said(f'role.{role}')} {count}" for role, count in by_role.items() if count]
    return ", ".join(told) or said("status.nobody")
