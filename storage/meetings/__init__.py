"""Meetings: who is invited, who came, how they went."""
