"""Tests: each is a sentence, and talks to the bot as people do."""
