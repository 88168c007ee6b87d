"""Slots: reported, alerted about, listed, claimed, asked about, changed, and taken back."""
