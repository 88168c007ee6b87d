"""Questions about a slot: a matcher asks, the supplier answers, the bot passes it on."""
