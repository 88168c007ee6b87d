"""`steget demo`: a whole made-up city on one page."""

import click

from bot.commands.stopping import until_stopped
from bot.commands.terminal import NotUnderstood, Refusal, again, say, spoken
from messages.terminal import said

HIGHEST_PORT = 65535


@spoken("demo")
@click.option(
    "--port",
    default=8017,
    metavar=said("word.port"),
    show_default=True,
    help=said("help.demo_port"),
)
def command(port: int) -> None:
    """Serve a whole made-up city on one page; no token and no internet needed."""
    # Imported here, since a city's bot needs neither the page nor the stand-in for Telegram.
    from bot.demo.serving import PortTakenError, serve  # noqa: PLC0415

    if not 0 < port <= HIGHEST_PORT:
        raise NotUnderstood("demo.no_port", highest=HIGHEST_PORT, command=again("demo"))
    try:
        until_stopped(serve(port=port, tell=_say_where), stopped=said("demo.stopped"))
    except PortTakenError as error:
        other = port + 1 if port < HIGHEST_PORT else port - 1
        raise Refusal("demo.port_taken", port=port, command=again(f"demo --port {other}")) from error


def _say_where(address: str) -> None:
    say("demo.open", address=address)
