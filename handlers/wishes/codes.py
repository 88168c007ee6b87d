"""What the buttons of wishes carry: the action, and a wish's id or a page."""

LIST, CARD, NEW, CHANGE = "wil", "wic", "win", "wim"
PLACED, LOOKING, KEEP, TAKE_OVER = "wip", "wik", "wib", "wit"
LEFT, DISPOSE = "wie", "wid"
"""The resident has left the programme: the first asks back, the second has it disposed of."""
TURN_ON, TURN_OFF, TURNED_OFF = "wia", "wio", "wiz"
"""Wishes as such: the second asks back."""
