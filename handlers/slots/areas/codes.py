"""What the buttons about areas carry."""

LIST, NAMES, ADD = "arl", "arw", "ara"
"""They carry nothing: the list, the names that belong to no area, and the form for a new one."""

NAME = "arn"
"""A name as it is written, by a slot in which it stands: the slot's id."""

MAP, NEW = "arm", "ary"
"""What that name means: the slot's id and revision, and behind them, for one of the list, the area's id."""

CARD, ASK_REMOVE, REMOVE = "arc", "arx", "arz"
"""They carry the area's id."""
