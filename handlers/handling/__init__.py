"""The handling of one update or duty: its transaction, what was pressed, whom the bot works for."""
