"""`steget invite`: one person's way in."""

import asyncio
import json
from collections.abc import Iterable

import click
import segno

from bot import inviting
from bot.commands.introduction import introduced
from bot.commands.operator import require_database, settings, with_database
from bot.settings import Settings
from domain.clock import SystemClock
from domain.contact import LONGEST_NAME
from domain.role import Role
from domain.secrecy import FieldPolicy, Finding, judged
from handlers.secrecy.reading import found_in

SECRETS = {
    Finding.PERSONAL_NUMBER: "a personal number",
    Finding.PHONE: "a phone number",
    Finding.EMAIL: "an e-mail address",
}
"""What is no part of a name, in words."""


@click.command("invite")
@click.argument("role", type=click.Choice([role.value for role in Role]))
@click.option("--name", required=True, help="Whom the invitation is for.")
@click.option("--supplier", help="The company that a supplier contact speaks for; a new one is created.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")
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
        _print(names[0], invited, link)


def _checked(role: Role, name: str, supplier: str | None) -> tuple[str, str | None]:
    """The names, tidied. Raises click's UsageError for what makes no invitation."""
    tidied, company = " ".join(name.split()), " ".join((supplier or "").split()) or None
    if (role is Role.SUPPLIER) != (company is not None):
        raise click.UsageError("--supplier NAME goes with the role supplier, and only with it.")
    if not tidied or max(len(tidied), len(company or "")) > LONGEST_NAME:
        raise click.UsageError(f"A name has 1 to {LONGEST_NAME} characters.")
    return tidied, company


def _refuse_secrets(names: Iterable[str | None]) -> None:
    """Raises click's UsageError where a name is no name alone, as in the chat; what was written isn't repeated."""
    for name in filter(None, names):
        finding = judged(found_in(name), FieldPolicy.NAME).finding
        if finding in SECRETS:
            raise click.UsageError(f"That looks like {SECRETS[finding]}. Nothing is kept of it; write the name alone.")


def _link(chosen: Settings, code: str) -> str | None:
    """The deep link; None where Telegram can't be asked for the bot's name."""
    username = asyncio.run(introduced(chosen))
    return f"https://t.me/{username}?start={code}" if username else None


def _print(name: str, invited: inviting.Invited, link: str | None) -> None:
    click.echo(f"An invitation for {name}. It works once, until {invited.expires_at:%Y-%m-%d %H:%M} UTC.")
    click.echo("It is not kept anywhere, so pass it on now.\n")
    if link is None:
        click.echo(f"Ask them to write this to the bot in Telegram:\n\n/start {invited.code}\n")
        click.echo("(Telegram could not be asked for the bot's name, so there is no link.)")
        return
    click.echo(f"{link}\n")
    segno.make_qr(link).terminal(compact=True)
