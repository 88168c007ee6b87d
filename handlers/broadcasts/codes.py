"""What the buttons of broadcasts carry; the way to whether one wants them is `doorways.BROADCASTS`."""

LIST = "brl"
"""A page of the list."""

NEW = "brn"

SHOW = "brs"
"""A broadcast's id: as it would go, or how far it has come."""

CHANGE = "brc"
"""A draft's id, and the place of what is changed among all that can be."""

SEND = "bry"
"""A draft's id, and the checksum of what was read."""

STOP, STOP_SURE = "brx", "brz"
"""A broadcast's id; the second stops it."""

THROW_AWAY = "brd"
"""A draft's id."""

READ = "brr"
"""A broadcast's id: its words, as those read them who got it."""

CONTRIBUTE = "brw"
"""*Vi vill bidra* under a broadcast: its id."""

OFF, ON = "bro", "brp"
"""No more such messages, or again: the id of the broadcast under which it was pressed, if it was under one."""
