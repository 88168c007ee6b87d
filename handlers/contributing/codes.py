"""What the buttons of the ways to contribute carry; the way in from other houses is `doorways.WAYS`."""

ALL, ONE = "wal", "wak"
"""All ways; or one: the place of its kind among all."""

PROGRAMMES = "wap"
