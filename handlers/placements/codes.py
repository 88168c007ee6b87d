"""What the buttons about placements carry, from the proposal to the first day."""

MEET, RECONSIDER = "plm", "plo"
DECLINE, DECLINE_REASON = "pld", "plr"
KNOW_MORE, ASK_MORE = "plq", "pls"
"""All of these carry the placement's id; `DECLINE_REASON` the place of the reason too, `KNOW_MORE` and `ASK_MORE` what
is chosen, each topic by its bit."""

EXPLAIN, EXPLAINED = "ple", "plv"
"""The placement's id; `EXPLAINED` the place of the topic and that of the answer too."""

MET, AGREE, NOTHING, NOTHING_REASON = "pli", "pla", "pln", "plw"
BEGUN, BEGUN_ON, BEGUN_NEW, BEGUN_COUNTED = "plb", "ply", "plf", "plg"
"""The placement's id; `NOTHING_REASON` the place of the reason too, the last three the day, counted from the year 1."""


def key_begins(placement_id: int) -> str:
    """How the keys of all messages begin that ask or tell about the placement, by which they are found again."""
    return f"placement:{placement_id}:"
