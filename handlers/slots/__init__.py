"""Slots: reported, alerted about, listed, claimed, asked about, changed, taken back, and begun in."""
