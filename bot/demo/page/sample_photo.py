"""A picture to send to the bot, which can't read pictures: so one sees how it answers.

Drawn here, a few steps under a low sun, so that no picture has to be kept in the repository.
"""

import struct
import zlib
from functools import cache

WIDTH, HEIGHT = 360, 216
STEPS = 6
SKY, SUN, STEP = b"\xe0\xed\xe7", b"\xe9\xb4\x4c", b"\x1f\x5d\x50"
SUN_X, SUN_Y, SUN_RADIUS = 84, 70, 30


@cache
def sample_photo() -> bytes:
    """The picture as a PNG file."""
    # Each row of a PNG begins with a byte that names its filter; 0 is none.
    rows = b"".join(b"\0" + b"".join(_colour(x, y) for x in range(WIDTH)) for y in range(HEIGHT))
    eight_bit_colours = struct.pack(">2I5B", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", eight_bit_colours), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in parts)


def _colour(x: int, y: int) -> bytes:
    top_of_step = HEIGHT - (x * STEPS // WIDTH + 1) * (HEIGHT // (STEPS + 2))
    if y >= top_of_step:
        return STEP
    return SUN if (x - SUN_X) ** 2 + (y - SUN_Y) ** 2 < SUN_RADIUS**2 else SKY


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
