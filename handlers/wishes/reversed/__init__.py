"""The reversed question: nobody has offered such a place, so the suppliers most likely to say yes are asked."""
