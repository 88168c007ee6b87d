"""What the clock makes happen: idempotent duties, each in a transaction of its own."""
