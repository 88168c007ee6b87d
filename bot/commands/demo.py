"""`steget demo`: a whole made-up city on one page."""

import click

from bot.commands.stopping import until_stopped
from bot.commands.terminal import Refusal, again, spoken
from messages.terminal import said


@spoken("demo")
@click.option("--port", default=8017, metavar=said("word.port"), show_default=True, help=said("help.demo_port"))
def command(port: int) -> None:
    """Serve a whole made-up city on one page; no token and no internet needed."""
    # Imported here, since a city's bot needs neither the page nor the stand-in for Telegram.
    from bot.demo.serving import PortTakenError, serve  # noqa: PLC0415

    try:
        until_stopped(serve(port=port, tell=click.echo), stopped=said("demo.stopped"))
    except PortTakenError as error:
        raise Refusal("demo.port_taken", port=port, command=again(f"demo --port {port + 1}")) from error
