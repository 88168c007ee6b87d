"""People: who is in, who is invited and who is away, in which language each reads, and who hears what for whom."""
