"""`steget invite`: one person's way in."""

import asyncio
import json
import shutil
import sys
from collections.abc import Iterable

import click
import segno
from telegram.error import TelegramError

from bot import inviting
from bot.commands.introduction import introduced
from bot.commands.local_time import city_time
from bot.commands.operator import require_database, settings, with_database
from bot.commands.terminal import NotUnderstood, again, say, spoken
from bot.settings import Settings
from domain.clock import SystemClock
from domain.contact import LONGEST_NAME
from domain.role import Role
from domain.secrecy import FieldPolicy, Finding, judged
from handlers.secrecy.reading import found_in
from messages.terminal import said

ASK_FOR = 2.0
"""Seconds that Telegram may take to say the bot's name. The code alone does too."""

NO_PART_OF_A_NAME = {
    Finding.PERSONAL_NUMBER: "invite.holds_personal_number",
    Finding.PHONE: "invite.holds_phone",
    Finding.EMAIL: "invite.holds_email",
}


@spoken("invite")
@click.argument("role", type=click.Choice([role.value for role in Role]))
@click.option("--name", metavar=said("word.name"), required=True, help=said("help.invite_name"))
@click.option("--supplier", metavar=said("word.name"), help=said("help.invite_supplier"))
@click.option("--json", "as_json", is_flag=True, help=said("help.json"))
def command(*, role: str, name: str, supplier: str | None, as_json: bool) -> None:
    """Make an invitation for one person; it can be used once, within 14 days."""
    names = _checked(Role(role), name, supplier)
    _refuse_secrets(names)
    chosen = settings()
    require_database(chosen)
    invited = with_database(
        chosen,
        lambda database: inviting.invite(
            database, Role(role), name=names[0], supplier_name=names[1], now=SystemClock().now()
        ),
    )
    link = _link(chosen, invited.code)
    if as_json:
        expires_at = invited.expires_at.isoformat(timespec="seconds")
        click.echo(json.dumps({"code": invited.code, "link": link, "expires_at": expires_at}))
    else:
        _print(chosen, names[0], invited, link)


def _checked(role: Role, name: str, supplier: str | None) -> tuple[str, str | None]:
    """The names, tidied. Raises click's UsageError for what makes no invitation."""
    tidied, company = " ".join(name.split()), " ".join((supplier or "").split()) or None
    if (role is Role.SUPPLIER) != (company is not None):
        raise NotUnderstood("invite.supplier_alone")
    if not tidied or max(len(tidied), len(company or "")) > LONGEST_NAME:
        raise NotUnderstood("invite.name_length", most=LONGEST_NAME)
    return tidied, company


def _refuse_secrets(names: Iterable[str | None]) -> None:
    """Raises click's UsageError where a name is no name alone, as in the chat; what was written isn't repeated."""
    for name in filter(None, names):
        finding = judged(found_in(name), FieldPolicy.NAME).finding
        if finding in NO_PART_OF_A_NAME:
            raise NotUnderstood(NO_PART_OF_A_NAME[finding])


def _link(chosen: Settings, code: str) -> str | None:
    """The deep link; None without a token, and where Telegram doesn't say the bot's name at once."""
    if chosen.telegram_token is None:
        return None
    try:
        username = asyncio.run(introduced(chosen, within=ASK_FOR))
    except (TelegramError, TimeoutError):
        return None
    return f"https://t.me/{username}?start={code}"


def _print(chosen: Settings, name: str, invited: inviting.Invited, link: str | None) -> None:
    say("invite.made", name=name, until=city_time(invited.expires_at, chosen))
    if invited.new_company is not None:
        say("invite.new_company", company=invited.new_company)
    if invited.similar:
        say("invite.similar_companies", companies=", ".join(invited.similar))
    say("invite.pass_on")
    click.echo()
    if link is None:
        say("invite.ask_to_write")
        click.echo(f"\n/start {invited.code}\n")
        say("invite.no_link", command=again("check"))
        return
    click.echo(link)
    if sys.stdout.isatty():
        _draw(link)


def _draw(link: str) -> None:
    """The QR code, for a phone that is held to the screen; cut by a narrow window it would only be noise."""
    code = segno.make_qr(link)
    columns, _ = code.symbol_size()
    click.echo()
    if shutil.get_terminal_size().columns < columns:
        say("invite.too_narrow", columns=columns)
    else:
        code.terminal(compact=True)
