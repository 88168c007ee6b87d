"""`python -m bot` is the same as `steget`."""

from bot.command_line import main

main()
