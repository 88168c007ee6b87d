"""A whole city on one page: the real bot, a stand-in for Telegram, and a clock that can be moved.

Tests use the stand-in and the clock too.
"""
