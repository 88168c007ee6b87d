"""Draw: typst sets what a drawing shows, and a palette makes the file small. Loaded by the first who draws."""

import io

from PIL import Image

from messages import typesetting
from messages.pictures.drawing import Drawing

PIXELS_A_POINT = 3
"""Of a picture for a chat, so that it is 1,080 wide: as sharp as the phones that show it."""

POINTS_AN_INCH = 72
MOST_COLOURS = 48
"""The palette's own, and the steps between each and the paper at their edges."""


def png(drawing: Drawing) -> bytes:
    """The picture for a chat. Heavy: not for the event loop. Raises typst's own errors for a broken template."""
    set_by_typst = typesetting.png(drawing.path, drawing.values, pixels_per_inch=PIXELS_A_POINT * POINTS_AN_INCH)
    return _packed(set_by_typst)


def svg(drawing: Drawing) -> bytes:
    """The picture for a page."""
    return typesetting.svg(drawing.path, drawing.values)


def _packed(content: bytes) -> bytes:
    """The same with few colours, in a third of the bytes: a phone loads it on the way."""
    picture, packed = Image.open(io.BytesIO(content)).convert("RGB"), io.BytesIO()
    few = picture.quantize(MOST_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(packed, "PNG", optimize=True)
    return packed.getvalue()
