"""What the buttons of broadcasts carry; the way to whether one wants them is `doorways.BROADCASTS`."""

CONTRIBUTE = "brw"
"""*Vi vill bidra* under a broadcast: its id."""

OFF, ON = "bro", "brn"
"""No more such messages, or again: the id of the broadcast under which it was pressed, if it was under one."""
