"""The stand-in for Telegram, seen through real HTTP."""
