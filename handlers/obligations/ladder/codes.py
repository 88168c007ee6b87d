"""What the buttons under reminders and escalations carry: the action, and the obligation's id."""

LATER, WRONG_PERSON, SHOW = "nl", "nw", "ns"
"""The supplier's. With 0 for the obligation, `LATER` is about all that the message tells of, and `SHOW` shows all."""

CALL, DECIDE, INVITE, ADD_NUMBER = "nc", "ne", "ni", "nu"
"""The coordinator's. `CALL` carries 1 behind the obligation once the call is made; `INVITE` a contact's id."""
