"""`steget demo`: a whole made-up city on one page."""

import click

from bot.commands.operator import until_stopped


@click.command("demo")
@click.option("--port", default=8017, show_default=True, help="Where the page is served, on this computer only.")
def command(port: int) -> None:
    """Serve a whole made-up city on one page; no token and no internet needed."""
    # Imported here, since a city's bot needs neither the page nor the stand-in for Telegram.
    from bot.demo.serving import PortTakenError, serve  # noqa: PLC0415

    try:
        until_stopped(serve(port=port, tell=click.echo))
    except PortTakenError as error:
        raise click.ClickException(f"Port {port} is taken. Try another: steget demo --port {port + 1}") from error
