"""A whole city on one page: the real bot, a local stand-in for Telegram, and a clock that can be moved."""
