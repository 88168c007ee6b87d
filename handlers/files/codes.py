"""The buttons of files of what is kept, and what they carry."""

CHOOSE, FORMAT, HAND_OUT = "exc", "exf", "exh"
"""Nothing; a file's place among all; that place, or one behind the last for all of them, and a format's."""
