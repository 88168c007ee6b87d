"""The one way out: takes up what the outbox holds, sends it at a pace Telegram likes, and notes what became of it."""
