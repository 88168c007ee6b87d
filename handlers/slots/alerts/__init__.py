"""Alerts: who hears of an offered slot, and how each matcher wants to hear."""
